"""What the ECB+ bench reads from a sentence, and how it compares mentions."""

from importlib.resources import files

import numpy as np
import pytest
import yaml

from dateline.bench.mappers.ecb_corpus import EcbMention
from dateline.bench.mappers.ecb_model import load_model
from dateline.bench.mappers.ecb_pairs import FEATURES, Scene, apart, measure, shared
from dateline.bench.mappers.ecb_told import Told, tell
from dateline.bench.mappers.ecb_topics import find_topics
from dateline.bench.mappers.ecb_tree import group, joining_levels
from dateline.bench.mappers.ecb_words import family_of, read_words
from dateline.documents.records import Document
from dateline.mentions.finders.spacy_parser import SpacyParser
from dateline.mentions.records import Parse
from dateline.values.spans import Span


def parsed(text: str) -> Parse:
    return next(iter(SpacyParser().parse([(Document(text, "own", language="en"), text)])))[0]


def told(text: str, word: str) -> Told:
    start = text.index(word)
    return tell(EcbMention("own", 0, (Span(start, start + len(word)),), word, "chain"), parsed(text))


@pytest.mark.parametrize(
    ("word", "other"),
    [("quake", "earthquake"), ("dies", "death"), ("bombing", "blast"), ("developer", "developed"), ("fled", "escape")],
)
def test_words_for_one_happening_are_of_one_family(word: str, other: str) -> None:
    assert family_of(word) == family_of(other)


def test_words_for_two_happenings_are_of_two_families() -> None:
    assert len({family_of(word) for word in ("arrest", "win", "earthquake", "resign", "table")}) == 5


def test_a_word_stands_in_one_family_only() -> None:
    given = yaml.safe_load((files("dateline.bench") / "data" / "ecb_words.yaml").read_text(encoding="utf-8"))
    assert sum(map(len, given["families"])) == len(read_words().families)


def test_who_did_it_and_to_whom_is_read_from_active_and_passive_sentences() -> None:
    active = told("Rebels kidnapped the mayor of Sovna on 3 May.", "kidnapped")
    passive = told("The mayor was kidnapped by rebels.", "kidnapped")
    assert family_of("mayor") in active.done_to & passive.done_to
    assert family_of("rebel") in active.doers & passive.doers
    assert "sovna" in active.names
    assert active.family == passive.family == family_of("abduct")


def test_a_mention_that_the_parse_left_out_is_told_by_its_text() -> None:
    mention = EcbMention("own", 0, (Span(0, 5),), "the blast", "chain")
    assert tell(mention, Parse()).family == family_of("explosion")


def test_average_link_joins_the_likest_first() -> None:
    alike = np.array([[1.0, 0.9, 0.4], [0.9, 1.0, 0.2], [0.4, 0.2, 1.0]])
    assert len(set(group(alike, 0.5))) == 2
    assert len(set(group(alike, 0.3))) == 1
    assert joining_levels(alike)[0, 2] == pytest.approx(0.3)
    assert joining_levels(alike)[0, 1] == pytest.approx(0.9)


def test_bags_are_shared_or_apart_or_unknown() -> None:
    topics = find_topics({"own": parsed("Rebels attacked Sovna."), "other": parsed("A ferry sank near Lipno.")})
    bags = (frozenset({"sovna"}), frozenset({"sovna", "lipno"}), frozenset({"arvo"}), frozenset[str]())
    scene = Scene(
        [Told("own", 0, "attack", "attack", "VERB", frozenset({"attack"}), names=bag) for bag in bags], topics
    )
    assert shared(scene, lambda each: each.names)[0].tolist() == [1, 1, 0, 0]
    assert apart(scene, lambda each: each.names)[0].tolist() == [0, 0, 1, 0]


def test_a_second_telling_in_other_words_is_likelier_the_same_than_another_happening() -> None:
    texts = {
        "one": "An earthquake struck the port of Sovna on Monday.\n\nPolice in Sovna arrested two men for looting.",
        "two": "The quake in Sovna on Monday broke windows in the port.",
        "far": "The singer Ana Ruel released a record of sea songs.",
    }
    parses = {name: parsed(text) for name, text in texts.items()}
    marked = (("one", "earthquake"), ("two", "quake"), ("one", "arrested"))
    mentions = [
        EcbMention(name, 0, (Span(at, at + len(word)),), word, "")
        for name, word in marked
        for at in [texts[name].index(word)]
    ]
    scene = Scene([tell(each, parses[each.document]) for each in mentions], find_topics(parses))
    probable = load_model().probabilities(measure(scene))
    assert probable.shape == (3, 3)
    assert probable[0, 1] > max(probable[0, 2], probable[1, 2])


def test_the_weights_that_ship_are_of_these_features() -> None:
    model = load_model()
    assert len(model.linear) == len(FEATURES) == len(model.products)
