"""Transliteration: spellings of one name share a key, and two names do not."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.transliteration import is_link, spelling_key

DATA = yaml.safe_load((files("dateline.actors") / "data" / "transliteration.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("one", "other"), DATA["examples"])
def test_two_spellings_of_a_name_share_a_key(one, other):
    assert spelling_key(one) == spelling_key(other) is not None


@pytest.mark.parametrize(("one", "other"), DATA["apart"])
def test_two_names_do_not_share_a_key(one, other):
    assert spelling_key(one) is None or spelling_key(one) != spelling_key(other)


@pytest.mark.parametrize("name", ["Hamas", "Al-Shabaab", "IS", "", "the of", "Fatah"])
def test_a_short_name_has_no_key(name):
    assert spelling_key(name) is None


@pytest.mark.parametrize(("word", "links"), [("al", True), ("UL", True), ("Taliban", False)])
def test_a_link_is_told_from_a_word(word, links):
    assert is_link(word) is links


@given(st.text())
def test_any_text_has_one_key_whatever_its_case_and_hyphens(text):
    assert spelling_key(text) == spelling_key(text.replace("-", " "))


@given(st.from_regex(r"[A-Za-z' -]{0,40}", fullmatch=True))
def test_case_does_not_count(name):
    assert spelling_key(name.upper()) == spelling_key(name.lower())
