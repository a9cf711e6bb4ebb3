"""Plain text for matching."""

from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions.plain import plain


@given(st.text())
def test_the_length_never_changes(text):
    assert len(plain(text)) == len(text)


@given(st.text())
def test_it_is_plain_already_the_second_time(text):
    assert plain(plain(text)) == plain(text)


def test_case_accents_and_hyphens_do_not_count():
    assert plain("Tehrík-i-Taliban") == plain("TEHRIK I TALIBAN") == "tehrik i taliban"


def test_vowel_signs_stay_in_their_word():
    assert " " not in plain("हिन्दी")
