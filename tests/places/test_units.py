import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places import open_gazetteer
from dateline.places.units import admin1s_named, ids_of_admin1s, units_following

LOUISIANA, KENTUCKY = "gn:4331987", "gn:6254925"


@pytest.mark.parametrize("words", ["La.", "Louisiana", "LA", "Louisiana Tuesday", "La. He"])
def test_the_words_after_a_name_say_its_state(gazetteer, words):
    assert LOUISIANA in units_following(words, gazetteer)


@pytest.mark.parametrize("words", ["", "Tuesday", "Mayor Smith", "He"])
def test_other_words_say_no_unit(gazetteer, words):
    assert not units_following(words, gazetteer)


def test_a_state_within_another_name_is_named(gazetteer):
    found = admin1s_named("Troopers of the Kentucky State Police came.", gazetteer)
    assert KENTUCKY in ids_of_admin1s((name for name, _ in found), gazetteer)


def test_a_surname_names_no_state(gazetteer):
    assert admin1s_named("They spoke with John Flanders there.", gazetteer) == []


@given(st.text(max_size=60))
def test_every_name_found_stands_where_it_is_said_to(text):
    for name, span in admin1s_named(text + " Kentucky", open_gazetteer()):
        assert name
        assert span.end <= len(text) + len(" Kentucky")
