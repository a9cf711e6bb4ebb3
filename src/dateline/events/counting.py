"""Counting: how one document's counts of one slot become one count. Part of the policy dateline.v1.

Claims are grouped by whom they count. A group told twice counts once; disjoint groups add up; a stated total beats a
sum. Bounds are kept: the low and the high are those of all totals, the best is the preferred one's.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any

import yaml

from dateline.claims.records import Claim, SpeakerKind
from dateline.events.choice import Choice, by_stance, nothing_said, rest_of, said
from dateline.events.listing import told_again
from dateline.values.counts import Count, Operator

_EXACTNESS = (  # of several stated totals, the one that is bounded most tightly is preferred
    Operator.EXACT,
    Operator.BETWEEN,
    Operator.ABOUT,
    Operator.NEARLY,
    Operator.AT_LEAST,
    Operator.MORE_THAN,
    Operator.AT_MOST,
    Operator.LESS_THAN,
    Operator.VAGUE,
)
_PARTIES = frozenset({SpeakerKind.PERPETRATOR, SpeakerKind.RIVAL})  # who fights counts as suits it
_MUCH_LESS = 0.3  # share of the surest count's odds below which another is set aside; set by hand
_SHARED_SIDES = frozenset({None, "mixed"})  # sides that do not set one group apart from another


@dataclass(frozen=True, slots=True)
class Told:
    """A count of one group of people, the claims that tell it and those that tell it otherwise."""

    count: Count
    claims: tuple[Claim, ...]
    against: tuple[Claim, ...] = ()
    why: str = "only claim"
    is_sum: bool = False  # added up by us: the document states no total


def reconcile_counts(claims: Sequence[Claim]) -> Choice:
    """Return the count that the claims of one slot support together."""
    told = told_by(claims)
    if told is None:
        return nothing_said(claims) or Choice(None, (), tuple(claims), "no number could be read")
    return Choice(told.count, told.claims, rest_of(claims, told.claims), told.why, bool(told.against))


def told_by(claims: Sequence[Claim]) -> Told | None:
    """Return the count that one document's claims of one slot support together, None where they say none."""
    counted = [claim for claim in said(claims) if isinstance(claim.value, Count)]
    if not counted:
        return None
    first, *others = map(_one_account, _accounts(counted))
    return _beside(first, others)


def _accounts(counted: Sequence[Claim]) -> list[Sequence[Claim]]:
    """Part the counts by whose they are: first those of everybody who is no party, then each party's of the same side.

    "Police counted 12 dead soldiers; the group said that it had killed 30": the two are not to be added up.
    """
    neutral = [claim for claim in counted if claim.speaker.kind not in _PARTIES]
    sides = {_count(claim).side for claim in neutral}
    is_open = bool(sides & _SHARED_SIDES)
    rivalling = [c for c in rest_of(counted, neutral) if is_open or _count(c).side in sides | _SHARED_SIDES]
    if not neutral or not rivalling:
        return [counted]
    by_speaker: dict[str, list[Claim]] = {}
    for claim in rivalling:
        by_speaker.setdefault(claim.speaker.key or claim.speaker.name or "", []).append(claim)
    return [rest_of(counted, rivalling), *by_speaker.values()]


def _one_account(counted: Sequence[Claim]) -> Told:
    totals = [claim for claim in counted if _is_total(claim)]
    return _total_with_parts(totals, rest_of(counted, totals)) if totals else _sum_of_sides(counted)


def _beside(told: Told, others: Sequence[Told]) -> Told:
    """Set the parties' accounts beside the first: one that agrees supports it, another widens its bounds."""
    for other in others:
        if agree(told.count, other.count):
            told = replace(told, claims=(*told.claims, *other.claims), against=(*told.against, *other.against))
        else:
            count = widened(told.count, [told.count, other.count])
            told = Told(count, told.claims, (*told.against, *other.claims), "a party counts otherwise: bounds of all")
    return told


def _is_total(claim: Claim) -> bool:
    count = _count(claim)
    return counts_anybody(claim) and count.side in _SHARED_SIDES


