from dataclasses import replace

import pytest

from dateline.codebook import load_codebook
from dateline.places.admin import open_units
from dateline.places.polygons import unpack
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.points import Point
from dateline.views.geography import conflicts, geo_precision, geography, place_columns, shown, where
from places.worlds import CORE, DISTRICTS, write_pack

CODEBOOK = load_codebook()
TOWN = Place("gn:1", "Town", PlaceKind.SETTLEMENT, "WW", Point(1.5, 10.5), "Northern", "gn:11", "Alpha", "gn:111")


@pytest.fixture(scope="module")
def units(tmp_path_factory):
    folder = tmp_path_factory.mktemp("world")
    unpack([write_pack(folder / "core", CORE), write_pack(folder / "pack", DISTRICTS)], folder / "polygons.sqlite")
    return open_units(folder / "polygons.sqlite")


def resolution(place: Place | None = TOWN, **fields) -> PlaceResolution:
    return PlaceResolution("men-1", place, 0.9, "the only one", **{"where_prec": 1, **fields})


@pytest.mark.parametrize(
    ("where_prec", "expected", "example"),
    [
        (1, 1, "a bomb in the market of a town"),
        (2, 2, "gunmen ten kilometres north of a town"),
        (3, 2, "clashes in a district"),
        (4, 3, "clashes in a province"),
        (5, 3, "an ambush on the road between two towns"),
        (6, 3, "attacks across the country"),
        (7, 3, "a ship in international waters"),
        (None, None, "a place that nobody names"),
    ],
)
def test_acleds_precision_follows_from_geds(where_prec, expected, example):
    assert geo_precision(where_prec, CODEBOOK) == expected, example


def test_a_place_that_the_polygons_confirm_has_no_conflict(units):
    row = place_columns(resolution(), CODEBOOK, units)
    assert (row["admin1"], row["admin2"], row["admin_source"], row["admin_conflict"]) == (
        "Northern",
        "Alpha",
        "gazetteer",
        None,
    )


def test_a_place_in_another_unit_than_its_own_is_flagged_with_the_distance(units):
    row = place_columns(resolution(replace(TOWN, point=Point(0.9, 10.5))), CODEBOOK, units)
    assert row["admin_conflict"] == "gazetteer: Northern; polygon: Southern, 11 km from the border"
    assert (row["admin1"], row["admin2"]) == ("Northern", "Alpha")


def test_a_missing_district_is_filled_in_from_its_polygon(units):
    row = place_columns(resolution(replace(TOWN, admin2=None, admin2_id=None)), CODEBOOK, units)
    assert row["admin2"] == "Alpha"
    assert row["admin_source"] == "gazetteer; admin2 by polygon (A survey, CC BY 4.0, 2019)"


def test_a_point_that_the_words_moved_is_the_position(units):
    moved = resolution(point=Point(1.6, 10.5), radius_km=5.0, where_prec=2)
    row = place_columns(moved, CODEBOOK, units)
    assert (row["latitude"], row["radius_km"], row["where_prec"], row["geo_precision"]) == (1.6, 5.0, 2, 2)


def test_a_name_that_lies_within_a_place_has_its_units_and_position(units):
    row = place_columns(resolution(None, within=TOWN, point=TOWN.point, radius_km=3.0), CODEBOOK, units)
    assert (row["country"], row["admin1"], row["latitude"]) == ("WW", "Northern", 1.5)


def test_without_polygons_the_gazetteer_stands_alone():
    row = place_columns(resolution(replace(TOWN, point=Point(0.9, 10.5))), CODEBOOK)
    assert (row["admin1"], row["admin_source"], row["admin_conflict"]) == ("Northern", "gazetteer", None)


def test_an_unresolved_place_has_no_columns_at_all():
    row = place_columns(resolution(None, where_prec=None), CODEBOOK)
    assert set(row.values()) == {None}


def test_an_events_geography_is_its_places(whole):
    row = geography(whole, CODEBOOK)
    assert (row["country"], row["admin2"], row["latitude"], row["geo_precision"]) == ("PK", "Bajaur", 34.7, 1)
    assert where(CODEBOOK)(whole) == row


def test_conflicts_name_the_event_and_the_difference(whole, units):
    assert list(conflicts([whole], CODEBOOK, units)) == []


def test_geography_is_shown_in_words(units):
    row = place_columns(resolution(replace(TOWN, point=Point(0.9, 10.5)), radius_km=2.0), CODEBOOK, units)
    assert shown(row) == (
        "at 0.9000, 10.5000, to within 2 km",
        "Alpha, Northern, WW (gazetteer)",
        "gazetteer: Northern; polygon: Southern, 11 km from the border",
    )


def test_what_has_no_position_shows_nothing():
    assert shown(place_columns(resolution(None, where_prec=None), CODEBOOK)) == ()
