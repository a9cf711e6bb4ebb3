import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.admin import AdminPath
from dateline.places.agreement import Admin, admin_of, disagreement, first_difference, same_unit, shown_source
from dateline.places.records import Place, PlaceKind
from dateline.values.points import Point


def town(**fields) -> Place:
    given = {"country": "AF", "admin1": "Badakhshan", "admin1_id": "gn:1147745", **fields}
    return Place("gn:1", "A town", given.pop("kind", PlaceKind.SETTLEMENT), point=Point(36.7, 70.8), **given)


def path(**fields) -> AdminPath:
    given = {"country": "AF", "admin1": "Badakhshan", "admin1_id": "gn:1147745", "source": "A map", **fields}
    return AdminPath(**given)


TAKHAR = path(admin1="Takhar", admin1_id="gn:1123230", admin2="Farkhar", admin2_id="gn:7053364")


def test_a_difference_is_said_with_how_far_the_point_is_from_the_border():
    assert disagreement(town(), TAKHAR, 3.2) == "gazetteer: Badakhshan; polygon: Takhar, 3 km from the border"


def test_a_difference_without_a_measured_distance_is_said_too():
    assert disagreement(town(), TAKHAR) == "gazetteer: Badakhshan; polygon: Takhar"


def test_a_point_beside_the_border_is_less_than_a_kilometre_from_it():
    assert disagreement(town(), TAKHAR, 0.4) == (
        "gazetteer: Badakhshan; polygon: Takhar, less than 1 km from the border"
    )


def test_countries_are_compared_before_provinces():
    assert disagreement(town(), path(country="TJ", admin1="Khatlon", admin1_id="gn:9")) == "gazetteer: AF; polygon: TJ"


def test_districts_are_compared_where_provinces_agree():
    place = town(admin2="Baharak", admin2_id="gn:2")
    assert disagreement(place, path(admin2="Jurm", admin2_id="gn:3")) == "gazetteer: Baharak; polygon: Jurm"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Badakhshan", "BADAKHSHAN"),
        ("Badakhshan", "Badakhshan Province"),
        ("Paktia Province", "Paktia"),
        ("Kirkūk", "Kirkuk"),
    ],
)
def test_one_name_in_two_forms_is_one_unit(ours, theirs):
    assert same_unit(ours, "gn:1", theirs, None)


@pytest.mark.parametrize(("ours", "theirs"), [("North Kivu", "South Kivu"), ("Khost", "Kabul"), (None, "Kabul")])
def test_two_names_are_two_units(ours, theirs):
    assert not same_unit(ours, "gn:1", theirs, "gn:2")


def test_a_unit_that_the_gazetteer_does_not_know_contradicts_nothing():
    assert disagreement(town(), path(admin1="Old Province", admin1_id=None)) is None


@pytest.mark.parametrize("kind", [PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.COUNTRY, PlaceKind.REGION])
def test_the_middle_of_an_area_contradicts_nothing(kind):
    assert disagreement(town(kind=kind), TAKHAR) is None


def test_a_point_without_polygons_contradicts_nothing():
    assert disagreement(town(), AdminPath()) is None


def test_what_the_gazetteer_does_not_know_is_filled_in_and_said_so():
    found = admin_of(town(admin1=None, admin1_id=None), TAKHAR)
    assert found == Admin("AF", "Takhar", "gn:1123230", "Farkhar", "gn:7053364", found.source)
    assert found.source == "gazetteer; admin1 and admin2 by polygon (A map)"


def test_a_missing_district_is_filled_in_where_the_provinces_agree():
    found = admin_of(town(), path(admin2="Jurm", admin2_id="gn:3", year=2014))
    assert (found.admin1, found.admin2, found.source) == (
        "Badakhshan",
        "Jurm",
        "gazetteer; admin2 by polygon (A map, 2014)",
    )


def test_a_district_of_another_province_is_not_filled_in():
    assert admin_of(town(), TAKHAR) == Admin("AF", "Badakhshan", "gn:1147745", source="gazetteer")


def test_a_polygon_of_another_country_fills_in_nothing():
    assert admin_of(town(admin1=None), path(country="TJ")).admin1 is None


def test_a_province_is_its_own_admin1_and_has_no_district():
    assert admin_of(town(kind=PlaceKind.ADMIN1, admin1=None, admin1_id=None), TAKHAR) == Admin(
        "AF", "A town", "gn:1", source="gazetteer"
    )


def test_a_district_is_its_own_admin2():
    found = admin_of(town(kind=PlaceKind.ADMIN2))
    assert (found.admin1, found.admin2, found.admin2_id) == ("Badakhshan", "A town", "gn:1")


def test_the_unit_to_measure_from_is_the_first_that_differs():
    assert first_difference(town(), TAKHAR) == "gn:1147745"
    assert first_difference(town(), path(country="TJ")) == "iso:AF"
    assert first_difference(town(admin2="Baharak", admin2_id="gn:2"), path(admin2="Jurm", admin2_id="gn:3")) == "gn:2"


def test_a_source_tells_its_year_and_how_far_off_the_point_is():
    assert shown_source(path(year=2020, off_km=1.6)) == "A map, 2020, the nearest unit, 2 km away"


names = st.none() | st.sampled_from(["Takhar", "Badakhshan", "Farkhar", "Kabul"])


@given(names, names, names, names, st.sampled_from(["AF", "TJ"]))
def test_what_the_gazetteer_says_is_never_replaced(admin1, admin2, drawn1, drawn2, country):
    place = town(admin1=admin1, admin1_id=admin1, admin2=admin2, admin2_id=admin2)
    drawn = AdminPath(country, drawn1, drawn1, drawn2, drawn2, "A map")
    found = admin_of(place, drawn)
    assert found.country == place.country
    assert admin1 is None or (found.admin1, found.admin2 if admin2 else admin2) == (admin1, admin2)
