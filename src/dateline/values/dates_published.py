"""Dates that a person gives for a publication: "2023-08", "2023-08-04", "4 August 2023"."""

import re

from dateline.errors import InputError
from dateline.values.dates import DateBasis, DateValue, last_day_of_month
from dateline.values.dates_calendar import day_interval, make_day, month_interval, precision_of, year_interval

_ISO = re.compile(r"\s{0,9}([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?(?:T[0-9:.+\-Z]{0,30})?\s{0,9}")
_FORMS = "write a day (2023-08-04 or 4 August 2023), a month (2023-08 or August 2023) or a year (2023)"
_FIRST_YEAR, _LAST_YEAR = 1600, 2199  # newspapers begin in 1605; a year that far ahead is a slip of the hand


def read_stated(text: str) -> DateValue | None:
    """Read an ISO 8601 day, month or year; None for anything else, and for days that the calendar lacks."""
    match = _ISO.fullmatch(text)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    assert year is not None
    if month is None:
        interval = year_interval(year)
    elif day is None:
        interval = month_interval(year, month)
    else:
        interval = day_interval(make_day(year, month, day))
    return DateValue(*interval, precision_of(*interval), DateBasis.STATED) if interval else None


def check_published(text: str, value: DateValue | None) -> DateValue:
    """Return the value if it can be a publication's; else raise InputError saying what is wrong with the text."""
    if value is None:
        raise InputError(f"cannot read {text!r} as a date of publication: {_fault(text)}")
    if value.first is None or value.last is None:
        raise InputError(f"{text!r} has an open end: {_FORMS}")
    if value.first.year < _FIRST_YEAR or value.last.year > _LAST_YEAR:
        raise InputError(f"{text!r} is not within the years {_FIRST_YEAR} to {_LAST_YEAR}: {_FORMS}")
    return value


def _fault(text: str) -> str:
    match = _ISO.fullmatch(text)
    if match is None:
        return _FORMS
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        return f"there is no year 0; {_FORMS}"
    if month is not None and not 1 <= month <= 12:
        return f"there is no month {month}; {_FORMS}"
    assert month is not None
    return f"{year}-{month:02d} has {last_day_of_month(year, month).day} days, not {day}; {_FORMS}"
