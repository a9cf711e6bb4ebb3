from hypothesis import given
from hypothesis import strategies as st

from dateline.places.phrases import phrases_of, read_stop_list, written_forms

STOP = read_stop_list()


def test_a_small_settlement_is_not_looked_for():
    assert list(phrases_of("settlement", 900, ("Zedtown",), (), stop=STOP)) == []


def test_a_town_is_looked_for_by_its_name_and_a_city_by_every_spelling():
    assert list(phrases_of("settlement", 9_000, ("Zedtown", "Cedtown"), (), stop=STOP)) == [("Zedtown", "settlement")]
    assert len(list(phrases_of("settlement", 90_000, ("Zedtown", "Cedtown"), (), stop=STOP))) == 2


def test_a_word_is_not_looked_for_as_a_town_but_a_country_is():
    assert list(phrases_of("settlement", 90_000, ("Most",), (), stop=STOP)) == []
    assert list(phrases_of("country", None, ("Chad",), (), stop=STOP)) == [("Chad", "country")]


def test_a_name_in_other_letters_is_not_looked_for():
    assert list(phrases_of("admin1", None, ("Чечня",), (), stop=STOP)) == []


def test_a_numbered_unit_is_not_looked_for():
    assert list(phrases_of("admin2", None, ("Al Tamra 4",), (), stop=STOP)) == []


def test_an_abbreviation_that_looks_like_a_word_is_not_looked_for():
    assert list(phrases_of("admin1", None, (), ("Miss.",), stop=STOP)) == []


def test_a_name_is_written_with_and_without_its_marks():
    assert written_forms("Panjw\u0101\u2019i") == {"Panjw\u0101'i", "Panjwa'i", "Panjwai"}


@given(st.text())
def test_written_forms_of_any_name_are_texts(name):
    assert all(isinstance(form, str) for form in written_forms(name))
