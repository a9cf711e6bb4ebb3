"""JSON rows: the lines of JSON Lines one at a time, or the objects of one JSON list."""

import json
from collections.abc import Iterator
from typing import TextIO

from dateline.documents.decoding import bom_of, decode
from dateline.documents.material import Material
from dateline.documents.records import Unread
from dateline.documents.tables.rows import Row, bad_row
from dateline.documents.tables.text_stream import mend, open_text
from dateline.errors import UnreadableDocument

_LARGEST_LIST = 50_000_000  # bytes: a list is parsed as a whole, in about ten times its size of memory
_LONGEST_LINE = 10_000_000  # characters


def json_rows(material: Material) -> Iterator[Row | Unread]:
    """Yield each object; rows of JSON Lines are numbered by line, those of a list by place, both from 1."""
    head = material.head()
    is_list = head.removeprefix(bom_of(head)[0]).lstrip(b" \t\r\n\0").startswith(b"[")
    if is_list or (material.suffix == ".json" and material.size <= _LARGEST_LIST):
        return _list_rows(material)
    return _line_rows(material)


def _list_rows(material: Material) -> Iterator[Row | Unread]:
    if material.size > _LARGEST_LIST:
        raise UnreadableDocument("the JSON list is too large to read at once: save it as JSON Lines, one object a line")
    try:
        parsed = json.loads(decode(material.all_bytes()).text)
    except RecursionError as error:
        raise UnreadableDocument("the JSON is nested too deeply: save it as a list of flat objects") from error
    except json.JSONDecodeError as error:
        if error.msg == "Extra data":  # JSON Lines under the name .json
            yield from _line_rows(material)
            return
        raise UnreadableDocument(f"the JSON is broken ({error}): mend it, or save it as JSON Lines") from error
    for number, value in enumerate(parsed if isinstance(parsed, list) else [parsed], 1):
        yield _row(material, value, number)


def _line_rows(material: Material) -> Iterator[Row | Unread]:
    with open_text(material) as stream:
        for number, line in enumerate(_lines(stream), 1):
            if line is None:
                yield bad_row(material, number, f"the line has more than {_LONGEST_LINE:,} characters: split it")
            elif line.strip():
                yield _parsed(material, line, number)


def _lines(stream: TextIO) -> Iterator[str | None]:
    """Yield each line; None for one that is too long, of which only one piece at a time is in memory."""
    while line := stream.readline(_LONGEST_LINE):
        if line.endswith(("\n", "\r")) or len(line) < _LONGEST_LINE:
            yield line
            continue
        while (rest := stream.readline(_LONGEST_LINE)) and not rest.endswith(("\n", "\r")):
            continue
        yield None


def _parsed(material: Material, line: str, number: int) -> Row | Unread:
    try:
        decoded = mend(line)
        return _row(material, json.loads(decoded.text, strict=False), number, decoded.notes)
    except (ValueError, RecursionError) as error:
        return bad_row(material, number, f"the line is not JSON ({error}): write one object on each line")
    except UnreadableDocument as error:
        return bad_row(material, number, str(error))


def _row(material: Material, value: object, number: int, notes: tuple[str, ...] = ()) -> Row | Unread:
    if not isinstance(value, dict):
        return bad_row(material, number, f"it is a {type(value).__name__}, not an object with named fields")
    return Row(number, value, notes)
