"""The numbers that the table weighs."""

import math

import pytest

from claims.coders.model.readings import CARD, candidate, read, span_of
from dateline.claims.coders.combined.evidence import ROLES, log_odds, marked_features, said_features
from dateline.claims.coders.combined.records import Anchored
from factories import claim, document

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
    features = said_features(reading, victim)
    assert features == {"rules": pytest.approx(log_odds(0.8)), "model": pytest.approx(log_odds(0.6))}


def test_a_marked_span_is_weighed_by_itself_its_event_and_its_sentence(open_report):
    report = open_report(TEXT)
    reading = read(TEXT, sentence={"BOMBING": {"A bomb hit Goma.": 0.6}, "ATTEMPTED": {TEXT: 0.99}})
    goma = candidate(report.page, reading, "Goma", role="target", slot="target", probability=0.7)
    sentence = report.page.sentence(goma.filler.head).span
    features = marked_features(reading, goma, Anchored(report.events[0], 0.8, 1), sentence)
    assert features == {
        "model": pytest.approx(log_odds(0.7)),
        "together": pytest.approx(log_odds(0.8)),
        "sentences_away": 1.0,
        "slot_is_empty": 0.0,  # the teacher has it
        "tells_of_event": pytest.approx(log_odds(0.6)),  # stages are no kinds
    }


def test_a_slot_that_an_event_leaves_empty_counts(open_report):
    report = open_report(TEXT)
    reading = read(TEXT)
    weapon = candidate(report.page, reading, "bomb", role="weapon", slot="weapon")
    features = marked_features(reading, weapon, Anchored(report.events[0], 0.5, 1), span_of(TEXT, "A bomb hit Goma"))
    assert features["slot_is_empty"] == 1.0
    assert features["tells_of_event"] == pytest.approx(log_odds(0.0))
