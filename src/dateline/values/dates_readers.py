"""The readers of dates: each turns one kind of phrase into a value, given the scene that it stands in.

The names in READERS are what `reads` in dates.yaml may say. A reader that lacks something to count from returns a
reading without a value: nothing is invented.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
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
    make_day,
    month_interval,
    months_interval,
    period_at,
    precision_of,
    shift_days,
    weekday_from,
    weekday_until,
    year_interval,
)
from dateline.values.dates_grammar import Grammar, Phrase
from dateline.values.dates_mentions import DateKind, EventRelation
from dateline.values.dates_timeline import Timeline, year_by_evidence

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


Reader = Callable[[Phrase, Scene], Reading | None]


def value_of(interval: Interval | None, basis: DateBasis, anchor: str | None = None) -> DateValue | None:
    if interval is None:
        return None
    return DateValue(interval[0], interval[1], precision_of(*interval), basis, anchor)


def count_from(base: DateValue | None, step: Step, words: str | None) -> DateValue | None:
    """Apply a step to both ends of what is counted from, so that a month to count from gives an honest interval."""
    if base is None or base.first is None or base.last is None:
        return None
    return value_of(join(step(base.first), step(base.last)), DateBasis.RELATIVE, words)


def _from_reference(scene: Scene, step: Step, kind: DateKind = DateKind.RELATIVE) -> Reading:
    return Reading(count_from(scene.reference, step, scene.reference_words), kind)


def _number(phrase: Phrase, slot: str) -> int | None:
    value = phrase.slots.get(slot)
    return value if isinstance(value, int) else None


def _day_number(phrase: Phrase, prefix: str = "") -> int | None:
    day = _number(phrase, f"{prefix}day")
    return day if day is not None else _number(phrase, f"{prefix}ordinal")


# -- stated dates ----------------------------------------------------------------------------------------------------


class _Year(NamedTuple):
    number: int
    basis: DateBasis
    anchor: str | None


def _year(phrase: Phrase, scene: Scene, month: int | None, day: int | None) -> _Year | None:
    stated = _number(phrase, "last_year") or _number(phrase, "year")
    if stated is not None:
        return _Year(stated, DateBasis.STATED, None)
    short, which = _number(phrase, "short_year"), _number(phrase, "which")
    if short is not None:
        return _Year(scene.timeline.full_year(short), DateBasis.STATED, None)
    if which is not None:
        reference = scene.reference
        if reference is None or reference.last is None:
            return None
        return _Year(reference.last.year + which, DateBasis.RELATIVE, scene.reference_words)
    return _infer_year(phrase, scene, month, day) if month else None


def _infer_year(phrase: Phrase, scene: Scene, month: int, day: int | None) -> _Year | None:
    """Choose the year of a bare month: one that the text states for that month, else the latest before the reference."""
    fits = _fits_weekday(phrase, month, day)
    stated = [found for found in scene.timeline.of_month(month, phrase.start) if fits(found.year)]
    latest = _latest_year(phrase, scene, month, day, fits)
    agreeing = next((found for found in stated if found.year == latest), None)
    if chosen := agreeing or next(iter(stated), None):
        return _Year(chosen.year, DateBasis.INFERRED, f"year of {chosen.words}")
    if latest:
        return _Year(latest, DateBasis.INFERRED, scene.reference_words)
    return _year_by_number(scene, month, day)


def _year_by_number(scene: Scene, month: int, day: int | None) -> _Year | None:
    """Choose the year that a document number ("2010-08-CA-266") suggests, where nothing else tells it."""
    number = scene.timeline.identifier
    found = year_by_evidence(month, day or 1, number) if number and scene.reference is None else None
    return _Year(found, DateBasis.INFERRED, f"year of {number.words}") if number and found else None


def _fits_weekday(phrase: Phrase, month: int, day: int | None) -> Callable[[int], bool]:
    weekday = _number(phrase, "weekday")

    def fits(year: int) -> bool:
        found = make_day(year, month, day) if day else None
        return weekday is None or found is None or found.weekday() == weekday

    return fits


def _latest_year(phrase: Phrase, scene: Scene, month: int, day: int | None, fits: Callable[[int], bool]) -> int | None:
    """Return the latest year whose day is not after the reference; the next one after a cue of the future."""
    end = scene.reference.last if scene.reference else None
    if end is None:
        return None
    years = range(end.year, end.year + 9) if phrase.is_future else range(end.year, end.year - 9, -1)
    for year in years:
        found = make_day(year, month, day or 1)
        if found and fits(year) and (found.replace(day=day or 1) <= end) != phrase.is_future:
            return year
    return None


def read_calendar_date(phrase: Phrase, scene: Scene) -> Reading:
    month, day = _number(phrase, "month"), _day_number(phrase)
    year = _year(phrase, scene, month, day)
    is_full = day is not None and year is not None and year.basis is DateBasis.STATED
    kind = DateKind.ABSOLUTE if is_full else DateKind.PARTIAL
    if year is None:
        return Reading(None, kind)
    if month is None:
        return Reading(value_of(year_interval(year.number), year.basis, year.anchor), kind)
    if day is None:
        return Reading(value_of(month_interval(year.number, month), year.basis, year.anchor), kind)
    found = make_day(year.number, month, day)
    anchor = year.anchor
    if found and _number(phrase, "weekday") not in (None, found.weekday()):
        anchor = f"{anchor}; the weekday does not agree" if anchor else "the weekday does not agree"
    return Reading(value_of(day_interval(found), year.basis, anchor), kind)


def read_numeric_date(phrase: Phrase, _scene: Scene) -> Reading:
    """Read 25/12/2011 and 12/25/2011; 03/04/2011 may be either day and has no value."""
    left, year = _number(phrase, "left"), _number(phrase, "year")
    right = next(
        (found for slot in ("right", "dotted", "dashed") if (found := _number(phrase, slot)) is not None), None
    )
    assert left is not None
    assert right is not None
    assert year is not None
    days = {found for found in (make_day(year, right, left), make_day(year, left, right)) if found}
    day = days.pop() if len(days) == 1 else None
    return Reading(value_of(day_interval(day), DateBasis.STATED), DateKind.ABSOLUTE)


def read_day_range(phrase: Phrase, scene: Scene) -> Reading:
    month = _number(phrase, "month")
    last_month = _number(phrase, "last_month") or month
    first_day, last_day = _day_number(phrase), _day_number(phrase, "last_")
    assert month is not None
    assert last_month is not None
    assert first_day is not None
    assert last_day is not None
    year = _year(phrase, scene, last_month, last_day)
    if year is None:
        return Reading(None, DateKind.RANGE)
    stated = _number(phrase, "year")
    first_year = stated if stated is not None else year.number - (month > last_month)
    interval = join(
        day_interval(make_day(first_year, month, first_day)), day_interval(make_day(year.number, last_month, last_day))
    )
    return Reading(value_of(interval, year.basis, year.anchor), DateKind.RANGE)


def read_month_range(phrase: Phrase, _scene: Scene) -> Reading:
    month, last_month, last_year = (_number(phrase, slot) for slot in ("month", "last_month", "last_year"))
    assert month is not None
    assert last_month is not None
    assert last_year is not None
    first_year = _number(phrase, "year") or last_year - (month > last_month)
    return Reading(
        value_of(months_interval((first_year, month), (last_year, last_month)), DateBasis.STATED), DateKind.RANGE
    )


def read_year_range(phrase: Phrase, _scene: Scene) -> Reading:
    year, last_year = _number(phrase, "year"), _number(phrase, "last_year")
    assert year is not None
    assert last_year is not None
    return Reading(value_of(months_interval((year, 1), (last_year, 12)), DateBasis.STATED), DateKind.RANGE)


def read_part_of(phrase: Phrase, scene: Scene) -> Reading:
    """Read "early 1999", "mid-March", "late last year" by the thirds of dates.yaml (after UCDP GED)."""
    part = scene.grammar.tables["positions"][phrase.slots["position"]]
    month = _number(phrase, "month")
    if "period" in phrase.slots:
        return _part_of_period(phrase, scene, part)
    year = _year(phrase, scene, month, None)
    if year is None:
        return Reading(None, DateKind.PARTIAL)
    whole = month_interval(year.number, month) if month else year_interval(year.number)
    return Reading(value_of(_third(whole, part, is_month=month is not None), year.basis, year.anchor), DateKind.PARTIAL)


def _part_of_period(phrase: Phrase, scene: Scene, part: dict[str, list[int]]) -> Reading:
    unit = str(phrase.slots["period"])
    which = _number(phrase, "which") or 0
    return _from_reference(scene, lambda day: _third(period_at(day, unit, which), part, is_month=unit == "month"))


def _third(whole: Interval | None, part: dict[str, list[int]], *, is_month: bool) -> Interval | None:
    if whole is None or whole[0].day != 1:  # a week has no such parts
        return whole
    if not is_month:
        low, high = part["months"]
        return months_interval((whole[0].year, low), (whole[0].year, high))
    low, high = part["days"]
    return whole[0].replace(day=low), whole[0].replace(day=min(high, whole[1].day))


def read_half_of_year(phrase: Phrase, _scene: Scene) -> Reading:
    year, half = _number(phrase, "year"), _number(phrase, "half")
    assert year is not None
    assert half is not None
    return Reading(
        value_of(months_interval((year, 6 * half - 5), (year, 6 * half)), DateBasis.STATED), DateKind.PARTIAL
    )


def read_decade(phrase: Phrase, _scene: Scene) -> Reading:
    year = _number(phrase, "decade") or _number(phrase, "decade_year")
    assert year is not None
    thirds = {"early": (0, 3), "mid": (4, 6), "late": (7, 9), None: (0, 9)}
    low, high = thirds[str(phrase.slots["position"]) if "position" in phrase.slots else None]
    return Reading(value_of(months_interval((year + low, 1), (year + high, 12)), DateBasis.STATED), DateKind.PARTIAL)


def read_season(phrase: Phrase, scene: Scene) -> Reading:
    first, last = scene.grammar.tables["seasons"][phrase.slots["season"]]
    year = _number(phrase, "year")
    if year is not None:
        if first > last:
            interval = months_interval((year - 1, first), (year + 1, last))
        else:
            interval = months_interval((year, first), (year, last))
        return Reading(value_of(interval, DateBasis.STATED), DateKind.SEASON)
    which = _number(phrase, "which") or 0

    def step(day: date) -> Interval | None:
        return _season_near(day, first, last, which)

    return _from_reference(scene, step, DateKind.SEASON)


def _season_near(day: date, first: int, last: int, which: int) -> Interval | None:
    years = range(day.year - 2, day.year + 3)
    seasons = [found for year in years if (found := months_interval((year, first), (year + (first > last), last)))]
    if which < 0:
        return next((season for season in reversed(seasons) if season[1] < day), None)
    if which > 0:
        return next((season for season in seasons if season[0] > day), None)
    return next((season for season in seasons if season[1] >= day), None)


# -- counted from a day ----------------------------------------------------------------------------------------------


def read_days_from_reference(phrase: Phrase, scene: Scene) -> Reading:
    constants = phrase.pattern.constants
    return _from_reference(scene, days_from(constants["first"], constants["last"]))


def read_weekday(phrase: Phrase, scene: Scene) -> Reading:
    """Read the latest such weekday up to the reference; "last" excludes the day itself, "next" looks ahead."""
    weekday, which = _number(phrase, "weekday"), _number(phrase, "which")
    assert weekday is not None

    def step(day: date) -> Interval | None:
        if which is None and not phrase.is_future:
            return day_interval(weekday_until(day, weekday))
        if which == -1:
            eve = shift_days(day, -1)
            return day_interval(weekday_until(eve, weekday)) if eve else None
        morrow = day if which == 0 else shift_days(day, 1)
        return day_interval(weekday_from(morrow, weekday)) if morrow else None

    return _from_reference(scene, step)


def read_weekday_range(phrase: Phrase, scene: Scene) -> Reading:
    weekday, last_weekday = _number(phrase, "weekday"), _number(phrase, "last_weekday")
    assert weekday is not None
    assert last_weekday is not None

    def step(day: date) -> Interval | None:
        last = weekday_from(day, last_weekday) if phrase.is_future else weekday_until(day, last_weekday)
        first = weekday_until(last, weekday) if last else None
        return join(day_interval(first), day_interval(last))

    return _from_reference(scene, step, DateKind.RANGE)


def read_weekend(phrase: Phrase, scene: Scene) -> Reading:
    which = _number(phrase, "which")

    def step(day: date) -> Interval | None:
        if which == 1 or (which in (None, 0) and phrase.is_future):
            saturday = weekday_from(day, SATURDAY)
        else:
            end = shift_days(day, -2) if which == -1 else day  # "last weekend" is not the one that is going on
            saturday = weekday_until(end, SATURDAY) if end else None
        return days_from(0, 1)(saturday) if saturday else None

    return _from_reference(scene, step)


def read_period(phrase: Phrase, scene: Scene) -> Reading:
    unit, which = str(phrase.slots["period"]), _number(phrase, "which") or 0
    return _from_reference(scene, lambda day: period_at(day, unit, which))


def read_rest_of_period(phrase: Phrase, scene: Scene) -> Reading:
    unit = str(phrase.slots["period"])

    def step(day: date) -> Interval | None:
        whole = period_at(day, unit, 0)
        if whole is None:
            return None
        return (whole[0], day) if phrase.slots["half"] == 1 else (day, whole[1])

    return _from_reference(scene, step)


def read_which_month(phrase: Phrase, scene: Scene) -> Reading:
    month, which = _number(phrase, "month"), _number(phrase, "which")
    assert month is not None

    def step(day: date) -> Interval | None:
        if which == 0:
            return month_interval(day.year, month)
        back = (day.month - month) % 12 or 12 if which == -1 else -((month - day.month) % 12 or 12)
        return period_at(day, "month", -back)

    return _from_reference(scene, step)


class _Quantity(NamedTuple):
    number: int
    unit: str
    spread: int


def _quantity(phrase: Phrase) -> _Quantity:
    vague = _number(phrase, "vague_number")
    number = next(n for slot in ("vague_number", "number", "count") if (n := _number(phrase, slot)) is not None)
    unit = str(phrase.slots["unit"])
    return _Quantity(number, unit, 1 if vague is not None and number > 2 else 0)


def read_distance(phrase: Phrase, scene: Scene) -> Reading:
    quantity = _quantity(phrase)
    number = quantity.number * phrase.pattern.constants["sign"]

    def step(day: date) -> Interval | None:
        return distance(day, number, quantity.unit, quantity.spread)

    if phrase.pattern.constants["from"] == "reference":
        return _from_reference(scene, step)
    return _from_previous(scene, step)


def read_days_from_previous(phrase: Phrase, scene: Scene) -> Reading:
    days = phrase.pattern.constants["days"]
    return _from_previous(scene, days_from(days, days))


def _from_previous(scene: Scene, step: Step) -> Reading:
    if scene.previous is None:
        return _from_reference(scene, step)
    words = f"{scene.previous.isoformat()} in the text"
    return Reading(count_from(scene.previous, step, words), DateKind.RELATIVE)


def read_past_span(phrase: Phrase, scene: Scene) -> Reading:
    quantity = _quantity(phrase)

    def step(day: date) -> Interval | None:
        first = shift_days(day, -days_in(quantity.number, quantity.unit))
        return (first, day) if first else None

    return _from_reference(scene, step, DateKind.RANGE)


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


def read_nothing(_phrase: Phrase, _scene: Scene) -> None:
    """Words that look like a date and are none."""


READERS: dict[str, Reader] = {
    "calendar_date": read_calendar_date,
    "numeric_date": read_numeric_date,
    "day_range": read_day_range,
    "month_range": read_month_range,
    "year_range": read_year_range,
    "part_of": read_part_of,
    "half_of_year": read_half_of_year,
    "decade": read_decade,
    "season": read_season,
    "days_from_reference": read_days_from_reference,
    "weekday": read_weekday,
    "weekday_range": read_weekday_range,
    "weekend": read_weekend,
    "period": read_period,
    "rest_of_period": read_rest_of_period,
    "which_month": read_which_month,
    "distance": read_distance,
    "days_from_previous": read_days_from_previous,
    "past_span": read_past_span,
    "vague": read_vague,
    "event_distance": read_event_distance,
    "distance_from_next": read_nothing,  # dates_in_text joins it with the date that follows
    "identifier": read_nothing,
    "nothing": read_nothing,
}


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
