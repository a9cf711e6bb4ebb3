"""Deciding: what stays of the names that compete for a span."""

import pytest

from dateline.mentions.find import settle
from dateline.mentions.placing.decide import Found, Judge, probability
from dateline.mentions.placing.weights import Weights, read_weights
from dateline.mentions.records import MentionKind, Parse
from mentions.placing.placed import KNOWN, scene, site_of


def decided(text, *, listed=(), **named):
    """What the published weights make of a text: (text, kind) in order of position."""
    within, whole = scene(text, listed=listed, **named)
    judge = Judge(KNOWN.get, read_weights())
    kept = judge.place(within, text, Found(Parse(), whole.listed, whole.named))
    return [(each.text, each.kind.value) for each in settle(kept, (), holders=frozenset({MentionKind.ORGANISATION}))]


def test_a_recognised_and_listed_place_stays():
    assert decided("Shells fell in Varda on Monday.", listed=["Varda"], GPE="Varda") == [("Varda", "place")]


def test_a_listed_name_is_no_place_where_it_is_a_person_s_surname():
    text = "Judge Varda told Omar Varda that he was free."
    assert ("Varda", "place") not in decided(text, listed=["Varda"], PERSON="Omar Varda")


def test_a_village_that_was_taken_for_a_person_is_a_place():
    assert decided("He was killed in the village of Lode, Osk.", listed=["Osk"], PERSON="Lode") == [
        ("Lode", "place"),
        ("Osk", "place"),
    ]


def test_the_place_in_a_body_s_name_is_kept_beside_the_body():
    assert decided("Varda Police Command spoke.", listed=["Varda"], ORG="Varda Police Command") == [
        ("Varda Police Command", "organisation"),
        ("Varda", "place"),
    ]


def test_a_recognised_place_that_no_list_has_stays_so_that_it_can_be_called_unresolved():
    assert decided("Shells fell in Zumm on Monday.", GPE="Zumm") == [("Zumm", "place")]


def test_a_probability_lies_between_none_and_one():
    site, setting = site_of("Varda", "In Varda", listed=["Varda"])
    assert 0 < probability(site, setting, read_weights()) < 1


@pytest.mark.parametrize("bias", [-1e6, -800.0, 800.0, 1e6])
def test_a_probability_stands_however_large_the_score(bias):
    site, setting = site_of("Varda", "In Varda", listed=["Varda"])
    assert probability(site, setting, Weights((), bias, 0.5)) == pytest.approx(float(bias > 0))


def test_new_mentions_say_who_found_them():
    within, whole = scene("He died in Lode village, Osk.", listed=["Osk"])
    kept = Judge(KNOWN.get, read_weights()).place(within, whole.reading, Found(Parse(), whole.listed, whole.named))
    assert [each.finder for each in kept if each.text == "Lode"] == ["placing.v1"]
    assert all(each.kind is MentionKind.PLACE for each in kept)
