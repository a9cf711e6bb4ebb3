"""Ids: the same parts give the same id, other parts another."""

import re

from hypothesis import given
from hypothesis import strategies as st

from dateline.values.ids import hash_text, make_id


@given(st.lists(st.text()))
def test_the_same_parts_have_the_same_id(parts):
    assert make_id("x", *parts) == make_id("x", *parts)


def test_an_id_is_its_prefix_and_16_hex_digits():
    assert re.fullmatch(r"doc-[0-9a-f]{16}", make_id("doc", "a", 1, None))


def test_parts_do_not_run_together():
    assert make_id("x", "ab", "c") != make_id("x", "a", "bc")


def test_the_order_of_parts_matters():
    assert make_id("x", "a", "b") != make_id("x", "b", "a")


@given(st.text(st.characters()))
def test_any_text_has_a_hash(text):
    assert re.fullmatch(r"[0-9a-f]{64}", hash_text(text))


def test_a_lone_surrogate_has_a_hash():
    assert len(hash_text("\ud800")) == 64
