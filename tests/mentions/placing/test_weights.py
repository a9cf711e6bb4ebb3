"""Weights: the published file, and what is wrong with another one."""

import pytest

from dateline.errors import InstallationError
from dateline.mentions.placing.features import FEATURES
from dateline.mentions.placing.weights import read_weights, weights_from


def test_the_published_weights_name_every_feature_once():
    assert [feature for feature, _ in read_weights().features] == list(FEATURES)


@pytest.mark.parametrize("corpus", ["lgl", "geovirus", "geowebnews"])
def test_there_are_weights_without_each_corpus(corpus):
    assert read_weights(corpus).features != read_weights().features


def test_weights_without_an_unknown_corpus_are_refused_with_the_known_ones():
    with pytest.raises(InstallationError, match="'lgl'"):
        read_weights("nowhere")


def test_weights_for_other_features_are_refused_by_name():
    with pytest.raises(InstallationError, match="is_red"):
        weights_from({"bias": 0, "features": {"is_red": 1}}, 0.5)
