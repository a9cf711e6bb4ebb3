import io
import zipfile

import pytest

from dateline.documents.readers import docx
from dateline.errors import UnreadableDocument
from documents.materials import material, word_file


def read(data):
    (document,) = docx.read(material(data, "a.docx"))
    return document


def test_paragraphs_are_parted_by_blank_lines():
    def build(document):
        for text in ("Four people were killed.", "", "Police said so."):
            document.add_paragraph(text)

    assert read(word_file(build)).text == "Four people were killed.\n\nPolice said so."


def test_the_first_paragraph_is_the_title_if_its_style_says_so():
    def build(document):
        document.add_paragraph("Four killed", style="Title")
        document.add_paragraph("A bomb went off.")

    document = read(word_file(build))
    assert document.text == "Four killed\n\nA bomb went off."
    assert document.title is not None
    assert document.title.cut(document.text) == "Four killed"


def test_no_title_is_guessed():
    assert read(word_file(lambda document: document.add_paragraph("Four killed"))).title is None


def test_tables_stand_where_they_stood():
    def build(document):
        document.add_paragraph("Before.")
        table = document.add_table(2, 3)
        for number, cell in enumerate(table.rows[0].cells):
            cell.text = f"cell {number}"
        table.cell(1, 0).merge(table.cell(1, 1)).text = "wide"
        document.add_paragraph("After.")

    assert read(word_file(build)).text == "Before.\n\ncell 0\tcell 1\tcell 2\nwide\t\n\nAfter."


def test_a_file_without_words_is_refused():
    with pytest.raises(UnreadableDocument, match="has no text"):
        read(word_file(lambda _document: None))


def _archive(**parts):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def test_an_archive_that_unpacks_to_too_much_is_refused_before_it_is_unpacked():
    bomb = _archive(**{"word/document.xml": bytes(60_000_000)})
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableDocument, match="unpacks to more"):
        read(bomb)


def test_an_archive_without_the_text_part_is_refused():
    with pytest.raises(UnreadableDocument, match="no text part"):
        read(_archive(**{"xl/workbook.xml": "<x/>"}))


def test_a_word_file_is_known_by_its_parts():
    assert docx.accepts(material(word_file(lambda _document: None), "unnamed"))
    assert not docx.accepts(material(_archive(**{"xl/workbook.xml": "<x/>"}), "book.xlsx"))
    assert not docx.accepts(material(b"Four killed", "a.docx"))


def test_an_entity_in_the_file_is_not_followed():
    source = word_file(lambda document: document.add_paragraph("Four killed"))
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    text = parts["word/document.xml"].replace(
        b"<w:document", b'<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/hostname">]><w:document', 1
    )
    parts["word/document.xml"] = text.replace(b"Four killed", b"Four killed &f;")
    assert read(_archive(**parts)).text.strip() == "Four killed"


def _with_text_part(markup):
    """A DOCX whose text part holds the markup between its body's tags."""
    source = word_file(lambda document: document.add_paragraph("Four killed"))
    with zipfile.ZipFile(io.BytesIO(source)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    head, _, rest = parts["word/document.xml"].partition(b"<w:body>")
    parts["word/document.xml"] = head + b"<w:body>" + markup + b"</w:body>" + rest.partition(b"</w:body>")[2]
    return _archive(**parts)


def _table(rows):
    return b"<w:tbl><w:tblPr/><w:tblGrid/>" + rows + b"</w:tbl>"


def test_a_cell_that_says_that_it_spans_a_billion_columns_is_one_cell():
    cell = b'<w:tc><w:tcPr><w:gridSpan w:val="1000000000"/></w:tcPr><w:p><w:r><w:t>Four killed</w:t></w:r></w:p></w:tc>'
    assert read(_with_text_part(_table(b"<w:tr>" + cell + b"</w:tr>"))).text == "Four killed"


def test_an_archive_with_more_tags_than_a_report_is_refused():
    bomb = _with_text_part(b"<w:p/>" * 1_100_000)
    assert len(bomb) < 100_000
    with pytest.raises(UnreadableDocument, match="unpacks to more"):
        read(bomb)


def test_a_file_that_is_cut_short_is_called_damaged():
    whole = word_file(lambda document: document.add_paragraph("Four killed"))
    with pytest.raises(UnreadableDocument, match="damaged or cut short"):
        read(whole[: len(whole) // 2])
