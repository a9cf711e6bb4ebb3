"""Bearing out: of the totals that one report gives and that exclude each other, the one that other reports bear out.

"Five more died in hospital, which brings the dead to 94": read alone, a report may leave open which number is of all.
Where another report's number fits one of them, that one is taken; where none fits, one not far from the others' tolls.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.records import Claim
from dateline.events.choice import said
from dateline.events.counting import Told, agree, counts_anybody, widened
from dateline.values.counts import Count

_MANY = 10  # of fewer people every number is near every other
_FAR = 4  # times: a number so far from the one taken counts something else, and does not widen the range


def borne_out(told: Sequence[Told], claims: Sequence[Sequence[Claim]]) -> list[Told]:
    """Return what each report counts, in order, each with the total that most of the others bear out.

    `claims` are all that each report says of the slot: a total that it holds for less sure may be the one.
    """
    return [
        _best_borne_out(each, said(every), [other for other in told if other is not each])
        for each, every in zip(told, claims, strict=True)
    ]


def _best_borne_out(told: Told, every: Sequence[Claim], others: Sequence[Told]) -> Told:
    counted = [claim for claim in every if isinstance(claim.value, Count)]
    rivals = [claim for claim in counted if counts_anybody(claim) and not agree(_count(claim), _stated(told))]
    if told.is_sum or not rivals:
        return told
    stated = [_stated(other) for other in others]

    def support(claim: Claim) -> tuple[int, int]:
        fits = sum(agree(_count(claim), count) for count in stated)
        return fits, sum(_is_many(count) and _is_near(_count(claim), count) for count in stated)

    return _taking(told, counted, max([told.claims[0], *rivals], key=support))


def _stated(told: Told) -> Count:
    """Return the number that a report takes, without the bounds of those that exclude it."""
    return told.count if told.is_sum else _count(told.claims[0])


def _taking(told: Told, every: Sequence[Claim], chosen: Claim) -> Told:
    """Return a report's count with another of its totals taken; rivals that are not far from it keep the range wide."""
    if chosen is told.claims[0] and not told.against:
        return told
    count = _count(chosen)
    agreeing = [claim for claim in every if agree(_count(claim), count)]
    near = [
        _count(claim) for claim in every if _is_near(_count(claim), count) and claim in (*told.claims, *told.against)
    ]
    against = tuple(claim for claim in every if claim not in agreeing)
    ordered = (chosen, *(claim for claim in agreeing if claim is not chosen))
    why = (
        told.why
        if chosen is told.claims[0]
        else "of totals that exclude each other, the one that other reports bear out"
    )
    return replace(
        told, count=widened(count, [count, *near]) if near else count, claims=ordered, against=against, why=why
    )


def _is_many(count: Count) -> bool:
    return _number(count) >= _MANY


def _is_near(one: Count, other: Count) -> bool:
    numbers = _number(one), _number(other)
    return max(numbers) <= _FAR * max(1, min(numbers))


def _number(count: Count) -> int:
    return next(n for n in (count.best, count.low, count.high) if n is not None)


def _count(claim: Claim) -> Count:
    assert isinstance(claim.value, Count)
    return claim.value
