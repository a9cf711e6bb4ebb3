import pytest

from dateline.documents.readers import text
from dateline.errors import UnreadableDocument
from documents.materials import material


def test_the_characters_are_kept_as_they_are():
    (document,) = text.read(material(b"  Four killed.\r\n\r\n\tPolice said so.  \n"))
    assert document.text == "  Four killed.\n\n\tPolice said so.  \n"


def test_what_was_done_to_the_bytes_is_noted():
    (document,) = text.read(material("Café".encode("windows-1252")))
    assert document.notes == ("not valid UTF-8: decoded as windows-1252",)


@pytest.mark.parametrize("data", [b"\x1f\x8b\x08x", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"SQLite format 3\0"])
def test_a_file_of_another_kind_is_named(data):
    with pytest.raises(UnreadableDocument, match=r"^the file is .*: "):
        list(text.read(material(data)))
