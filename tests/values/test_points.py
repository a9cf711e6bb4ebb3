"""Points: positions on Earth and the distance between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError
from dateline.values.points import Point

POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
HALF_THE_EARTH_KM = 20_016


@pytest.mark.parametrize(("lat", "lon"), [(90.1, 0), (0, -180.5), (float("nan"), 0), (float("inf"), 0)])
def test_a_position_that_is_not_on_earth_is_an_error(lat, lon):
    with pytest.raises(InputError, match="not a position on Earth"):
        Point(lat, lon)


def test_a_degree_along_the_equator_is_111_km():
    assert Point(0, 0).km_to(Point(0, 1)) == pytest.approx(111.195, abs=0.01)


def test_the_shortest_way_may_cross_the_date_line():
    assert Point(0, 179.5).km_to(Point(0, -179.5)) == pytest.approx(111.195, abs=0.01)


@given(POINTS, POINTS)
def test_the_way_back_is_as_long_and_never_over_half_the_earth(one, other):
    assert one.km_to(other) == pytest.approx(other.km_to(one))
    assert 0 <= one.km_to(other) <= HALF_THE_EARTH_KM


@given(POINTS)
def test_a_point_is_where_it_is(point):
    assert point.km_to(point) == 0
