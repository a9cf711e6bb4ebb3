"""Plain text: the characters of the file, unchanged except for its line ends."""

from collections.abc import Iterator

from dateline.documents.decoding import decode
from dateline.documents.material import Material
from dateline.documents.records import Document
from dateline.errors import UnreadableDocument

NAME = "text"
MAX_BYTES = 50_000_000  # about 8 million words: no report is that long

# The first bytes of formats that would otherwise be read as text, or refused without saying what they are.
_FOREIGN = (
    (b"PK\x03\x04", "is a ZIP archive or an office file: unpack it, or save a spreadsheet as CSV"),
    (b"\xd0\xcf\x11\xe0", "is an old Office file: save it as DOCX or CSV"),
    (b"{\\rtf", "is rich text (RTF): save it as DOCX or plain text"),
    (b"\x1f\x8b", "is compressed (gzip): unpack it"),
    (b"\x89PNG", "is a picture: run text recognition (OCR) first"),
    (b"\xff\xd8\xff", "is a picture: run text recognition (OCR) first"),
    (b"SQLite format 3\0", "is a database: export its texts as CSV"),
)


def accepts(_material: Material) -> bool:
    """Accept anything: the last reader that is asked; what is not text is refused with its reason."""
    return True


def read(material: Material) -> Iterator[Document]:
    data = material.all_bytes()
    for signature, reason in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableDocument(f"the file {reason}")
    decoded = decode(data)
    if not decoded.text.strip():
        raise UnreadableDocument("the file is empty but for white space: add its text or remove it")
    yield material.document(decoded.text, notes=decoded.notes)
