import pytest

from dateline.claims.coders.rules.confidence import load_curves
from dateline.claims.coders.rules.confidence.count_features import COUNT_FEATURES
from dateline.claims.coders.rules.confidence.features import FEATURES
from dateline.claims.coders.rules.confidence.name_features import NAME_FEATURES
from dateline.claims.coders.rules.confidence.value_features import VALUE_FEATURES
from dateline.claims.coders.rules.confidence.weights import ALL_FEATURES, load_weights, read_weights
from dateline.errors import InstallationError


def test_every_feature_explains_itself_and_has_a_name_of_its_own():
    assert len(ALL_FEATURES) == len((*FEATURES, *VALUE_FEATURES, *NAME_FEATURES, *COUNT_FEATURES))


def test_weights_of_an_unknown_feature_are_refused():
    row = {"start": 0.0, "not_in_capitals": 0.0, "in_a_brief": 0.0, "weights": {"is_lucky": 1.0}}
    with pytest.raises(InstallationError, match="is_lucky"):
        read_weights({"deaths": row})
    with pytest.raises(InstallationError, match="is_lucky"):
        read_weights({"deaths": {**row, "weights": {}, "briefs": row}})


def test_the_published_weights_are_of_slots_of_which_enough_was_judged():
    assert {"type", "date", "place", "perpetrator", "victim", "captured"} <= load_weights().slots.keys()
    assert all(sum(point.n for point in points) >= 60 for points in load_curves().values())


def test_each_stored_curve_runs_through_tenths_in_order():
    for points in load_curves().values():
        starts = [point.start for point in points]
        assert starts == sorted(set(starts))
        assert all(0 <= point.right <= 1 for point in points)
