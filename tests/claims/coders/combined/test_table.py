"""The table that weighs what both coders say."""

import pytest

from dateline.claims.coders.combined.evidence import ROLES
from dateline.claims.coders.combined.records import Row
from dateline.claims.coders.combined.table import load_table, read_table, weigh_row

GIVEN = {
    "said": {"victim": {"start": 0.5, "weights": {"rules": 1.0, "model": 0.25}, "judged": 100}},
    "marked": {"victim": {"start": -1.0, "weights": {"model": 0.5}, "judged": 50, "least": 0.7}},
}


def test_a_table_is_read_row_by_row():
    table = read_table(GIVEN)
    assert table.said == {"victim": Row(0.5, {"rules": 1.0, "model": 0.25}, 0.0)}
    assert table.marked == {"victim": Row(-1.0, {"model": 0.5}, 0.7)}


def test_a_row_gives_the_probability_that_its_sum_stands_for():
    row = read_table(GIVEN).said["victim"]
    assert weigh_row(row, {"rules": 0.0, "model": 0.0}) == pytest.approx(0.622, abs=0.001)  # 1 / (1 + e^-0.5)
    assert weigh_row(row, {"rules": 1.0, "model": 2.0}) == pytest.approx(0.881, abs=0.001)  # 1 / (1 + e^-2)
    assert weigh_row(row, {"rules": -0.5, "model": 0.0}) == pytest.approx(0.5)


def test_a_feature_that_nobody_gives_is_an_error():
    with pytest.raises(KeyError, match="model"):
        weigh_row(Row(0.0, {"model": 1.0}), {"rules": 1.0})


def test_the_table_that_ships_weighs_slots_that_the_network_reads():
    table = load_table()
    assert set(table.said) <= set(ROLES)
    assert set(table.marked) <= set(ROLES)
    assert {name for row in table.said.values() for name in row.weights} == {"rules", "model"}
    assert all(0.5 <= row.least < 1 for row in table.marked.values())


def test_the_surer_either_coder_is_the_surer_a_value_is():
    for row in load_table().said.values():
        assert all(weight > 0 for weight in row.weights.values())
    assert all(row.weights["model"] > 0 for row in load_table().marked.values())
