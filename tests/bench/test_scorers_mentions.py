"""The score of things found: what matches what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.re3d import Marked
from dateline.bench.scorers.mentions import METRIC, Found, count_right, rows
from dateline.values.spans import Span

TEXT = "The Red Column left the town of Goma, a port."


def marked(words: str, type_: str = "Organisation") -> Marked:
    return Marked(Span(TEXT.index(words), TEXT.index(words) + len(words)), type_)


def test_an_overlapping_thing_of_the_same_type_is_right():
    assert count_right(TEXT, [marked("The Red Column")], [marked("Column left")]) == 1


def test_another_type_is_wrong():
    assert count_right(TEXT, [marked("Goma", "Location")], [marked("Goma")]) == 0


def test_an_entity_is_matched_once():
    assert count_right(TEXT, [marked("The Red Column")], [marked("Red"), marked("Column")]) == 1


def test_a_thing_takes_the_entity_that_it_shares_most_with():
    entities = [marked("town", "Location"), marked("the town of Goma", "Location")]
    things = [marked("the town of Goma", "Location"), marked("town", "Location")]
    assert count_right(TEXT, entities, things) == 2


@pytest.mark.parametrize("words", ["The Red Column", "Red Column", "Red Column "])
def test_articles_and_edges_do_not_count_for_exact_words(words):
    assert count_right(TEXT, [marked("The Red Column")], [marked(words)], is_exact=True) == 1


def test_a_part_is_not_exact():
    assert count_right(TEXT, [marked("The Red Column")], [marked("Column")], is_exact=True) == 0


def test_names_alone_stand_beside():
    found = Found(TEXT, (marked("Goma"), marked("a port")), (marked("Goma"), marked("a port")), (marked("Goma"),))
    headline = next(row for row in rows([found]) if row.metric == f"{METRIC}.f1")
    assert (headline.value, headline.n) == (100, 2)
    assert headline.peer_value == pytest.approx(200 / 3)


def test_a_text_without_things_counts_against_recall():
    found = Found(TEXT, (marked("Goma"),), (), ())
    assert {row.metric: row.value for row in rows([found])}[f"{METRIC}.recall"] == 0


@given(ends=st.lists(st.tuples(st.integers(0, 40), st.integers(1, 5)), max_size=8), is_exact=st.booleans())
def test_what_is_marked_matches_itself_and_no_more(ends, is_exact):
    spans = sorted({Marked(Span(start, start + length), "Location") for start, length in ends})
    right = count_right(TEXT, spans, spans, is_exact=is_exact)
    assert right == len(spans)
