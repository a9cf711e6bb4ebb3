import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.bootstrap import f1, interval, percentage, precision, recall, resampled_sums


def table(*rows):
    return np.array(rows, dtype=float)


def test_the_figure_is_that_of_all_documents():
    value, low, high = interval(table([1, 1], [0, 1], [1, 1], [1, 1]), percentage)

    assert value == 75
    assert low <= value <= high


def test_documents_that_are_all_alike_have_an_interval_of_no_width():
    assert interval(table([1, 2], [1, 2]), percentage) == (50, 50, 50)


def test_the_same_documents_give_the_same_interval():
    rows = table(*([i % 3 == 0, 1] for i in range(40)))

    assert interval(rows, percentage) == interval(rows, percentage)


def test_every_sample_has_as_many_documents_as_there_are():
    assert set(resampled_sums(table([1], [1], [1]), 50)[:, 0]) == {3}


def test_no_documents_give_zero():
    assert interval(np.zeros((0, 2)), percentage) == (0, 0, 0)


def test_precision_recall_and_f_of_a_hand_computed_case():
    sums = table([3, 4, 3, 6])

    assert precision(sums)[0] == 75
    assert recall(sums)[0] == 50
    assert f1(sums)[0] == pytest.approx(60)


@given(st.lists(st.tuples(st.integers(0, 5), st.integers(5, 9)), min_size=1, max_size=12))
def test_the_interval_lies_within_0_and_100(rows):
    value, low, high = interval(table(*rows), percentage)

    assert 0 <= low <= high <= 100
    assert 0 <= value <= 100
