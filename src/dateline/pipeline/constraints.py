"""Constraints: what people judged to be the same event, or to be two, as pairs of accounts that the linker keeps to."""

import json
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise, product

from dateline.judgement import Judgement, Numbered, Verdict, standing
from dateline.linkage.records import Constraints

Pair = tuple[str, str]


def sides(judgement: Judgement) -> tuple[frozenset[str], frozenset[str]]:
    """Return the accounts of the two things that a person judged to be the same, or to be two, as they stood then.

    Two empty sets for a judgement of something else.
    """
    if judgement.verdict not in (Verdict.SAME, Verdict.DIFFERENT):
        return frozenset(), frozenset()
    kept = json.loads(judgement.value or "{}")
    return frozenset(kept.get("one", ())), frozenset(kept.get("other", ()))


def constraints_of(log: Sequence[Numbered], told_as: Callable[[str], str | None]) -> Constraints:
    """Return the pairs that hold; of two judgements that contradict each other, the later one.

    `told_as` gives the account that tells what another told before its document was coded anew, None for none.
    """
    groups: list[set[str]] = []
    different: set[Pair] = set()
    for each in standing(log):
        one, other = (_today(side, told_as) for side in sides(each.judgement))
        if not one or not other:
            continue
        match each.judgement.verdict:
            case Verdict.SAME:
                groups = _joined(groups, one | other)
                different -= set(_pairs(one, other))
            case Verdict.DIFFERENT:
                groups = [part for group in groups for part in _parted(group, one, other)]
                different |= set(_pairs(one, other))
            case _:
                pass
    same = {_pair(*each) for group in groups for each in pairwise(sorted(group))}
    return Constraints(frozenset(same), frozenset(different))


def _today(accounts: Iterable[str], told_as: Callable[[str], str | None]) -> set[str]:
    return {today for each in accounts if (today := told_as(each)) is not None}


def _joined(groups: Iterable[set[str]], accounts: set[str]) -> list[set[str]]:
    """Return the groups with one in which these accounts are together, and all that were with any of them."""
    apart = []
    for group in groups:
        if group & accounts:
            accounts = accounts | group
        else:
            apart.append(group)
    return [*apart, accounts]


def _parted(group: set[str], one: set[str], other: set[str]) -> list[set[str]]:
    """Return a group without those that are judged to be another event than the rest of it."""
    if not (group & one and group & other):
        return [group]
    return [part for part in (group - other, group & other) if len(part) > 1]


def _pairs(one: Iterable[str], other: Iterable[str]) -> Iterable[Pair]:
    return (_pair(first, second) for first, second in product(one, other) if first != second)


def _pair(one: str, other: str) -> Pair:
    return (one, other) if one < other else (other, one)
