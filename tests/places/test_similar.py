import sqlite3

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import name_key
from dateline.places.similar import few_edits, same_skeleton
from dateline.places.skeleton import skeleton

NAMES = ("Deir ez-Zor", "Deir Azzor", "Kolomna", "Koldera", "Santa Cruz del Islote", "Amri")


@pytest.fixture(scope="module")
def rows():
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE TABLE skeleton (country, skeleton, key)")
    for name in NAMES:
        connection.execute("INSERT INTO skeleton VALUES ('ZZ', ?, ?)", (skeleton(name), name_key(name)))
    return connection


def test_names_of_one_skeleton_are_told_the_most_similar_first(rows):
    assert same_skeleton("Deir al-Zor", ("ZZ",), rows) == ["deirazzor", "deirezzor"]


def test_names_of_few_consonants_must_be_more_alike(rows):
    assert same_skeleton("Imari", ("ZZ",), rows) == []
    assert same_skeleton("Amari", ("ZZ",), rows) == ["amri"]


def test_a_name_is_not_similar_to_itself(rows):
    assert same_skeleton("Deir ez-Zor", ("ZZ",), rows) == ["deirazzor"]


def test_names_of_another_country_are_not_asked(rows):
    assert same_skeleton("Deir al-Zor", ("YY",), rows) == []


def test_a_letter_may_differ(rows):
    assert few_edits("Kolombna", ("ZZ",), rows) == ["kolomna"]


def test_a_long_common_beginning_is_not_enough(rows):
    assert few_edits("Santa Cruz de la Colina", ("ZZ",), rows) == []


@pytest.mark.parametrize("ask", [same_skeleton, few_edits])
def test_a_short_name_is_like_no_other(ask, rows):
    assert ask("Amr", ("ZZ",), rows) == []


@pytest.mark.parametrize("ask", [same_skeleton, few_edits])
@given(st.text())
def test_any_name_may_be_asked_for(ask, rows, name):
    assert name_key(name) not in ask(name, ("ZZ",), rows)
