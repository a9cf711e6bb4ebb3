"""CSV that is safe to open in a spreadsheet: no cell of text can be read as a formula."""

import csv
import re
from pathlib import Path

from dateline.exports.records import Table
from dateline.views.records import Plain

_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # OWASP, "CSV injection"
_NUMBER = re.compile(r"[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?")


def write_csv(table: Table, path: Path) -> int:
    """Write UTF-8 with a byte order mark (spreadsheets need it), CRLF line ends, null as an empty cell."""
    names = [column.name for column in table.columns]
    written = 0
    with path.open("w", encoding="utf-8-sig", newline="", errors="replace") as file:
        writer = csv.writer(file)
        writer.writerow(names)
        for row in table.rows:
            writer.writerow([cell_text(row.get(name)) for name in names])
            written += 1
    return written


def cell_text(value: Plain) -> str:
    """Return the text of one cell; text that a spreadsheet would read as a formula gets a leading apostrophe."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case list():
            return safe_text(" | ".join(_item_text(item) for item in value))
        case dict():
            return safe_text(_item_text(value))
        case str():
            return safe_text(value)


def safe_text(text: str) -> str:
    """Return the text with an apostrophe before it if it starts like a formula and is not a number."""
    return f"'{text}" if text.startswith(_FORMULA) and not _NUMBER.fullmatch(text) else text


def _item_text(item: Plain) -> str:
    if not isinstance(item, dict):
        return cell_text(item)
    said = item.get("quote") or item.get("published")
    place = f" ({item['document']}:{item['start']}-{item['end']})" if "document" in item else ""
    return f'{item.get("slot")}: "{said}"{place}'
