"""How many belong to an actor: each way of saying it gives what its example says, and harm never does."""

import pytest

from dateline.claims.coders.rules.strengths import load_strength_words
from dateline.claims.records import FrameKind, Stance

_LISTS = load_strength_words()
_EXAMPLES = {name: entry["example"] for name, entry in _LISTS.items() if "example" in entry}


@pytest.fixture(scope="session")
def strengths_of(frames_of):
    return lambda text: frames_of(text, FrameKind.STRENGTH)


@pytest.mark.parametrize("name", sorted(_EXAMPLES))
def test_each_way_of_saying_it_gives_what_its_example_says(name, strengths_of):
    example = _EXAMPLES[name]
    (frame,) = strengths_of(example["text"])
    (people,) = frame.slot("people")
    assert frame.slot("actor")[0].value.keys == (example["actor"],)
    assert people.value.best == example.get("best", people.value.best)
    assert people.value.high == example.get("high", people.value.high)
    assert people.stance == example.get("stance", people.stance)


@pytest.mark.parametrize(
    "text",
    [
        *_LISTS["harm"]["not"],
        "The Red Column lost 300 fighters in Goma.",
        "The Red Column has 300 villages.",
        "The Red Column freed 40 fighters.",
        "About 300 Red Column fighters attacked Goma.",
    ],
)
def test_a_number_of_harmed_or_of_things_is_no_strength(text, strengths_of):
    assert strengths_of(text) == []


def test_a_range_keeps_its_ends_its_hedge_and_its_remark(strengths_of):
    text = "The Red Column has a combined strength of around 3,000 to 4,000, including family members."
    (people,) = strengths_of(text)[0].slot("people")
    assert (people.value.low, people.value.high, people.hedge) == (3000, 4000, "around")
    assert people.value.scope == "including family members"


def test_estimates_are_the_speaker(strengths_of):
    (frame,) = strengths_of("Estimates suggest that the Red Column has 3,000 fighters.")
    assert frame.claims[0].speaker.name == "Estimates"


def test_a_strength_that_is_uncertain_is_possible(strengths_of):
    (frame,) = strengths_of("The exact number of Red Column fighters in Mali is unknown, but is put at around 700.")
    assert {claim.stance for claim in frame.claims} == {Stance.POSSIBLE}
    assert [claim.published for claim in frame.slot("place")] == ["Mali"]
