import math

import numpy as np
import pytest

from dateline.errors import InstallationError
from dateline.linkage.features import FEATURES
from dateline.linkage.weights import load_weights, read_tables, read_weights

NAMES = [feature.name for feature in FEATURES]


def form(tables, edges):
    return {"features": {name: edges.get(name, []) for name in NAMES}, "intercept": 0.0, "tables": tables}


def rows(**values):
    return np.array([[values.get(name, 0.0) for name in NAMES]])


def test_a_table_of_one_feature_has_a_cell_a_bin_and_one_for_what_is_not_known():
    tables = read_tables(form([{"on": ["days_apart"], "cells": [2.0, 1.0, -3.0, 0.5]}], {"days_apart": [0.5, 3.5]}))
    added = [float(tables.added(rows(days_apart=value))[0, 0]) for value in (0, 2, 9, math.nan)]
    assert added == [2.0, 1.0, -3.0, 0.5]


def test_a_value_on_an_edge_belongs_below_it():
    tables = read_tables(form([{"on": ["same_town"], "cells": [1.0, 2.0, 3.0]}], {"same_town": [0.5]}))
    assert tables.added(rows(same_town=0.5))[0, 0] == 1.0


def test_a_table_of_two_features_has_a_cell_a_pair_of_bins():
    cells = [float(number) for number in range(9)]
    edges = {"same_town": [0.5], "days_apart": [1.0]}
    tables = read_tables(form([{"on": ["days_apart", "same_town"], "cells": cells}], edges))
    assert tables.added(rows(days_apart=5, same_town=math.nan))[0, 0] == 5.0


def test_chances_are_probabilities_and_a_shift_moves_them():
    tables = read_tables(form([], {}))
    assert tables.chances(rows())[0] == 0.5
    assert tables.chances(rows(), -2.0)[0] == pytest.approx(0.1192, abs=1e-4)


def test_weights_for_other_features_are_refused():
    with pytest.raises(InstallationError, match="for other features"):
        read_weights({"pair": {"features": {"made_up": []}}})


def test_the_weights_that_ship_fit_the_features_and_know_their_version():
    weights = load_weights()
    assert weights.pair.names == tuple(NAMES)
    assert len(weights.version) == 12
    assert 0.5 < weights.alone <= 1


def test_no_feature_of_the_weights_that_ship_speaks_against_its_way():
    tables = load_weights().pair
    typical = rows(days_apart=math.nan, kilometres_apart=math.nan)
    for number, feature in enumerate(FEATURES):
        steps = np.repeat(typical, len(tables.edges[number]) + 1, axis=0)
        steps[:, number] = [*tables.edges[number], 1e6]
        chances = tables.chances(steps)
        assert not feature.speaks_for or (np.diff(chances) * feature.speaks_for >= -0.02).all(), feature.name
