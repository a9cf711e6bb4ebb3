from unittest.mock import Mock

import pytest

from dateline.bench.ged_places import GedPlace
from dateline.bench.scorers.places_ged import covered_countries, find, rows
from dateline.places import open_gazetteer
from dateline.values.points import Point

GAO = Point(16.27, -0.04)


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def place(name="Gao town", kind="town", countries=("ML",), admin1="Gao region", point=GAO):
    return GedPlace(name, kind, countries, admin1, point)


def with_packs(gazetteer, *packs):
    """The gazetteer as if these packs were installed beside the core."""
    told = Mock(wraps=gazetteer)
    told.meta = lambda _: [{"rows_by_country": {"FR": 9_000}}, *({"rows_by_country": each} for each in packs)]
    return told


def test_a_place_that_the_look_up_gives_first_is_right_twice(gazetteer):
    found = find(place(), gazetteer)
    assert (found.has_near, found.first_is_near) == (True, True)


def test_a_place_far_away_is_wrong(gazetteer):
    found = find(place(point=Point(12.0, -8.0)), gazetteer)
    assert (found.has_near, found.first_is_near) == (False, False)
    assert found.candidates > 0


def test_a_state_of_several_countries_is_looked_up_in_all_of_them(gazetteer):
    assert find(place("Jenin town", countries=("IL", "PS"), point=Point(32.46, 35.3)), gazetteer).first_is_near


def test_packs_cover_countries_with_enough_rows_and_the_core_covers_none(gazetteer):
    assert covered_countries(with_packs(gazetteer, {"ML": 5_000, "LU": 3})) == {"ML"}


def test_the_headline_is_over_towns_and_villages_of_covered_countries(gazetteer):
    places = [place(), place(kind="village"), place(kind="other"), place("Paris town", countries=("FR",))]
    found = {row.metric: row for row in rows(places, gazetteer=with_packs(gazetteer, {"ML": 5_000}))}
    assert (found["places.ged.candidate25"].n, found["places.ged.candidate25"].value) == (2, 100.0)
    assert found["places.ged.pick25.covered"].n == 3
    assert found["places.ged.pick25.everywhere"].n == 4


def test_without_a_pack_the_headline_is_not_measured(gazetteer):
    found = {row.metric: row for row in rows([place()], gazetteer=with_packs(gazetteer))}
    assert found["places.ged.candidate25"].value is None
    assert found["places.ged.candidate25.everywhere"].value == 100.0
