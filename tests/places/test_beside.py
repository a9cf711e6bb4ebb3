import pytest

from dateline.places.beside import nearest, neighbour_of, of_sentence, sentence_ends
from dateline.places.names import read_data

from .ground_of import marked

DATA = read_data("nested.yaml")


def neighbour(text, which=0):
    doc, mentions, _ = marked(text)
    return neighbour_of(mentions[which], mentions, doc.text)


@pytest.mark.parametrize(("text", "name", "place"), [*DATA["beside"]["examples"], *DATA["owner"]["examples"]])
def test_each_example_stands_beside_its_place(text, name, place):
    with_marks = text.replace(name, f"{{{name}}}").replace(place, f"[{place}]")
    found = neighbour(with_marks, which=int(text.index(place) < text.index(name)))
    assert (found.mention.text, found.near) == (place, False)


@pytest.mark.parametrize(
    "text",
    [
        "They met at [Qarloq]. [Gao] was calm.",
        "Men from [Qarloq] attacked [Gao].",
        "They met at [Qarloq]\n\n[Gao] was calm.",
        "[Qarloq]",
    ],
)
def test_what_other_words_part_is_not_beside(text):
    assert neighbour(text) is None


def test_near_says_so():
    found = neighbour("They met at [Qarloq] near [Gao].")
    assert (found.mention.text, found.near, found.distance) == ("Gao", True, None)


def test_distance_words_between_two_names_are_read():
    found = neighbour("They met at [Qarloq], a village some 10 km north of [Gao].")
    assert (found.near, found.distance.km, found.distance.bearing) == (True, 10, 0)


def test_distance_words_after_other_words_are_not():
    assert neighbour("They met at [Qarloq] and then two lorries burnt on a road 10 km north of [Gao].") is None


def test_a_plain_possessive_of_the_mention_itself_counts():
    found = neighbour("Shots in [Gao's] {Qarloq Street}.", which=1)
    assert found.mention.text == "Gao's"


def test_a_sentence_has_its_own_names_and_the_nearest_comes_first():
    doc, mentions, _ = marked("[Gao] fell. {Qarloq School} in [Mopti], not [Kidal], burnt.")
    others = of_sentence(mentions[1], mentions, sentence_ends(doc.text))
    assert [each.text for each in nearest(mentions[1], others)] == ["Mopti", "Kidal"]


def test_north_of_a_town_is_not_in_it():
    assert neighbour("They met at [Qarloq] north of [Gao].").distance.bearing == 0
