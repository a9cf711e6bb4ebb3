"""What may be asked of a reading."""

import pytest

from claims.coders.model.readings import CARD, first_piece, read, span_of
from dateline.values.spans import Span

TEXT = "The Red Column shot a guard. A bomb hit Goma."


def test_the_pieces_of_a_span_are_those_that_begin_in_it():
    reading = read(TEXT)
    assert reading.pieces(span_of(TEXT, "Red Column")) == slice(1, 3)
    assert reading.pieces(Span(5, 14)) == slice(2, 3)


def test_a_role_is_as_likely_as_its_likeliest_piece():
    reading = read(TEXT, roles={"perpetrator_organization": {"Red Column": 0.7}})
    reading.tags[2, 2 * CARD.roles.index("perpetrator_organization") + 1] = 0.9
    assert reading.role(span_of(TEXT, "The Red Column"), ["perpetrator_organization"]) == pytest.approx(0.9)


def test_of_several_roles_the_likeliest_counts():
    reading = read(TEXT, roles={"victim_name": {"guard": 0.2}, "victim_description": {"guard": 0.6}})
    assert reading.role(span_of(TEXT, "a guard"), ["victim_name", "victim_description"]) == pytest.approx(0.6)
    assert reading.role(span_of(TEXT, "a guard"), ["weapon"]) == 0.0


def test_a_label_is_as_likely_as_the_mean_of_its_pieces():
    reading = read(TEXT, sentence={"BOMBING": {"A bomb": 0.8}})
    assert reading.label(span_of(TEXT, "A bomb"), "BOMBING") == pytest.approx(0.8)
    assert reading.label(span_of(TEXT, "A bomb hit Goma"), "BOMBING") == pytest.approx(0.4)


def test_a_span_without_pieces_is_given_nothing():
    reading = read(TEXT, roles={"victim_name": {TEXT: 0.9}}, sentence={"ATTACK": {TEXT: 0.9}})
    inside = Span(3, 4)  # the space behind the first word
    assert reading.role(inside, ["victim_name"]) == 0.0
    assert reading.label(inside, "ATTACK") == 0.0


def test_the_likeliest_value_of_an_attribute_is_told():
    reading = read(TEXT, attributes={"confidence": {"Red Column": "CLAIMED OR ADMITTED"}})
    assert reading.attribute("confidence", first_piece(reading, TEXT, "Red Column")) == "CLAIMED OR ADMITTED"


def test_spans_whose_vectors_are_alike_are_together():
    reading = read(TEXT, together=[["Red Column", "guard"], ["bomb", "Goma"]])
    red, guard, bomb = (first_piece(reading, TEXT, words) for words in ("Red Column", "guard", "bomb"))
    assert reading.together(red, guard) == pytest.approx(0.982, abs=0.001)  # 4 * 4 / sqrt(4) - 4 is a log-odds of 4
    assert reading.together(red, bomb) == pytest.approx(0.018, abs=0.001)
    assert reading.together(red, guard) == reading.together(guard, red)
