from datetime import date

import pytest

from dateline.bench.ged_units import GedUnits
from dateline.bench.scorers.places_polygon import rows, same_unit, without_kind
from dateline.places import open_gazetteer
from dateline.places.admin import AdminPath
from dateline.values.points import Point

HERE, SEA = Point(20.0, 1.0), Point(0.0, 0.0)
PATHS = {HERE: AdminPath("ML", "Kidal", "gn:2597449", "Tessalit", None, "A map"), SEA: AdminPath()}


class FakeUnits:
    def path_of(self, point, on=None):
        return PATHS[point]


@pytest.fixture(scope="module")
def gazetteer():
    return open_gazetteer()


def place(point=HERE, admin1="Kidal region", admin2="Tessalit cercle") -> GedUnits:
    return GedUnits(point, ("ML",), admin1, admin2, date(2015, 1, 1))


def figures(gazetteer, *places):
    made = rows(places, units=FakeUnits(), gazetteer=gazetteer)
    return {row.metric.removeprefix("places.polygon."): (row.value, row.n) for row in made}


def test_a_position_in_the_units_that_ged_names_is_right(gazetteer):
    assert figures(gazetteer, place()) == {
        "country": (100.0, 1),
        "admin1": (100.0, 1),
        "admin2": (100.0, 1),
        "admin2.drawn": (100.0, 1),
    }


def test_a_position_that_no_polygon_holds_is_wrong_and_counts_as_no_district(gazetteer):
    found = figures(gazetteer, place(), place(SEA))
    assert found["country"] == (50.0, 2)
    assert found["admin1"] == (50.0, 2)
    assert found["admin2"] == (100.0, 1)
    assert found["admin2.drawn"] == (50.0, 2)


def test_what_ged_does_not_name_is_not_asked(gazetteer):
    assert figures(gazetteer, place(admin1=None, admin2=None))["admin1"] == (None, 0)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Djugu territory", "djugu"),
        ("Nad Ali district (Marja)", "nad ali"),
        ("Mintaqat Azaz district", "azaz"),
        ("Jos North lga", "jos north"),
        ("Central district", "central"),
        ("Capital city", "capital city"),
    ],
)
def test_words_for_a_kind_of_unit_are_no_part_of_its_name(name, bare):
    assert without_kind(name) == bare


@pytest.mark.parametrize(
    ("theirs", "ours"), [("Deir ez Zor district", "Deir ez-Zor"), ("Maarat al-Numaan district", "Ma'arrat an-Nu'man")]
)
def test_one_name_in_two_transliterations_agrees(gazetteer, theirs, ours):
    assert same_unit(theirs, ours, None, gazetteer)


@pytest.mark.parametrize(("theirs", "ours"), [("Kidal region", "Gao"), ("Kidal region", None)])
def test_another_unit_and_none_disagree(gazetteer, theirs, ours):
    assert not same_unit(theirs, ours, "gn:2457161" if ours else None, gazetteer)
