"""What each list of data/event_place.yaml says of its example."""

from importlib.resources import files

import pytest
import yaml

from claims.coders.rules.scenes import mention_of, open_scene, token_of
from dateline.claims.coders import rules
from dateline.claims.coders.rules.place_features import PLACE_FEATURES
from dateline.claims.coders.rules.place_spots import find_spots
from dateline.claims.coders.rules.place_standings import level, stand
from dateline.claims.coders.rules.place_tie_features import NOWHERE_FEATURES, TIE_FEATURES
from dateline.claims.coders.rules.place_ties import see_happening, tie_places

LISTS = yaml.safe_load((files(rules.__package__) / "data" / "event_place.yaml").read_text(encoding="utf-8"))


def look(text: str, place: str):
    page = open_scene(text)
    spots = find_spots(page, page.sentences[0].span)
    number = [spot.mention for spot in spots].index(mention_of(page, place))
    return page, spots, stand(page, spots), number


def features_of(text: str, place: str, word: str | None) -> set[str]:
    page, _, standings, number = look(text, place)
    held = {feature.__name__ for feature in PLACE_FEATURES if feature(standings[number])}
    if word is not None:
        happening = see_happening(page, token_of(page, word))
        held |= {feature.__name__ for feature in TIE_FEATURES if feature(tie_places(happening, standings)[number])}
        held |= {feature.__name__ for feature in NOWHERE_FEATURES if feature(happening)}
    return held


@pytest.mark.parametrize("name", LISTS)
def test_the_example_of_every_list_holds(name):
    example = LISTS[name]["example"]
    if "level" in example:
        _, spots, _, number = look(example["text"], example["place"])
        assert level(spots[number]) == example["level"]
    else:
        assert example["feature"] in features_of(example["text"], example["place"], example.get("word"))


@pytest.mark.parametrize(
    ("text", "place", "feature"),
    [
        ("Gunmen killed two men in Khost on Monday.", "Khost", "put_inside"),
        ("Gunmen killed two men in Mali on Monday.", "Mali", "is_a_country"),
        ("Gunmen killed two men from Khost on Monday.", "Khost", "said_to_come_from"),
        ("Gunmen drove to Khost on Monday.", "Khost", "stands_after_to"),
        ("Khost condemned the murder on Monday.", "Khost", "is_a_subject"),
        ("Khost's army killed two men on Monday.", "Khost", "owns_a_noun"),
        ("In Khost, gunmen killed two men on Monday.", "Khost", "opens_after_a_preposition"),
        ("The minister said in Khost that two men had died.", "Khost", "says_where_somebody_spoke"),
        ("Five men died in clashes in Khost on Monday.", "Khost", "says_where_violence_is"),
        ("A bomb exploded at a market in Khost on Monday.", "Khost", "says_where_a_building_is"),
        ("Gunmen killed two men in Khost and Cali on Monday.", "Cali", "is_listed"),
        ("Gunmen killed two men in Khost, Mali, on Monday.", "Khost", "is_finer_than_its_neighbour"),
        ("Gunmen killed two men in Khost, Mali, on Monday.", "Mali", "is_coarser_than_its_neighbour"),
        ("Gunmen killed two men in Khost, Mali, on Monday.", "Mali", "a_finer_place_is_named"),
    ],
)
def test_a_place_is_known_by_the_words_around_it(text, place, feature):
    assert feature in features_of(text, place, None)


@pytest.mark.parametrize(
    ("text", "word", "place", "feature"),
    [
        ("Rebels captured Khost on Monday.", "captured", "Khost", "struck_or_taken_itself"),
        ("Rebels fought in Khost on Monday.", "fought", "Khost", "put_inside_directly"),
        ("Mali captured two men on Monday.", "captured", "Mali", "acts_itself"),
        ("A blast shook Khost, killing nine people.", "killing", "Khost", "the_event_is_its_circumstance"),
        ("Gunmen killed two men in Khost on Monday.", "killed", "Khost", "is_the_next_place"),
        ("In Khost, gunmen killed two men on Monday.", "killed", "Khost", "a_pause_stands_between"),
        ("Nine people have been killed in Khost since May.", "killed", "Khost", "is_perfect"),
    ],
)
def test_a_tie_is_known_by_the_grammar_between(text, word, place, feature):
    assert feature in features_of(text, place, word)
