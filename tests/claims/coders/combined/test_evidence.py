"""The numbers that the table weighs."""

import math

import pytest

from claims.coders.model.readings import CARD, read, span_of
from dateline.claims.coders.combined.evidence import ROLES, event_chance, log_odds, said_features
from factories import claim, document, frame

TEXT = "Gunmen shot a teacher near Cali. A bomb hit Goma."
HERE = document(TEXT)


def test_log_odds_are_those_of_the_probability():
    assert log_odds(0.5) == 0.0
    assert log_odds(0.8) == pytest.approx(math.log(4))
    assert log_odds(0.2) == pytest.approx(-log_odds(0.8))


@pytest.mark.parametrize(("sure", "held"), [(1.0, 0.99), (0.9999, 0.99), (0.0, 0.01)])
def test_beyond_a_hundredth_surer_is_no_surer(sure, held):
    assert log_odds(sure) == pytest.approx(log_odds(held))


def test_every_role_is_one_of_the_networks():
    assert {role for roles in ROLES.values() for role in roles} == set(CARD.roles)


def test_a_filler_is_weighed_by_the_roles_that_the_model_gives_its_words():
    victim = claim(HERE, victim="a teacher", words="a teacher", confidence=0.8)
    reading = read(TEXT, roles={"victim_description": {"teacher": 0.6}, "weapon": {"teacher": 0.9}})
    features = said_features(reading, frame(HERE, victim), victim)
    assert features == {"rules": pytest.approx(log_odds(0.8)), "model": pytest.approx(log_odds(0.6))}


def test_what_is_no_filler_is_weighed_by_what_its_events_sentences_tell_of():
    stage = claim(HERE, stage="accomplished", words="shot", confidence=0.5)
    event = frame(HERE, stage, first="Gunmen shot a teacher near Cali")
    reading = read(TEXT, sentence={"ATTACK": {"Gunmen shot a teacher near Cali": 0.7}, "ATTEMPTED": {TEXT: 0.99}})
    assert said_features(reading, event, stage)["model"] == pytest.approx(log_odds(0.7))


def test_the_chance_of_an_event_is_that_of_the_likeliest_type_in_any_of_the_places():
    reading = read(TEXT, sentence={"ATTACK": {"Gunmen shot": 0.3}, "BOMBING": {"A bomb hit Goma": 0.6}})
    assert event_chance(reading, [span_of(TEXT, "Gunmen shot")]) == pytest.approx(0.3)
    assert event_chance(reading, [span_of(TEXT, "Gunmen shot"), span_of(TEXT, "A bomb hit Goma")]) == pytest.approx(0.6)
    assert event_chance(reading, []) == 0.0
