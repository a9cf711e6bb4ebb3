import errno
import hashlib
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.documents import Document, Unread, read, read_bytes
from dateline.values.dates import DateValue
from documents.materials import blank_pdf, page, parquet, pdf

_DAY = DateValue.on(date(2023, 8, 1))
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip)


def only(documents):
    (document,) = documents
    return document


def test_a_text_file_is_one_document_named_by_its_path(tmp_path):
    path = tmp_path / "report.txt"
    path.write_bytes(b"Four killed.\r\n")
    document = only(read(path))
    assert isinstance(document, Document)
    assert (document.text, document.origin) == ("Four killed.\n", str(path))


def test_a_document_knows_the_hash_of_its_bytes():
    assert only(read_bytes(b"Four killed.", "a.txt")).capture == hashlib.sha256(b"Four killed.").hexdigest()


def test_what_the_user_says_goes_with_the_document():
    document = only(
        read_bytes(b"Four killed.", "a.txt", published=_DAY, source="Zed Herald", url="https://zed.example/")
    )
    assert (document.published, document.source, document.url) == (_DAY, "Zed Herald", "https://zed.example/")


def test_what_nobody_says_stays_unknown():
    document = only(read_bytes(b"Four killed.", "a.txt"))
    assert (document.title, document.published, document.source, document.url, document.language) == (None,) * 5


def test_an_origin_that_is_an_address_is_the_document_s_url():
    assert only(read_bytes(b"Four killed.", "https://zed.example/a")).url == "https://zed.example/a"


@pytest.mark.parametrize(
    ("data", "origin", "media_type"),
    [
        (page(), "report", None),
        (page(), "https://zed.example/a?b=c.txt", "text/html; charset=utf-8"),
        (pdf(["Four killed."]), "report.txt", "text/html"),
        (parquet(text=["Four killed."]), "rows", None),
        (b"text\nFour killed.\n", "https://zed.example/export.csv?all=1", None),
        (b'{"text": "Four killed."}', "https://zed.example/api", "application/json"),
    ],
)
def test_the_reader_is_chosen_by_content_then_by_media_type_and_name(data, origin, media_type):
    document = only(read_bytes(data, origin, media_type))
    assert isinstance(document, Document)
    assert "killed" in document.text
    assert "<" not in document.text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.csv", b"", "empty"),
        ("a.txt", b" \n\t ", "empty but for white space"),
        ("a.txt", bytes(500), "binary"),
        ("a.html", bytes(500), "binary"),
        ("a.csv", bytes(500), "binary"),
        ("a.jsonl", bytes(500), "binary"),
        ("a.html", b"<html>" + b"<div>" * 10_000, "nested too deeply"),
        ("a.html", b"<html>" + b"<b>x</b>" * 150_000, "more than 100,000 tags"),
        ("a.html", b"<html><p title='" + b"x" * 11_000_000 + b"'>x</p>", "too long"),
        ("a.html", b"<html><body></body></html>", "no article"),
        ("a.html", b"<!-- -->", "no content"),
        ("a.pdf", blank_pdf(), "run OCR first"),
        ("a.pdf", b"%PDF-1.7 and nothing more", "damaged"),
        ("a.docx", b"PK\x03\x04 and nothing more", "cut short"),
        ("a.csv", b"when,where\n1,2\n", "no text column"),
        ("a.parquet", b"PAR1 and nothing more PAR1", "damaged"),
        ("a.parquet", b"not parquet", "damaged"),
        ("a.json", b"{", "broken"),
        ("a.json", b"[" * 100_000, "nested too deeply"),
        ("a.xlsx", b"PK\x03\x04 and so on", "ZIP archive or an office file"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office file"),
        ("a.rtf", b"{\\rtf1 Four killed}", "rich text"),
    ],
)
def test_rubbish_is_recorded_with_its_reason_and_nothing_is_raised(tmp_path, name, data, reason):
    path = tmp_path / name
    path.write_bytes(data)
    unread = only(read(path))
    assert isinstance(unread, Unread)
    assert reason in unread.reason
    assert ": " in unread.reason
    assert unread.origin == str(path)


@pytest.mark.parametrize("name", ["big.txt", "big.html", "big.docx"])
def test_a_file_that_is_too_large_is_refused_without_reading_it(tmp_path, name):
    path = tmp_path / name
    with path.open("wb") as file:
        file.write(b"PK\x03\x04" if name.endswith("docx") else b"Four killed")
        file.truncate(100_000_000)  # sparse: takes no room on the disk
    unread = only(read(path))
    assert isinstance(unread, Unread)
    assert "100 MB" in unread.reason
    assert "split it" in unread.reason
    assert unread.capture is None


def test_a_file_that_is_not_there_is_recorded(tmp_path):
    assert "cannot be opened" in only(read(tmp_path / "none.txt")).reason


def test_a_folder_is_recorded(tmp_path):
    assert "not a file" in only(read(tmp_path)).reason


def test_a_path_that_the_system_cannot_have_is_recorded():
    assert "cannot be opened" in only(read(Path("a\0b"))).reason


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux takes any bytes as a file name")
def test_a_file_name_that_is_not_text_is_named_with_replacements(tmp_path):
    path = tmp_path / os.fsdecode(b"rep\xffort.txt")
    path.write_bytes(b"Four killed.")
    assert only(read(path)).origin == str(tmp_path / "rep\ufffdort.txt")


@given(words)
def test_the_same_bytes_give_the_same_ids(text):
    first, second = (only(read_bytes(text.encode(), "a.txt")) for _ in range(2))
    assert (first.id, first.text_hash) == (second.id, second.text_hash)


@given(text=words, data=st.data())
def test_every_quote_that_is_cut_stands_in_its_document(text, data):
    document = only(read_bytes(text.encode(), "a.txt"))
    assume(isinstance(document, Document))
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    assume(document.text[start:end].strip())
    quote = document.quote(start, end)
    assert quote.stands_in(document.text)
    assert document.text[start:end].strip() == quote.text


@pytest.mark.parametrize(
    "text", ["قُتل أربعة 👩‍🚒 في انفجار", "נהרגו ארבעה \u200f(4)\u200e אנשים", "می\u200cگویند چهار نفر کشته شدند"]
)
def test_offsets_count_code_points_in_any_script(text):
    document = only(read_bytes(text.encode(), "a.txt"))
    word = text.split()[1]
    start = document.text.index(word)
    assert document.quote(start, start + len(word)).text == word


def test_importing_documents_loads_no_reading_library():
    libraries = {"trafilatura", "htmldate", "lxml", "pypdfium2", "docx", "pyarrow", "py3langid", "numpy"}
    code = f"import sys, dateline.documents; sys.exit(len({libraries} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_file_whose_disk_fails_is_recorded(tmp_path, monkeypatch):
    path = tmp_path / "a.txt"
    path.write_bytes(b"Four killed.")

    def fail(_material):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(sys.modules["dateline.documents.read"], "_hash", fail)
    unread = only(read(path))
    assert isinstance(unread, Unread)
    assert unread.reason.startswith("the file cannot be read (Input/output error)")
