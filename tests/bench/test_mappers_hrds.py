import re
from datetime import date
from importlib.resources import files

import pytest
import yaml

from bench.coded import coded, named, place_mention
from dateline.bench.mappers.hrds import map_article
from dateline.bench.mappers.hrds_words import country_code, level_place, read_key, read_words
from dateline.codebook import load_codebook
from dateline.mentions.records import MentionKind
from dateline.places.records import PlaceKind
from factories import claim, document, frame, mention

TABLES = yaml.safe_load((files("dateline.bench") / "data" / "hrds.yaml").read_text(encoding="utf-8"))
KEY = {
    "perpetrator_mention": True,
    "perpetrator_type": "state actor",
    "violation_types": ["torture", "other"],
    "victims": [{"victim_name": "Ana Duarte"}, {"victim_name": None}],
    "country": "the United States",
    "region": "Benue State",
    "city": "None",
    "year": "2021.0",
    "month": "Novermber",
    "date": "unknown",
}


def test_a_key_is_read_with_its_absences_and_misspellings_levelled():
    key = read_key(KEY)

    assert (key.country, key.region, key.city) == ("US", "benue", None)
    assert (key.year, key.month, key.day) == (2021, 11, None)
    assert key.victims == ("Ana Duarte",)


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("People's Republic of China", "CN"),
        ("Scotland", "GB"),
        ("Tanzanya", "TZ"),
        ("Unitted States of America", "US"),
        ("Malta", "MT"),
        ("Africa", "africa"),
        ("None", None),
    ],
)
def test_a_country_is_its_code_and_what_is_none_stays_a_name(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("name", "levelled"),
    [("Quezon City", "quezon"), ("Lee County", "lee"), ("São Tomé", "sao tome"), ("n/a", None)],
)
def test_a_place_is_its_plain_name_without_the_word_for_its_unit(name, levelled):
    assert level_place(name) == levelled


@pytest.mark.parametrize("topic", TABLES["topics"])
def test_each_topic_has_an_example_with_one_of_its_words(topic):
    assert read_words().topics[topic].search(TABLES["topics"][topic]["example"])


def test_the_deeds_and_what_comes_of_them_are_topics():
    assert set(TABLES["deeds"]) | set(TABLES["comes_of_deeds"]) <= set(TABLES["topics"])
    assert read_words().deeds.search("They were kidnapped.")
    assert not read_words().deeds.search("They are in prison.")
    assert read_words().harms.search("They are in prison.")


def test_the_examples_of_places_have_the_words_beside_the_name():
    before, behind = TABLES["located"]["example"].split("Lima")[0], TABLES["bodies"]["example"].split("Lima")[1]

    assert read_words().located.search(before)
    assert read_words().bodies.match(behind)
    assert not read_words().located.search("A lawyer came from ")


def test_the_example_of_a_victim_has_a_word_right_before_the_name():
    before = TABLES["victims"]["example"].split("Ana")[0]

    assert set(re.findall(r"\w+", before)) & read_words().victims.before


@pytest.mark.parametrize(("words", "row"), [("suffers", "suffered"), ("befallen", "befallen"), ("speaks", "speaking")])
def test_each_example_has_its_words_behind_the_name(words, row):
    behind = TABLES["victims"][f"{row}_example"].split("Duarte")[1]

    assert getattr(read_words().victims, words).match(behind)
    assert not getattr(read_words().victims, words).match(" likes tea.")


@pytest.mark.parametrize(("words", "row"), [("callings", "callings"), ("offices", "offices"), ("cited", "citing")])
def test_each_example_has_its_words_before_the_name(words, row):
    before = TABLES["victims"][f"{row}_example"].split("Ana")[0]

    assert getattr(read_words().victims, words).search(before)
    assert not getattr(read_words().victims, words).search("Tea is liked by the old and the young and ")


def test_every_kind_of_event_that_is_a_violation_is_one_of_the_codebooks():
    assert set(read_words().violations) <= set(load_codebook().kinds)


def test_an_arrest_by_the_police_has_its_attributes():
    text = (
        "Police arrested the journalist Ana Duarte in Kabul on 3 May 2021. Ana Duarte was detained and jailed, "
        "and is in prison in Kabul, Afghanistan. The government arrested her at a protest in Kabul."
    )
    within = document(text)
    where, resolution = place_mention(within, "Kabul", country="AF", kind=PlaceKind.SETTLEMENT)
    person = mention("Ana Duarte", within=within, kind=MentionKind.PERSON)
    event = frame(
        within,
        claim(within, place=named(where), words="Kabul"),
        type="detention",
        victim=named(person),
        place=named(where),
        date=date(2021, 5, 3),
    )
    found = map_article(coded(within, event, places=[(where, resolution)], persons=[person]))

    assert (found.perpetrator_mention, found.perpetrator_type) == (True, "state actor")
    assert "arbitrary detention" in found.violations
    assert (found.victims, found.country, found.city) == (("Ana Duarte",), "AF", "kabul")
    assert (found.year, found.month, found.day) == (2021, 5, 3)


def test_an_article_that_names_nothing_has_no_place_no_day_and_nobody():
    found = map_article(coded(document("The choir sang until late.")))

    assert (found.victims, found.country, found.city) == ((), None, None)
    assert (found.year, found.month, found.day) == (None, None, None)
