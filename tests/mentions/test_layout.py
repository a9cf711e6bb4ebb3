"""Layout: paragraphs, wrapped lines and what stands before the first sentence."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions.layout import find_paragraphs, unwrap

_LAYOUT = yaml.safe_load((files("dateline.mentions") / "data" / "layout.yaml").read_text(encoding="utf-8"))


_EXAMPLES = [example for part in ("headers", "marks") for entry in _LAYOUT[part] for example in entry["examples"]]


@pytest.mark.parametrize("example", _EXAMPLES, ids=lambda example: example["text"])
def test_a_paragraph_begins_after_its_dateline(example):
    text = example["text"]
    assert [span.cut(text) for span in find_paragraphs(text)] == [example["rest"]]


def test_a_sentence_that_only_looks_like_a_dateline_keeps_its_words():
    text = "The rebels (about 40 of them) attacked Khost - twice."
    assert [span.cut(text) for span in find_paragraphs(text)] == [text]


def test_a_blank_line_parts_paragraphs():
    text = "One bomb exploded.\n\nAnother did not."
    assert [span.cut(text) for span in find_paragraphs(text)] == ["One bomb exploded.", "Another did not."]


def test_lines_wrapped_at_a_margin_are_one_paragraph():
    line = "the rebels attacked the village and then the town"
    text = f"{line}\n{line}\n{line}\n{line}"
    assert len(find_paragraphs(text)) == 1


def test_short_header_lines_are_paragraphs_of_their_own():
    text = "For release\nPress office\n" + "A line far longer than any margin. " * 4
    assert len(find_paragraphs(text)) == 3


@given(st.text(max_size=300))
def test_paragraphs_stand_in_order_and_hold_no_outer_space(text):
    spans = find_paragraphs(text)
    assert list(spans) == sorted(spans)
    assert all(span.cut(text) == span.cut(text).strip() for span in spans)


@given(st.text(max_size=100))
def test_unwrapping_moves_no_offset(text):
    assert len(unwrap(text)) == len(text)


def test_a_name_with_its_acronym_is_no_dateline():
    text = "The Allied Front (AF) attacked Khost."
    assert [span.cut(text) for span in find_paragraphs(text)] == [text]
