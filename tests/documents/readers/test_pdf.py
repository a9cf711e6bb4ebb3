import pytest

from dateline.documents.readers import pdf
from dateline.errors import UnreadableDocument
from documents.materials import blank_pdf, encrypted_pdf, material
from documents.materials import pdf as pdf_file


def read(data):
    (document,) = pdf.read(material(data, "a.pdf"))
    return document


def test_lines_stay_lines_and_pages_are_parted_by_a_blank_line():
    document = read(pdf_file(["Four people were killed", "in Zed on Monday."], ["Police said so."]))
    assert document.text == "Four people were killed\nin Zed on Monday.\n\nPolice said so."


def test_a_page_without_text_is_said():
    assert read(pdf_file(["Four killed."], [], ["Police said so."])).notes == (
        "pages without a text layer left out: 2",
    )


def test_a_word_that_a_line_end_breaks_keeps_its_hyphen():
    assert "Nan-garhar" in read(pdf_file(["The attack in Nan-", "garhar province"])).text


def test_a_pdf_without_any_text_is_refused_with_the_remedy():
    with pytest.raises(UnreadableDocument, match="no text layer: run OCR first"):
        read(blank_pdf())


def test_an_encrypted_pdf_is_refused_with_the_remedy():
    with pytest.raises(UnreadableDocument, match="encrypted: save a copy without its password"):
        read(encrypted_pdf())


def test_a_damaged_pdf_after_an_encrypted_one_is_not_called_encrypted():
    with pytest.raises(UnreadableDocument, match="encrypted"):
        read(encrypted_pdf())
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(pdf_file(["Four killed."]).replace(b"/Pages", b"/Pagez"))


def test_a_damaged_pdf_is_refused():
    with pytest.raises(UnreadableDocument, match="damaged"):
        read(b"%PDF-1.7 and nothing more")


def test_a_long_pdf_is_read_up_to_its_limit_and_said(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_PAGES", 2)
    document = read(pdf_file(["One."], ["Two."], ["Three."]))
    assert document.text == "One.\n\nTwo."
    assert document.notes == ("only the first 2 of 3 pages read",)


def test_a_pdf_with_too_many_characters_is_refused(monkeypatch):
    monkeypatch.setattr(pdf, "_MAX_CHARACTERS", 10)
    with pytest.raises(UnreadableDocument, match="more than 10 characters"):
        read(pdf_file(["Four people were killed."]))
