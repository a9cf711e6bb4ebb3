"""PDF: the text layer, page by page."""

from collections.abc import Iterator
from typing import Any

from dateline.documents.decoding import clean
from dateline.documents.material import Material
from dateline.documents.records import Document
from dateline.errors import UnreadableDocument

NAME = "PDF"
MAX_BYTES = 200_000_000  # most of a PDF is pictures
_MAX_PAGES = 2000
_MAX_CHARACTERS = 50_000_000
_PASSWORD_NEEDED = 4  # FPDF_ERR_PASSWORD, public/fpdfview.h
_ENCRYPTION = b"/Encrypt"  # never compressed: ISO 32000-1, 7.5.5 and 7.5.8.2
# PDFium writes U+FFFE, or U+0002 in older files, for a hyphen that breaks a word at the end of a line.
_HYPHENS = {0xFFFE: "-", 0x0002: "-"}


def accepts(material: Material) -> bool:
    # ISO 32000-1, annex H.3.4.1: readers accept the mark anywhere in the first 1,024 bytes
    return b"%PDF-" in material.head()[:1024]


def read(material: Material) -> Iterator[Document]:
    from pypdfium2 import PdfDocument, PdfiumError  # noqa: PLC0415 - loads a shared library

    data = material.all_bytes()
    try:
        pdf = PdfDocument(data)
    except PdfiumError as error:
        # PDFium keeps the code of the file before where it gives this one none
        if error.err_code == _PASSWORD_NEEDED and _ENCRYPTION in data:
            raise UnreadableDocument("the PDF is encrypted: save a copy without its password") from error
        raise UnreadableDocument(f"the PDF is damaged ({error}): print it to a new PDF, or save its text") from error
    try:
        pages, total = _page_texts(pdf), len(pdf)
    finally:
        pdf.close()
    yield _document(material, pages, total)


def _page_texts(pdf: Any) -> list[str]:
    texts: list[str] = []
    size = 0
    for number in range(min(len(pdf), _MAX_PAGES)):
        page = pdf[number]
        text_page = page.get_textpage()
        texts.append(text_page.get_text_range().translate(_HYPHENS))
        text_page.close()
        page.close()
        size += len(texts[-1])
        if size > _MAX_CHARACTERS:
            raise UnreadableDocument(f"the PDF has more than {_MAX_CHARACTERS:,} characters: split it")
    return texts


def _document(material: Material, pages: list[str], total: int) -> Document:
    with_text = [page for page in pages if page.strip()]
    if not with_text:
        raise UnreadableDocument("the PDF has no text layer: run OCR first (for example `ocrmypdf in.pdf out.pdf`)")
    decoded = clean("\n\n".join(with_text))
    notes = list(decoded.notes)
    if bare := [str(number) for number, page in enumerate(pages, 1) if not page.strip()]:
        notes.append(f"pages without a text layer left out: {', '.join(bare)}")
    if total > len(pages):
        notes.append(f"only the first {len(pages)} of {total} pages read")
    return material.document(decoded.text, notes=tuple(notes))
