"""Parquet rows, by row groups and batches of records."""

from collections.abc import Iterator
from typing import Any

from dateline.documents.material import Material
from dateline.documents.records import Unread
from dateline.documents.tables.columns import find_columns
from dateline.documents.tables.rows import Row, bad_row
from dateline.errors import UnreadableDocument

_BATCH = 256  # rows: about 1 MB of reports


def parquet_rows(material: Material) -> Iterator[Row | Unread]:
    """Yield each row, numbered from 1, with only those columns that documents are made of.

    A damaged row group is one Unread that names the rows that are lost; those after it are read.
    """
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - 0.1 s to load

    material.stream.seek(0)
    with ParquetFile(material.stream, pre_buffer=False) as table:
        wanted = list(find_columns(table.schema_arrow.names).named())
        first = 1
        for group in range(table.num_row_groups):
            yield from _group_rows(material, table, group, wanted=wanted, first=first)
            first += table.metadata.row_group(group).num_rows


def _group_rows(material: Material, table: Any, group: int, *, wanted: list[str], first: int) -> Iterator[Row | Unread]:
    from pyarrow import ArrowException  # noqa: PLC0415 - loaded already

    number = first
    try:
        for batch in table.iter_batches(_BATCH, row_groups=[group], columns=wanted, use_threads=False):
            columns = {name: _values(name, batch.column(name)) for name in batch.schema.names}
            for index in range(batch.num_rows):
                yield Row(number, {name: values[index] for name, values in columns.items()})
                number += 1
    except (ArrowException, OSError) as error:
        last = first + table.metadata.row_group(group).num_rows - 1
        yield bad_row(material, number, f"the rows {number} to {last} are damaged ({error}): write the table again")


def _values(name: str, column: Any) -> list[object]:
    """Return a column's values as text, or as bytes where that is what it holds; null is None."""
    from pyarrow import ArrowNotImplementedError, binary, compute, string, types  # noqa: PLC0415 - loaded already

    if types.is_binary(column.type) or types.is_large_binary(column.type):
        return list(column.to_pylist())
    try:
        texts = compute.cast(column, string())
    except ArrowNotImplementedError as error:
        raise UnreadableDocument(f"the column {name!r} holds {column.type} values: give it text") from error
    try:
        return list(texts.to_pylist())
    except UnicodeDecodeError:  # a writer that checked nothing
        return list(compute.cast(texts, binary()).to_pylist())
