from datetime import date

import pytest

from bench.coded import coded, named, place_mention
from dateline.bench.mappers.judging_articles import judge_article
from dateline.bench.scorers.hrds import Attack
from dateline.claims.records import Named
from dateline.mentions.records import MentionKind
from dateline.places.records import PlaceKind
from factories import claim, document, frame, mention

TEXT = "Police tortured Ana Duarte in Cusco, Peru, on 11 May 2021. Soldiers shot Rui Lima in Puno on Monday."
HERE = document(TEXT)
ANA, RUI = (mention(name, within=HERE, kind=MentionKind.PERSON) for name in ("Ana Duarte", "Rui Lima"))
CUSCO, IN_CUSCO = place_mention(HERE, "Cusco", country="PE", kind=PlaceKind.SETTLEMENT)
KEY = Attack(
    violations=frozenset({"torture"}), victims=("Duarte",), country="PE", city="cusco", year=2021, month=5, day=11
)


def verdicts(*claims, key=KEY, **slots):
    event = frame(HERE, *claims, **slots)
    found = judge_article(coded(HERE, event, places=[(CUSCO, IN_CUSCO)], persons=[ANA, RUI]), key)
    return {each.slot: each.right for each in found}


def of(person):
    return claim(HERE, victim=named(person), words=person.text)


def test_a_person_is_right_if_the_key_has_the_name_or_a_part_of_it():
    assert verdicts(of(ANA)) == {"victim": True}
    assert verdicts(of(RUI)) == {"victim": False}
    assert verdicts(claim(HERE, victim="Soldiers")) == {}


def test_a_kind_is_right_if_the_key_has_its_violation():
    assert verdicts(type="torture") == {"type": True}
    assert verdicts(type="shooting") == {"type": False}
    assert verdicts(type="torture", key=Attack()) == {}


def test_a_place_and_a_day_are_judged_only_beside_a_victim_of_the_key():
    where = claim(HERE, place=named(CUSCO), words="Cusco")
    day = claim(HERE, date=date(2021, 5, 11), words="11 May 2021")

    assert verdicts(where, day) == {}
    assert verdicts(of(ANA), where, day) == {"victim": True, "place": True, "date": True}


POLICE = Named("Police", labels=("law_enforcement", "state"))
BY_THE_STATE = Attack(violations=frozenset({"torture"}), perpetrator_type="state actor")


def test_who_is_blamed_is_right_if_of_the_sort_that_the_key_has():
    rebels = Named("Rebels", labels=("armed_group", "armed"))

    assert verdicts(type="torture", perpetrator=POLICE, key=BY_THE_STATE)["perpetrator"] is True
    assert verdicts(type="torture", perpetrator=rebels, key=BY_THE_STATE)["perpetrator"] is False
    assert "perpetrator" not in verdicts(type="torture", perpetrator="somebody", key=BY_THE_STATE)


def test_who_is_blamed_for_another_event_is_not_judged():
    assert "perpetrator" not in verdicts(type="shooting", perpetrator=POLICE, key=BY_THE_STATE)


@pytest.mark.parametrize(("key", "right"), [({"city": "puno"}, False), ({"city": None}, None)])
def test_a_place_is_judged_at_its_own_level(key, right):
    where = claim(HERE, place=named(CUSCO), words="Cusco")
    found = verdicts(of(ANA), where, key=Attack(victims=("Ana Duarte",), country="PE", **key))
    assert found.get("place") is right


def test_a_date_without_a_day_is_not_judged():
    assert "date" not in verdicts(of(ANA), claim(HERE, date=None, words="Monday"))
