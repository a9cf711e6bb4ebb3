from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.values.dates import DatePrecision
from dateline.values.dates_calendar import (
    distance,
    make_day,
    month_interval,
    months_interval,
    period_at,
    precision_of,
    shift_days,
    shift_months,
    weekday_from,
    weekday_until,
)

UNITS = st.sampled_from(["minute", "hour", "day", "week", "fortnight", "month", "year", "decade"])


@given(st.dates(), st.integers(0, 6))
def test_the_latest_weekday_is_that_weekday_and_less_than_a_week_back(day, weekday):
    found = weekday_until(day, weekday)
    assert found is None or (found.weekday() == weekday and 0 <= (day - found).days < 7)


@given(st.dates(), st.integers(0, 6))
def test_the_next_weekday_is_that_weekday_and_less_than_a_week_ahead(day, weekday):
    found = weekday_from(day, weekday)
    assert found is None or (found.weekday() == weekday and 0 <= (found - day).days < 7)


@given(st.dates(), st.integers(-(10**7), 10**7), UNITS, st.integers(0, 3))
def test_a_distance_is_an_ordered_interval_or_outside_the_calendar(day, number, unit, spread):
    found = distance(day, number, unit, spread)
    assert found is None or found[0] <= found[1]


@given(st.dates(), st.sampled_from(["week", "month", "year"]))
def test_the_period_at_a_day_holds_the_day(day, unit):
    found = period_at(day, unit, 0)
    assert found is None or found[0] <= day <= found[1]


@given(st.dates(), st.integers(-(10**6), 10**6))
def test_shifted_months_shift_back(day, months):
    year, month = shift_months(day, months)
    if found := make_day(year, month, 1):
        assert shift_months(found, -months) == (day.year, day.month)


def test_days_outside_the_calendar_are_none():
    assert shift_days(date.max, 1) is None
    assert shift_days(date.min, -1) is None
    assert make_day(2011, 2, 30) is None
    assert make_day(2011, 13, 1) is None
    assert make_day(0, 1, 1) is None
    assert month_interval(10000, 1) is None
    assert months_interval((2012, 5), (2012, 4)) is None


def test_the_last_week_of_time_has_no_interval():
    assert period_at(date.max, "week", 0) is None


@pytest.mark.parametrize(
    ("hours", "day"), [(-3, date(2013, 1, 22)), (-24, date(2013, 1, 21)), (-48, date(2013, 1, 20))]
)
def test_hours_count_as_days_from_twelve_on(hours, day):
    assert distance(date(2013, 1, 22), hours, "hour") == (day, day)


@pytest.mark.parametrize(
    ("days", "precision"),
    [
        (1, DatePrecision.DAY),
        (2, DatePrecision.FEW_DAYS),
        (6, DatePrecision.FEW_DAYS),
        (7, DatePrecision.WEEK),
        (8, DatePrecision.MONTH),
        (31, DatePrecision.MONTH),
        (32, DatePrecision.YEAR),
    ],
)
def test_precision_follows_the_length(days, precision):
    first = date(2012, 1, 1)
    assert precision_of(first, date.fromordinal(first.toordinal() + days - 1)) is precision
