"""Sites: which spans of a text may name a place, and what stands around each."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.mentions.placing.sites import find_sites, read_setting
from mentions.placing.placed import KNOWN, scene, site_of


def texts(text, **fields):
    return [site.text for site in find_sites(scene(text, **fields)[1])]


def test_a_listed_name_is_a_site():
    assert texts("Two men fled Varda.", listed=["Varda"]) == ["Varda"]


def test_a_recognised_place_is_a_site_although_no_list_has_it():
    assert texts("Two men fled Zumm.", GPE="Zumm") == ["Zumm"]


def test_a_person_s_name_that_a_place_has_too_is_a_site():
    assert texts("Two men fled Lode.", PERSON="Lode") == ["Lode"]


def test_a_person_s_name_that_no_place_has_is_none():
    assert texts("Two men fled Zumm.", PERSON="Zumm") == []


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("Lode Fire Department came.", "Lode Fire Department"),
        ("The University of Lode was closed.", "University of Lode"),
    ],
)
def test_a_place_at_the_head_or_the_tail_of_a_body_s_name_is_a_site(text, body):
    assert texts(text, ORG=body) == ["Lode"]


def test_a_place_at_the_head_of_an_actor_s_name_is_a_site():
    assert texts("The Karth National Army advanced.", ACTOR="Karth National Army") == ["Karth"]


def test_an_actor_that_a_town_is_called_like_is_no_site():
    assert texts("Lode advanced.", ACTOR="Lode") == []


@pytest.mark.parametrize("text", ["He died in Lode.", "The village of Lode burnt.", "Lode village burnt.", "Lode, Osk"])
def test_a_cue_makes_a_site_of_a_name_that_nobody_saw(text):
    assert "Lode" in texts(text)


def test_a_weak_cue_makes_no_site_of_a_name_that_no_place_has():
    assert texts("He died in Zumm, Osk.") == []


@pytest.mark.parametrize("text", ["The village of Zumm burnt.", "In Zumm district two men died."])
def test_what_is_called_a_village_is_a_site_although_no_list_has_it(text):
    assert texts(text) == ["Zumm"]


@pytest.mark.parametrize("text", ["The district was quiet.", "But county police came.", "Both village elders fled."])
def test_a_word_that_opens_a_sentence_is_no_name_of_a_village(text):
    assert texts(text) == []


def test_the_kinds_of_the_names_behind_commas_are_known():
    site, _ = site_of("Varda", "Shells hit Varda, Osk on Monday.", listed=["Varda", "Osk"])
    assert (site.precedes, site.follows) == (frozenset({"admin1"}), frozenset())
    unit, _ = site_of("Osk", "Shells hit Varda, Osk on Monday.", listed=["Varda", "Osk"])
    assert (unit.precedes, unit.follows) == (frozenset(), frozenset({"settlement"}))


def test_a_site_knows_the_rest_of_the_longer_name_that_it_begins():
    site, _ = site_of("Lode", "Lode Fire Department came.", ORG="Lode Fire Department")
    assert (site.holder, site.is_head, site.rest) == ("ORG", True, ("fire", "department"))


def test_the_words_around_a_site_end_at_its_line():
    site, _ = site_of("Varda", "Head line\nnear Varda today\nmore", listed=["Varda"])
    assert (site.before, site.after) == (("near",), ("today",))


def test_the_setting_knows_surnames_and_words_in_small_letters():
    setting = read_setting(scene("Omar Lode saw the mine.", PERSON="Omar Lode")[1])
    assert "lode" in setting.surnames
    assert "omar" in setting.first_names
    assert "mine" in setting.small_words


@given(st.lists(st.sampled_from([*KNOWN, "in", "village of", "near", ",", ".", "Police", "the", "\n"]), max_size=30))
def test_every_site_s_text_stands_at_its_span(words):
    text = " ".join(words) or "."
    _, whole = scene(text, listed=[name for name in KNOWN if name in text])
    assert all(site.span.cut(text) == site.text for site in find_sites(whole))
