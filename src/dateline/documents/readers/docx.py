"""DOCX: the paragraphs and tables of the body, in order."""

import zipfile
from collections.abc import Iterator
from typing import Any

from dateline.documents.decoding import clean
from dateline.documents.material import Material
from dateline.documents.records import Document
from dateline.errors import UnreadableDocument

NAME = "DOCX"
MAX_BYTES = 50_000_000
_MAX_UNPACKED = 200_000_000  # bytes, all parts together; what a part holds beyond its declared size is never unpacked
_MAX_MAIN_PART = 50_000_000  # bytes of XML: about 2 million words
_MAIN_PART = "word/document.xml"


def accepts(material: Material) -> bool:
    if not material.head().startswith(b"PK\x03\x04"):
        return False
    return material.suffix == ".docx" or "wordprocessingml" in material.kind or _MAIN_PART in _sizes(material)


def read(material: Material) -> Iterator[Document]:
    sizes = _sizes(material)
    if _MAIN_PART not in sizes:
        raise UnreadableDocument("the DOCX has no text part: open it in an office program and save it again")
    if sizes[_MAIN_PART] > _MAX_MAIN_PART or sum(sizes.values()) > _MAX_UNPACKED:
        raise UnreadableDocument("the DOCX unpacks to more than a report can hold: save its text as a new file")
    import docx  # noqa: PLC0415 - 0.2 s to load

    blocks = list(_blocks(docx.Document(material.stream)))
    if not blocks:
        raise UnreadableDocument("the DOCX has no text: if it holds pictures of text, run OCR first")
    title = blocks[0][0] if blocks[0][1] else None
    decoded = clean("\n\n".join(text for text, _ in blocks))
    yield material.document(decoded.text, title=title, notes=decoded.notes)


def _sizes(material: Material) -> dict[str, int]:
    """Return the unpacked size of each part, from the archive's directory; nothing is unpacked."""
    material.stream.seek(0)
    try:
        with zipfile.ZipFile(material.stream) as archive:
            return {part.filename: part.file_size for part in archive.infolist()}
    except zipfile.BadZipFile:
        return {}
    finally:
        material.stream.seek(0)


def _blocks(document: Any) -> Iterator[tuple[str, bool]]:
    """Yield each paragraph, and each table as lines of cells parted by tabs, and whether it has the style Title."""
    from docx.table import Table  # noqa: PLC0415 - loaded already

    for block in document.iter_inner_content():
        if isinstance(block, Table):
            text, is_title = "\n".join(_row_text(row) for row in block.rows), False
        else:
            text, is_title = block.text, block.style is not None and block.style.name == "Title"
        if text.strip():
            yield text, is_title


def _row_text(row: Any) -> str:
    # a merged cell stands once for each column that it spans: it is read once
    cells = dict.fromkeys(cell._tc for cell in row.cells)  # noqa: SLF001 - python-docx names merged cells by element
    texts = {cell._tc: " ".join(cell.text.split()) for cell in row.cells}  # noqa: SLF001
    return "\t".join(texts[cell] for cell in cells)
