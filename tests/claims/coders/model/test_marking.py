"""Which spans are marked of a network's probabilities."""

import pytest

from claims.coders.model.readings import read, span_of
from dateline.claims.coders.model.marking import mark

TEXT = "Rebels shot Rosa #linda and a guard"


def marked(reading, role="victim_name", least=0.5):
    return [
        (TEXT[each.span.start : each.span.end], pytest.approx(each.probability))
        for each in mark(reading, role, least=least)
    ]


def test_where_nothing_begins_nothing_is_marked():
    assert marked(read(TEXT)) == []


def test_a_text_without_words_has_no_spans():
    assert list(mark(read(""), "victim_name", least=0.0)) == []


def test_a_span_goes_on_while_going_on_is_likely_enough():
    assert marked(read(TEXT, roles={"victim_name": {"Rosa #linda and": 0.8}})) == [("Rosa #linda and", 0.8)]


def test_a_span_has_the_probability_with_which_it_begins():
    reading = read(TEXT, roles={"victim_name": {"Rosa #linda": 0.9}})
    reading.tags[3, 2 * reading.card.roles.index("victim_name") + 1] = 0.6
    assert marked(reading) == [("Rosa #linda", 0.9)]


def test_what_is_less_likely_than_asked_is_left_out():
    reading = read(TEXT, roles={"victim_name": {"Rosa": 0.4, "guard": 0.7}})
    assert marked(reading) == [("guard", 0.7)]
    assert marked(reading, least=0.4) == [("Rosa", 0.4), ("guard", 0.7)]


def test_the_roles_are_marked_apart():
    reading = read(TEXT, roles={"victim_name": {"Rosa": 0.9}, "perpetrator_individual": {"Rebels": 0.9}})
    assert marked(reading) == [("Rosa", 0.9)]
    assert marked(reading, role="perpetrator_individual") == [("Rebels", 0.9)]


def test_a_span_takes_in_the_rest_of_its_last_word():
    reading = read(TEXT, roles={"victim_name": {"Rosa": 0.8}}, goes_on=["#linda"])
    assert marked(reading) == [("Rosa #linda", 0.8)]


def test_no_span_begins_within_a_word():
    reading = read(TEXT, roles={"victim_name": {"#linda": 0.8}}, goes_on=["#linda"])
    assert marked(reading) == []


def test_where_another_begins_the_one_before_ends():
    reading = read(TEXT, roles={"victim_name": {"a": 0.9, "guard": 0.8}})
    reading.tags[6, 2 * reading.card.roles.index("victim_name") + 1] = 0.7
    assert marked(reading) == [("a", 0.9), ("guard", 0.8)]


def test_a_span_knows_its_first_piece():
    reading = read(TEXT, roles={"victim_name": {"guard": 0.8}})
    (only,) = mark(reading, "victim_name", least=0.5)
    assert reading.starts[only.first] == span_of(TEXT, "guard").start
