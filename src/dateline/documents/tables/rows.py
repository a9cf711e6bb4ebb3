"""Rows: one row of a table to one document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from dateline.documents.decoding import clean, decode
from dateline.documents.material import Material
from dateline.documents.publication import read_publication
from dateline.documents.records import Document, Unread
from dateline.documents.tables.columns import Columns
from dateline.errors import UnreadableDocument

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_].*)?", re.IGNORECASE)  # "en", "en-US"


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of one row by column name. `number` is counted from 1; a CSV's header is row 1 (RFC 7111).

    `notes` say what had to be done to decode the row.
    """

    number: int
    cells: Mapping[str, object]
    notes: tuple[str, ...] = ()


def read_row(material: Material, columns: Columns, row: Row) -> Document | Unread:
    """Return the row's document, or an Unread with the origin `table.csv#row=12`."""
    try:
        return _document(material, columns, row)
    except UnreadableDocument as error:
        return bad_row(material, row.number, str(error))


def bad_row(material: Material, number: int, reason: str) -> Unread:
    return Unread(f"{material.origin}#row={number}", f"row {number}: {reason}", material.capture)


def _document(material: Material, columns: Columns, row: Row) -> Document:
    cell = _Cells(row)
    text = cell.text(columns.text)
    if not text.strip():
        raise UnreadableDocument(f"the column {columns.text!r} is empty: fill it or remove the row")
    given, notes = _given(material, columns, cell)
    key = cell.line(columns.id)
    given = replace(given, origin=f"{material.origin}#id={key}" if key else f"{material.origin}#row={row.number}")
    document = given.document(text, title=cell.line(columns.title), notes=(*cell.notes, *notes))
    language, remark = _language(cell.line(columns.language))
    return replace(document, language=language, notes=(*document.notes, *remark))


def _given(material: Material, columns: Columns, cell: "_Cells") -> tuple[Material, tuple[str, ...]]:
    """Return the material with the row's own date, source and address; a note where the date is not one."""
    own = replace(
        material,
        source=cell.line(columns.source) or material.source,
        url=cell.line(columns.url) or material.url,
    )
    dated = cell.line(columns.published)
    if not dated:
        return own, ()
    published, note = read_publication(dated, f"the column {columns.published!r}")
    return replace(own, published=published), () if published else (note,)


def _language(name: str) -> tuple[str | None, tuple[str, ...]]:
    if not name:
        return None, ()
    code = _LANGUAGE.fullmatch(name)
    return (
        (code[1].lower(), ()) if code else (None, (f"language left unknown: {name[:40]!r} is not an ISO 639-1 code",))
    )


class _Cells:
    """Cells as clean text; keeps the notes of what had to be done to them."""

    def __init__(self, row: Row) -> None:
        self._cells = row.cells
        self.notes = row.notes

    def text(self, column: str | None) -> str:
        value = self._cells.get(column) if column is not None else None
        if value is None:
            return ""
        if isinstance(value, dict | list | bool):
            raise UnreadableDocument(f"the column {column!r} holds {type(value).__name__} values: give it text")
        decoded = decode(value) if isinstance(value, bytes) else clean(str(value))
        self.notes = tuple(dict.fromkeys((*self.notes, *decoded.notes)))
        return decoded.text

    def line(self, column: str | None) -> str:
        return " ".join(self.text(column).split())
