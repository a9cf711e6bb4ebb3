from datetime import date

import pytest

from bench.coded import coded, named, place_mention
from dateline.bench.mappers.judging_wires import judge_wire
from dateline.bench.scorers.muc4_templates import Fill, Template
from dateline.claims.records import Named, Stance
from dateline.places.records import PlaceKind
from dateline.values.counts import Count
from factories import claim, document, frame

TEXT = "Gunmen killed two teachers in Cusco, Peru, with rifles on 11 May 1989."
KEY = Template(
    {
        "incident_type": (Fill(("ATTACK",)),),
        "incident_date": (Fill(("11 MAY 89",)),),
        "incident_location": (Fill(("PERU: CUSCO (CITY)",)),),
        "perp_individual": (Fill(("GUNMEN",)),),
        "hum_tgt_description": (Fill(("TEACHERS",)),),
    }
)


def verdicts(within, *claims, key=KEY, places=(), **slots):
    event = frame(within, *claims, **slots)
    return {each.slot: each.right for each in judge_wire(coded(within, event, places=places), [key])}


@pytest.mark.parametrize(
    ("slot", "given", "right"),
    [
        ("type", "shooting", True),
        ("type", "bombing", False),
        ("date", date(1989, 5, 11), True),
        ("date", date(1989, 6, 11), False),
        ("perpetrator", "Gunmen", True),
        ("perpetrator", "rifles", False),
        ("victim", "two teachers", True),
    ],
)
def test_a_claim_of_a_wire_is_right_if_a_template_agrees(slot, given, right):
    found = verdicts(document(TEXT), **{"type": "shooting", slot: given})
    assert found[slot] is right


def test_a_place_is_right_by_its_name_in_the_text_or_in_the_gazetteer():
    within = document(TEXT)
    where, resolution = place_mention(within, "Cusco", country="PE", kind=PlaceKind.SETTLEMENT)

    found = verdicts(within, type="shooting", place=named(where), places=[(where, resolution)])
    assert found["place"] is True


def test_a_kind_that_the_task_has_not_is_not_judged():
    assert verdicts(document(TEXT), type="protest") == {}


def test_a_wire_without_incidents_judges_nothing():
    assert list(judge_wire(coded(document(TEXT), frame(document(TEXT), type="attack")), [])) == []


def test_what_somebody_denies_is_not_judged():
    within = document(TEXT)

    denied = claim(within, perpetrator="Gunmen", stance=Stance.DENIED)
    assert verdicts(within, denied, type="shooting") == {"type": True}


@pytest.mark.parametrize("kind", ["detention", "negotiation"])
def test_nothing_is_judged_of_a_kind_that_the_task_leaves_out(kind):
    assert verdicts(document(TEXT), type=kind, perpetrator="Gunmen", date=date(1989, 5, 11)) == {}


def test_nothing_is_judged_of_an_event_of_long_ago():
    within = document("LIMA, 12 MAY 89 -- [TEXT] GUNMEN KILLED TWO TEACHERS IN CUSCO ON 3 JANUARY 1988.")
    assert verdicts(within, type="shooting", perpetrator="GUNMEN", date=date(1988, 1, 3)) == {}
    assert verdicts(within, type="shooting", perpetrator="GUNMEN") == {"type": True, "perpetrator": True}


@pytest.mark.parametrize(("words", "label"), [("two soldiers", "active_military"), ("two rebels", "armed_group")])
def test_nothing_is_judged_of_a_fight_between_armed_sides(words, label):
    within = document(f"Gunmen killed {words} in Cusco.")
    struck = claim(within, victim=Named(words, labels=(label,)), words=words)

    assert verdicts(within, struck, type="attack") == {}


def test_a_fighter_among_those_struck_is_not_judged_and_the_others_are():
    within = document("Gunmen killed two teachers and a soldier in Cusco.")
    teachers = claim(within, victim=Named("teachers", labels=("civilian",)), words="two teachers")
    soldier = claim(within, victim=Named("a soldier", labels=("active_military",)), words="a soldier")
    event = frame(within, teachers, soldier, type="shooting")
    found = [each.claim_id for each in judge_wire(coded(within, event), [KEY]) if each.slot == "victim"]

    assert found == [teachers.id]


DEAD = {
    "incident_type": (Fill(("ATTACK",)),),
    "hum_tgt_description": (Fill(("TEACHERS",)), Fill(("PEASANTS",))),
    "hum_tgt_number": (Fill(("2",), ("TEACHERS",)), Fill(("5",), ("PEASANTS",)), Fill(("9",), ("PASSENGERS",))),
    "hum_tgt_effect": (
        Fill(("DEATH",), ("TEACHERS",)),
        Fill(("DEATH",), ("PEASANTS",)),
        Fill(("INJURY",), ("PASSENGERS",)),
    ),
}


@pytest.mark.parametrize(
    ("slot", "given", "right"),
    [
        ("deaths", 2, True),
        ("deaths", 7, True),  # all of them together
        ("deaths", 9, False),
        ("injured", 9, True),
        ("injured", 2, False),
        ("deaths", 0, None),
        ("abducted", 2, False),
        ("displaced", 2, None),
        ("deaths", Count(2, 2, 2, side="armed"), None),
        ("deaths", Count(5, None, None), True),
    ],
)
def test_a_number_is_right_if_a_template_has_as_many_people_with_the_effect(slot, given, right):
    found = verdicts(document(TEXT), key=Template(DEAD), type="shooting", **{slot: given})
    assert found.get(slot) is right


def test_the_kidnapped_are_the_people_of_a_kidnapping():
    key = Template({"incident_type": (Fill(("KIDNAPPING",)),), "hum_tgt_number": (Fill(("3",), ("ENGINEERS",)),)})
    assert verdicts(document(TEXT), key=key, type="abduction", abducted=3)["abducted"] is True
