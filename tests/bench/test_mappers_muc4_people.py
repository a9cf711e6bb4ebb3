"""Whom an incident harmed, as the answer keys write it."""

import pytest

from bench.coded import coded
from dateline.bench.mappers.muc4_targets import number_of, people
from dateline.bench.mappers.muc4_words import read_words
from dateline.bench.report import open_report
from dateline.claims.records import Code, Named
from dateline.mentions.records import MentionKind
from dateline.values.counts import Count, Operator
from factories import claim, document, frame, mention


def told(within, *claims, kind="attack", persons=(), **slots):
    """The people of one event: each with its words, number and effects."""
    made = frame(within, *claims, type=Code("kind", kind), stage=Code("stage", "accomplished"), **slots)
    report = open_report(coded(within, made, persons=persons))
    return [
        (each.name, each.description, each.number, sorted(each.effects))
        for each in people(report, report.incidents[0], read_words())
    ]


def victim(within, words, label="civilian", **more):
    return claim(within, words=words, victim=Named(words, labels=(label, label)), **more)


def count(within, slot, number, words):
    return claim(within, words=words, **{slot: Count.exactly(number)})


def test_a_number_of_people_whom_nothing_describes_is_of_people():
    within = document("A bomb killed 30 people in Lima.")

    assert told(within, count(within, "deaths", 30, "30 people")) == [("", "PEOPLE", "30", ["DEATH"])]


def test_a_bare_number_is_of_those_whose_harm_stands_behind_it():
    within = document("A bomb left 12 injured in Lima.")

    assert told(within, count(within, "injured", 12, "12")) == [("", "INJURED", "12", ["INJURY"])]


def test_a_bare_number_with_no_word_behind_it_is_of_nobody():
    within = document("A bomb killed 12 in Lima.")

    assert told(within, count(within, "deaths", 12, "12")) == []


def test_no_casualties_are_said_of_those_of_whom_nothing_else_is_told():
    within = document("Gunmen fired at a judge and killed a guard. There were no casualties.")
    none = [count(within, slot, 0, "no casualties") for slot in ("deaths", "injured")]
    guard = [victim(within, "guard"), count(within, "deaths", 1, "a guard")]

    spared = ["NO DEATH", "NO INJURY"]
    assert told(within, *none) == [("", "", "", spared)]
    assert told(within, victim(within, "judge"), *none) == [("", "JUDGE", "1", spared)]
    assert told(within, *guard, *none) == [("", "GUARD", "1", ["DEATH"])]


def test_who_was_spared_has_neither_injury_nor_death_and_no_civilians_are_nobody():
    within = document("The mayor escaped unharmed. No civilians were hurt.")
    mayor = claim(within, words="The mayor", injured=Count(0, 0, 0, whose="mayor"))
    nobody = claim(within, words="No civilians", injured=Count(0, 0, 0, whose="civilians"))

    assert told(within, mayor) == [("", "MAYOR", "1", ["NO DEATH", "NO INJURY"])]
    assert told(within, nobody) == [("", "", "", ["NO INJURY"])]


def test_no_casualties_are_neither_dead_nor_injured():
    within = document("There were no casualties.")
    none = claim(within, words="no casualties", deaths=Count(0, 0, 0, whose="casualties"))

    assert told(within, none) == [("", "", "", ["NO DEATH", "NO INJURY"])]


def test_who_is_nobody_is_no_victim():
    within = document("No one was hurt and no civilians fled. One was hurt.")

    assert told(within, victim(within, "No one"), victim(within, "no civilians"), victim(within, "One")) == []


def test_a_captive_who_was_let_go_regained_freedom():
    within = document("The rebels seized a nun. She was freed.")
    freed = claim(within, words="freed", type=Code("kind", "release_of_captives"))

    assert told(within, victim(within, "nun"), freed, kind="abduction") == [("", "NUN", "1", ["REGAINED FREEDOM"])]
    assert told(within, victim(within, "nun"), kind="abduction") == [("", "NUN", "1", [])]


def test_a_described_person_has_the_one_name_that_stands_behind_the_description():
    within = document("A businessman was seized. Police search for businessman Rui Lima.")
    lima = mention("Rui Lima", within=within, kind=MentionKind.PERSON)

    assert told(within, victim(within, "businessman"), persons=(lima,)) == [("RUI LIMA", "BUSINESSMAN", "1", [])]


def test_of_two_names_behind_a_description_neither_is_meant():
    within = document("A businessman was seized. The businessman Rui Lima knew the businessman Jose Paz.")
    names = [mention(each, within=within, kind=MentionKind.PERSON) for each in ("Rui Lima", "Jose Paz")]

    assert told(within, victim(within, "businessman"), persons=names) == [("", "BUSINESSMAN", "1", [])]


def test_a_counted_name_is_the_person_of_that_name():
    within = document("Gunmen shot Rui Paz Lima. The murder of Lima followed.")
    names = [mention(each, within=within, kind=MentionKind.PERSON) for each in ("Rui Paz Lima",)]
    whole = claim(within, words="Rui Paz Lima", victim=Named("Rui Paz Lima", names[0].id, labels=("person", "")))
    death = claim(within, words="Rui Paz Lima", deaths=Count(1, 1, 1, whose="Rui Paz Lima"))

    assert told(within, whole, death, persons=names) == [("RUI PAZ LIMA", "", "1", ["DEATH"])]


def test_relatives_of_one_last_name_are_two():
    within = document("Gunmen shot Ana Paz Lima and Rui Lima.")
    names = [mention(each, within=within, kind=MentionKind.PERSON) for each in ("Ana Paz Lima", "Rui Lima")]
    both = [claim(within, words=each.text, victim=Named(each.text, each.id, labels=("person", ""))) for each in names]

    assert [name for name, *_ in told(within, *both, persons=names)] == ["ANA PAZ LIMA", "RUI LIMA"]


def test_an_attack_on_somebodys_home_is_one_on_him():
    within = document("Gunmen fired at the home of Rui Lima and at a bank of Jose Paz.")
    names = [mention(each, within=within, kind=MentionKind.PERSON) for each in ("Rui Lima", "Jose Paz")]
    home = claim(within, words="the home of Rui Lima", target=Named("home", labels=("civilian_residence",)))
    bank = claim(within, words="a bank of Jose Paz", target=Named("bank", labels=("financial",)))

    assert told(within, home, bank, persons=names) == [("RUI LIMA", "", "1", [])]


def test_where_somebody_is_named_the_victim_is_he():
    within = document("Gunmen seized Rui Lima. The victim cried.")
    lima = mention("Rui Lima", within=within, kind=MentionKind.PERSON)
    named = claim(within, words="Rui Lima", victim=Named("Rui Lima", lima.id, labels=("person", "")))

    assert [name for name, *_ in told(within, named, victim(within, "victim"), persons=(lima,))] == ["RUI LIMA"]


@pytest.mark.parametrize(
    ("given", "written"),
    [(Count(41, 41, None, Operator.MORE_THAN), "40-"), (Count(40, 40, None, Operator.AT_LEAST), "40-")],
)
def test_more_than_forty_and_at_least_forty_are_written_alike(given, written):
    assert number_of(given) == written
