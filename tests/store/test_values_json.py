import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.records import Code, Named
from dateline.errors import StoreError
from dateline.store.values_json import read_value, value_columns, write_value
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateBasis, DatePrecision, DateValue

TEXT = st.text(max_size=30)
MAYBE = st.none() | TEXT
CODES = st.builds(Code, TEXT, TEXT)
NAMED = st.builds(Named, TEXT, MAYBE, st.lists(TEXT).map(tuple), st.lists(TEXT).map(tuple))
BOUNDS = st.lists(st.integers(0, 10**9), min_size=3, max_size=3).map(sorted)


@st.composite
def counts(draw):
    low, best, high = draw(BOUNDS)
    given_parts = draw(st.sampled_from([(1, 1, 1), (1, 1, 0), (1, 0, 0), (0, 0, 1), (0, 1, 0), (1, 0, 1), (0, 1, 1)]))
    numbers = [n if wanted else None for n, wanted in zip((low, best, high), given_parts, strict=True)]
    words = {name: draw(MAYBE) for name in ("word", "policy", "scope", "whose", "side")}
    return Count(*numbers, operator=draw(st.sampled_from(Operator)), **words)


@st.composite
def dates(draw):
    first, last = sorted([draw(st.dates()), draw(st.dates())])
    bounds = draw(st.sampled_from([(first, last), (first, None), (None, last), (None, None), (first, first)]))
    return DateValue(
        *bounds, draw(st.sampled_from(DatePrecision)), draw(st.sampled_from(DateBasis)), anchor=draw(MAYBE)
    )


@given(st.none() | CODES | NAMED | counts() | dates())
def test_a_value_comes_back_as_it_went_in(value):
    returned = read_value(write_value(value))
    assert returned == value
    assert type(returned) is type(value)


@given(CODES | NAMED | counts() | dates())
def test_the_same_value_is_always_the_same_text(value):
    assert write_value(value) == write_value(read_value(write_value(value)))


def test_the_last_day_that_a_calendar_has_is_kept():
    value = DateValue.on(date.max)
    assert read_value(write_value(value)) == value


def test_a_counts_numbers_can_be_filtered_on():
    columns = value_columns(Count(0, 0, None, operator=Operator.AT_LEAST))
    assert (columns["low"], columns["best"], columns["high"], columns["operator"]) == (0, 0, None, "at_least")


def test_a_dates_days_can_be_filtered_on():
    columns = value_columns(DateValue.on(date(2022, 12, 2)))
    assert (columns["date_first"], columns["date_precision"], columns["low"]) == (date(2022, 12, 2), 1, None)


def test_an_unread_value_is_null_everywhere():
    assert set(value_columns(None).values()) == {None}


def test_a_type_of_a_later_version_is_refused_by_name():
    with pytest.raises(StoreError, match="'polygon'"):
        read_value(json.dumps({"is": "polygon"}))
