"""Scores clusters by B3 (Bagga and Baldwin 1998), MUC, CEAFe (Luo 2005), LEA (Moosavi and Strube 2016) and pairs.

Every measure is a precision and a recall, each a quotient of two sums; the sums are kept by gold cluster, so that an
interval can be drawn over those. CoNLL is the mean of the F1 of MUC, B3 and CEAFe.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.assignment import best_assignment
from dateline.bench.bootstrap import Table, f1, interval
from dateline.bench.records import Row

Labels = Sequence[Hashable]  # by item: the cluster it is in
Shares = list[tuple[float, float]]  # by item: what it adds to the sum above and to that below
_MEASURES = ("b3", "muc", "ceafe", "lea", "pair")
_CONLL = ("b3", "muc", "ceafe")
_WIDTH = 4  # columns a measure: right and all by system, right and all by gold


@dataclass(frozen=True, slots=True)
class Score:
    """One measure, in percent."""

    precision: float
    recall: float
    f1: float


def score(system: Labels, gold: Labels) -> Mapping[str, Score]:
    """Return each measure of the system's clusters, by name: b3, muc, ceafe, lea, pair; all 0 of no items."""
    sums = _table(system, gold).sum(axis=0) if gold else np.zeros(len(_MEASURES) * _WIDTH)
    return {name: _score(sums[_columns(name)]) for name in _MEASURES}


def conll(system: Labels, gold: Labels) -> float:
    """Return the mean of the F1 of MUC, B3 and CEAFe, in percent."""
    scores = score(system, gold)
    return sum(scores[name].f1 for name in _CONLL) / len(_CONLL)


def rows(prefix: str, system: Labels, gold: Labels, *, measures: Sequence[str], note: str = "") -> Iterator[Row]:
    """Yield `<prefix><measure>.f1` for each measure ("conll" too), with its interval over the gold clusters."""
    table = _table(system, gold)
    scores = score(system, gold)
    for name in measures:
        if name == "conll":
            said = note
        else:
            said = f"precision {scores[name].precision:.1f}, recall {scores[name].recall:.1f}"
            said = f"{said}; {note}" if note else said
        yield Row(f"{prefix}{name}.f1", *interval(table, _figure(name)), len(gold), note=said)


def _figure(name: str) -> Callable[[Table], Table]:
    if name == "conll":
        return lambda sums: sum((f1(sums[:, _columns(each)]) for each in _CONLL), np.zeros(len(sums))) / len(_CONLL)
    return lambda sums: f1(sums[:, _columns(name)])


def _columns(name: str) -> slice:
    start = _MEASURES.index(name) * _WIDTH
    return slice(start, start + _WIDTH)


def _score(sums: Table) -> Score:
    right, said, found, wanted = (float(each) for each in sums)
    precision, recall = (100 * right / said if said else 0.0), (100 * found / wanted if wanted else 0.0)
    return Score(precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0)


def _table(system: Labels, gold: Labels) -> Table:
    """Return a row a gold cluster: the sums of its items for every measure, both ways."""
    place = {label: number for number, label in enumerate(dict.fromkeys(gold))}
    table = np.zeros((len(place), len(_MEASURES) * _WIDTH))
    rows_of = np.array([place[label] for label in gold])
    aligned = _aligned(system, gold)
    ways: Mapping[str, Callable[[Labels, Labels], Shares]] = {
        "b3": _b3,
        "muc": _muc,
        "ceafe": lambda one, other: _ceafe(one, aligned, turned=other is system),
        "lea": _lea,
        "pair": _pairs,
    }
    for name, way in ways.items():
        both = np.hstack([np.array(way(system, gold)), np.array(way(gold, system))])
        np.add.at(table[:, _columns(name)], rows_of, both)
    return table


def _b3(said: Labels, wanted: Labels) -> Shares:
    sizes, both = Counter(said), Counter(zip(said, wanted, strict=True))
    return [(both[pair] / sizes[pair[0]], 1.0) for pair in zip(said, wanted, strict=True)]


def _muc(said: Labels, wanted: Labels) -> Shares:
    """Return each item's part of the links of its cluster, and of those that the other side has too."""
    held: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
    for label, other in zip(said, wanted, strict=True):
        held[label].add(other)
    sizes = Counter(said)
    return [((sizes[each] - len(held[each])) / sizes[each], (sizes[each] - 1) / sizes[each]) for each in said]


def _lea(said: Labels, wanted: Labels) -> Shares:
    sizes, others, both = Counter(said), Counter(wanted), Counter(zip(said, wanted, strict=True))
    links: Counter[Hashable] = Counter()
    for (label, other), number in both.items():
        is_alone = sizes[label] == 1 and others[other] == 1
        links[label] += 1 if is_alone else number * (number - 1) // 2
    return [(links[each] / max(1, sizes[each] * (sizes[each] - 1) // 2), 1.0) for each in said]


def _pairs(said: Labels, wanted: Labels) -> Shares:
    sizes, both = Counter(said), Counter(zip(said, wanted, strict=True))
    return [((both[pair] - 1) / 2, (sizes[pair[0]] - 1) / 2) for pair in zip(said, wanted, strict=True)]


def _ceafe(labels: Labels, aligned: Mapping[tuple[int, Hashable], float], *, turned: bool) -> Shares:
    sizes = Counter(labels)
    side = int(turned)
    return [(aligned.get((side, each), 0.0) / sizes[each], 1 / sizes[each]) for each in labels]


def _aligned(system: Labels, gold: Labels) -> dict[tuple[int, Hashable], float]:
    """Return for each cluster (0 the system's, 1 gold) how alike it is to the one that it is aligned with."""
    sizes, others = Counter(system), Counter(gold)
    alike = {
        (one, other): 2 * number / (sizes[one] + others[other])
        for (one, other), number in Counter(zip(system, gold, strict=True)).items()
    }
    found: dict[tuple[int, Hashable], float] = {}
    for ones, those in _connected(alike):
        weights = [[alike.get((one, other), 0.0) for other in those] for one in ones]
        for row, column in best_assignment(weights):
            found[0, ones[row]] = found[1, those[column]] = weights[row][column]
    return found


def _connected(pairs: Mapping[tuple[Hashable, Hashable], float]) -> Iterator[tuple[list[Hashable], list[Hashable]]]:
    """Yield the groups of clusters that share items, so that only small sets are aligned."""
    beside: defaultdict[tuple[int, Hashable], list[tuple[int, Hashable]]] = defaultdict(list)
    for one, other in pairs:
        beside[0, one].append((1, other))
        beside[1, other].append((0, one))
    seen: set[tuple[int, Hashable]] = set()
    for start in beside:
        if start in seen:
            continue
        group, waiting = [], [start]
        seen.add(start)
        while waiting:
            each = waiting.pop()
            group.append(each)
            fresh = [other for other in dict.fromkeys(beside[each]) if other not in seen]
            seen.update(fresh)
            waiting.extend(fresh)
        yield [label for side, label in group if side == 0], [label for side, label in group if side == 1]
