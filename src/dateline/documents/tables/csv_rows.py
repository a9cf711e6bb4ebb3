"""CSV and TSV rows, one at a time."""

import csv
from collections.abc import Iterator
from itertools import zip_longest

from dateline.documents.material import Material
from dateline.documents.records import Unread
from dateline.documents.tables.rows import Row, bad_row
from dateline.documents.tables.text_stream import mend, open_text

_DELIMITERS = (",", ";", "\t", "|")
_LONGEST_FIELD = 10_000_000  # characters: a book has about 1 million


def csv_rows(material: Material) -> Iterator[Row | Unread]:
    """Yield each row below the header, which is row 1; a row that does not fit the header is an Unread."""
    csv.field_size_limit(max(csv.field_size_limit(), _LONGEST_FIELD))  # the module's one setting, never lowered
    delimiter = _delimiter(material)
    with open_text(material) as stream:
        reader = csv.reader(stream, delimiter=delimiter, strict=True)
        header: list[str] | None = None
        number = 0
        while True:
            number += 1
            try:
                record = next(reader)
            except StopIteration:
                return
            except csv.Error as error:
                yield bad_row(material, number, f"the row is broken ({error}): close its quotes and double inner ones")
                continue
            if header is None:
                header = record
            elif record:
                yield _row(material, header, record, number)


def _delimiter(material: Material) -> str:
    """Return the sign that stands most often in the first line; a tab for TSV."""
    if material.suffix in {".tsv", ".tab"} or material.kind == "text/tab-separated-values":
        return "\t"
    line = material.head().partition(b"\n")[0]
    return max(_DELIMITERS, key=lambda sign: line.count(sign.encode()))


def _row(material: Material, header: list[str], record: list[str], number: int) -> Row | Unread:
    if any(field.strip() for field in record[len(header) :]):
        reason = f"it has {len(record)} fields, the header {len(header)}: put quotes round fields with the delimiter"
        return bad_row(material, number, reason)
    cells: dict[str, object] = {}
    notes: dict[str, None] = {}
    for name, value in zip_longest(header, record[: len(header)]):  # a row may end early
        decoded = mend(value or "")
        notes.update(dict.fromkeys(decoded.notes))
        cells.setdefault(name, decoded.text)
    return Row(number, cells, tuple(notes))
