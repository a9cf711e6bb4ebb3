"""Scores relations between given entities: of all pairs of a text, which stand in which relation.

Right is the same two spans and the same type; those that are the same both ways count once. Every text is scored with
the weights that its own fold had no part in (bench/data/re3d_folds.json.xz).
"""

import json
import lzma
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np

from dateline.bench.bootstrap import Table, f1, interval, precision, recall
from dateline.bench.re3d import Re3dText, Related, re3d_words
from dateline.bench.records import Row
from dateline.claims.coders.rules.bond_links import Party
from dateline.claims.coders.rules.bonds import SYMMETRIC, BondKind, BondWeights, read_bond_weights, relate
from dateline.claims.coders.rules.page import Page

METRIC = "relations.re3d"
_BASELINE = "all pairs of a sentence, most frequent type"
_BASELINE_TYPE = "FightingAgainst"
_FIGURES = (("precision", precision), ("recall", recall), ("f1", f1))


@dataclass(frozen=True, slots=True)
class Answer:
    """The relations of one text: predicted, marked, and those of the baseline, symmetric ones in the text's order."""

    predicted: frozenset[Related]
    marked: frozenset[Related]
    baseline: frozenset[Related]


def parties_of(text: Re3dText) -> tuple[Party, ...]:
    """Return the confirmed entities as parties, one a span: of two types the one that the judges are surer of."""
    words = re3d_words()["parties"]
    by_span = {each.span: each.type for each in sorted(text.entities, key=lambda each: each.confidence)}
    return tuple(Party(span, words.get(by_span[span], "other")) for span in sorted(by_span))


def answer(text: Re3dText, page: Page) -> Answer:
    """Relate one text's entities by the weights of its fold."""
    names = {ours: theirs for theirs, ours in re3d_words()["bonds"].items()}
    parties = parties_of(text)
    bonds = relate(page, parties, weights=fold_weights()[text.fold])
    return Answer(
        frozenset(Related(bond.first.span, names[bond.kind], bond.second.span) for bond in bonds),
        marked_bonds(text),
        frozenset(_all_pairs(page, parties)),
    )


def marked_bonds(text: Re3dText) -> frozenset[Related]:
    """Return a text's relations of the types that are scored; those that are the same both ways in the text's order."""
    bonds = re3d_words()["bonds"]
    return frozenset(_ordered(each) for each in text.relations if each.type in bonds)


def _ordered(related: Related) -> Related:
    if BondKind(re3d_words()["bonds"][related.type]) not in SYMMETRIC:
        return related
    first, second = sorted((related.source, related.target))
    return Related(first, related.type, second)


def _all_pairs(page: Page, parties: Sequence[Party]) -> Iterable[Related]:
    for first, second in combinations(sorted(party.span for party in parties), 2):
        inside = [page.tokens_in(span) for span in (first, second)]
        if all(inside) and page.sentence_of[inside[0][0]] == page.sentence_of[inside[1][0]]:
            yield Related(first, _BASELINE_TYPE, second)


def rows(answers: Sequence[Answer]) -> tuple[Row, ...]:
    """Return precision, recall and F over all types, each with the baseline beside it, and F, P and R of each type."""
    plain = _table([each.baseline for each in answers], [each.marked for each in answers])
    overall = _rows(METRIC, answers, peers=[figure(plain.sum(axis=0, keepdims=True))[0] for _, figure in _FIGURES])
    return (*overall, *(row for name in re3d_words()["bonds"] for row in _rows(_metric(name), answers, only=name)))


def _metric(name: str) -> str:
    return f"{METRIC}.{re.sub(r'(?<!^)(?=[A-Z])', '_', name).lower()}"


def _rows(
    metric: str, answers: Sequence[Answer], *, only: str | None = None, peers: Sequence[float] = ()
) -> Iterable[Row]:
    found, wanted = ([_of_type(each, only) for each in side] for side in _sides(answers))
    table, n = _table(found, wanted), sum(map(len, wanted))
    for number, (name, figure) in enumerate(_FIGURES):
        value, low, high = interval(table, figure)
        peer = (_BASELINE, float(peers[number])) if peers else (None, None)
        yield Row(f"{metric}.{name}", value, low, high, n, *peer)


def _sides(answers: Sequence[Answer]) -> tuple[list[frozenset[Related]], list[frozenset[Related]]]:
    return [each.predicted for each in answers], [each.marked for each in answers]


def _of_type(related: frozenset[Related], only: str | None) -> frozenset[Related]:
    return frozenset(each for each in related if only in {None, each.type})


def _table(found: Sequence[frozenset[Related]], wanted: Sequence[frozenset[Related]]) -> Table:
    pairs = zip(found, wanted, strict=True)
    sums = [[len(ours & theirs), len(ours), len(ours & theirs), len(theirs)] for ours, theirs in pairs]
    return np.array(sums, dtype=np.float64).reshape(-1, 4)


@cache
def fold_weights() -> tuple[BondWeights, ...]:
    """Return the weights fitted without each fold."""
    data = (files("dateline.bench") / "data" / "re3d_folds.json.xz").read_bytes()
    return tuple(read_bond_weights(fold) for fold in json.loads(lzma.decompress(data)))
