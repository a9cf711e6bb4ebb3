from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InstallationError
from dateline.places import admin
from dateline.places.admin import AdminPath, Units, open_units
from dateline.places.polygons import unpack
from dateline.values.points import Point
from places.worlds import CORE, DISTRICTS, line, square, write_pack


@pytest.fixture(scope="module")
def units(tmp_path_factory) -> Units:
    folder = tmp_path_factory.mktemp("world")
    unpack([write_pack(folder / "core", CORE), write_pack(folder / "pack", DISTRICTS)], folder / "polygons.sqlite")
    return open_units(folder / "polygons.sqlite")


def test_a_point_lies_in_its_country_province_and_district(units):
    assert units.path_of(Point(1.5, 10.5)) == AdminPath(
        "WW", "Northern", "gn:11", "Alpha", "gn:111", "A survey, CC BY 4.0", 2019
    )


def test_where_no_district_is_drawn_none_is_told(units):
    assert units.path_of(Point(0.5, 10.5)) == AdminPath("WW", "Southern", "gn:12", source="A map, public domain")


def test_a_district_that_the_gazetteer_does_not_know_lies_in_the_province_that_holds_the_point(units):
    path = units.path_of(Point(1.5, 11.5))
    assert (path.admin1, path.admin1_id, path.admin2, path.admin2_id) == ("Northern", "gn:11", "Beta", None)


def test_a_point_in_a_gap_between_districts_gets_the_nearest_and_is_told_how_far(units):
    path = units.path_of(Point(1.5, 11.005))
    assert path.admin2 == "Alpha"
    assert path.off_km == pytest.approx(0.56, abs=0.02)


def test_a_district_that_crosses_a_border_ends_there(units):
    path = units.path_of(Point(1.5, 12.05))
    assert (path.country, path.admin1, path.admin2) == ("EE", "Eastern Province", None)


def test_a_point_near_the_coast_gets_the_units_of_the_coast(units):
    path = units.path_of(Point(1.5, 9.98))
    assert (path.country, path.admin1, path.admin2) == ("WW", "Northern", "Alpha")
    assert path.off_km == pytest.approx(2.2, abs=0.1)


def test_a_point_far_at_sea_has_no_units(units):
    assert units.path_of(Point(1.5, 9.5)) == AdminPath()


@given(st.floats(-89, 89), st.floats(-179, 179))
def test_a_point_has_units_only_within_the_territorial_sea(units, lat, lon):
    path = units.path_of(Point(lat, lon))
    assert (path.country is None) == (path == AdminPath())
    assert path.off_km <= admin.FARTHEST_KM


def test_how_far_outside_a_unit_a_point_lies(units):
    assert units.km_outside(Point(1.5, 10.5), "gn:111") == 0.0
    assert units.km_outside(Point(0.9, 10.5), "gn:11") == pytest.approx(11.1, abs=0.1)
    assert units.km_outside(Point(1.5, 12.5), "iso:WW") == pytest.approx(44.5, abs=0.5)
    assert units.km_outside(Point(1.5, 10.5), "gn:none") is None


def test_a_file_that_is_no_table_of_polygons_says_so(tmp_path):
    with pytest.raises(InstallationError, match="cannot be opened"):
        open_units(tmp_path / "missing.sqlite")


@pytest.fixture(scope="module")
def tribal(tmp_path_factory) -> Units:
    """Khyber Pakhtunkhwa with the tribal areas beside it, whose ground later became its own."""
    folder = tmp_path_factory.mktemp("tribal")
    lines = (
        line(1, "gn:1168873", "Khyber Pakhtunkhwa", "PK", square(71, 34, 72, 35), code="iso:PK-KP"),
        line(1, "region:fata", "Federally Administered Tribal Areas", "PK", square(70, 34, 71, 35), code="region:fata"),
        line(
            2,
            "gn:1",
            "Bajaur",
            "PK",
            square(70.5, 34, 71, 35),
            above="gn:1168873",
            above_name="Khyber Pakhtunkhwa",
            code="iso:PK-KP",
        ),
    )
    unpack([write_pack(folder / "core", lines)], folder / "polygons.sqlite")
    return open_units(folder / "polygons.sqlite")


BAJAUR, KHYBER, PESHAWAR = Point(34.5, 70.8), Point(34.5, 70.2), Point(34.5, 71.5)


@pytest.mark.parametrize(
    ("point", "on", "admin1"),
    [
        (BAJAUR, date(2010, 5, 1), "Federally Administered Tribal Areas"),
        (BAJAUR, date(2020, 5, 1), "Khyber Pakhtunkhwa"),
        (BAJAUR, None, "Khyber Pakhtunkhwa"),
        (KHYBER, date(2010, 5, 1), "Federally Administered Tribal Areas"),
        (KHYBER, date(2020, 5, 1), "Khyber Pakhtunkhwa"),
        (PESHAWAR, date(2012, 5, 1), "Khyber Pakhtunkhwa"),
        (PESHAWAR, date(2008, 5, 1), "North-West Frontier Province"),
    ],
)
def test_a_unit_is_that_of_the_day(tribal, point, on, admin1):
    assert tribal.path_of(point, on).admin1 == admin1


def test_a_district_keeps_its_name_whatever_held_it(tribal):
    assert tribal.path_of(BAJAUR, date(2010, 5, 1)).admin2 == "Bajaur"


def test_ground_that_was_one_of_several_units_has_no_admin1_for_that_day(tmp_path, monkeypatch):
    monkeypatch.setattr(admin, "unit_on", lambda code, day: ("One", "Other") if day.year < 2000 else (code,))
    unpack([write_pack(tmp_path / "core", CORE)], tmp_path / "polygons.sqlite")
    units = open_units(tmp_path / "polygons.sqlite")
    assert units.path_of(Point(0.5, 10.5), date(1990, 1, 1)).admin1 is None
    assert units.path_of(Point(0.5, 10.5), date(2010, 1, 1)).admin1 == "Southern"


@pytest.fixture(scope="module")
def shipped() -> Units:
    return open_units()


@pytest.mark.parametrize(
    ("lat", "lon", "country", "admin1"),
    [
        (34.53, 69.17, "AF", "Kabul"),
        (36.34, 43.13, "IQ", "Nineveh"),
        (11.85, 13.16, "NG", "Borno"),
        (31.50, 34.47, "PS", None),
        (-1.68, 29.22, "CD", None),
        (42.66, 21.17, "XK", None),
    ],
)
def test_the_shipped_polygons_know_well_known_towns(shipped, lat, lon, country, admin1):
    path = shipped.path_of(Point(lat, lon))
    assert path.country == country
    assert admin1 is None or path.admin1 == admin1


def test_the_open_ocean_belongs_to_nobody(shipped):
    assert shipped.path_of(Point(0.0, -30.0)) == AdminPath()
