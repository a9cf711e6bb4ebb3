"""The scene of a date: what a phrase is read against, and how a reading is made of it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.dates_calendar import Interval, join, precision_of, shift_days
from dateline.values.dates_grammar import Grammar, Phrase
from dateline.values.dates_mentions import DateKind, EventRelation
from dateline.values.dates_timeline import Timeline

Step = Callable[[date], Interval | None]


@dataclass(frozen=True, slots=True)
class Scene:
    """What a phrase is read against: the reference and its name in words, the last date before it, the time line."""

    grammar: Grammar
    timeline: Timeline
    reference: DateValue | None
    reference_words: str | None
    previous: DateValue | None = None


class Reading(NamedTuple):
    value: DateValue | None
    kind: DateKind
    relation: EventRelation | None = None


def value_of(interval: Interval | None, basis: DateBasis, anchor: str | None = None) -> DateValue | None:
    if interval is None:
        return None
    return DateValue(interval[0], interval[1], precision_of(*interval), basis, anchor)


def count_from(base: DateValue | None, step: Step, words: str | None) -> DateValue | None:
    """Apply a step to both ends of what is counted from, so that a month to count from gives an honest interval."""
    if base is None or base.first is None or base.last is None:
        return None
    return value_of(join(step(base.first), step(base.last)), DateBasis.RELATIVE, words)


def from_reference(scene: Scene, step: Step, kind: DateKind = DateKind.RELATIVE) -> Reading:
    return Reading(count_from(scene.reference, step, scene.reference_words), kind)


def number_in(phrase: Phrase, slot: str) -> int | None:
    value = phrase.slots.get(slot)
    return value if isinstance(value, int) else None


def needed_in(phrase: Phrase, slot: str) -> int:
    """Return the number of a slot that every form of its reader has."""
    value = phrase.slots[slot]
    assert isinstance(value, int)
    return value


def position_in(phrase: Phrase) -> str | None:
    """Return "early", "mid" or "late", or None where the phrase means the whole."""
    position = phrase.slots.get("position")
    return None if position is None else str(position)


def day_in(phrase: Phrase, prefix: str = "") -> int | None:
    day = number_in(phrase, f"{prefix}day")
    return day if day is not None else number_in(phrase, f"{prefix}ordinal")


def opened(value: DateValue, how: str) -> DateValue:
    """Return the open interval that "since", "until", "before" or "after" makes of a date."""
    ends = {
        "first": (value.first, None),
        "last": (None, value.last),
        "before": (None, shift_days(value.first, -1) if value.first else None),
        "after": (shift_days(value.last, 1) if value.last else None, None),
    }
    first, last = ends[how]
    return replace(value, first=first, last=last, precision=DatePrecision.UNKNOWN)
