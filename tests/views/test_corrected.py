from datetime import date

import pytest

from dateline.claims.records import Code, Named
from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.values.counts import Count, Operator
from dateline.values.dates import DatePrecision
from dateline.views.corrected import corrected_value


def corrected(slot, text):
    return corrected_value(slot, text, load_codebook())


@pytest.mark.parametrize(
    ("text", "value"),
    [("44", Count.exactly(44)), ("0", Count.exactly(0)), (" 44 - 46 ", Count(44, None, 46, Operator.BETWEEN))],
)
def test_a_count_is_a_number_or_two_bounds(text, value):
    assert corrected("deaths", text) == value


@pytest.mark.parametrize("text", ["dozens", "46-44", "-3", "4.5", ""])
def test_what_is_no_count_is_refused(text):
    with pytest.raises(InputError):
        corrected("deaths", text)


@pytest.mark.parametrize(
    ("text", "shown", "precision"),
    [
        ("2023-07-30", "2023-07-30", DatePrecision.DAY),
        ("2023-07", "2023-07", DatePrecision.MONTH),
        ("2023-07-29/2023-07-30", "2023-07-29/2023-07-30", DatePrecision.FEW_DAYS),
    ],
)
def test_a_date_is_a_day_a_month_a_year_or_an_interval(text, shown, precision):
    value = corrected("date", text)
    assert (value.isoformat(), value.precision) == (shown, precision)


@pytest.mark.parametrize("text", ["soon", "2023-13-01/2023-13-02", "2023-07-30/2023-07-29"])
def test_what_is_no_date_is_refused(text):
    with pytest.raises(InputError):
        corrected("date", text)


def test_a_kind_is_one_of_the_codebooks():
    assert corrected("type", "Suicide bombing") == Code("dateline.kind", "suicide_bombing")
    with pytest.raises(InputError, match="the codebook has no kind"):
        corrected("type", "mishap")


def test_a_name_is_taken_as_it_is_typed():
    assert corrected("place", "Khar  bazaar") == Named("Khar bazaar")


def test_a_slot_that_events_do_not_have_is_refused():
    with pytest.raises(InputError, match="no event slot"):
        corrected("colour", "red")


def test_a_day_of_one_digit_stays_that_day():
    assert corrected("date", "2023-07-03").first == date(2023, 7, 3)
