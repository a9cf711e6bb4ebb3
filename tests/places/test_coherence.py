import numpy as np

from dateline.places import coherence
from dateline.places.coherence import OF_OTHERS, Near, nearness
from dateline.places.options import direction_of
from dateline.places.situations import Others
from dateline.values.points import Point

from .readings import COUNTRY, PROVINCE, option, place

NOWHERE = Near()


def others_at(*points, weight=1.0):
    directions = np.array([direction_of(point) for point in points])
    return Others(total=float(len(points)), directions=directions, weights=np.full(len(points), weight))


def test_every_feature_has_an_explanation():
    assert all(feature.__doc__ for feature in OF_OTHERS)


def test_one_other_place_is_a_half_share():
    others = Others({"iso:PK": 1.0}, total=1.0)
    assert coherence.shares_country_with_others(option(), others, NOWHERE) == 0.5


def test_without_others_nothing_is_shared():
    assert [feature(option(), Others(), NOWHERE) for feature in OF_OTHERS] == [0.0] * len(OF_OTHERS)


def test_the_nearer_another_place_is_the_more_it_counts():
    near, far = (nearness([option()], others_at(Point(lat, 71.5)))[0] for lat in (34.8, 38.0))
    assert near.nearest > far.nearest > 0


def test_a_reading_is_far_only_where_all_others_are():
    (far,) = nearness([option()], others_at(Point(-30.0, 20.0)))
    (near,) = nearness([option()], others_at(Point(-30.0, 20.0), Point(34.7, 71.6)))
    assert (far.is_far, near.is_far) == (True, False)


def test_unlikely_others_make_nothing_far():
    (near,) = nearness([option()], others_at(Point(-30.0, 20.0), weight=0.1))
    assert not near.is_far


def test_a_reading_without_position_has_no_nearness():
    assert nearness([option(place(point=None))], others_at(Point(0.0, 0.0))) == [Near()]


def test_its_district_may_be_another_name():
    others = Others({"gn:3": 1.0}, {"gn:3": 0.9}, total=1.0)
    assert coherence.admin2_is_another_name(option(), others, NOWHERE) == 0.9


def test_a_province_holds_others_but_not_itself():
    others = Others({"gn:2": 3.0}, {"gn:2": 1.0}, total=3.0)
    assert coherence.holds_others(option(PROVINCE), others, NOWHERE) == 0.5


def test_countries_stand_among_countries():
    others = Others(countries=3.0)
    assert coherence.is_a_country_among_countries(option(COUNTRY), others, NOWHERE) == 0.75
    assert coherence.is_a_country_among_countries(option(), others, NOWHERE) == 0
