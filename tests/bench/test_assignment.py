from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.assignment import best_assignment


def worth(weights, pairs):
    return sum(weights[row][column] for row, column in pairs)


def best_by_trying_all(weights):
    rows, columns = len(weights), len(weights[0])
    if rows > columns:
        weights, rows, columns = [list(column) for column in zip(*weights, strict=True)], columns, rows
    return max(
        sum(weights[row][column] for row, column in enumerate(order)) for order in permutations(range(columns), rows)
    )


def tables():
    sizes = st.tuples(st.integers(1, 5), st.integers(1, 5))
    return sizes.flatmap(
        lambda size: st.lists(
            st.lists(st.integers(0, 6), min_size=size[1], max_size=size[1]), min_size=size[0], max_size=size[0]
        )
    )


@given(tables())
def test_no_other_assignment_is_worth_more(weights):
    assert worth(weights, best_assignment(weights)) == best_by_trying_all(weights)


@given(tables())
def test_each_row_and_column_is_used_at_most_once(weights):
    pairs = best_assignment(weights)

    assert len({row for row, _ in pairs}) == len({column for _, column in pairs}) == len(pairs)


def test_the_greedy_choice_is_given_up_where_two_pairs_are_worth_more():
    assert best_assignment([[5, 4], [4, 0]]) == ((0, 1), (1, 0))


def test_pairs_worth_nothing_are_left_out():
    assert best_assignment([[0, 0], [0, 2]]) == ((1, 1),)


def test_nothing_is_assigned_to_nothing():
    assert best_assignment([]) == ()
    assert best_assignment([[]]) == ()
