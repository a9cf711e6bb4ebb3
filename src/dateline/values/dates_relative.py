"""Readers of relative dates: counted from the day of the report, from another date, or from an event."""

from datetime import date
from typing import NamedTuple

from dateline.values.dates import DateBasis, DatePrecision, DateValue
from dateline.values.dates_calendar import (
    SATURDAY,
    Interval,
    day_interval,
    days_from,
    days_in,
    distance,
    join,
    month_interval,
    period_at,
    shift_days,
    weekday_from,
    weekday_until,
)
from dateline.values.dates_grammar import Phrase
from dateline.values.dates_mentions import DateKind, EventRelation
from dateline.values.dates_scene import Reading, Scene, Step, count_from, from_reference, needed_in, number_in


def read_days_from_reference(phrase: Phrase, scene: Scene) -> Reading:
    constants = phrase.pattern.constants
    return from_reference(scene, days_from(constants["first"], constants["last"]))


def read_weekday(phrase: Phrase, scene: Scene) -> Reading:
    """Read the latest such weekday up to the reference; "last" excludes the day itself, "next" looks ahead."""
    weekday, which = needed_in(phrase, "weekday"), number_in(phrase, "which")

    def step(day: date) -> Interval | None:
        if which is None and not phrase.is_future:
            return day_interval(weekday_until(day, weekday))
        if which == -1:
            eve = shift_days(day, -1)
            return day_interval(weekday_until(eve, weekday)) if eve else None
        morrow = day if which == 0 else shift_days(day, 1)
        return day_interval(weekday_from(morrow, weekday)) if morrow else None

    return from_reference(scene, step)


def read_weekday_of_week(phrase: Phrase, scene: Scene) -> Reading:
    weekday, which = needed_in(phrase, "weekday"), needed_in(phrase, "which")

    def step(day: date) -> Interval | None:
        week = period_at(day, "week", which)
        return day_interval(weekday_from(week[0], weekday)) if week else None

    return from_reference(scene, step)


def read_weekday_range(phrase: Phrase, scene: Scene) -> Reading:
    weekday, last_weekday = needed_in(phrase, "weekday"), needed_in(phrase, "last_weekday")

    def step(day: date) -> Interval | None:
        last = weekday_from(day, last_weekday) if phrase.is_future else weekday_until(day, last_weekday)
        first = weekday_until(last, weekday) if last else None
        return join(day_interval(first), day_interval(last))

    return from_reference(scene, step, DateKind.RANGE)


def read_weekend(phrase: Phrase, scene: Scene) -> Reading:
    which = number_in(phrase, "which")

    def step(day: date) -> Interval | None:
        if which == 1 or (which in (None, 0) and phrase.is_future):
            saturday = weekday_from(day, SATURDAY)
        else:
            end = shift_days(day, -2) if which == -1 else day  # "last weekend" is not the one that is going on
            saturday = weekday_until(end, SATURDAY) if end else None
        return days_from(0, 1)(saturday) if saturday else None

    return from_reference(scene, step)


def read_period(phrase: Phrase, scene: Scene) -> Reading:
    unit, which = str(phrase.slots["period"]), number_in(phrase, "which") or 0
    return from_reference(scene, lambda day: period_at(day, unit, which))


def read_rest_of_period(phrase: Phrase, scene: Scene) -> Reading:
    unit = str(phrase.slots["period"])

    def step(day: date) -> Interval | None:
        whole = period_at(day, unit, 0)
        if whole is None:
            return None
        return (whole[0], day) if phrase.slots["half"] == 1 else (day, whole[1])

    return from_reference(scene, step)


def read_which_month(phrase: Phrase, scene: Scene) -> Reading:
    month, which = needed_in(phrase, "month"), needed_in(phrase, "which")

    def step(day: date) -> Interval | None:
        if which == 0:
            return month_interval(day.year, month)
        back = (day.month - month) % 12 or 12 if which == -1 else -((month - day.month) % 12 or 12)
        return period_at(day, "month", -back)

    return from_reference(scene, step)


class _Quantity(NamedTuple):
    number: int
    unit: str
    spread: int


def _quantity(phrase: Phrase) -> _Quantity:
    vague = number_in(phrase, "vague_number")
    number = next(n for slot in ("vague_number", "number", "count") if (n := number_in(phrase, slot)) is not None)
    unit = str(phrase.slots["unit"])
    return _Quantity(number, unit, 1 if vague is not None and number > 2 else 0)


