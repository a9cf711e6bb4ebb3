"""Pieces: paragraphs cut to a length that a parser reads in flat memory and time, whatever a file holds."""

import re
from collections.abc import Iterable, Iterator

from dateline.values.spans import Span

LONGEST_PIECE = 4000  # characters; the paragraphs of reports have 300 to 1,500
_LONGEST_WORD = 200  # characters without white space: addresses of web pages end before, and time grows with the square
_MOST_TOGETHER = 64  # pieces
_MOST_CHARACTERS = 16_000  # about 3,000 words: 100 MB while they are parsed

_UNBROKEN = re.compile(rf"\S{{{_LONGEST_WORD + 1},}}")
_WORD = re.compile(r"[^\W\d_]{2}")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]{0,3}\s")


def cut_long(reading: str, paragraph: Span) -> Iterator[Span]:
    """Yield a paragraph as it is, or, if it is longer than LONGEST_PIECE, in parts: at sentence ends where it has any.

    What has no sentence ends is cut at its last white space, and what has none is cut where it is full.
    """
    start = paragraph.start
    while paragraph.end - start > LONGEST_PIECE:
        end = _cut(reading, start, start + LONGEST_PIECE)
        yield Span(start, end)
        start = end
        while start < paragraph.end and reading[start].isspace():
            start += 1
    if start < paragraph.end:
        yield Span(start, paragraph.end)


def has_words(text: str) -> bool:
    """Tell whether there is anything to parse: two letters beside each other, not only digits, signs and bullets."""
    return _WORD.search(text) is not None


def blank_unbroken(text: str) -> str:
    """Return the text with spaces for whatever runs on for more than 200 characters: no word does; same length."""
    return _UNBROKEN.sub(lambda match: " " * len(match[0]), text)


def group(texts: Iterable[str]) -> Iterator[list[str]]:
    """Yield the texts in order, as many together as a parser should hold at once."""
    together: list[str] = []
    characters = 0
    for text in texts:
        if together and (len(together) == _MOST_TOGETHER or characters + len(text) > _MOST_CHARACTERS):
            yield together
            together, characters = [], 0
        together.append(text)
        characters += len(text)
    if together:
        yield together


def _cut(reading: str, start: int, full: int) -> int:
    """Return where the last sentence before `full` ends, else the last word, else `full`."""
    middle = (start + full) // 2
    ends = [match.end() for match in _SENTENCE_END.finditer(reading, middle, full)]
    if ends:
        return ends[-1]
    return next((place for place in range(full, middle, -1) if reading[place - 1].isspace()), full)
