"""Parquet rows, by batches of records."""

from collections.abc import Iterator
from typing import Any

from dateline.documents.material import Material
from dateline.documents.tables.columns import find_columns
from dateline.documents.tables.rows import Row

_BATCH = 256  # rows: about 1 MB of reports


def parquet_rows(material: Material) -> Iterator[Row]:
    """Yield each row, numbered from 1, with only those columns that documents are made of."""
    from pyarrow.parquet import ParquetFile  # noqa: PLC0415 - 0.1 s to load

    material.stream.seek(0)
    with ParquetFile(material.stream, pre_buffer=False) as table:
        wanted = list(find_columns(table.schema_arrow.names).named())
        number = 0
        for batch in table.iter_batches(_BATCH, columns=wanted, use_threads=False):
            columns = {name: _values(batch.column(name)) for name in batch.schema.names}
            for index in range(batch.num_rows):
                number += 1
                yield Row(number, {name: values[index] for name, values in columns.items()})


def _values(column: Any) -> list[object]:
    """Return a column's values as text, or as bytes where that is what it holds; null is None."""
    from pyarrow import compute, string, types  # noqa: PLC0415 - loaded already

    if types.is_binary(column.type) or types.is_large_binary(column.type):
        return list(column.to_pylist())
    return list(compute.cast(column, string()).to_pylist())
