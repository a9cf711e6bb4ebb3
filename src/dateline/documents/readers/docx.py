"""DOCX: the paragraphs and tables of the body, in order."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import Any

from dateline.documents.decoding import clean
from dateline.documents.material import Material
from dateline.documents.records import Document
from dateline.errors import UnreadableDocument

NAME = "DOCX"
MAX_BYTES = 50_000_000
_MAX_UNPACKED = 200_000_000  # bytes, all parts together; what a part holds beyond its declared size is never unpacked
_MAX_XML = 30_000_000  # bytes, all XML parts together: about 1 million words
_MAX_TAGS = 1_000_000  # both ends counted: 5 s and 200 MB; office programs write about two a word
_MAIN_PART = "word/document.xml"


def accepts(material: Material) -> bool:
    if not material.head().startswith(b"PK\x03\x04"):
        return False
    return material.suffix == ".docx" or "wordprocessingml" in material.kind or _MAIN_PART in _sizes(material)


def read(material: Material) -> Iterator[Document]:
    _check_parts(material)
    import docx  # noqa: PLC0415 - 0.2 s to load

    title, texts = _title_and_texts(docx.Document(material.stream))
    if not texts:
        raise UnreadableDocument("the DOCX has no text: if it holds pictures of text, run OCR first")
    decoded = clean("\n\n".join(texts))
    yield material.document(decoded.text, title=title, notes=decoded.notes)


def _check_parts(material: Material) -> None:
    """Raise UnreadableDocument for an archive that is cut short, is no DOCX, or is too large to parse."""
    sizes = _sizes(material)
    if not sizes:
        raise UnreadableDocument("the DOCX is damaged or cut short: fetch it again, or save its text")
    if _MAIN_PART not in sizes:
        raise UnreadableDocument("the DOCX has no text part: open it in an office program and save it again")
    markup = [name for name in sizes if name.lower().endswith((".xml", ".rels"))]
    is_bomb = sum(sizes.values()) > _MAX_UNPACKED or sum(sizes[name] for name in markup) > _MAX_XML
    if is_bomb or _count_tags(material, markup) > _MAX_TAGS:
        raise UnreadableDocument("the DOCX unpacks to more than a report can hold: save its text as a new file")


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


def _count_tags(material: Material, names: Iterable[str]) -> int:
    with zipfile.ZipFile(material.stream) as archive:
        tags = sum(archive.read(name).count(b"<") for name in names)
    material.stream.seek(0)
    return tags


def _title_and_texts(document: Any) -> tuple[str | None, list[str]]:
    """Return the first block with text, if its style is Title, and the text of every block that has one."""
    title: str | None = None
    texts: list[str] = []
    for block in document.iter_inner_content():
        text = _block_text(block)
        if not text.strip():
            continue
        if not texts:  # a style takes longer to look up than all else
            title = text if _is_title(block) else None
        texts.append(text)
    return title, texts


def _is_title(block: Any) -> bool:
    from docx.table import Table  # noqa: PLC0415 - loaded already

    return not isinstance(block, Table) and block.style is not None and block.style.name == "Title"


def _block_text(block: Any) -> str:
    """Return a paragraph's text, or a table's as lines of cells parted by tabs."""
    from docx.table import Table  # noqa: PLC0415 - loaded already

    return "\n".join(map(_row_text, block.rows)) if isinstance(block, Table) else str(block.text)


def _row_text(row: Any) -> str:
    from docx.table import _Cell  # noqa: PLC0415 - the one way to read a cell as it stands in the file

    # `row.cells` repeats a merged cell for each column that it spans, as many as the file says: a billion
    cells = (_Cell(each, row) for each in row._tr.tc_lst)  # noqa: SLF001 - see above
    return "\t".join(" ".join(cell.text.split()) for cell in cells)
