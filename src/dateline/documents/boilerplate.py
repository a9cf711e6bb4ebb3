"""Boilerplate: what a site puts around its reports ("Sign up for our newsletter"); it tells of no event.

Known phrases stand in `data/boilerplate.yaml`, each with examples; what else a site repeats is found by
`recurring_paragraphs` over many documents. A document's text is never changed: the spans are found, or blanked in a
copy of the same length, so that every span into it holds.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from math import inf
from typing import Any

import yaml

from dateline.documents.records import Document
from dateline.values.folding import fold, lower
from dateline.values.spans import Span

MANY = 6  # documents that have a paragraph before it may be a site's own
LONG_APART = 21  # days from the first of them to the last: the copies of one report come within days
_SHORTEST = 4  # words: a shorter paragraph ("Three died.") may recur by chance
_LINE = re.compile(r"[^\n]+")
_SENTENCE_END = re.compile(r"(?<=[.!?)\"])(?<![ (][A-Z]\.)\s+(?=[\"(A-Z©>@])")  # not after an initial
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AT_NAME = re.compile(r"(?<!\S)@\w+")
_NO_WORD = re.compile(r"[^\w@©]+")


@dataclass(frozen=True, slots=True)
class Kind:
    """What marks a sentence as a site's own: words anywhere in it, words at its beginning, and how long it may be."""

    anywhere: re.Pattern[str]
    starts: re.Pattern[str]
    longest: float  # words

    def marks(self, levelled: str) -> bool:
        found = self.anywhere.search(levelled) or self.starts.match(levelled)
        return found is not None and levelled.count(" ") < self.longest


def boilerplate_in(text: str, recurring: frozenset[str] = frozenset()) -> tuple[Span, ...]:
    """Return the spans of a text's sentences and lines that are a site's own, in order.

    `recurring` are keys of paragraphs that are known to recur (`recurring_paragraphs`).
    """
    return tuple(_marked(fold(text), recurring))


def without_boilerplate(text: str, recurring: frozenset[str] = frozenset()) -> str:
    """Return the text with every boilerplate sentence blanked; of the same length, so that spans into it hold."""
    kept = list(text)
    for span in boilerplate_in(text, recurring):
        kept[span.start : span.end] = " " * len(span)
    return "".join(kept)


def paragraph_key(paragraph: str) -> str:
    """Return what two paragraphs share whose words are the same, numbers apart: a year or an hour may differ."""
    return re.sub(r"\d+", "0", _levelled(fold(paragraph)))


def recurring_paragraphs(documents: Iterable[Document]) -> frozenset[str]:
    """Return the keys of the paragraphs that many documents have over weeks: no copies of one report, but a site's.

    A document without a day of publication counts for nothing.
    """
    days: dict[str, set[tuple[date, str]]] = defaultdict(set)
    for document in documents:
        published = document.published.first if document.published else None
        if published is not None:
            for key in {paragraph_key(line[0]) for line in _LINE.finditer(document.text)}:
                if key.count(" ") + 1 >= _SHORTEST:
                    days[key].add((published, document.id))
    return frozenset(key for key, seen in days.items() if len(seen) >= MANY and _apart(seen) >= LONG_APART)


@cache
def read_boilerplate() -> tuple[dict[str, Any], ...]:
    """Return the kinds of data/boilerplate.yaml as they stand, with their examples."""
    text = (files("dateline.documents") / "data" / "boilerplate.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def _marked(folded: str, recurring: frozenset[str]) -> Iterator[Span]:
    kinds = _kinds()
    for line in _LINE.finditer(folded):
        if recurring and paragraph_key(line[0]) in recurring:
            yield Span(*line.span())
            continue
        for start, end in _sentences(line[0]):
            levelled = _levelled(line[0][start:end])
            if any(kind.marks(levelled) for kind in kinds):
                yield Span(line.start() + start, line.start() + end)


def _sentences(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _SENTENCE_END.finditer(line):
        yield start, gap.start()
        start = gap.end()
    if start < len(line):
        yield start, len(line)


def _levelled(text: str) -> str:
    """Return a text's words in small letters, parted by one space; a mailbox is "@", a name after "@" is "@name"."""
    addressed = _MAILBOX.sub(" @ ", _AT_NAME.sub("@name", text.replace(" @ ", " ")))
    return _NO_WORD.sub(" ", unicodedata.normalize("NFKC", lower(addressed))).strip()


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(
        Kind(_any_of(entry.get("phrases", ())), _any_of(entry.get("starts", ())), entry.get("longest", inf))
        for entry in read_boilerplate()
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted({_as_written(phrase) for phrase in phrases}, key=len, reverse=True)
    found = "|".join(map(re.escape, longest_first)) or "(?!)"
    return re.compile(rf"(?<!\S)(?:{found})(?!\S)")


def _as_written(phrase: str) -> str:
    return _NO_WORD.sub(" ", phrase).strip()


def _apart(seen: Iterable[tuple[date, str]]) -> int:
    days = [day for day, _ in seen]
    return (max(days) - min(days)).days
