"""Surroundings: the longer name in which a found name stands."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.surroundings import longer_names, other_thing
from dateline.values.spans import Span

GROUPS = yaml.safe_load((files("dateline.actors") / "data" / "namesakes.yaml").read_text(encoding="utf-8"))


def span_of(name, text):
    return Span(text.index(name), text.index(name) + len(name))


@pytest.mark.parametrize(("text", "name", "whole"), [group["example"] for group in GROUPS])
def test_every_example_is_another_thing(text, name, whole):
    assert other_thing(text, span_of(name, text)) == whole


@pytest.mark.parametrize(
    "text",
    [
        "The Taliban shelled the hospital.",
        "Fighters of the Taliban, Kabul University said, left.",
        "TALIBAN STORM KABUL AIRPORT",
        "Taliban Storm Kabul Airport",
    ],
)
def test_a_name_beside_other_words_stays_the_actors(text):
    assert other_thing(text, span_of(text[text.upper().index("TALIBAN") :][:7], text)) is None


def test_the_longer_names_come_longest_first():
    text = "men of Tehreek-i-Taleban Pakistan fled"
    names = list(longer_names(text, span_of("Taleban", text)))
    assert names[0] == "Tehreek-i-Taleban Pakistan"
    assert "Taleban Pakistan" in names


def test_a_name_alone_has_no_longer_name():
    text = "the men of Hamas fled"
    assert list(longer_names(text, span_of("Hamas", text))) == []


@given(st.text(st.sampled_from("aB -\n.,Al"), max_size=40), st.data())
def test_every_longer_name_holds_the_name(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if start == end:
        return
    for longer in longer_names(text, Span(start, end)):
        assert text[start:end] in longer
        assert len(longer) > end - start
