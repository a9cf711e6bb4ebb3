from dataclasses import replace

import pytest

from bench.coded import coded, named
from dateline.bench.mappers.hrds_article import open_article
from dateline.bench.mappers.hrds_victims import LEAST, PERSON_FEATURES, likely_victims, persons_of
from dateline.claims.coders.rules.weighed import read_weighed
from dateline.mentions.records import MentionKind
from dateline.values.spans import Span
from factories import document, frame, mention

REPORT = (
    "Police arrested the journalist Ana Duarte, Rui Lima and Eva Reis. Minister Ivo Melo also said no. "
    "Duarte was detained at home."
)
NAMES = ("Ana Duarte", "Rui Lima", "Eva Reis", "Ivo Melo")


@pytest.fixture(scope="module")
def persons():
    within = document(REPORT)
    found = [mention(name, within=within, kind=MentionKind.PERSON) for name in NAMES]
    start = REPORT.index("Duarte was")
    short = replace(found[0], span=Span(start, start + len("Duarte")), text="Duarte")
    event = frame(within, type="detention", victim=named(found[0]))
    return {each.name: each for each in persons_of(open_article(coded(within, event, persons=[*found, short])))}


def told(person):
    return {feature.__name__: feature(person) for feature in PERSON_FEATURES}


def test_a_short_name_is_the_longest_that_it_is_a_part_of(persons):
    assert tuple(persons) == NAMES
    assert len(persons["Ana Duarte"].mentions) == 2


def test_of_two_spellings_of_one_length_the_first_by_the_alphabet_stands():
    within = document("Rui Lima spoke to Eva Lima. Lima was held.")
    names = [mention(name, within=within, kind=MentionKind.PERSON) for name in ("Rui Lima", "Eva Lima")]
    start = within.text.index("Lima was")
    short = replace(names[0], span=Span(start, start + len("Lima")), text="Lima")
    found = {each.name: len(each.mentions) for each in persons_of(open_article(coded(within, persons=[*names, short])))}

    assert found == {"Rui Lima": 1, "Eva Lima": 2}


def test_what_is_said_of_a_person_speaks_for_a_victim(persons):
    ana, ivo = told(persons["Ana Duarte"]), told(persons["Ivo Melo"])

    assert (ana["is_a_victim_of_events"], ivo["is_a_victim_of_events"]) == (1, 0)
    assert (ana["has_a_defenders_calling"], ivo["has_a_defenders_calling"]) == (1, 0)
    assert ana["is_what_was_done_to"] > ivo["is_what_was_done_to"] == 0
    assert ana["is_beside_a_deed"] == 1
    assert (ana["has_an_office"], ivo["has_an_office"]) == (0, 1)
    assert ivo["speaks"] > ana["speaks"] == 0


def test_whoever_is_listed_with_a_victim_is_told_so(persons):
    eva, ivo = told(persons["Eva Reis"]), told(persons["Ivo Melo"])

    assert (eva["is_listed"], eva["is_listed_with_a_victim"]) == (1, 1)
    assert (ivo["is_listed"], ivo["is_listed_with_a_victim"]) == (0, 0)


def test_victims_are_the_persons_who_earn_enough(persons):
    given = {feature.__name__: 0.0 for feature in PERSON_FEATURES}
    given |= {"always": LEAST - 1, "is_listed": 2.0}

    assert likely_victims(persons.values(), read_weighed(PERSON_FEATURES, given, "victims")) == NAMES[:3]
