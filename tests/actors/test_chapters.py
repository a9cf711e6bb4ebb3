"""Chapters: a branch described by its organisation and its land."""

from importlib.resources import files

import pytest
import yaml

from dateline.actors.chapters import chapter_phrases, is_chapter_phrase, needs_its_organisation, organisation_of
from dateline.actors.resolve import resolve
from dateline.actors.roster import load_roster
from dateline.documents.records import Document
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.values.folding import fold

ROSTER = load_roster()
FINDER = PhraseFinder(ROSTER.phrases())
DATA = yaml.safe_load((files("dateline.actors") / "data" / "chapters.yaml").read_text(encoding="utf-8"))
EXAMPLES = [example for chapter in DATA["chapters"] for example in chapter["examples"]]


def resolved(text, name):
    doc = Document(text, "test")
    mentions, aliases = FINDER.find(doc, fold(text))
    answers = {each.mention_id: each for each in resolve(mentions, doc, roster=ROSTER, aliases=aliases)}
    (mention,) = (mention for mention in mentions if mention.text == name)
    return answers[mention.id]


@pytest.mark.parametrize(("text", "name", "meant"), EXAMPLES)
def test_every_example_leads_to_its_chapter(text, name, meant):
    answer = resolved(text, name)
    assert (answer.actor and answer.actor.id) == meant


def test_every_chapter_and_organisation_is_on_the_roster():
    ids = [row["id"] for row in (*DATA["chapters"], *DATA["organisations"])]
    assert [each for each in ids if ROSTER.get(each) is None] == []


def test_a_chapter_is_resolved_with_its_tier_and_reason():
    answer = resolved("ISIS's West African affiliate took the fort.", "ISIS's West African affiliate")
    assert answer.tier == "chapter"
    assert "chapter of islamic-state" in answer.reason


def test_of_two_organisations_the_one_named_last_is_meant():
    text = "Islamic State and al-Qaida fought. The group's Yemen branch won."
    assert resolved(text, "group's Yemen branch").actor.id == "aqap"


def test_without_an_organisation_nobody_is_meant_and_all_are_kept():
    answer = resolved("The group's Yemen branch won.", "group's Yemen branch")
    assert answer.actor is None
    assert set(answer.alternatives) == {"aqap", "islamic-state-yemen"}


def test_only_known_actors_have_phrases():
    assert {phrase.key for phrase in chapter_phrases({"aqap": "rebel"})} == {"aqap"}


def test_a_description_is_told_from_a_name():
    assert is_chapter_phrase("al-Qaida's Yemen branch")
    assert not is_chapter_phrase("Islamic State Khorasan Province")
    assert needs_its_organisation("the network's Yemen branch")
    assert not needs_its_organisation("al-Qaida's Yemen branch")


def test_an_actor_that_is_no_chapter_has_no_organisation():
    assert organisation_of("hamas") is None
