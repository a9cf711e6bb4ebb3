"""Parquet with explicit nullable types, so that a column of nulls keeps its type and a null never becomes 0."""

from datetime import date
from itertools import islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from dateline.exports.records import Table
from dateline.views.records import Column, ColumnType, Plain, Row

_BATCH = 10_000  # rows a row group: some 20 MB with quotes

_SPAN = [("quote", pa.string()), ("start", pa.int64()), ("end", pa.int64())]
_TYPES: dict[ColumnType, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "quotes": pa.list_(pa.struct([("slot", pa.string()), ("document", pa.string()), *_SPAN])),
    "slots": pa.list_(
        pa.struct(
            [
                *((name, pa.string()) for name in ("slot", "value", "reference", "published", "operator", "scope")),
                *((name, pa.int64()) for name in ("low", "best", "high", "date_precision")),
                *((name, pa.string()) for name in ("date_first", "date_last", "date_basis", "stance", "hedge")),
                ("claim_id", pa.string()),
                *_SPAN,
            ]
        )
    ),
}


def write_parquet(table: Table, path: Path) -> int:
    """Write the table in row groups of 10,000; dates are date32, counts int64, quotes a list of structs."""
    schema = pa.schema([pa.field(column.name, _TYPES[column.type]) for column in table.columns])
    rows = iter(table.rows)
    written = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        while batch := list(islice(rows, _BATCH)):
            typed = [_typed(row, table.columns) for row in batch]
            writer.write_table(pa.Table.from_pylist(typed, schema=schema))
            written += len(batch)
    return written


def _typed(row: Row, columns: tuple[Column, ...]) -> dict[str, Plain | date]:
    return {column.name: _value(row.get(column.name), column.type) for column in columns}


def _value(value: Plain, kind: ColumnType) -> Plain | date:
    if isinstance(value, str):
        return date.fromisoformat(value) if kind == "date" else value.encode("utf-8", "replace").decode()
    return value
