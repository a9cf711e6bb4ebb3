"""Quotations: where a text stands in quotation marks, over sentences and paragraphs."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from dateline.values.spans import Span

_PARAGRAPH = re.compile(r"[^\n]+")
_OPENING, _CLOSING, _STRAIGHT = "“„«", "”»", '"'
_SHORTEST = 2  # characters between the marks


def find_quotations(text: str) -> tuple[Span, ...]:
    """Return the spans in double quotation marks, marks included, in order.

    A quotation that is still open at the end of its paragraph ends there, as print has it: the next paragraph opens
    with a mark of its own. A straight mark opens after white space or a bracket and closes otherwise.
    """
    return tuple(span for match in _PARAGRAPH.finditer(text) for span in _in_paragraph(text, *match.span()))


def _in_paragraph(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for place in range(start, end):
        if text[place] not in _OPENING + _CLOSING + _STRAIGHT:
            continue
        if opened is None:
            opened = place if _opens(text, place, start) else None
        elif text[place] not in _OPENING:
            if place - opened > _SHORTEST:
                yield Span(opened, place + 1)
            opened = None
    if opened is not None and end - opened > _SHORTEST:
        yield Span(opened, end)


def _opens(text: str, place: int, start: int) -> bool:
    if text[place] in _OPENING:
        return True
    before = text[place - 1] if place > start else " "
    return text[place] == _STRAIGHT and (before.isspace() or before in "([-'\u2013\u2014\u2015\u2018")


def around(quotations: Sequence[Span], offset: int) -> Span | None:
    """Return the quotation that holds an offset, or None."""
    index = bisect_right(quotations, offset, key=lambda span: span.start) - 1
    return quotations[index] if index >= 0 and offset < quotations[index].end else None
