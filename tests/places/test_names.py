import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import article_variants, name_key, plain, read_data, strip_affixes

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
def test_any_text_has_a_key_of_letters_and_digits(text):
    key = name_key(text)
    assert all(char.isalnum() for char in key)


@given(st.text())
def test_stripping_any_text_leaves_shorter_names(text):
    assert all(0 < len(stripped.name) < len(plain(text)) for stripped in strip_affixes(text))
