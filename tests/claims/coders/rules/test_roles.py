"""Which words around a trigger fill which slots."""

import pytest

from dateline.claims.records import FrameKind


def fillers(code_text, text: str, slot: str) -> list[str]:
    events = [frame for frame in code_text(text) if frame.kind is FrameKind.EVENT]
    return [claim.published for event in events for claim in event.slot(slot)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A bomb exploded outside a bank in Cali on Monday.", "a bank"),
        ("A bomb went off in front of the embassy in Lima on Monday.", "the embassy"),
        ("The explosion occurred near the gate of a school in Cali on Monday.", "a school"),
        ("Two men hurled dynamite sticks at a bus in Lima on Monday.", "a bus"),
        ("A car bomb was left under a bridge in Cali on Monday.", "a bridge"),
        ("The rebels used explosives against the town hall in Pasto on Monday.", "the town hall"),
    ],
)
def test_a_blast_strikes_the_building_or_vehicle_that_it_is_put_to(code_text, text, target):
    assert target in fillers(code_text, text, "target")


def test_a_street_is_where_a_blast_was_and_not_what_it_struck(code_text):
    assert fillers(code_text, "A bomb exploded in a street in Cali on Monday.", "target") == []


@pytest.mark.parametrize(
    ("text", "victim"),
    [
        ("Gunmen killed the priest Marcela Ibarra in Cali on Monday.", "the priest Marcela Ibarra"),
        ("The farmer, Rui Lima, was killed by gunmen in Cali on Monday.", "The farmer, Rui Lima"),
        ("Gunmen killed Rui Lima, a farmer, in Cali on Monday.", "Rui Lima, a farmer"),
    ],
)
def test_a_name_and_what_is_said_of_the_person_beside_it_are_one_victim(code_text, text, victim):
    assert victim in fillers(code_text, text, "victim")


def test_who_is_included_in_a_number_of_victims_is_one_too(code_text):
    text = "Gunmen killed five people, including a mayor and two nuns, in Cali on Monday."
    assert {"a mayor", "two nuns"} <= set(fillers(code_text, text, "victim"))


def test_the_names_behind_a_plural_are_victims(code_text):
    text = "Gunmen killed three journalists in Cali on Monday: Ana Ruiz, a photographer, Rui Lima, and Jose Paz."
    assert any("Rui Lima" in victim for victim in fillers(code_text, text, "victim"))


def test_what_the_damage_was_to_is_an_effect(code_text):
    text = "A bomb exploded in Cali on Monday and caused heavy damage to two stores."
    assert "two stores" in fillers(code_text, text, "effect")


def test_no_damage_is_no_effect(code_text):
    assert fillers(code_text, "A bomb exploded in Cali on Monday and caused no damage to the bank.", "effect") == []


@pytest.mark.parametrize(
    ("text", "slot", "filler"),
    [
        ("The murder in Cali of two nuns was condemned on Monday.", "victim", "two nuns"),
        ("The murder on the evening of 12 May of a judge in Cali was condemned.", "victim", "a judge"),
        ("The mayor spoke of the assault launched by the rebels on a hotel in Lima on Monday.", "target", "a hotel"),
    ],
)
def test_a_time_a_place_or_a_doer_may_stand_between_an_event_and_whom_it_struck(code_text, text, slot, filler):
    assert filler in fillers(code_text, text, slot)


def test_a_day_is_no_target(code_text):
    assert fillers(code_text, "The attack on 12 May in Cali killed two nuns.", "target") == []


def test_whom_somebody_fired_at_is_the_target_whatever_else_the_verb_has(code_text):
    text = "Guards came after a gunman fired at the candidate aboard a plane en route from Lima to Cali on Monday."
    assert "the candidate" in fillers(code_text, text, "target")


def test_a_single_unknown_name_is_a_person_where_only_people_are_so_treated(code_text):
    assert "Salgado" in fillers(code_text, "SALGADO WAS KIDNAPPED ON 20 DECEMBER IN CALI.".title(), "victim")
    assert fillers(code_text, "Rebels captured Salgado in Cali on Monday.", "victim") == []


@pytest.mark.parametrize("thing", ["high-tension tower", "governor's office"])
def test_words_joined_by_a_hyphen_or_an_apostrophe_are_one_word_of_a_list(code_text, thing):
    events = code_text(f"Rebels attacked a {thing} in Cali on Monday.")
    (target,) = [claim for event in events for claim in event.slot("target")]

    assert target.value.labels[0] in {"energy", "government_office_or_residence"}
