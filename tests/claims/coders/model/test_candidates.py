"""Which marked spans may fill a slot, by what the rules know of their nouns."""

import pytest

from claims.coders.model.readings import read
from dateline.claims.coders.model.candidates import SLOTS, find_candidates


def found(report, roles):
    """Return (slot, words) of the candidates, and the noun on which they hang."""
    page = report.page
    return [
        (
            each.filler.slot,
            page.quote_tokens(each.filler.first, each.filler.last).text,
            page.tokens[each.filler.head].text,
        )
        for each in find_candidates(page, read(page.document.text, roles=roles))
    ]


def test_a_marked_noun_is_a_candidate_of_its_roles_slot(open_report):
    report = open_report("Gunmen shot two teachers near Cali.")
    roles = {"perpetrator_individual": {"Gunmen": 0.9}, "victim_description": {"two teachers": 0.8}}
    assert found(report, roles) == [("perpetrator", "Gunmen", "Gunmen"), ("victim", "two teachers", "teachers")]


def test_every_role_that_is_words_of_the_text_has_a_slot(reader):
    assert set(SLOTS) == set(reader.card.roles) - {"place", "date"}


def test_what_is_hardly_marked_is_no_candidate(open_report):
    report = open_report("Gunmen shot two teachers near Cali.")
    assert found(report, {"victim_description": {"two teachers": 0.05}}) == []


def test_words_without_a_noun_are_no_candidate(open_report):
    assert found(open_report("Gunmen shot at them."), {"victim_description": {"them": 0.9}}) == []


def test_a_candidate_hangs_on_the_noun_on_which_its_others_hang(open_report):
    report = open_report("Gunmen shot the mayor of Goma on Monday.")
    assert found(report, {"victim_description": {"mayor of Goma": 0.9}}) == [("victim", "mayor of Goma", "mayor")]


def test_who_is_only_cited_suffered_nothing(open_report):
    report = open_report('Gunmen shot two teachers. "They were afraid," said Ana Duarte, a nurse.')
    roles = {"victim_name": {"Ana Duarte": 0.9}, "victim_description": {"two teachers": 0.9}}
    assert found(report, roles) == [("victim", "two teachers", "teachers")]


def test_who_is_cited_may_have_done_it(open_report):
    report = open_report('"We shot the two teachers," said the Red Column.')
    assert found(report, {"perpetrator_organization": {"Red Column": 0.9}}) == [("perpetrator", "Red Column", "Column")]


@pytest.mark.parametrize(
    ("text", "role", "words"),
    [
        ("Gunmen fired a rifle at two teachers.", "victim_description", "a rifle"),
        ("Gunmen shot two teachers near Cali.", "victim_description", "Cali"),
        ("Gunmen fired a rifle at a school.", "perpetrator_individual", "a rifle"),
        ("Gunmen fired a rifle at a school.", "target", "a rifle"),
        ("Gunmen shot two teachers near Cali.", "weapon", "Gunmen"),
        ("The Red Column shot two teachers.", "weapon", "Red Column"),
    ],
)
def test_a_noun_that_the_lists_know_to_be_another_thing_is_no_candidate(text, role, words, open_report):
    assert found(open_report(text), {role: {words: 0.9}}) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Gunmen burned the Ana Duarte School.", "Ana Duarte"),
        ("The dead were not soldiers, police said.", "soldiers"),
    ],
)
def test_who_another_is_named_after_or_is_not_suffered_nothing(text, words, open_report):
    assert found(open_report(text), {"victim_description": {words: 0.9}}) == []


def test_a_weapon_has_its_whole_phrase(open_report):
    report = open_report("A car bomb exploded in Cali.")
    assert found(report, {"weapon": {"bomb": 0.9}}) == [("weapon", "A car bomb", "bomb")]
