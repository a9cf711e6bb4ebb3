import pytest

from dateline.places.extents import extent_km
from dateline.places.names import read_data
from dateline.places.records import Place, PlaceKind
from dateline.values.points import Point


def place(kind, **more):
    return Place("own:x", "X", kind, more.pop("country", "ML"), Point(14.0, -5.0), **more)


def test_a_city_reaches_further_than_a_village():
    village, city = (place(PlaceKind.SETTLEMENT, population=people) for people in (500, 2_000_000))
    assert 1 <= extent_km(village) < extent_km(city) < 30


def test_a_settlement_of_unknown_size_has_an_extent():
    assert extent_km(place(PlaceKind.SETTLEMENT)) == 2.0


def test_a_district_is_smaller_than_its_province_and_this_than_its_country():
    sizes = [extent_km(place(kind)) for kind in (PlaceKind.ADMIN2, PlaceKind.ADMIN1, PlaceKind.COUNTRY)]
    assert sizes == sorted(sizes)
    assert sizes[0] < sizes[2]


def test_a_unit_of_no_known_country_has_an_extent():
    assert extent_km(place(PlaceKind.ADMIN1, country=None)) > 0


def test_a_region_has_its_own():
    region = Place("region:eastern-ghouta", "Eastern Ghouta", PlaceKind.REGION, "SY", None)
    assert extent_km(region) == 12.0


def test_the_longest_code_of_a_feature_counts():
    camp, refugees = (place(PlaceKind.FEATURE, feature=code) for code in ("CMP", "CMPRF"))
    assert (extent_km(camp), extent_km(refugees)) == (2.0, 3.0)


@pytest.mark.parametrize("region", read_data("regions.yaml"), ids=lambda each: each["id"])
def test_every_region_says_how_far_it_reaches(region):
    assert 1 <= region["radius_km"] <= 8000
