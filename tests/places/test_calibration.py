import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.calibration import Calibration, expected_calibration_error
from dateline.places.ranker import read_ranker

SHARES = st.floats(0, 1)


@given(SHARES, SHARES)
def test_a_probability_never_falls_with_the_share(one, other):
    line = read_ranker().calibration
    low, high = (line.probability(share) for share in sorted((one, other)))
    assert 0 <= low <= high <= 1


def test_between_two_points_the_line_is_straight():
    assert Calibration((0.0, 1.0), (0.2, 0.6)).probability(0.5) == pytest.approx(0.4)


def test_half_right_at_a_half_has_no_error():
    assert expected_calibration_error([0.5, 0.5], [True, False]) == 0


def test_sure_and_always_wrong_has_the_whole_error():
    assert expected_calibration_error([1.0, 1.0], [False, False]) == 1


def test_of_nothing_there_is_no_error():
    assert expected_calibration_error([], []) == 0
