"""Recasing: worked examples from the data, and that no character moves."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.values.casing_words import load_casing_data
from dateline.values.folding import lower
from dateline.values.recasing import is_upper_case, reading_text, recase

WIRE = "THE ARMY SAID ON FRIDAY THAT TWO MEN HAD FLED TO VILLA ALBA."
PROSE = "The army said on Friday that two men had fled to Villa Alba."
ODD_LETTERS = st.sampled_from("İßŉǅΣᾈﬁÉЖ١²'’-.[]()\"\n AZBMOX0")


@pytest.mark.parametrize("example", load_casing_data("en")["examples"], ids=lambda example: example[1])
def test_an_example_is_written_as_a_newspaper_would(example):
    capitals, expected = example
    assert recase(capitals) == expected


@given(st.text() | st.text(ODD_LETTERS))
def test_recasing_never_changes_the_length(text):
    assert len(recase(text)) == len(text)


@given(st.text() | st.text(ODD_LETTERS))
def test_recasing_changes_nothing_but_case(text):
    assert lower(recase(text)) == lower(text)


@given(st.text() | st.text(ODD_LETTERS))
def test_the_text_to_read_is_as_long_as_the_text(text):
    assert len(reading_text(text)) == len(text)


def test_letters_whose_other_case_is_longer_stay():
    assert recase("THE MAYOR OF İZMİR LEFT.") == "The mayor of İzmİr left."


def test_a_wire_is_in_capitals():
    assert is_upper_case(WIRE)


def test_prose_is_not_in_capitals():
    assert not is_upper_case(PROSE)


def test_an_acronym_is_too_short_to_be_a_wire():
    assert not is_upper_case("NATO, UN")


def test_an_empty_text_is_not_in_capitals():
    assert not is_upper_case("")


def test_the_markup_around_a_wire_does_not_count():
    assert is_upper_case(f'<p class="article-body">{WIRE}</p>&nbsp;<a href="https://example.org/some/page">MORE</a>')


def test_a_headline_in_capitals_does_not_make_prose_a_wire():
    assert not is_upper_case(f"TWO MEN FLEE\n\n{PROSE}")


def test_prose_is_read_as_it_stands():
    assert reading_text(PROSE) == PROSE


def test_a_wire_is_read_in_mixed_case_with_plain_quotes():
    assert reading_text("“WE FLED,” SAID THE ARMY’S COLONEL PEREZ.") == '"We fled," said the army\'s Colonel Perez.'


def test_a_known_name_is_no_acronym():
    assert recase("THEY WENT TO GDOV.") == "They went to GDOV."
    assert recase("THEY WENT TO GDOV.", names=lambda word: word == "GDOV") == "They went to Gdov."


def test_what_is_too_long_for_a_word_stays():
    assert recase("THE KEY IS " + "B" * 100 + ".") == "The key is " + "B" * 100 + "."


def test_words_that_are_not_in_capitals_stay():
    assert recase("THE iPhone RANG.") == "The iPhone rang."


def test_an_acronym_in_brackets_stays_in_capitals_everywhere():
    text = "THE SOCIAL ORDER LEAGUE (SOLE) MET.  SOLE SPOKE."
    assert recase(text) == "The Social Order League (SOLE) met.  SOLE spoke."


def test_a_language_without_words_is_an_error():
    with pytest.raises(InputError, match="no casing words for the language 'xx'"):
        recase("TEXT", language="xx")


def test_the_short_form_of_a_month_is_a_month_beside_a_number():
    assert reading_text("LIMA, 29 MAR 89 -- THE WAR MAY MAR THE TALKS OF THE TWO SIDES.") == (
        "Lima, 29 Mar 89 -- The war may mar the talks of the two sides."
    )
