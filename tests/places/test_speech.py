import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.names import read_data
from dateline.places.speech import speech_of

EXAMPLES = [(code, text) for code, entry in read_data("country_words.yaml").items() for text in entry["examples"]]


@pytest.mark.parametrize(("country", "text"), EXAMPLES)
def test_each_example_speaks_like_its_country(country, text):
    speech = speech_of(text)
    assert max(speech, key=speech.__getitem__) == country


def test_every_country_has_an_example():
    assert {code for code, _ in EXAMPLES} == set(read_data("country_words.yaml"))


def test_every_word_is_text():
    words = [word for entry in read_data("country_words.yaml").values() for word in entry["words"]]
    assert all(isinstance(word, str) for word in words)


def test_a_report_of_the_world_speaks_like_nobody():
    assert speech_of("The king of Jordan met the president of Lebanon on Monday.") == {}


def test_a_word_counts_once_however_often_it_stands():
    assert speech_of("A sheriff. The sheriff.") == speech_of("A sheriff.")


def test_a_number_is_any_number():
    assert speech_of("Interstate 40") == speech_of("Interstate 95") != {}


@given(st.text())
def test_shares_are_no_more_than_one(text):
    assert sum(speech_of(text).values()) <= 1
