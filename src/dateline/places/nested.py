"""Names that hold a place: "University of Mosul" lies in Mosul, "the Pakistani Embassy in Kabul" in Kabul."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from dateline.places.names import plain, read_data

_MOST_HEAD_WORDS = 4
_MOST_INNER_WORDS = 5
_WORD = re.compile(r"[\w\u2019'.&-]*\w\.?|,")


@dataclass(frozen=True, slots=True)
class Head:
    """A word that says what a name names, and what a place name around it then says (`data/nested.yaml`)."""

    words: str
    leading: str
    of: str
    local: bool
    people: bool
    km: float


@dataclass(frozen=True, slots=True)
class Inner:
    """A part of a name that may name the place it lies in.

    `said` is how: "where" (after "in" or a comma), "of", or "leading" (before the head); `rule` is what the head makes
    of it: "place", "owner", "mentioned".
    """

    text: str
    said: str
    rule: str


@dataclass(frozen=True, slots=True)
class Nested:
    """A name taken apart: its head, if it has one, and the parts that may name its place, most telling first."""

    head: Head | None
    inner: tuple[Inner, ...]


def read_nested(name: str) -> Nested:
    """Take a name apart. A name without a head has inner parts only after "in", "at" and the like, or a comma."""
    words = _WORD.findall(name)
    low = [plain(word) if word != "," else "," for word in words]
    cut = _first_of(low, _grammar().where)
    start, end = _of_head(low[:cut])
    head = _grammar().head(low[start:end], at_start=start == 0 and end < cut)
    found = list(_after(words, low, cut))
    if head is not None:
        found += _parts(words[:cut], low[:cut], (start, end), head)
    return Nested(head, tuple(found))


def _after(words: Sequence[str], low: Sequence[str], cut: int) -> Iterator[Inner]:
    """Yield what stands after each "in", "at" or comma, the first one's first: "Hotel Sol, Gao, Mali" gives Gao."""
    marks = [index for index in range(cut, len(low)) if low[index] in _grammar().where]
    for mark, following in zip(marks, [*marks[1:], len(low)], strict=False):
        yield from _shrinking(words[mark + 1 : following], "where", "place", from_end=False)


def _parts(words: Sequence[str], low: Sequence[str], head_at: tuple[int, int], head: Head) -> Iterator[Inner]:
    start, end = head_at
    after = range(end, len(low))
    of = next((index for index in after if low[index] in _grammar().of), None)
    if of is not None or _grammar().of.intersection(low[end - 1 : end]):
        yield from _shrinking(words[(end if of is None else of + 1) :], "of", head.of, from_end=True)
    if head.leading != "name":
        yield from _shrinking(words[:start], "leading", head.leading, from_end=False)


def _shrinking(words: Sequence[str], said: str, rule: str, *, from_end: bool) -> Iterator[Inner]:
    """Yield the words together, then fewer and fewer of them: the longest name that the gazetteer has is the best."""
    words = [word for word in words if word != ","]
    if words and plain(words[0]) == "the":
        words = words[1:]
    for length in range(min(_MOST_INNER_WORDS, len(words)), 0, -1):
        yield Inner(" ".join(words[:length]), said, rule)
        if from_end and length < len(words):
            yield Inner(" ".join(words[-length:]), said, rule)


def _first_of(low: Sequence[str], marks: frozenset[str]) -> int:
    return next((index for index in range(1, len(low)) if low[index] in marks), len(low))


def _of_head(low: Sequence[str]) -> tuple[int, int]:
    """Return where the head stands: before an "of", else at the end, else at the beginning; (0, 0) if nowhere."""
    grammar = _grammar()
    ends = [index for index in range(1, len(low)) if low[index] in grammar.of] + [len(low)]
    for end in ends:
        for start in range(max(0, end - _MOST_HEAD_WORDS), end):
            if " ".join(low[start:end]) in grammar.last:
                return start, end
    for end in range(min(_MOST_HEAD_WORDS, len(low) - 1), 0, -1):
        if " ".join(low[:end]) in grammar.first:
            return 0, end
    return 0, 0


@dataclass(frozen=True, slots=True)
class _Grammar:
    last: dict[str, Head]
    first: dict[str, Head]
    where: frozenset[str]
    of: frozenset[str]

    def head(self, low: Sequence[str], *, at_start: bool) -> Head | None:
        words = " ".join(low)
        found = (self.first.get(words), self.last.get(words)) if at_start else (self.last.get(words),)
        return next((head for head in found if head is not None), None)


@cache
def _grammar() -> _Grammar:
    data = read_data("nested.yaml")
    inside = data["inside"]
    where = frozenset(map(plain, inside["where"])) | frozenset(inside["marks"])
    return _Grammar(_heads(data["heads"]), _heads(data["first"]), where, frozenset(map(plain, inside["of"])))


def _heads(entries: Sequence[dict[str, Any]]) -> dict[str, Head]:
    heads: dict[str, Head] = {}
    for entry in entries:
        of, people = entry.get("of", "place"), entry.get("people", False)
        for words in map(plain, entry["words"]):
            heads.setdefault(words, Head(words, entry["leading"], of, entry["local"], people, float(entry["km"])))
    return heads
