"""The nouns of dates in texts: a mention of a date, what it is to an event, and the reading of a whole text."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.values.dates import DateValue
from dateline.values.spans import Span


class DateKind(StrEnum):
    DATELINE = "dateline"  # the date at the head of a report: when it was filed, not when anything happened
    ABSOLUTE = "absolute"  # day, month and year
    PARTIAL = "partial"  # a part is missing: "December 2022", "December 2", "in 2014", "early 1999"
    RELATIVE = "relative"  # counted from another day: "yesterday", "on Monday", "two days later"
    SEASON = "season"
    RANGE = "range"  # two ends, or one end and an open one: "3 to 5 May", "since 2014", "in the past three days"
    VAGUE = "vague"  # "recently", "weeks ago"
    EVENT_RELATIVE = "event_relative"  # counted from an event: "two days after the bombing"


@dataclass(frozen=True, slots=True)
class EventRelation:
    """How far from an event: `min_days` to `max_days` in that direction; None is unbounded."""

    direction: str  # "before", "after", "same"
    min_days: int
    max_days: int | None


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that speak of a date; `text` is the text at `span`.

    `value` is None where the text gives nothing to count from. With `after_event`, `anchor_span` is where the
    event is named: its first words, up to the next word of grammar.
    """

    span: Span
    text: str
    value: DateValue | None
    kind: DateKind
    after_event: EventRelation | None = None
    anchor_span: Span | None = None


@dataclass(frozen=True, slots=True)
class DateReading:
    """The dates of one text in order; the `dateline` is also one of the `mentions`.

    `reference` is what "yesterday" counts from: the dateline's day, else the day of publication, else None.
    """

    dateline: DateMention | None
    mentions: tuple[DateMention, ...]
    reference: DateValue | None
