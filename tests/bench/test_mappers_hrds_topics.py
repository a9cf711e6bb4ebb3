from math import log1p

import pytest

from bench.coded import actor_mention, coded, named
from dateline.actors.records import ActorKind
from dateline.bench.mappers.hrds_article import open_article
from dateline.bench.mappers.hrds_topics import NOBODY, features_of, likeliest_type, likely_violations
from dateline.bench.mappers.hrds_weights import load_weights
from factories import document, frame

FAR = "The town was quiet. " * 40


def test_topics_are_counted_in_all_and_in_the_opening():
    found = features_of(open_article(coded(document(f"{FAR}He was tortured. The torture went on."))))

    assert found["torture"] == log1p(2)
    assert (found["torture: at all"], found["torture: opening"]) == (1, 0)
    assert found["kidnapping: at all"] == 0


def test_coded_violations_and_perpetrators_are_counted():
    within = document("The Andean Guard kidnapped a baker.")
    guard, resolution = actor_mention(within, "Andean Guard", ActorKind.REBEL)
    event = frame(within, type="abduction", perpetrator=named(guard))
    found = features_of(open_article(coded(within, event, actors=[(guard, resolution)])))

    assert found["coded: kidnapping"] == log1p(1)
    assert found["blamed: other actors without permissions"] == log1p(1)
    assert found["blamed: state actor"] == 0


def test_every_stored_weight_of_a_topic_is_one_of_the_features():
    found = features_of(open_article(coded(document("The town was quiet."))))
    weights = load_weights()

    for given in (*weights.violations.values(), *weights.types.values()):
        assert given.keys() == found.keys()


@pytest.mark.parametrize(
    ("starts", "violations"),
    [
        ({"killing": 1.0, "torture": 0.0}, {"killing", "torture"}),
        ({"killing": 1.0, "torture": -1.0}, {"killing"}),
        ({"kidnapping": -0.62, "killing": -0.65, "torture": -0.7}, {"kidnapping"}),
        ({"killing": -4.0, "torture": -4.0}, set()),
    ],
)
def test_violations_are_those_that_are_likely_else_the_likeliest_unless_none_is_likelier(starts, violations):
    weights = {name: {"always": start} for name, start in starts.items()}

    assert likely_violations({"always": 1.0}, weights) == violations


def test_the_type_that_earns_most_is_given_and_nobodys_is_none():
    assert likeliest_type({"always": 1.0}, {"state actor": {"always": 1.0}, NOBODY: {"always": 0.0}}) == "state actor"
    assert likeliest_type({"always": 1.0}, {"state actor": {"always": 0.0}, NOBODY: {"always": 1.0}}) is None
