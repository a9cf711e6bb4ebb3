"""Fusion: which accounts of an incident's documents tell of it, for one count; all else in them is background.

All documents are known to be about one incident, so its day is the one that most of their accounts give. Of each
document one account speaks: of those that the day allows, the one with the firmest number; what the document tells
first of all counts double.
"""

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

from dateline.claims.records import Claim, Frame
from dateline.events.counting import Told, counts_anybody, told_by
from dateline.events.items import lead_of
from dateline.events.records import Event
from dateline.pipeline import Coded
from dateline.values.counts import Operator
from dateline.values.dates import DateValue

_NEAR = timedelta(days=1)  # a night is of two days
_FIRMNESS = {"total": 1.0, "group": 0.7, "sum": 0.5, "range": 0.5, "at_least": 0.3, "vague": 0.15}  # set by hand
_ASIDE = 0.5  # what an account weighs that is not its document's lead
_NO_HAPPENING = frozenset({"detention"})  # their days are not the incident's


def accounts_of(incident: Sequence[Coded], slot: str) -> list[tuple[Frame, ...]]:
    """Return of each document that counts in this slot the frames of the account that tells the incident."""
    day = day_of(incident)
    chosen = (_account(coded, slot, day) for coded in incident)
    return [frames for frames in chosen if frames]


def leads_of(incident: Sequence[Coded]) -> list[tuple[Frame, ...]]:
    """Return the frames of each document's lead; a document without events has none."""
    return [_frames(coded, lead) for coded in incident if (lead := _lead(coded)) is not None]


def day_of(incident: Sequence[Coded]) -> date | None:
    """Return the day that most accounts give to what happened, those that lead their documents counted twice."""
    votes: Counter[date] = Counter()
    for coded in incident:
        lead = _lead(coded)
        days = {day: 1 for event in coded.events for day in _days(event)}
        votes.update(days | dict.fromkeys(_days(lead) if lead else (), 2))
    return max(votes, key=lambda day: (votes[day], day), default=None)


def _account(coded: Coded, slot: str, day: date | None) -> tuple[Frame, ...]:
    lead = _lead(coded)
    weighed = []
    for event in coded.events:
        told = told_by(_claims(event, slot, coded)) if _allows(event, day) else None
        if told is not None:
            weighed.append((firmness(told) * (1.0 if event is lead else _ASIDE), event))
    if not weighed:
        return ()
    _, best = max(weighed, key=lambda each: each[0])
    return _frames(coded, best)


def _lead(coded: Coded) -> Event | None:
    return lead_of(coded.events, {frame.id: frame for frame in coded.frames}, coded.document)


def _frames(coded: Coded, event: Event) -> tuple[Frame, ...]:
    return tuple(frame for frame in coded.frames if frame.id in event.frames)


def firmness(told: Told) -> float:
    """Return how firmly an account gives its number: a total most, a word for a number least."""
    if told.count.operator is Operator.VAGUE:
        return _FIRMNESS["vague"]
    if told.is_sum:
        return _FIRMNESS["sum"]
    if told.count.operator in (Operator.AT_LEAST, Operator.MORE_THAN):
        return _FIRMNESS["at_least"]
    if told.count.operator is not Operator.EXACT:
        return _FIRMNESS["range"]
    return _FIRMNESS["total" if counts_anybody(told.claims[0]) else "group"]


def _claims(event: Event, slot: str, coded: Coded) -> list[Claim]:
    return [claim for frame in coded.frames if frame.id in event.frames for claim in frame.slot(slot)]


def _allows(event: Event, day: date | None) -> bool:
    cell = event.cell("date")
    when = cell.value if cell is not None and isinstance(cell.value, DateValue) else None
    if day is None or when is None:
        return True
    starts_by = when.first is None or when.first - _NEAR <= day
    return starts_by and (when.last is None or day <= when.last + _NEAR)


def _days(event: Event) -> list[date]:
    """Return the day, or the two days of a night, that an account gives to what happened; none where it is vaguer."""
    kind, cell = event.cell("type"), event.cell("date")
    when = cell.value if cell is not None and isinstance(cell.value, DateValue) else None
    if when is None or when.first is None or when.last is None or (kind and kind.name in _NO_HAPPENING):
        return []
    return list(dict.fromkeys((when.first, when.last))) if when.last - when.first <= _NEAR else []
