import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.values.dates_forms import classes_of_digits, compile_form, digit_words, words_of_form
from dateline.values.dates_grammar import find_phrases, load_data, load_grammar
from dateline.values.dates_readers import READERS

MEMBERS = {"day": "d", "month": "m", "year": "y", "=of": "o", "=,": ","}


def compiled(form, **beside):
    return compile_form({"form": form, **beside}, MEMBERS, {"date": "({day} of? {month})"}, 0)


def test_a_form_matches_its_classes_in_order():
    assert re.fullmatch(compiled("{day} {month}").expression, "dm")
    assert not re.fullmatch(compiled("{day} {month}").expression, "md")


def test_an_optional_word_may_be_missing():
    form = compiled("{date} ,? {year}?").expression
    assert all(re.fullmatch(form, codes) for codes in ("dm", "dom", "dm,y", "domy"))


def test_a_choice_gives_one_slot_from_either_branch():
    form = compiled("({day} {month} | {month} {day})")
    assert re.fullmatch(form.expression, "dm")
    assert re.fullmatch(form.expression, "md")
    assert [group for group, _ in form.slots["day"]] == ["day_0_0", "day_0_1"]


def test_a_form_knows_what_it_may_begin_with():
    assert compiled("of? {day} {month}").firsts == {"o", "d"}
    assert compiled("(of | {year})? {day}").firsts == {"o", "y", "d"}


def test_words_beside_a_form_are_looked_at_but_not_taken():
    form = compiled("{year}", preceded_by=["of"], not_followed_by=["{month}"]).expression
    assert re.search(form, "oy")
    assert not re.search(form, "y")
    assert not re.search(form, "oym")


def test_the_words_of_a_form_are_those_outside_braces():
    assert list(words_of_form("the? {day} (of | -) {month}")) == ["the", "of", "-"]


@pytest.mark.parametrize(
    ("word", "classes"),
    [
        ("2", {"count", "day", "month_number"}),
        ("31", {"count", "day", "two_digits"}),
        ("90", {"count", "two_digits", "late_year"}),
        ("0000", set()),
        ("1500", {"year"}),
        ("2000", {"year", "near_year", "ten_year"}),
        ("2014", {"year", "near_year", "stated_year"}),
        ("2nd", {"ordinal"}),
        ("1990s", {"decade"}),
    ],
)
def test_digits_have_the_classes_of_what_they_can_be(word, classes):
    assert set(classes_of_digits(word)) == classes


def test_every_word_of_digits_has_a_number():
    assert all(isinstance(list(classes_of_digits(word)), list) for word in digit_words())


@pytest.mark.parametrize("entry", load_data("en")["patterns"], ids=lambda entry: entry["name"])
def test_every_pattern_has_a_reader_and_an_example(entry):
    assert entry["reads"] in READERS
    assert entry["examples"]


def test_no_two_patterns_have_one_name():
    names = [entry["name"] for entry in load_data("en")["patterns"]]
    assert len(names) == len(set(names))


def test_a_language_without_words_for_dates_is_named_with_those_that_have_them():
    with pytest.raises(InputError, match=r"'xx'.* en"):
        load_grammar("xx")
    with pytest.raises(InputError):
        load_grammar("../en")


@given(st.text(alphabet="ab0123456789 \n\t,.:-İ\u0660", max_size=200))
def test_phrases_do_not_overlap_and_stand_in_the_text(text):
    last = 0
    for phrase in find_phrases(text, load_grammar("en")):
        assert last <= phrase.start < phrase.end <= len(text)
        last = phrase.end