def counts_anybody(claim: Claim) -> bool:
    """Tell whether a claim counts people of whatever kind: a total, unless of one side."""
    whose = (_count(claim).whose or "").casefold()
    return not _is_added(claim) and (not whose or whose in _words("everybody"))


def _is_added(claim: Claim) -> bool:
    return bool(set(claim.published.casefold().split()) & _words("added"))


def _total_with_parts(totals: Sequence[Claim], parts: Sequence[Claim]) -> Told:
    """Take the stated total; groups that fit into it support it, groups that exceed it dispute it."""
    told = _one_group(totals)
    if not parts:
        return told
    within = _sum_of_sides(parts)
    if told.count.high is not None and (within.count.low or 0) > told.count.high:
        return replace(told, against=(*told.against, *parts), why="the stated total; groups that exceed it set aside")
    return replace(told, claims=(*told.claims, *parts), why="the stated total, of which groups are a part")


def _sum_of_sides(claims: Sequence[Claim]) -> Told:
    """Add up the sides; within a side, its stated total, else its groups. Who is told again supports the sum."""
    again = told_again(claims, _words("added"))
    by_side = sorted(rest_of(claims, again), key=lambda claim: _count(claim).side or "")
    sides = [list(each) for _, each in groupby(by_side, key=lambda claim: _count(claim).side or "")]
    told = _sum([_one_side(each) for each in sides])
    return replace(told, claims=(*told.claims, *again))


def _one_side(claims: Sequence[Claim]) -> Told:
    totals = [claim for claim in claims if counts_anybody(claim)]
    if totals:
        return _total_of_side(totals, rest_of(claims, totals))
    groups: dict[str, list[Claim]] = {}
    for claim in claims:
        groups.setdefault((_count(claim).whose or claim.published).casefold(), []).append(claim)
    return _sum(_without_whole(_without_retold([_one_group(each) for each in groups.values()])))


def _total_of_side(totals: Sequence[Claim], parts: Sequence[Claim]) -> Told:
    told = _one_group(totals)
    return replace(told, claims=(*told.claims, *parts))


def _without_retold(groups: list[Told]) -> list[Told]:
    """Fold groups with the same number told in different sentences: "3 policemen", later "the 3 officers"."""
    kept: list[Told] = []
    for group in groups:
        same = next((each for each in kept if _is_retelling(each, group)), None)
        if same is None:
            kept.append(group)
        else:
            kept[kept.index(same)] = replace(same, claims=(*same.claims, *group.claims))
    return kept


def _is_retelling(one: Told, other: Told) -> bool:
    same_number = (one.count.low, one.count.best, one.count.high) == (
        other.count.low,
        other.count.best,
        other.count.high,
    )
    sentences = {claim.quote.span for claim in one.claims}
    is_further = any(claim.quote.span in sentences or _is_added(claim) for claim in other.claims)
    return same_number and not is_further


def _without_whole(groups: list[Told]) -> list[Told]:
    """Where the largest group is as many as all others together, it is their total: "5 workers: 3 men, 2 women"."""
    if len(groups) < 3:  # with two equal groups nothing tells which is the total
        return groups
    largest = max(groups, key=lambda each: each.count.best or 0)
    others = [each for each in groups if each is not largest]
    if largest.count.best != sum(each.count.best or 0 for each in others):
        return groups
    return [replace(largest, claims=(*largest.claims, *(claim for each in others for claim in each.claims)))]


def _one_group(claims: Sequence[Claim]) -> Told:
    """Reconcile counts of the same people: the preferred one's best, the bounds of all."""
    ranked = sorted(claims, key=_preference)
    if len({_bounds(_count(claim)) for claim in ranked}) == 1:
        return Told(_count(ranked[0]), tuple(ranked), why="only claim" if len(ranked) == 1 else "all claims agree")
    rivals = _rivals(ranked)
    chosen = _count(rivals[0])
    agreeing = [claim for claim in ranked if agree(_count(claim), chosen)]
    against = rest_of(rivals, agreeing)
    if against:
        count = widened(chosen, [_count(claim) for claim in rivals])
        return Told(count, tuple(agreeing), against, "counts that exclude each other: bounds of all")
    is_surest = len(agreeing) < len(ranked)
    why = "much surer than the others" if is_surest else "the most exact in the document's own word"
    return Told(chosen, tuple(agreeing), why=why)


