"""JSON Lines: one object a row, nested quotes as they are."""

import json
from pathlib import Path

from dateline.exports.records import Table


def write_jsonl(table: Table, path: Path) -> int:
    """Write UTF-8, one object a line, its keys in the order of the columns; null stays null."""
    names = [column.name for column in table.columns]
    written = 0
    with path.open("w", encoding="utf-8", newline="\n", errors="replace") as file:
        for row in table.rows:
            file.write(json.dumps({name: row.get(name) for name in names}, ensure_ascii=False, allow_nan=False) + "\n")
            written += 1
    return written
