"""Tables of documents: CSV, TSV, JSON Lines, a JSON list, Parquet; a row is a document, and rows stream."""

from collections.abc import Callable, Iterator

from dateline.documents.material import Material
from dateline.documents.records import Document, Unread
from dateline.documents.tables.columns import Columns, find_columns
from dateline.documents.tables.csv_rows import csv_rows
from dateline.documents.tables.json_rows import json_rows
from dateline.documents.tables.parquet_rows import parquet_rows
from dateline.documents.tables.rows import Row, read_row
from dateline.errors import UnreadableDocument

NAME = "table"
MAX_BYTES = None

_FORMATS: dict[str, Callable[[Material], Iterator[Row | Unread]]] = {
    ".csv": csv_rows,
    ".tsv": csv_rows,
    ".tab": csv_rows,
    "text/csv": csv_rows,
    "text/tab-separated-values": csv_rows,
    ".jsonl": json_rows,
    ".ndjson": json_rows,
    ".json": json_rows,
    "application/json": json_rows,
    "application/jsonl": json_rows,
    "application/x-ndjson": json_rows,
    ".parquet": parquet_rows,
    "application/vnd.apache.parquet": parquet_rows,
}


def accepts(material: Material) -> bool:
    return _format(material) is not None


def read(material: Material) -> Iterator[Document | Unread]:
    rows_of = _format(material)
    assert rows_of is not None, "a reader reads what it accepts"
    columns: Columns | None = None
    row = None
    for row in rows_of(material):
        if isinstance(row, Unread):
            yield row
            continue
        columns = columns or find_columns(row.cells)
        yield read_row(material, columns, row)
    if row is None:
        raise UnreadableDocument("the table has no rows: add them or remove it")


def _format(material: Material) -> Callable[[Material], Iterator[Row | Unread]] | None:
    if material.head().startswith(b"PAR1"):
        return parquet_rows
    return _FORMATS.get(material.suffix) or _FORMATS.get(material.kind)
