import json
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InstallationError
from dateline.places import ranker
from dateline.places.ranker import GROUPS, odds_of, ranker_from, read_ranker, read_words

FEATURES = [feature.__name__ for group in GROUPS.values() for feature in group]


@pytest.fixture
def published():
    return json.loads(files("dateline.places").joinpath("data", "ranker.json").read_text("utf-8"))


def test_the_published_weights_name_every_feature_once(published):
    assert sorted(published["weights"]["then"]) == sorted(FEATURES)


def test_the_words_of_reasons_are_of_features():
    assert set(read_words()) <= set(FEATURES)


def test_a_feature_without_a_weight_is_refused(published):
    del published["weights"]["first"]["large_population"]
    with pytest.raises(InstallationError, match="large_population"):
        ranker_from(published["weights"])


def test_a_feature_without_an_explanation_does_not_load(published, monkeypatch):
    def unexplained(*_):
        return 0.0

    monkeypatch.setattr(ranker, "GROUPS", {**GROUPS, "of_text": (*GROUPS["of_text"], unexplained)})
    published["weights"]["first"]["unexplained"] = 1.0
    with pytest.raises(InstallationError, match="unexplained"):
        ranker_from(published["weights"])


def test_there_is_a_ranker_without_each_corpus():
    assert read_ranker("lgl") is not read_ranker()
    assert read_ranker("lgl").then.of_place.shape == read_ranker().then.of_place.shape


def test_a_ranker_without_an_unknown_corpus_is_refused():
    with pytest.raises(InstallationError, match="wikipedia"):
        read_ranker("wikipedia")


@given(st.lists(st.floats(-50, 50), min_size=1, max_size=9), st.floats(-50, 50))
def test_odds_add_up_to_one(scores, absent):
    odds = odds_of(np.array(scores), absent)
    assert odds.readings.sum() + odds.absent == pytest.approx(1)
    assert max(scores) - scores[odds.best] < 1e-9
