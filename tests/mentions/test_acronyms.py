"""Acronyms that a text defines, and the words of data/brackets.yaml, each by its example."""

from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.records import Document
from dateline.mentions.acronyms import find_definitions
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.records import MentionKind, Phrase

DATA = yaml.safe_load((files("dateline.mentions") / "data" / "brackets.yaml").read_text(encoding="utf-8"))


def examples(section):
    return [entry["example"] for entry in DATA[section]]


def definition(text):
    found = find_definitions(text)
    assert len(found) == 1
    return found[0].acronym.cut(text), found[0].long.cut(text)


def test_every_entry_has_an_example():
    assert all(entry["words"] and entry["example"] for section in DATA.values() for entry in section)


@pytest.mark.parametrize("example", examples("small_words"))
def test_small_words_are_left_out_of_acronyms(example):
    long, acronym = example.removesuffix(")").split(" (")
    assert definition(f"The {example} met.") == (acronym, long)


@pytest.mark.parametrize("example", examples("borders"))
def test_a_name_begins_after_a_border(example):
    acronym, long = definition(example)
    assert (acronym, long) == ("FMLN", "FARABUNDO MARTI NATIONAL LIBERATION FRONT")


@pytest.mark.parametrize("example", examples("heads_of_things"))
def test_things_and_titles_are_no_actors(example):
    text = f"The {example} was named."
    assert PhraseFinder(()).find(Document(text, "test"), text) == ((), {})


@pytest.mark.parametrize("example", examples("words_in_capitals"))
def test_words_in_capitals_are_not_taken_for_acronyms(example):
    finder = PhraseFinder([Phrase("IS", MentionKind.ACTOR, "is", case_sensitive=True)])
    assert finder.find(Document(example, "test"), example)[0] == ()


@pytest.mark.parametrize("example", examples("generic_words"))
def test_sharing_generic_words_makes_no_namesake_the_same(example):
    listed = [Phrase(name, MentionKind.ACTOR, "other") for name in ("BCP", "Biplobi Communist Party")]
    assert PhraseFinder(listed).find(Document(example, "test"), example)[1] == {"BCP": "Bulgarian Communist Party"}


def test_hyphens_part_the_words_of_a_name():
    text = "a convention of Jamiat-e-Ulema-e-Islam-Fazl (JUI-F) in the district"
    assert definition(text) == ("JUI-F", "Jamiat-e-Ulema-e-Islam-Fazl")


def test_the_long_form_may_stand_in_the_bracket():
    assert definition("The PFK (Popular Front of Kano) struck.") == ("PFK", "Popular Front of Kano")


def test_square_brackets_and_line_breaks_are_read():
    assert definition("THE POPULAR FRONT\nOF KANO [PFK] STRUCK") == ("PFK", "POPULAR FRONT\nOF KANO")


def test_a_bracket_whose_letters_do_not_fit_defines_nothing():
    assert find_definitions("The villagers of Lower Tamra (AP) fled") == ()


def test_a_definition_does_not_reach_over_a_sentence():
    assert find_definitions("He led the Popular Front. Of Kano (PFK)") == ()


@given(st.text(alphabet="ABC abc.-([)]\n'\"", max_size=80))
def test_any_text_is_read_and_spans_stand_in_it(text):
    for each in find_definitions(text):
        assert each.acronym.cut(text)
        assert each.long.end <= len(text)
