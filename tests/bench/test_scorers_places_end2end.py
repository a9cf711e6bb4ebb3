"""End to end: predictions matched with gold toponyms, one to one."""

import pytest

from dateline.bench.places_corpora import GoldText, GoldToponym
from dateline.bench.scorers.places_end2end import Located, Tally, rows, tally
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.points import Point
from dateline.values.spans import Span
from factories import document

TEXT = "Shells fell in Varda and Upper Lode on Monday, officials in Karth said."
HERE, FAR = Point(10.0, 10.0), Point(40.0, 40.0)


def span(name):
    return Span(TEXT.index(name), TEXT.index(name) + len(name))


def gold(name, *, point=HERE, ids=()):
    return GoldToponym(span(name), name, point, frozenset(ids), "PPL")


def located(name, *, point=HERE, place_id="gn:9"):
    place = Place(place_id, name, PlaceKind.SETTLEMENT, "XX", point)
    return Located(span(name), PlaceResolution("men", place, 0.9, "", point=point))


def text(*toponyms, unplaced=()):
    return GoldText(document(TEXT), toponyms, unplaced=tuple(map(span, unplaced)))


def test_a_name_that_is_found_near_its_gold_position_is_right():
    assert tally(text(gold("Varda")), [located("Varda")]) == Tally(1, 1, 1, 1)


def test_a_name_that_is_put_far_away_is_found_but_wrong():
    assert tally(text(gold("Varda")), [located("Varda", point=FAR)]) == Tally(0, 1, 1, 1)


def test_the_gold_id_is_right_wherever_its_middle_lies():
    assert tally(text(gold("Karth", ids={"gn:9"})), [located("Karth", point=FAR)]).right == 1


def test_an_overlapping_span_matches():
    assert tally(text(gold("Upper Lode")), [located("Lode")]) == Tally(1, 1, 1, 1)


def test_one_gold_name_matches_one_prediction_the_longest_overlap():
    found = [located("Upper", point=FAR), located("Upper Lode")]
    assert tally(text(gold("Upper Lode")), found) == Tally(1, 1, 2, 1)


def test_a_prediction_where_there_is_no_name_is_spurious():
    assert tally(text(gold("Varda")), [located("Monday")]) == Tally(0, 0, 1, 1)


def test_a_prediction_where_the_corpus_names_a_place_without_position_does_not_count():
    assert tally(text(gold("Varda"), unplaced=["Karth"]), [located("Karth")]) == Tally(0, 0, 0, 1)


def test_a_name_without_a_point_is_as_if_it_had_not_been_found():
    assert tally(text(gold("Varda")), [Located(span("Varda"), PlaceResolution("men", None, 0.0, ""))]) == Tally(
        0, 0, 0, 1
    )


def test_figures_are_percentages_over_all_texts():
    texts = [text(gold("Varda")), text(gold("Karth"))]
    found = [[located("Varda")], [located("Karth", point=FAR)]]
    figures = {row.metric.removeprefix("places.lgl.end2end."): row.value for row in rows("lgl", texts, found)}
    assert figures["f1_161"] == pytest.approx(50.0)
    assert figures["detection.f1"] == pytest.approx(100.0)


def test_a_corpus_in_which_nothing_is_found_scores_nothing():
    assert [row.value for row in rows("lgl", [text(gold("Varda"))], [[]])] == [0.0] * 6
