"""Readers of stated dates: days, months, years, their parts and ranges, seasons and decades."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from dateline.values.dates import DateBasis
from dateline.values.dates_calendar import (
    Interval,
    day_interval,
    join,
    make_day,
    month_interval,
    months_interval,
    period_at,
    year_interval,
)
from dateline.values.dates_grammar import Phrase
from dateline.values.dates_mentions import DateKind
from dateline.values.dates_scene import (
    Reading,
    Scene,
    day_in,
    from_reference,
    needed_in,
    number_in,
    position_in,
    value_of,
)
from dateline.values.dates_timeline import year_by_evidence


class _Year(NamedTuple):
    number: int
    basis: DateBasis
    anchor: str | None


def _year(phrase: Phrase, scene: Scene, month: int | None, day: int | None) -> _Year | None:
    stated = number_in(phrase, "last_year") or number_in(phrase, "year")
    if stated is not None:
        return _Year(stated, DateBasis.STATED, None)
    short, which = number_in(phrase, "short_year"), number_in(phrase, "which")
    if short is not None:
        return _Year(scene.timeline.full_year(short), DateBasis.STATED, None)
    if number_in(phrase, "back_to") is not None:
        before = [each for each in scene.timeline.stated if each.position < phrase.start]
        return _Year(before[-1].year, DateBasis.RELATIVE, f"year of {before[-1].words}") if before else None
    if which is not None:
        reference = scene.reference
        if reference is None or reference.last is None:
            return None
        return _Year(reference.last.year + which, DateBasis.RELATIVE, scene.reference_words)
    return _infer_year(phrase, scene, month, day) if month else None


def _infer_year(phrase: Phrase, scene: Scene, month: int, day: int | None) -> _Year | None:
    """Choose the year of a bare month: one that the text states for it, else the latest up to the reference."""
    fits = _fits_weekday(phrase, month, day)
    stated = [found for found in scene.timeline.of_month(month, phrase.start) if fits(found.year)]
    latest = _latest_year(phrase, scene, month, day)
    agreeing = next((found for found in stated if found.year == latest), None)
    if chosen := agreeing or next(iter(stated), None):
        return _Year(chosen.year, DateBasis.INFERRED, f"year of {chosen.words}")
    if latest:
        return _Year(latest, DateBasis.INFERRED, scene.reference_words)
    return _year_by_number(scene, month, day)


def _fits_weekday(phrase: Phrase, month: int, day: int | None) -> Callable[[int], bool]:
    weekday = number_in(phrase, "weekday")

    def fits(year: int) -> bool:
        found = make_day(year, month, day) if day else None
        return weekday is None or found is None or found.weekday() == weekday

    return fits


def _latest_year(phrase: Phrase, scene: Scene, month: int, day: int | None) -> int | None:
    """Return the latest year whose day is not after the reference; after a cue of the future, of the nearest day.

    A weekday beside it decides between years; against a reference that is one day it does so only for two years,
    because a weekday that agrees with no recent year is more often a slip than a date of long ago.
    """
    reference = scene.reference
    end = reference.last if reference else None
    if reference is None or end is None:
        return None
    years = range(end.year + 1, end.year - _YEARS_TO_TRY, -1)
    days = [found for year in years if (found := make_day(year, month, day or 1))]
    if phrase.is_future:
        days.sort(key=lambda found: abs((found - end).days))
    else:
        days = [found for found in days if found <= end]
    fits = _fits_weekday(phrase, month, day)
    recent = days[:2] if reference.day else days
    return next((found.year for found in [*filter(lambda found: fits(found.year), recent), *days]), None)


_YEARS_TO_TRY = 8  # after at most this many common years a day falls on every weekday once, leap days aside


def _year_by_number(scene: Scene, month: int, day: int | None) -> _Year | None:
    """Choose the year that a document number ("2010-08-CA-266") suggests, where nothing else tells it."""
    number = scene.timeline.identifier
    found = year_by_evidence(month, day or 1, number) if number and scene.reference is None else None
    return _Year(found, DateBasis.INFERRED, f"year of {number.words}") if number and found else None


def read_calendar_date(phrase: Phrase, scene: Scene) -> Reading:
    month, day = number_in(phrase, "month"), day_in(phrase)
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
    if found and number_in(phrase, "weekday") not in (None, found.weekday()):
        anchor = f"{anchor}; the weekday does not agree" if anchor else "the weekday does not agree"
    return Reading(value_of(day_interval(found), year.basis, anchor), kind)


def read_numeric_date(phrase: Phrase, _scene: Scene) -> Reading:
    """Read 25/12/2011 and 12/25/2011; 03/04/2011 may be either day and has no value."""
    left, right, year = (needed_in(phrase, slot) for slot in ("left", "right", "year"))
    days = {found for found in (make_day(year, right, left), make_day(year, left, right)) if found}
    day = days.pop() if len(days) == 1 else None
    return Reading(value_of(day_interval(day), DateBasis.STATED), DateKind.ABSOLUTE)


def read_day_range(phrase: Phrase, scene: Scene) -> Reading:
    month = needed_in(phrase, "month")
    last_month = number_in(phrase, "last_month") or month
    first_day, last_day = day_in(phrase), day_in(phrase, "last_")
    assert first_day is not None
    assert last_day is not None
    year = _year(phrase, scene, last_month, last_day)
    if year is None:
        return Reading(None, DateKind.RANGE)
    stated = number_in(phrase, "year")
    first_year = stated if stated is not None else year.number - (month > last_month)
    interval = join(
        day_interval(make_day(first_year, month, first_day)), day_interval(make_day(year.number, last_month, last_day))
    )
    return Reading(value_of(interval, year.basis, year.anchor), DateKind.RANGE)


def read_month_range(phrase: Phrase, _scene: Scene) -> Reading:
    month, last_month, last_year = (needed_in(phrase, slot) for slot in ("month", "last_month", "last_year"))
    first_year = number_in(phrase, "year") or last_year - (month > last_month)
    return Reading(
        value_of(months_interval((first_year, month), (last_year, last_month)), DateBasis.STATED), DateKind.RANGE
    )


def read_year_range(phrase: Phrase, _scene: Scene) -> Reading:
    year, last_year = needed_in(phrase, "year"), needed_in(phrase, "last_year")
    return Reading(value_of(months_interval((year, 1), (last_year, 12)), DateBasis.STATED), DateKind.RANGE)


def read_part_of(phrase: Phrase, scene: Scene) -> Reading:
    """Read "early 1999", "mid-March", "late last year" by the thirds of dates.yaml (after UCDP GED)."""
    part = scene.grammar.tables["positions"][position_in(phrase)]
    month = number_in(phrase, "month")
    if "period" in phrase.slots:
        return _part_of_period(phrase, scene, part)
    year = _year(phrase, scene, month, None)
    if year is None:
        return Reading(None, DateKind.PARTIAL)
    whole = month_interval(year.number, month) if month else year_interval(year.number)
    return Reading(value_of(_third(whole, part, is_month=month is not None), year.basis, year.anchor), DateKind.PARTIAL)


def _part_of_period(phrase: Phrase, scene: Scene, part: dict[str, list[int]]) -> Reading:
    unit = str(phrase.slots["period"])
    which = number_in(phrase, "which") or 0
    return from_reference(scene, lambda day: _third(period_at(day, unit, which), part, is_month=unit == "month"))


def _third(whole: Interval | None, part: dict[str, list[int]], *, is_month: bool) -> Interval | None:
    if whole is None or whole[0].day != 1:  # a week has no such parts
        return whole
    if not is_month:
        low, high = part["months"]
        return months_interval((whole[0].year, low), (whole[0].year, high))
    low, high = part["days"]
    return whole[0].replace(day=low), whole[0].replace(day=min(high, whole[1].day))


def read_week_of_month(phrase: Phrase, scene: Scene) -> Reading:
    """Read "the first week of May": days 1 to 7, then 8 to 14 and so on; the last week is the last seven days."""
    month, week = needed_in(phrase, "month"), needed_in(phrase, "week_number")
    year = _year(phrase, scene, month, None)
    whole = month_interval(year.number, month) if year else None
    if year is None or whole is None:
        return Reading(None, DateKind.PARTIAL)
    first = whole[1].day - 6 if week == _LAST_WEEK else 7 * week - 6
    interval = whole[0].replace(day=first), whole[0].replace(day=first + 6)
    return Reading(value_of(interval, year.basis, year.anchor), DateKind.PARTIAL)


_LAST_WEEK = -1


def read_half_of_year(phrase: Phrase, _scene: Scene) -> Reading:
    year, half = needed_in(phrase, "year"), needed_in(phrase, "half")
    return Reading(
        value_of(months_interval((year, 6 * half - 5), (year, 6 * half)), DateBasis.STATED), DateKind.PARTIAL
    )


def read_decade(phrase: Phrase, _scene: Scene) -> Reading:
    year = needed_in(phrase, "decade")
    low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get(position_in(phrase) or "", (0, 9))
    return Reading(value_of(months_interval((year + low, 1), (year + high, 12)), DateBasis.STATED), DateKind.PARTIAL)


def read_season(phrase: Phrase, scene: Scene) -> Reading:
    first, last = scene.grammar.tables["seasons"][phrase.slots["season"]]
    year = number_in(phrase, "year")
    if year is not None:
        if first > last:
            interval = months_interval((year - 1, first), (year + 1, last))
        else:
            interval = months_interval((year, first), (year, last))
        return Reading(value_of(interval, DateBasis.STATED), DateKind.SEASON)
    which = number_in(phrase, "which") or 0

    def step(day: date) -> Interval | None:
        return _season_near(day, first, last, which)

    return from_reference(scene, step, DateKind.SEASON)


def _season_near(day: date, first: int, last: int, which: int) -> Interval | None:
    years = range(day.year - 2, day.year + 3)
    seasons = [found for year in years if (found := months_interval((year, first), (year + (first > last), last)))]
    if which < 0:
        return next((season for season in reversed(seasons) if season[1] < day), None)
    if which > 0:
        return next((season for season in seasons if season[0] > day), None)
    return next((season for season in seasons if season[1] >= day), None)
