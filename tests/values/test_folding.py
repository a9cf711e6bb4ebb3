"""Folding: plain signs, and no offset moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.values.folding import fold, lower


@given(st.text())
def test_folding_never_changes_the_length(text):
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_a_folded_text_changes_nothing(text):
    assert fold(fold(text)) == fold(text)


@given(st.text(st.characters(whitelist_categories=("L", "N"))))
def test_letters_and_digits_stay(text):
    assert fold(text) == text


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("IS-K’s", "IS-K's"),
        ("“no”", '"no"'),
        ("15–20", "15-20"),
        ("IS‑K", "IS-K"),
        ("2022—merely", "2022—merely"),
        ("1\u202f500", "1 500"),
        ("a\tb", "a b"),
        ("one\r\ntwo", "one \ntwo"),
        ("one\rtwo", "one\ntwo"),
        ("one\u2028two", "one\ntwo"),
    ],
)
def test_typographic_signs_become_plain(written, plain):
    assert fold(written) == plain


@given(st.text())
def test_small_letters_take_the_place_of_capitals(text):
    assert len(lower(text)) == len(text)


def test_a_letter_whose_small_form_is_longer_stays():
    assert lower("İZMİR A") == "İzmİr a"


def test_a_part_in_lower_case_is_a_part_of_the_lower_case():
    text = "A\u03a3.A"
    assert lower(text)[:2] == lower(text[:2])
