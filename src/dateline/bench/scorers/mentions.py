"""Scores the things found in a text against those that re3d marks, in five types.

The key is every entity that somebody confirmed, names, nouns and pronouns alike, nested ones too. A thing is right if
it overlaps an entity of its type that no other thing is matched with; `exact` asks for the same words without article.
What only the machine suggested is no key and, where we find it too, it is wrong: nothing is left out of the count.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Figure, Table, f1, interval, precision, recall
from dateline.bench.re3d import Marked, Re3dText, re3d_words
from dateline.bench.records import Row
from dateline.claims.coders.rules.bond_links import Party
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.things import find_named, find_things
from dateline.values.spans import Span

METRIC = "mentions.re3d"
_ARTICLE = re.compile(r"(?:the|an?|\W)\s*", re.IGNORECASE)
_TRAILING = re.compile(r"\W+$")
_NAMES_ONLY = "names only"


@dataclass(frozen=True, slots=True)
class Found:
    """One text: what it marks, what we find in it, and what of that is a name."""

    text: str
    marked: tuple[Marked, ...]
    things: tuple[Marked, ...]
    names: tuple[Marked, ...]


def look(text: Re3dText, page: Page) -> Found:
    """Return what is marked in a text and what is found there, in re3d's types, of those that we have."""
    types = re3d_words()["things"]
    marked = tuple(each for each in text.entities if each.type in types.values())
    return Found(text.document.text, marked, _as_marked(find_things(page)), _as_marked(find_named(page)))


def _as_marked(parties: Iterable[Party]) -> tuple[Marked, ...]:
    types = re3d_words()["things"]
    return tuple(Marked(party.span, types[party.kind]) for party in parties)


def rows(found: Sequence[Found]) -> tuple[Row, ...]:
    """Return F, precision and recall over all five types, F by exact words, and F of each type; names stand beside."""
    plain = _table(found, [each.names for each in found])
    names = float(f1(plain.sum(axis=0, keepdims=True))[0])
    table, exact = _table(found), _table(found, is_exact=True)
    n = sum(len(each.marked) for each in found)
    return (
        _row("f1", table, f1, n, note="overlapping, same type", peer=names),
        _row("precision", table, precision, sum(len(each.things) for each in found)),
        _row("recall", table, recall, n),
        _row("exact.f1", exact, f1, n, note="the same words without article"),
        *(_row_of_type(name, found) for name in re3d_words()["things"].values()),
    )


def _row_of_type(name: str, found: Sequence[Found]) -> Row:
    only = [
        Found(each.text, *(tuple(m for m in side if m.type == name) for side in (each.marked, each.things, each.names)))
        for each in found
    ]
    metric = re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()
    return _row(f"{metric}.f1", _table(only), f1, sum(len(each.marked) for each in only))


def _table(
    found: Sequence[Found], things: Sequence[tuple[Marked, ...]] | None = None, *, is_exact: bool = False
) -> Table:
    ours = things or [each.things for each in found]
    sums = []
    for each, mine in zip(found, ours, strict=True):
        right = count_right(each.text, each.marked, mine, is_exact=is_exact)
        sums.append([right, len(mine), right, len(each.marked)])
    return np.array(sums, dtype=np.float64).reshape(-1, 4)


def count_right(text: str, marked: Sequence[Marked], things: Sequence[Marked], *, is_exact: bool = False) -> int:
    """Return how many things match an entity of their type, each entity once, the one they share most with."""
    free = list(marked)
    right = 0
    for thing in things:
        shared = [(_shared(text, thing.span, each.span, is_exact=is_exact), each) for each in free]
        best = max((pair for pair in shared if pair[1].type == thing.type), key=lambda pair: pair[0], default=None)
        if best is not None and best[0] > 0:
            free.remove(best[1])
            right += 1
    return right


def _shared(text: str, one: Span, other: Span, *, is_exact: bool) -> int:
    if is_exact:
        return int(_trimmed(text, one) == _trimmed(text, other))
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _trimmed(text: str, span: Span) -> tuple[int, int]:
    """Return a span's ends without article, spaces and punctuation at its edges."""
    start, end = span.start, span.end
    while (found := _ARTICLE.match(text, start, end)) and found.end() < end and _ends_word(text, found.end()):
        start = found.end()
    trailing = _TRAILING.search(text[start:end])
    return start, end - len(trailing[0]) if trailing else end


def _ends_word(text: str, at: int) -> bool:
    return not (text[at - 1].isalnum() and text[at].isalnum())


def _row(metric: str, table: Table, figure: Figure, n: int, *, note: str = "", peer: float | None = None) -> Row:
    value, low, high = interval(table, figure)
    return Row(f"{METRIC}.{metric}", value, low, high, n, _NAMES_ONLY if peer is not None else None, peer, note)
