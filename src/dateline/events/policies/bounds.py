"""Bounds: the steps that the policies share: ranges, figures and bounds, and whether figures exclude each other."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from math import inf

from dateline.events.accounts import Account, Aside
from dateline.events.counting import counts_anybody
from dateline.events.policies.records import Fused
from dateline.values.counts import Count, Operator

EXCLUDED = "says otherwise"
_TOTAL = 1.0  # weights of a vote, set by hand: a tenth more or less changes nothing
_GROUP = 0.6
_SUM = 0.5
_WORD = 0.25


def figures_of(accounts: Sequence[Account]) -> list[Account]:
    """Return the accounts whose number can be the best.

    A bound ("at least 40", "dozens") is a figure only where no exact figure stands within it.
    """
    points = [each for each in accounts if each.is_point]
    return [each for each in accounts if each.is_point or not any(_within(point, each) for point in points)]


def upper_median(accounts: Sequence[Account]) -> Account:
    """Return the account at which half of the weight is passed, from the lowest number up; of two the higher.

    A firm total weighs most, then the number of a group, then our own sum of groups, then a word. A bound that excludes
    every exact figure weighs as a total does: "at least 63" after 54.
    """
    ranked = sorted(accounts, key=lambda each: (each.best, each.is_stated))
    passed = list(accumulate(map(_weight, ranked)))
    return ranked[bisect_right(passed, passed[-1] / 2)]


def highest_bound(accounts: Sequence[Account]) -> Account:
    """Return the account with the highest number, of accounts that all give bounds: it satisfies every lower one."""
    return max(accounts, key=lambda each: each.best)


def is_disputed(best: Account, standing: Sequence[Account]) -> bool:
    """Tell whether an account excludes the best otherwise than as the earlier, lower figure of a toll that rose."""
    return any(not _overlap(each, best) and not _rose(each, best) for each in standing)


def count_of(deciding: Account, accounts: Sequence[Account], best: int | None) -> Count:
    """Return a count with the lowest low and the highest high of the accounts, and what the deciding one counts.

    The open high of a bound that a figure satisfies ("at least 40" beside 44) opens nothing, and a word ("dozens")
    bounds nothing where somebody counts.
    """
    said = deciding.count
    if len(accounts) == 1 and best == said.best:
        return said
    bests = [] if best is None else [best]
    numbers = [each for each in accounts if each.count.operator is not Operator.VAGUE] or accounts
    low = min([*(each.span[0] for each in numbers), *bests])
    figures = figures_of(accounts)
    high = max([*(each.span[1] for each in accounts if each in figures or each.span[1] < inf), *bests])
    known_high = None if high == inf else int(high)
    operator = Operator.EXACT if low == known_high else Operator.AT_LEAST if known_high is None else Operator.BETWEEN
    if (said.low, said.best, said.high) == (low, best, known_high):
        return said
    return Count(low, best, known_high, operator=operator, scope=said.scope, whose=said.whose, side=said.side)


def fused(
    best: Account,
    standing: Sequence[Account],
    aside: Sequence[Aside],
    why: str,
    *,
    ranging: Sequence[Account] | None = None,
) -> Fused:
    """Return what a policy chose: accounts that allow the best support it, the others say otherwise.

    `ranging` are the accounts that low and high are of, where these are not those that stand.
    """
    count = count_of(best, ranging or standing, best.best)
    allowing = [each for each in standing if each is not best and each.low <= best.best <= each.high]
    against = [(each, EXCLUDED) for each in standing if each is not best and each not in allowing]
    return Fused(count, (best, *allowing), (*against, *aside), why, is_disputed(best, standing))


def _weight(account: Account) -> float:
    if not account.is_firm and not account.told.is_sum:
        return _WORD
    if account.told.is_sum:
        return _SUM
    return _TOTAL if counts_anybody(account.told.claims[0]) else _GROUP


def _overlap(one: Account, other: Account) -> bool:
    return one.low <= other.high and other.low <= one.high


def _rose(earlier: Account, later: Account) -> bool:
    days = earlier.teller.day, later.teller.day
    return days[0] is not None and days[1] is not None and days[0] < days[1] and earlier.high < later.low


def _within(point: Account, bound: Account) -> bool:
    return bound.low <= point.best <= bound.high or point.best > bound.best
