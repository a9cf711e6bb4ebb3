from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.values.dates import DateBasis, DatePrecision, DateValue, last_day_of_month


def interval(first, last):
    return DateValue(first, last, DatePrecision.UNKNOWN, DateBasis.STATED)


def test_a_date_cannot_end_before_it_begins():
    with pytest.raises(InputError, match="cannot end"):
        interval(date(2022, 12, 2), date(2022, 12, 1))


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (DateValue.on(date(2022, 12, 2)), "2022-12-02"),
        (interval(date(2022, 12, 1), date(2022, 12, 31)), "2022-12"),
        (interval(date(9999, 12, 1), date(9999, 12, 31)), "9999-12"),
        (interval(date(2022, 1, 1), date(2022, 12, 31)), "2022"),
        (interval(date(2022, 12, 2), date(2022, 12, 4)), "2022-12-02/2022-12-04"),
        (interval(None, date(2022, 12, 4)), "../2022-12-04"),
        (interval(date(2014, 1, 1), None), "2014-01-01/.."),
    ],
)
def test_a_date_is_written_as_edtf(value, written):
    assert value.isoformat() == written


def test_only_an_interval_of_one_day_has_a_day():
    assert DateValue.on(date(2022, 12, 2)).day == date(2022, 12, 2)
    assert interval(date(2022, 12, 2), date(2022, 12, 3)).day is None


def test_an_open_end_overlaps_everything_on_its_side():
    since = interval(date(2014, 1, 1), None)
    assert since.overlaps(DateValue.on(date(2022, 12, 2)))
    assert not since.overlaps(DateValue.on(date(2013, 12, 31)))


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_overlap_does_not_depend_on_the_order(a, b, c, d):
    left, right = interval(min(a, b), max(a, b)), interval(min(c, d), max(c, d))
    assert left.overlaps(right) == right.overlaps(left)


@given(st.integers(1, 9999), st.integers(1, 12))
def test_the_last_day_of_a_month_is_in_it_and_the_next_day_is_not(year, month):
    last = last_day_of_month(year, month)
    assert (last.year, last.month) == (year, month)
    assert last == date.max or date.fromordinal(last.toordinal() + 1).day == 1
