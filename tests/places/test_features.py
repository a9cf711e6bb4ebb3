from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from dateline.places import PlaceKind, features
from dateline.places.features import OF_PLACE, OF_PUBLISHER, OF_TEXT
from dateline.places.situations import Situation

from .readings import COUNTRY, PROVINCE, option, place


def test_every_feature_has_an_explanation():
    assert all(feature.__doc__ for feature in (*OF_PLACE, *OF_TEXT, *OF_PUBLISHER))


def test_an_unknown_population_counts_nothing():
    assert features.large_population(option()) == 0


@given(st.integers(0, 10**10), st.integers(0, 10**10))
def test_more_people_never_count_less(fewer, more):
    fewer, more = sorted((fewer, more))
    sizes = [features.large_population(option(place(population=people))) for people in (fewer, more)]
    assert 0 <= sizes[0] <= sizes[1] <= 1


def test_a_unit_has_its_people_counted_apart():
    crowded = option(place(kind=PlaceKind.ADMIN1, population=10**6))
    assert features.large_population(crowded) == 0
    assert features.large_population_of_a_unit(crowded) > 0


def test_a_country_counts_more_each_time_it_is_named():
    once, often = (features.country_is_named(option(), Situation(countries=Counter(PK=n))) for n in (1, 5))
    assert 0 < once < often <= 1


def test_a_country_among_two_has_its_share():
    assert features.country_is_named_most(option(), Situation(countries=Counter(PK=1, AF=3))) == 0.25


def test_a_unit_beside_holds_the_reading():
    assert features.lies_in_a_place_beside(option(), Situation(beside=frozenset({"gn:2"}))) == 1


def test_provinces_of_one_country_stand_in_a_row():
    row = Situation(likes_beside=frozenset({("admin1", "PK")}))
    assert features.stands_in_a_row_with_its_like(option(PROVINCE), row) == 1
    assert features.stands_in_a_row_with_its_like(option(), row) == 0


def test_a_district_seat_is_no_seat_of_its_province():
    khar = option(place(name="Bajaur"))
    assert (features.names_the_seat_of_its_unit(khar), features.names_the_seat_of_its_district(khar)) == (0, 1)


def test_others_that_may_lie_in_its_province_speak_for_a_reading():
    situation = Situation(may_lie={"gn:2": 0.5})
    assert features.others_may_lie_in_its_admin1(option(), situation) == 0.5
    assert features.others_may_lie_in_its_admin2(option(), situation) == 0


def test_a_region_without_country_lies_in_no_datelines_country():
    region = place("region:sahel", "Sahel", PlaceKind.REGION, None)
    assert features.lies_in_country_of_dateline(option(region), Situation()) == 0


def test_the_town_of_the_dateline_is_nearest_to_it():
    filed = Situation().filed_from(place())
    far = place(point=None)
    assert features.lies_near_the_dateline(option(), filed) == 1
    assert features.lies_near_the_dateline(option(far), filed) == 0


def test_a_home_that_is_a_country_is_near_to_nothing():
    assert features.lies_near_the_publisher(option(), Situation(home=COUNTRY)) == 0
    assert features.lies_in_country_of_publisher(option(), Situation(home=COUNTRY)) == 1