def _rivals(ranked: Sequence[Claim]) -> Sequence[Claim]:
    """Return the counts that are not much less sure than the surest: "one more died, which brought the toll to 57"."""
    surest = max(_odds(claim) for claim in ranked)
    return [claim for claim in ranked if _odds(claim) >= _MUCH_LESS * surest]


def _odds(claim: Claim) -> float:
    return claim.confidence / (1 - claim.confidence) if claim.confidence < 1 else float("inf")


def _preference(claim: Claim) -> tuple[int, bool, int]:
    """Sort key: what is reported, in the document's own word, most tightly bounded."""
    is_quoted = claim.speaker.kind is not SpeakerKind.AUTHOR
    return by_stance(claim), is_quoted, _EXACTNESS.index(_count(claim).operator)


def agree(one: Count, other: Count) -> bool:
    """Tell whether two ranges share a number; an unknown bound is open."""
    return _low(one) <= _high(other) and _low(other) <= _high(one)


def widened(chosen: Count, counts: Sequence[Count]) -> Count:
    """Return a count with the lowest low and the highest high of all; an unknown bound is open."""
    low = min(_low(count) for count in counts)
    high = max(_high(count) for count in counts)
    known_high = None if high == float("inf") else int(high)
    return replace(chosen, low=low, high=known_high, operator=Operator.BETWEEN)


def _sum(groups: Sequence[Told]) -> Told:
    """Add up disjoint groups: lows, bests and highs each for themselves; an open bound stays open."""
    if len(groups) == 1:
        return groups[0]
    counts = [group.count for group in groups]
    bests = [count.best for count in counts]
    highs = [count.high for count in counts]
    low = sum(_low(count) for count in counts)
    best = None if None in bests else sum(filter(None, bests))
    high = None if None in highs else sum(filter(None, highs))
    total = Count(
        low,
        best,
        high,
        operator=_operator_of_sum([count.operator for count in counts], low, high),
        policy=_shared(count.policy for count in counts if count.policy),
        whose="; ".join(dict.fromkeys(count.whose for count in counts if count.whose)) or None,
        side=_shared(count.side for count in counts) or "mixed",
    )
    chosen = tuple(claim for group in groups for claim in group.claims)
    against = tuple(claim for group in groups for claim in group.against)
    return Told(total, chosen, against, f"sum of {len(groups)} groups that do not overlap", is_sum=True)


def _operator_of_sum(operators: Sequence[Operator], low: int, high: int | None) -> Operator:
    if len(set(operators)) == 1:
        return operators[0]
    if high is None:
        return Operator.AT_LEAST
    return Operator.EXACT if low == high else Operator.BETWEEN


def _shared(values: Iterable[str | None]) -> str | None:
    once = set(values)
    return once.pop() if len(once) == 1 else None


def _low(count: Count) -> int:
    return count.low if count.low is not None else 0


def _high(count: Count) -> float:
    return count.high if count.high is not None else float("inf")


def _bounds(count: Count) -> tuple[int, float]:
    return _low(count), _high(count)


def _count(claim: Claim) -> Count:
    assert isinstance(claim.value, Count)
    return claim.value


def leaves_out(count: Count) -> bool:
    """Tell whether a count's scope says that some of the dead are not in it: "without the attackers"."""
    return bool(set((count.scope or "").casefold().split()) & _words("leaving_out"))


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(entry["word"] for entry in load_words()[name])


@cache
def load_words() -> dict[str, list[dict[str, Any]]]:
    """Return the word lists of data/counting.yaml."""
    text = (files("dateline.events") / "data" / "counting.yaml").read_text(encoding="utf-8")
    lists: dict[str, list[dict[str, Any]]] = yaml.safe_load(text)
    return lists
