"""The score of event places: what counts as right, and what stands beside it."""

import pytest

from claims.coders.rules.scenes import open_scene
from dateline.bench.event_location import EventSentence
from dateline.bench.scorers.places_event import METRIC, rows
from dateline.values.spans import Span


def marked(text: str, verb: str, *places: str) -> tuple:
    at = [Span(text.index(word), text.index(word) + len(word)) for word in (verb, *places)]
    return EventSentence(text, at[0], tuple(at[1:]), is_confirmed=True), open_scene(text)


def score(*opened) -> dict[str, float]:
    return {row.metric.removeprefix(f"{METRIC}."): row.value for row in rows(opened)}


def test_the_marked_place_is_right():
    figures = score(marked("Gunmen killed two men in Khost on Monday.", "killed", "Khost"))
    assert figures["accuracy"] == figures["one.accuracy"] == figures["recall"] == 100


def test_no_place_is_right_where_none_is_marked():
    assert score(marked("Two men were killed on Monday.", "killed"))["none.accuracy"] == 100


def test_a_place_where_none_is_marked_is_wrong():
    assert score(marked("Gunmen killed two men in Khost on Monday.", "killed"))["accuracy"] == 0


def test_a_place_that_the_finders_miss_is_wrong_and_counts_against_recall():
    text = "Gunmen killed two men in the house on Monday."
    figures = score(marked(text, "killed", "house"))
    assert figures["accuracy"] == figures["recall"] == 0
    assert figures["given.accuracy"] == 100


def test_one_of_several_marked_places_is_enough():
    text = "Rebels captured Khost and Goma on Monday."
    assert score(marked(text, "captured", "Khost", "Goma"))["many.accuracy"] == 100


def test_the_nearest_place_stands_beside_as_the_baseline():
    opened = [marked("In Khost, a man from Goma killed two men.", "killed", "Khost")]
    headline = next(row for row in rows(opened) if row.metric == "places.event_place.accuracy")
    assert (headline.peer, headline.peer_value) == ("nearest place", pytest.approx(0))
    assert headline.n == 1
