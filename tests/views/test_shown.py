from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.records import Code, Named, Speaker, SpeakerKind
from dateline.values.counts import Count, Operator
from dateline.values.dates import DateValue
from dateline.views.shown import shown_count, shown_speaker, shown_value, value_columns


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (Count.exactly(0), "0"),
        (Count(60, 60, None, Operator.AT_LEAST), "at least 60"),
        (Count(201, None, None, Operator.MORE_THAN), "at least 201"),
        (Count(None, None, 9, Operator.LESS_THAN), "at most 9"),
        (Count(None, 200, None, Operator.NEARLY), "nearly 200"),
        (Count(30000, None, 40000, Operator.BETWEEN), "30000 to 40000"),
        (Count(20, 92, 100, Operator.BETWEEN), "92 (20 to 100)"),
        (Count(63, 63, 63, Operator.BETWEEN), "63"),
        (Count(24, None, 99, Operator.VAGUE, word="dozens"), "dozens"),
        (Count(24, None, 99, Operator.VAGUE), "24 to 99"),
        (Count(5, None, None, Operator.BETWEEN), "5 to ?"),
        (Count(5, 7, 9, Operator.AT_MOST), "at most 9"),
        (Count(None, None, 9, Operator.EXACT), "? to 9"),
    ],
)
def test_a_count_is_shown_in_words(count, words):
    assert shown_count(count) == words


def test_a_value_that_could_not_be_read_is_shown_as_nothing():
    assert shown_value(None) == ""


def test_values_are_shown_as_the_text_or_code_that_they_are():
    values = (Code("stage", "attempted"), Named("Kabul"), DateValue.on(date(2022, 12, 2)))
    assert [shown_value(value) for value in values] == ["attempted", "Kabul", "2022-12-02"]


def test_a_speaker_without_a_name_is_shown_by_kind():
    assert shown_speaker(Speaker(SpeakerKind.NOBODY_NAMED)) == "nobody named"
    assert shown_speaker(Speaker(SpeakerKind.AUTHORITY, "police")) == "police"


def test_parts_that_a_value_does_not_have_are_null():
    columns = value_columns(Named("Kabul"))
    assert set(columns.values()) == {None}


@given(
    numbers=st.lists(st.integers(0, 10**9) | st.none(), min_size=3, max_size=3),
    operator=st.sampled_from(Operator),
    word=st.none() | st.just("dozens"),
)
def test_every_count_can_be_shown(numbers, operator, word):
    given_numbers = sorted(n for n in numbers if n is not None)
    if not given_numbers:
        return
    ordered = iter(given_numbers)
    low, best, high = (None if n is None else next(ordered) for n in numbers)
    assert shown_count(Count(low, best, high, operator, word=word))
