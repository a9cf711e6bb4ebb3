"""Bearing out: of the totals that one report gives and that exclude each other, the one that other reports bear out.

"Five more died in hospital, which brings the dead to 94": read alone, a report may leave open which number is of all.
Where another report's number fits one of them, that one is taken.
"""

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.records import Claim
from dateline.events.counting import Told, agree, counts_anybody, widened
from dateline.values.counts import Count

_FAR = 4  # times: a number so far from the one taken counts something else, and does not widen the range


def borne_out(told: Sequence[Told]) -> list[Told]:
    """Return what each report counts, in order, each with the total that most of the others bear out."""
    return [_best_borne_out(each, [other for other in told if other is not each]) for each in told]


def _best_borne_out(told: Told, others: Sequence[Told]) -> Told:
    if not told.against or told.is_sum:
        return told
    first, *rivals = [told.claims[0], *(claim for claim in told.against if counts_anybody(claim))]
    chosen = max([first, *rivals], key=lambda claim: sum(_fits(claim, other) for other in others))
    return _taking(told, chosen)


def _taking(told: Told, chosen: Claim) -> Told:
    """Return a report's count with another of its totals taken; rivals that are not far from it keep the range wide."""
    every = [*told.claims, *told.against]
    count = _count(chosen)
    agreeing = [claim for claim in every if agree(_count(claim), count)]
    near = [_count(claim) for claim in every if _is_near(_count(claim), count) and claim in told.against]
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


def _fits(claim: Claim, other: Told) -> bool:
    stated = other.count if other.is_sum else _count(other.claims[0])
    return agree(_count(claim), stated)


def _is_near(one: Count, other: Count) -> bool:
    numbers = [next(n for n in (each.best, each.low, each.high) if n is not None) for each in (one, other)]
    return max(numbers) <= _FAR * max(1, min(numbers))


def _count(claim: Claim) -> Count:
    assert isinstance(claim.value, Count)
    return claim.value
