from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Named, Speaker, SpeakerKind, Stance
from dateline.events.suspects import likeliest, load_suspects, read_weights
from dateline.events.tellers import tellers_of
from factories import claim, document

NAMES = ("River Army", "Northern Front")
ACTORS = {
    name: ActorResolution(name, name, Actor(name.casefold(), name, ActorKind.REBEL), 0.9, "alias", "") for name in NAMES
}
POLICE = Speaker(SpeakerKind.AUTHORITY, "Police")


def says(name, stance=Stance.REPORTED, speaker=POLICE, at=0):
    here = document(f"Report {at}: {name}.", origin=str(at), published=date(2020, 5, 1 + at))
    return claim(here, words=name, stance=stance, speaker=speaker, perpetrator=Named(name, name))


def chosen(*claims):
    return likeliest(claims, tellers_of((each.document_id for each in claims), None), ACTORS)


def test_every_candidate_is_kept_with_its_stances_and_speakers():
    choice = chosen(says("River Army", Stance.ACCUSED_BY_AUTHORITIES), says("Northern Front", Stance.CLAIMED, at=1))
    assert [each.name for each in choice.candidates] == ["Northern Front", "River Army"]
    assert choice.candidates[1].stances == ("accused_by_authorities",)
    assert choice.candidates[1].speakers == ("Police",)
    assert choice.candidates[0].reference == "northern front"


def test_a_further_voice_makes_a_candidate_likelier():
    one = chosen(says("River Army"), says("Northern Front", at=1))
    two = chosen(says("River Army"), says("Northern Front", at=1), says("River Army", at=2))
    assert two.candidates[0].name == "River Army"
    assert two.candidates[0].probability > one.candidates[0].probability


def test_a_denial_makes_a_candidate_less_likely_and_the_cell_disputed():
    blamed = chosen(says("River Army", Stance.ACCUSED_BY_AUTHORITIES))
    denied = chosen(says("River Army", Stance.ACCUSED_BY_AUTHORITIES), says("River Army", Stance.DENIED, at=1))
    assert denied.candidates[0].probability < blamed.candidates[0].probability
    assert (blamed.disputed, denied.disputed) == (False, True)
    assert "denial" in denied.reason_of(denied.set_aside[0])


def test_a_description_never_hides_a_name():
    here = document("Gunmen attacked.")
    gunmen = claim(here, words="Gunmen", perpetrator=Named("Gunmen"))
    choice = chosen(gunmen, says("River Army", Stance.ACCUSED, at=1))
    assert choice.value == Named("River Army", "River Army")
    assert "names nobody" in choice.reason_of(gunmen)


@pytest.mark.parametrize("entry", load_suspects()["stances"], ids=lambda entry: entry["stance"])
def test_each_stance_has_a_weight_and_an_example(entry):
    assert read_weights().stances[Stance(entry["stance"]).value] == entry["weight"]
    assert entry["example"]


def test_no_stance_is_left_out_and_the_order_is_that_of_their_strength():
    weights = read_weights().stances
    assert set(weights) == {stance.value for stance in Stance}
    assert weights["claimed"] > weights["accused_by_authorities"] > weights["accused"] > weights["possible"]


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(Stance)), min_size=1, max_size=6))
def test_probabilities_leave_room_for_somebody_who_is_not_named_and_no_claim_is_lost(rows):
    claims = [says(name, stance, at=at) for at, (name, stance) in enumerate(rows)]
    choice = chosen(*claims)
    assert 0 < sum(each.probability for each in choice.candidates) < 1
    assert sorted(each.id for each in (*choice.claims, *choice.set_aside)) == sorted(each.id for each in claims)


def part_of(whole, name):
    actor = Actor(name.casefold(), name, ActorKind.REBEL, parent=whole.casefold())
    return {name: ActorResolution(name, name, actor, 0.9, "alias", "")}


def test_what_is_said_of_a_whole_speaks_for_its_part_where_one_part_alone_is_named():
    claims = [says("River Army"), says("Hill Wing", Stance.CLAIMED, at=1)]
    actors = ACTORS | part_of("River Army", "Hill Wing")
    choice = likeliest(claims, tellers_of((each.document_id for each in claims), None), actors)
    assert [each.name for each in choice.candidates] == ["Hill Wing"]
    assert (choice.value.text, choice.disputed) == ("Hill Wing", False)


@pytest.mark.parametrize("order", list(permutations(["River Army", "Hill Wing", "First Cell"])))
def test_what_is_said_of_a_whole_speaks_for_a_part_of_its_part_in_whatever_order_they_are_named(order):
    claims = [says(name, at=at) for at, name in enumerate(order)]
    actors = ACTORS | part_of("River Army", "Hill Wing") | part_of("Hill Wing", "First Cell")
    choice = likeliest(claims, tellers_of((each.document_id for each in claims), None), actors)
    assert [(each.name, len(each.claims)) for each in choice.candidates] == [("First Cell", 3)]
