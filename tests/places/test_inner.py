import pytest

from dateline.places.ground import read_ground
from dateline.places.inner import named_inside
from dateline.places.nested import read_nested

from .ground_of import GAO, KABUL, MALI, MOSUL, NATCHEZ, SmallGazetteer, marked


def inside(name, report="Nothing else."):
    doc, mentions, resolutions = marked(report)
    ground = read_ground(resolutions, mentions, doc, SmallGazetteer(), None)
    return named_inside(read_nested(name), ground)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("University of Mosul", MOSUL),
        ("Kabul Airport", KABUL),
        ("Bank of Mali", MALI),
        ("Pakistani Embassy in Kabul", KABUL),
        ("Mall of Asia", None),
        ("Pakistani Embassy", None),
        ("Embassy of Pakistan", None),
        ("Gao Elementary School", None),
        ("Qarloq Airport", None),
        ("Northern Hospital", None),
    ],
)
def test_a_name_holds_the_place_that_it_says(name, place):
    assert inside(name) == place


def test_a_school_has_its_towns_name_where_the_report_speaks_of_the_town():
    assert inside("Gao Elementary School", "Police came from [Gao].") == GAO


def test_a_government_building_takes_the_name_of_its_people():
    assert inside("Malian Parliament") == MALI


def test_a_small_town_far_from_the_report_is_a_namesake():
    assert inside("Natchez Harbor", "A blast in [Gao].") is None


def test_a_rare_name_in_a_country_of_the_report_is_its_place():
    assert inside("Natchez Harbor", "They came from [Springfield].") == NATCHEZ
