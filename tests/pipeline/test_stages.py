"""Stages: what the finders learn from the gazetteer."""

import pytest

from dateline.pipeline.stages import known_names
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.values.points import Point


class FakeGazetteer:
    """Knows a town and a province of one name, and a country by its people."""

    def candidates(self, name, *, limit):
        point = Point(1.0, 2.0)
        town = Place("gn:1", "Varda", PlaceKind.SETTLEMENT, "XX", point, population=900)
        province = Place("gn:2", "Varda Osk", PlaceKind.ADMIN1, "XX", point, population=70_000)
        found = {
            "Varda": (Candidate(town, "exact"), Candidate(province, "exact")),
            "Old Varda": (Candidate(town, "affix_stripped"),),
            "Osk": (Candidate(province, "exact"),),
        }
        return found.get(name, ())[:limit]


NAMES = known_names(FakeGazetteer())


def test_the_facts_of_a_name_are_those_of_all_places_that_are_so_called():
    facts = NAMES("Varda")
    assert facts.kinds == {"settlement", "admin1"}
    assert facts.population == 70_000


@pytest.mark.parametrize(("name", "is_main"), [("Varda", True), ("Osk", False)])
def test_it_is_told_whether_a_name_is_a_place_s_main_one(name, is_main):
    assert NAMES(name).is_main is is_main


@pytest.mark.parametrize("name", ["Nowhere", "Old Varda"])
def test_a_name_that_no_place_has_exactly_is_unknown(name):
    assert NAMES(name) is None
