import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import plain, read_data
from dateline.places.nested import read_nested

DATA = read_data("nested.yaml")
ENTRIES = [*DATA["heads"], *DATA["first"]]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["example"][0])
def test_each_head_has_an_example_that_shows_its_place(entry):
    name, place = entry["example"]
    found = read_nested(name)
    assert found.head is not None
    assert found.head.words in map(plain, entry["words"])
    told = [inner.text for inner in found.inner if inner.rule != "mentioned"]
    assert told[:1] == ([place] if place else [])


def test_what_stands_after_in_is_told_before_what_stands_before_the_head():
    said = [(inner.text, inner.said) for inner in read_nested("Norwegian Embassy in Khartoum").inner]
    assert said[0] == ("Khartoum", "where")


def test_an_embassys_country_is_an_owner():
    assert ("Norwegian", "owner") in [(inner.text, inner.rule) for inner in read_nested("Norwegian Embassy").inner]
    assert ("Norway", "owner") in [(inner.text, inner.rule) for inner in read_nested("Embassy of Norway").inner]


def test_the_longest_part_comes_first():
    assert next(iter(read_nested("Lagos State University").inner)).text == "Lagos State"


def test_a_rivers_own_name_is_no_place():
    assert read_nested("Niger River").inner == ()


def test_places_after_commas_come_in_their_order():
    assert [inner.text for inner in read_nested("Hotel Sol, Gao, Mali").inner][:2] == ["Gao", "Mali"]


def test_a_name_without_a_head_holds_nothing():
    found = read_nested("Qarloq")
    assert (found.head, found.inner) == (None, ())


@given(st.text())
def test_any_name_can_be_taken_apart(name):
    assert all(inner.text for inner in read_nested(name).inner)
