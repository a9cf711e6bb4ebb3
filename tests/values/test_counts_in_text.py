"""Counts in text: worked examples from the data, and what must hold of any text."""

import pytest

from dateline.values.count_words import count_words, load_count_data
from dateline.values.counts import CountPolicy, Reading
from dateline.values.counts_in_text import find_counts

DATA = load_count_data("en")
POLICY = CountPolicy("test", {word: Reading(3, 3, None, "test") for word in count_words("en").policy_words})
NUMBERED = [*DATA["before"], *DATA["after"], *DATA["ranges"], DATA["both"], DATA["zero"]]


def first(text):
    return find_counts(text, policy=POLICY)[0]


@pytest.mark.parametrize("entry", NUMBERED, ids=lambda entry: entry["example"])
def test_an_example_of_a_number_is_read_as_it_says(entry):
    found = find_counts(entry["example"], policy=POLICY)
    assert [[m.value.low, m.value.best, m.value.high] for m in found] == [entry["reads"]]


@pytest.mark.parametrize("entry", DATA["vague"], ids=lambda entry: entry["example"])
def test_an_example_of_a_vague_word_is_found(entry):
    found = find_counts(entry["example"], policy=POLICY)
    assert [m.value.policy for m in found] == ["test"]


@pytest.mark.parametrize("sentence", DATA["not_counts"])
def test_numbers_that_count_no_people_are_left_out(sentence):
    assert [m.text for m in find_counts(sentence, policy=POLICY)] == []
