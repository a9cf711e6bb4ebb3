"""Numerals: a number written out reads back as itself."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.values.count_words import count_words
from dateline.values.numerals import number_pattern, read_number

WORDS = count_words("en").numbers
NUMBER = re.compile(number_pattern(WORDS))
ONES = [*WORDS.units, *WORDS.teens]
TENS = [*WORDS.tens]


def spell(number, joint):
    if number < 20:
        return ONES[number]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")
    size, name = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = f" {joint if number % size < 100 else ''}{spell(number % size, joint)}" if number % size else ""
    return f"{spell(number // size, joint)} {name}{rest}"


def read_whole(text):
    assert NUMBER.fullmatch(text), text
    return read_number(text, WORDS)


@given(st.integers(0, 9999), st.sampled_from(["", "and "]))
def test_a_number_in_words_reads_back_as_itself(number, joint):
    assert read_whole(spell(number, joint)) == number


@given(st.integers(0, 999_999_999), st.sampled_from([",", ".", " "]))
def test_a_number_with_separators_reads_back_as_itself(number, separator):
    assert read_whole(f"{number:,}".replace(",", separator)) == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("a hundred", 100),
        ("a hundred and twenty", 120),
        ("twelve hundred", 1200),
        ("1.5 million", 1_500_000),
        ("1.25 million", 1_250_000),
        ("two million three hundred thousand and five", 2_300_005),
        ("30 thousand", 30_000),
        ("a dozen", 12),
        ("two dozen", 24),
        ("3 dozen", 36),
        ("half a dozen", 6),
        ("5\n   thousand", 5000),
    ],
)
def test_a_number_is_read(text, number):
    assert read_whole(text) == number


@pytest.mark.parametrize("text", ["M-16", "$12", "1,2345", "a", "dozen", "fort"])
def test_what_is_no_number_is_not_matched_from_its_start(text):
    assert not NUMBER.fullmatch(text)
