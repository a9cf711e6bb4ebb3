import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.values.dates import DatePrecision
from dateline.values.dates_in_text import parse_published, read_date


@pytest.mark.parametrize(
    ("text", "written", "precision"),
    [
        ("2023-08-04", "2023-08-04", DatePrecision.DAY),
        ("2023-08-04T10:00:00+02:00", "2023-08-04", DatePrecision.DAY),
        ("4 August 2023", "2023-08-04", DatePrecision.DAY),
        ("Aug. 4, 2023", "2023-08-04", DatePrecision.DAY),
        ("2023-08", "2023-08", DatePrecision.MONTH),
        ("August 2023", "2023-08", DatePrecision.MONTH),
        (" 2023 ", "2023", DatePrecision.YEAR),
    ],
)
def test_a_publication_date_is_a_day_a_month_or_a_year(text, written, precision):
    value = parse_published(text)
    assert (value.isoformat(), value.precision) == (written, precision)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("2023-13", "no month 13"),
        ("2023-00-10", "no month 0"),
        ("2023-02-30", "has 28 days, not 30"),
        ("0000-01-01", "no year 0"),
        ("9999-12-31", "1600 to 2199"),
        ("0800", "1600 to 2199"),
        ("yesterday", "write a day"),
        ("since 2014", "open end"),
        ("4 August", "write a day"),
        ("", "write a day"),
        ("the fourth", "write a day"),
    ],
)
def test_what_is_no_publication_date_is_refused_with_the_reason(text, fault):
    with pytest.raises(InputError, match=fault):
        parse_published(text)


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        value = parse_published(text)
    except InputError:
        return
    assert value.first is not None
    assert value.last is not None


def test_a_relative_expression_is_read_against_its_reference():
    reference = parse_published("2013-01-22")
    value = read_date("yesterday", reference=reference)
    assert value is not None
    assert value.isoformat() == "2013-01-21"
    assert read_date("yesterday") is None


def test_words_around_a_date_are_not_read():
    assert read_date("bombed on 2 May 2012") is None
