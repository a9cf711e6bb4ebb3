"""Things: what a text speaks of, by name, noun or pronoun."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.claims.coders.rules.things import find_named, find_things, load_thing_words

_LISTS = load_thing_words()


@pytest.fixture(scope="session")
def things_of(open_text):
    return lambda text: [(thing.span.cut(text), thing.kind) for thing in find_things(open_text(text))]


@pytest.mark.parametrize("name", sorted(_LISTS))
def test_each_list_finds_what_its_example_says(name, things_of):
    entry = _LISTS[name]
    told = things_of(entry["example"]["text"])
    assert {(words, entry["kind"]) for words in entry["example"]["says"]} <= set(told)


@pytest.mark.parametrize("name", sorted(_LISTS))
def test_a_list_names_no_word_twice(name):
    words = _LISTS[name]["words"]
    assert sorted(words) == sorted(set(words))


def test_a_name_within_a_nouns_phrase_is_no_thing_of_its_own(things_of):
    assert things_of("Red Column fighters left.") == [("Red Column fighters", "body")]


def test_a_country_that_acts_is_a_body_and_else_a_place(things_of):
    assert things_of("Mali sent the Red Column to Niger.") == [
        ("Mali", "body"),
        ("Red Column", "body"),
        ("Niger", "place"),
    ]


def test_a_country_in_a_list_is_what_the_first_of_the_list_is(things_of):
    assert things_of("Mali and Niger sent the Red Column.") == [
        ("Mali", "body"),
        ("Niger", "body"),
        ("Red Column", "body"),
    ]


def test_a_possessive_pronoun_is_no_thing_of_its_own(things_of):
    assert things_of("Our partners left.") == [("Our partners", "body")]


def test_names_alone_are_told_apart_from_nouns(open_text):
    text = "The Red Column met several refugees."
    assert [thing.span.cut(text) for thing in find_named(open_text(text))] == ["Red Column"]


@settings(max_examples=40, deadline=None)
@given(words=st.lists(st.sampled_from(["Mali", "the", "Red", "Column", "soldiers", "of", "we", "city", ",", "."])))
def test_things_stand_in_order_and_apart(open_text, words):
    text = " ".join(words) or "."
    things = find_things(open_text(text))
    assert all(before.span.end <= after.span.start for before, after in pairwise(things))