def read_distance(phrase: Phrase, scene: Scene) -> Reading:
    quantity = _quantity(phrase)
    number = quantity.number * phrase.pattern.constants["sign"]

    def step(day: date) -> Interval | None:
        return distance(day, number, quantity.unit, quantity.spread)

    if phrase.pattern.constants["from"] == "reference":
        return from_reference(scene, step)
    return _from_previous(scene, step, is_forward=number > 0)


def read_units_distance(phrase: Phrase, scene: Scene) -> Reading:
    """Read "days ago", "weeks later" by the table `bare_plural`."""
    unit = str(phrase.slots["units"])
    low, high = (days_in(number, unit) for number in scene.grammar.tables["bare_plural"][unit])
    sign = phrase.pattern.constants["sign"]
    step = days_from(low, high) if sign > 0 else days_from(-high, -low)
    if phrase.pattern.constants["from"] == "reference":
        return from_reference(scene, step)
    return _from_previous(scene, step, is_forward=sign > 0)


def read_days_from_previous(phrase: Phrase, scene: Scene) -> Reading:
    days = phrase.pattern.constants["days"]
    return _from_previous(scene, days_from(days, days), is_forward=days > 0)


def _from_previous(scene: Scene, step: Step, *, is_forward: bool) -> Reading:
    """Count from the last date in the text, else from the reference; but nothing reported lies after the report.

    "Years later" behind a date of this week counts from something that was told before it, so it has no value.
    """
    if scene.previous is None:
        return Reading(None, DateKind.RELATIVE) if is_forward else from_reference(scene, step)
    words = f"{scene.previous.isoformat()} in the text"
    value = count_from(scene.previous, step, words)
    is_untold = is_forward and _is_after(value, scene.reference) and not _is_after(scene.previous, scene.reference)
    return Reading(None if is_untold else value, DateKind.RELATIVE)


def _is_after(when: DateValue | None, reference: DateValue | None) -> bool:
    first, last = when.first if when else None, reference.last if reference else None
    return first is not None and last is not None and first > last


def read_past_span(phrase: Phrase, scene: Scene) -> Reading:
    quantity = _quantity(phrase)

    def step(day: date) -> Interval | None:
        first = shift_days(day, -days_in(quantity.number, quantity.unit))
        return (first, day) if first else None

    return from_reference(scene, step, DateKind.RANGE)


def read_vague(_phrase: Phrase, scene: Scene) -> Reading:
    """Read "recently": some day up to the reference, no bound before it."""
    last = scene.reference.last if scene.reference else None
    if last is None:
        return Reading(DateValue(None, None, DatePrecision.UNKNOWN, DateBasis.UNKNOWN), DateKind.VAGUE)
    value = DateValue(None, last, DatePrecision.UNKNOWN, DateBasis.RELATIVE, scene.reference_words)
    return Reading(value, DateKind.VAGUE)


# -- counted from an event, or from the next date --------------------------------------------------------------------


def read_event_distance(phrase: Phrase, scene: Scene) -> Reading:
    constants = phrase.pattern.constants
    direction = str(constants.get("direction") or phrase.slots["direction"])
    least, most = _days_between(phrase, scene)
    relation = EventRelation(direction, constants.get("least", least), constants.get("most", most))
    return Reading(None, DateKind.EVENT_RELATIVE, relation)


def _days_between(phrase: Phrase, scene: Scene) -> tuple[int, int | None]:
    if "unit" in phrase.slots:
        quantity = _quantity(phrase)
        number, unit = quantity.number, quantity.unit
        slack = {"week": 3, "fortnight": 7, "month": 15, "year": 183, "decade": 1826}.get(unit, quantity.spread)
        days = days_in(number, unit)
        return max(0, days - slack), max(1, days + slack) if unit in ("hour", "minute") else days + slack
    if "units" in phrase.slots:
        unit = str(phrase.slots["units"])
        low, high = scene.grammar.tables["bare_plural"][unit]
        return (0, 1) if unit in ("hour", "minute") else (days_in(low, unit), days_in(high, unit))
    return 0, None


def read_distance_from(phrase: Phrase, base: DateValue | None) -> Reading:
    """Read "two days after" in front of a date that has been read."""
    quantity = _quantity(phrase)
    number = quantity.number * (-1 if phrase.slots["direction"] == "before" else 1)
    words = base.isoformat() if base else None
    value = count_from(base, lambda day: distance(day, number, quantity.unit, quantity.spread), words)
    return Reading(value, DateKind.RELATIVE)
