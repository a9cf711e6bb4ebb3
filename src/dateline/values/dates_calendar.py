"""Calendar arithmetic on closed intervals of days. A day outside the years 1 to 9999 is None, never an error."""

from collections.abc import Callable
from datetime import date

from dateline.values.dates import DatePrecision, last_day_of_month

Interval = tuple[date, date]

MONDAY, SATURDAY = 0, 5
_DAYS_IN_WEEK = 7
_LONGEST_MONTH = 31


def make_day(year: int, month: int, day: int) -> date | None:
    """Return the day, or None if the calendar has no such day."""
    if not (1 <= year <= date.max.year and 1 <= month <= 12):
        return None
    return date(year, month, day) if 1 <= day <= last_day_of_month(year, month).day else None


def month_interval(year: int, month: int) -> Interval | None:
    first = make_day(year, month, 1)
    return (first, last_day_of_month(year, month)) if first else None


def year_interval(year: int) -> Interval | None:
    return months_interval((year, 1), (year, 12))


def months_interval(start: tuple[int, int], end: tuple[int, int]) -> Interval | None:
    """Return the first day of one (year, month) to the last day of another, or None if they are not in order."""
    first, last = month_interval(*start), month_interval(*end)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def day_interval(day: date | None) -> Interval | None:
    return (day, day) if day else None


def join(first: Interval | None, last: Interval | None) -> Interval | None:
    """Return the interval from the beginning of one to the end of the other, or None if that is empty."""
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def shift_days(day: date, days: int) -> date | None:
    ordinal = day.toordinal() + days
    return date.fromordinal(ordinal) if 1 <= ordinal <= date.max.toordinal() else None


def shift_months(day: date, months: int) -> tuple[int, int]:
    """Return the (year, month) that lies so many months from the day's; the year may be outside the calendar."""
    count = day.year * 12 + day.month - 1 + months
    return count // 12, count % 12 + 1


def weekday_until(day: date, weekday: int) -> date | None:
    """Return the latest day of that weekday (Monday is 0) that is not after `day`."""
    return shift_days(day, -((day.weekday() - weekday) % _DAYS_IN_WEEK))


def weekday_from(day: date, weekday: int) -> date | None:
    """Return the earliest day of that weekday that is not before `day`."""
    return shift_days(day, (weekday - day.weekday()) % _DAYS_IN_WEEK)


def around(day: date | None, days: int) -> Interval | None:
    """Return the days at most so many days away from `day`."""
    if day is None:
        return None
    first, last = shift_days(day, -days), shift_days(day, days)
    return (first, last) if first and last else None


def days_from(low: int, high: int) -> Callable[[date], Interval | None]:
    """Return the step from a day to the interval that begins `low` and ends `high` days after it."""

    def step(day: date) -> Interval | None:
        first, last = shift_days(day, low), shift_days(day, high)
        return (first, last) if first and last else None

    return step


def period_at(day: date, unit: str, number: int) -> Interval | None:
    """Return the whole calendar week, month or year that lies `number` of them after the one that holds `day`."""
    if unit == "week":
        monday = shift_days(day, _DAYS_IN_WEEK * number - day.weekday())
        return days_from(0, _DAYS_IN_WEEK - 1)(monday) if monday else None
    if unit == "month":
        return month_interval(*shift_months(day, number))
    return year_interval(day.year + number)


def distance(day: date, number: int, unit: str, spread: int = 0) -> Interval | None:
    """Return the days that "number units" before (negative) or after a day may mean.

    A number of days is that day; of weeks, the seven days around it; of months or years, that calendar month or
    year (after UCDP GED: "last month" is that month). Hours count as days once there are twelve of them.
    `spread` widens a number of days by so many days on both sides ("several days").
    """
    if unit in _DAYS:
        step = number * _DAYS[unit]
        return around(shift_days(day, step), min(spread, max(abs(step) - 1, 0)) if unit == "day" else _DAYS[unit] // 2)
    if unit == "month":
        return period_at(day, "month", number)
    if unit in _YEARS:
        return period_at(day, "year", number * _YEARS[unit])
    hours = number if unit == "hour" else number / 60
    return day_interval(shift_days(day, int(hours / 24 + (0.5 if number > 0 else -0.5))))


_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_YEARS = {"year": 1, "decade": 10}
_SHORTEST_MONTH, _AVERAGE_YEAR = 30, 365


def days_in(number: int, unit: str) -> int:
    """Return about how many days that many units are; less than half a day is 0."""
    if unit in ("minute", "hour"):
        return round(number / (24 if unit == "hour" else 1440))
    return number * (_DAYS | {"month": _SHORTEST_MONTH, "year": _AVERAGE_YEAR, "decade": 10 * _AVERAGE_YEAR})[unit]


def precision_of(first: date, last: date) -> DatePrecision:
    """Return GED's `date_prec` of an interval by its length in days."""
    days = (last - first).days + 1
    if days == 1:
        return DatePrecision.DAY
    if days < _DAYS_IN_WEEK:
        return DatePrecision.FEW_DAYS
    if days == _DAYS_IN_WEEK:
        return DatePrecision.WEEK
    return DatePrecision.MONTH if days <= _LONGEST_MONTH else DatePrecision.YEAR
