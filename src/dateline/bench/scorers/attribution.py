"""How attributions are scored: cues, then the sources and contents of those whose cues agree."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Table, f1, interval, precision, recall
from dateline.bench.records import Row

Words = frozenset[int]  # offsets at which words begin


@dataclass(frozen=True, slots=True)
class CitedWords:
    """One attribution as the sets of words of its source, cue and content; a set is empty where there is none."""

    source: Words
    cue: Words
    content: Words


Keyed = tuple[
    Sequence[CitedWords], Sequence[Sequence[CitedWords]]
]  # what was found in an article, and each annotator's key
_FIGURES = {
    "cue": "cues share a word",
    "cue.exact": "cues have the same words",
    "source": "cues share a word and sources have the same words",
    "source.overlap": "cues share a word and so do sources",
    "content": "words of the contents of pairs whose cues share a word",
    "content.exact": "cues share a word and contents have the same words",
}


def rows(articles: Sequence[Keyed], *, prefix: str = "attribution") -> tuple[Row, ...]:
    """Return precision, recall and F of each figure over articles, with intervals over articles.

    Found and annotated attributions of an article are paired one to one, in order, if their cues share a word; more
    shared words first. A word is letters and digits: punctuation is not compared.

    cue: pairs; `cue.exact`: pairs whose cues have the same words.
    source: pairs whose sources have the same words, of those that have a source; `source.overlap`: share one.
    content: words that the contents of a pair share, of all words in contents; `content.exact`: pairs with the same.

    An article with several annotators counts once: its sums are the mean of the scores against each of their keys.
    `n` is how many cues, sources, or words of contents the keys have.
    """
    tables = {figure: np.array([_mean_sums(article, figure) for article in articles]) for figure in _FIGURES}
    return tuple(row for figure, table in tables.items() for row in _three(f"{prefix}.{figure}", table, figure))


def _three(metric: str, table: Table, figure: str) -> Iterator[Row]:
    wanted = round(float(table[:, 3].sum())) if len(table) else 0
    for name, formula in (("precision", precision), ("recall", recall), ("f1", f1)):
        if not len(table):
            yield Row(f"{metric}.{name}", None, note="no articles")
        else:
            yield Row(f"{metric}.{name}", *interval(table, formula), wanted, note=_FIGURES[figure])


def _mean_sums(article: Keyed, figure: str) -> tuple[float, ...]:
    found, keys = article
    if not keys:
        return (0.0, 0.0, 0.0, 0.0)
    sums = np.array([_sums(found, key, figure) for key in keys], dtype=np.float64)
    return tuple(float(value) for value in sums.mean(axis=0))


def _sums(found: Sequence[CitedWords], key: Sequence[CitedWords], figure: str) -> tuple[float, ...]:
    """Return right, found, right, wanted."""
    pairs = paired(found, key)
    part, _, how = figure.partition(".")
    if figure == "content":
        right = sum(len(mine.content & theirs.content) for mine, theirs in pairs)
        return (right, sum(len(each.content) for each in found), right, sum(len(each.content) for each in key))
    if part == "cue":
        right = len(pairs) if not how else sum(mine.cue == theirs.cue for mine, theirs in pairs)
        return (right, len(found), right, len(key))
    is_exact = how != "overlap"
    right = sum(_agree(getattr(mine, part), getattr(theirs, part), exactly=is_exact) for mine, theirs in pairs)
    return (right, sum(bool(getattr(each, part)) for each in found), right, sum(bool(getattr(e, part)) for e in key))


def _agree(mine: Words, theirs: Words, *, exactly: bool) -> bool:
    return bool(mine) and mine == theirs if exactly else bool(mine & theirs)


def paired(found: Sequence[CitedWords], key: Sequence[CitedWords]) -> list[tuple[CitedWords, CitedWords]]:
    """Return the pairs of attributions whose cues share a word, each at most once, more shared words first."""
    shared = [
        (-len(mine.cue & theirs.cue), place, other)
        for place, mine in enumerate(found)
        for other, theirs in enumerate(key)
        if mine.cue & theirs.cue
    ]
    taken_found: set[int] = set()
    taken_key: set[int] = set()
    pairs = []
    for _, place, other in sorted(shared):
        if place not in taken_found and other not in taken_key:
            taken_found.add(place)
            taken_key.add(other)
            pairs.append((found[place], key[other]))
    return pairs
