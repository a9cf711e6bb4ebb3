import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import alternatives, article_variants, name_key, plain, read_data, strip_affixes

AFFIXES = read_data("affixes.yaml")
AFFIX_EXAMPLES = [entry["example"] for side in ("prefixes", "suffixes") for entry in AFFIXES[side]]


@pytest.mark.parametrize("spelling", ["Deir ez-Zor", "DEIR EZ ZOR", "Deir Ezzor", "deir  ez\u2011zor", "Deir ez-Zor's"])
def test_spellings_that_differ_in_marks_share_a_key(spelling):
    assert name_key(spelling) == "deirezzor"


def test_accents_and_foreign_letters_become_plain():
    assert plain("Usulután, Łódź, Şanlıurfa, Tromsø") == "usulutan lodz sanliurfa tromso"


@pytest.mark.parametrize(("text", "name"), AFFIX_EXAMPLES)
def test_each_affix_example_leaves_its_name(text, name):
    assert plain(name) in [stripped.name for stripped in strip_affixes(text)]


@pytest.mark.parametrize(("text", "name"), AFFIXES["articles"]["examples"])
def test_each_article_example_reaches_its_name(text, name):
    assert name_key(name) in article_variants(text)


def test_the_longest_affix_comes_first():
    assert next(strip_affixes("Bajaur tribal district")).name == "bajaur"


def test_two_affixes_come_off_one_after_another():
    outermost_gone = [stripped for stripped in strip_affixes("northern Ghazni province") if stripped.name == "ghazni"]
    assert outermost_gone
    assert outermost_gone[0].kinds == {"admin1"}
    assert outermost_gone[0].fuzzy


def test_a_name_that_is_only_an_affix_stays_whole():
    assert list(strip_affixes("Province")) == []


@given(st.text())
def test_any_text_has_a_key_of_letters_digits_and_vowel_signs(text):
    key = name_key(text)
    assert all(char.isalnum() or unicodedata.category(char) in ("Mn", "Mc") for char in key)


@given(st.text())
def test_the_key_of_a_key_is_itself(text):
    assert name_key(name_key(text)) == name_key(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("\u0645\u064f\u0648\u0635\u0650\u0644", "\u0645\u0648\u0635\u0644"),
        ("\u06a9\u0627\u0628\u0644", "\u0643\u0627\u0628\u0644"),
        ("Гро́зный", "грозный"),
    ],
    ids=["without harakat", "kaf of Persian and of Arabic", "without stress"],
)
def test_forms_of_one_letter_share_a_key(one, other):
    assert name_key(one) == name_key(other)


def test_vowel_signs_are_part_of_a_name():
    assert name_key("काबुल") != name_key("कबल")


def test_several_names_in_one_are_told_apart():
    assert [each.name for each in alternatives("Palmyra/Tadmur city")] == ["palmyra", "tadmur city", "tadmur"]


def test_one_name_has_no_alternatives():
    assert list(alternatives("Palmyra (")) == []


@given(st.text())
def test_stripping_any_text_leaves_shorter_names(text):
    assert all(0 < len(stripped.name) < len(plain(text)) for stripped in strip_affixes(text))
