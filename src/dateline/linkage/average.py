"""Average link: items joined by the mean of all chances between two clusters, the likeliest pair of clusters first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from dateline.linkage.records import Item

LIKELY = 0.5  # the mean from which two clusters are one: more likely than not
NEVER = -1e6  # the chance of a pair of which a person says that they are two: no mean outweighs it
ALWAYS = 1e3  # of a pair of which a person says that they are one
TWO = -1e2  # of two accounts of one teller, who tells them as two: only a person's word outweighs it
_FAINT = 0.005  # chances below it are as good as none

Pair = tuple[str, str]


def average_link(
    items: Iterable[str], chances: Mapping[Pair, float], *, together: Iterable[Sequence[str]] = ()
) -> list[list[str]]:
    """Return the items in clusters; a pair that is not named has the chance 0. The order of items breaks ties.

    `together` are clusters to begin with: they are not parted again.
    """
    order = {name: number for number, name in enumerate(items)}
    heads = dict.fromkeys(order, "") | {name: group[0] for group in together for name in group}
    members: dict[str, list[str]] = {}
    for name, head in heads.items():
        members.setdefault(head or name, []).append(name)
    sums = _sums(chances, heads)
    heap = [
        _entry(one, other, mean, order)
        for one in sums
        for other in sums[one]
        if order[one] < order[other] and (mean := _mean(one, other, members, sums)) > LIKELY
    ]
    heapify(heap)
    while heap:
        mean, _, _, one, other = heappop(heap)
        if one in members and other in members and -mean == _mean(one, other, members, sums):
            _join(one, other, members, sums)
            for beside in sums[one]:
                grown = _mean(one, beside, members, sums)
                if grown > LIKELY:
                    heappush(heap, _entry(one, beside, grown, order))
    return [sorted(names, key=order.__getitem__) for names in members.values()]


def leads_first(items: Sequence[Item], chances: Mapping[Pair, float]) -> list[list[str]]:
    """Return the items in clusters: what tellers tell first of all by itself, then what they tell beside it.

    So what a report tells in passing never keeps two reports of one event apart.
    """
    leads = {item.id for item in items if item.is_lead}
    among = {pair: chance for pair, chance in chances.items() if leads.issuperset(pair)}
    groups = average_link((item.id for item in items if item.is_lead), among)
    if len(leads) == len(items):
        return groups
    return average_link((item.id for item in items), chances, together=groups)


def _sums(chances: Mapping[Pair, float], heads: Mapping[str, str]) -> dict[str, dict[str, float]]:
    """Return the sum of chances between each two clusters."""
    sums: dict[str, dict[str, float]] = defaultdict(dict)
    for (name, beside), chance in chances.items():
        one, other = heads[name] or name, heads[beside] or beside
        if abs(chance) > _FAINT and one != other:
            sums[one][other] = sums[other][one] = sums[one].get(other, 0.0) + chance
    return sums


def _entry(one: str, other: str, mean: float, order: Mapping[str, int]) -> tuple[float, int, int, str, str]:
    if order[other] < order[one]:
        one, other = other, one
    return -mean, order[one], order[other], one, other


def _mean(one: str, other: str, members: Mapping[str, list[str]], sums: Mapping[str, Mapping[str, float]]) -> float:
    return sums[one].get(other, 0.0) / (len(members[one]) * len(members[other]))


def _join(one: str, other: str, members: dict[str, list[str]], sums: dict[str, dict[str, float]]) -> None:
    members[one] += members.pop(other)
    for beside, chance in sums.pop(other).items():
        sums[beside].pop(other)
        if beside != one:
            sums[one][beside] = sums[beside][one] = sums[one].get(beside, 0.0) + chance
