from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

import dateline
from dateline.claims.records import Named
from dateline.codebook import load_codebook
from dateline.events import retold
from dateline.events.retelling import load_retelling
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.counts import Count
from dateline.values.points import Point
from factories import claim, document, event, frame

TEXT = (
    "Forty dead as a rally is bombed in Sola. A suicide bomber struck the rally on Sunday, a doctor said. "
    "A second blast hit a bakery, and gunmen shot a judge. Police arrested three men after the raid."
)
HERE = document(TEXT, published=date(2024, 5, 6))
SUNDAY, MONDAY = date(2024, 5, 5), date(2024, 5, 6)
TOWNS = {
    "men-sola": Place("gn:1", "Sola", PlaceKind.SETTLEMENT, "XX", Point(10.0, 10.0)),
    "men-near": Place("gn:2", "Solana", PlaceKind.SETTLEMENT, "XX", Point(10.1, 10.0)),
    "men-far": Place("gn:3", "Tarra", PlaceKind.SETTLEMENT, "XX", Point(20.0, 10.0)),
}
PLACES = {mention: PlaceResolution(mention, place, 0.9, "exact") for mention, place in TOWNS.items()}


def groups_of(*told):
    """How `retold` groups events given as (first words, slots): lists of their positions."""
    frames = [frame(HERE, claim(HERE, words=first, type=slots["type"]), first=first) for first, slots in told]
    events = [_event(each, slots) for each, (_, slots) in zip(frames, told, strict=True)]
    ids = [each.id for each in events]
    return [[ids.index(each.id) for each in group] for group in retold(events, frames, places=PLACES)]


def _event(told, slots):
    made = event(told, **slots)
    return replace(made, cells=tuple(replace(each, name=getattr(each.value, "text", each.name)) for each in made.cells))


def test_a_headline_without_day_and_place_tells_of_the_event_after_it():
    headline = ("dead", {"type": "attack", "deaths": 40})
    assert groups_of(headline, ("bomber", {"type": "suicide_bombing", "date": SUNDAY, "deaths": 40})) == [[0, 1]]


def test_two_kinds_of_one_family_on_one_day_are_one_event():
    killing = ("dead", {"type": "assassination", "date": SUNDAY})
    assert groups_of(killing, ("bomber", {"type": "suicide_bombing", "date": SUNDAY})) == [[0, 1]]


def test_an_arrest_after_a_bombing_is_another_event():
    bombing = ("bomber", {"type": "bombing", "date": SUNDAY})
    assert groups_of(bombing, ("arrested", {"type": "detention", "date": SUNDAY})) == [[0], [1]]


def test_events_on_two_days_are_two():
    assert groups_of(
        ("bomber", {"type": "bombing", "date": SUNDAY}), ("shot", {"type": "bombing", "date": MONDAY})
    ) == [
        [0],
        [1],
    ]


def test_a_second_blast_is_another_one():
    first = ("bomber", {"type": "bombing", "date": SUNDAY})
    assert groups_of(first, ("blast", {"type": "bombing", "date": SUNDAY})) == [[0], [1]]


def test_tolls_that_exclude_each_other_are_of_two_events():
    first = ("dead", {"type": "bombing", "date": SUNDAY, "deaths": 40})
    assert groups_of(first, ("shot", {"type": "shooting", "date": SUNDAY, "deaths": 1})) == [[0], [1]]


def test_the_number_of_some_of_the_dead_is_no_toll():
    some = replace(Count.exactly(1), whose="the governor")
    first = ("dead", {"type": "assassination", "date": SUNDAY, "deaths": some})
    assert groups_of(first, ("bomber", {"type": "bombing", "date": SUNDAY, "deaths": 3})) == [[0, 1]]


@pytest.mark.parametrize(
    ("mention", "grouped"), [("men-sola", [[0, 1]]), ("men-near", [[0], [1]]), ("men-far", [[0], [1]])]
)
def test_two_towns_on_one_day_are_two_events(mention, grouped):
    first = ("bomber", {"type": "bombing", "date": SUNDAY, "place": Named("Sola", "men-sola")})
    second = ("shot", {"type": "bombing", "date": SUNDAY, "place": Named(TOWNS[mention].name, mention)})
    assert groups_of(first, second) == grouped


def test_one_victim_named_twice_is_struck_once():
    first = ("dead", {"type": "attack", "target": "the judge", "place": "Sola"})
    assert groups_of(first, ("shot", {"type": "shooting", "target": "a judge of Sola"})) == [[0, 1]]


def test_every_kind_of_a_family_is_in_the_codebook():
    kinds = set(load_codebook().kinds)
    assert all(set(family["kinds"]) <= kinds for family in load_retelling()["families"])


@pytest.mark.parametrize("family", load_retelling()["families"], ids=lambda family: family["kinds"][0])
def test_kinds_of_one_family_told_of_one_day_are_one_event_and_the_example_is(family):
    kinds = family["kinds"]
    for one, other in pairwise(kinds):
        assert groups_of(("dead", {"type": one, "date": SUNDAY}), ("bomber", {"type": other, "date": SUNDAY})) == [
            [0, 1]
        ]
    events = dateline.code(family["example"], published="2024-05-10").events
    assert len(events) == 1
    assert events[0].cell("type").value.code in kinds


def test_a_headline_and_a_text_that_the_coder_parts_are_one_event():
    coded = dateline.code(load_retelling()["families"][0]["example"], published="2024-05-10")
    assert len(coded.frames) == 2
    assert [len(event.frames) for event in coded.events] == [2]
