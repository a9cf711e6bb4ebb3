"""Reading sentences in which an event's verb and its places are marked."""

import json

import pytest

from dateline.bench.event_location import FOLDS, read_event_sentences
from dateline.errors import InputError

TEXT = "Gunmen killed nine people in Khost on Monday."


def write(folder, **changed):
    verb = {"start": 7, "end": 13, "label": "VERB", "token_start": 1, "token_end": 1}
    place = {"start": 29, "end": 34, "label": "LOCATION", "token_start": 5, "token_end": 5, "text": "Khost"}
    path = folder / "dev.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": [verb, {**place, **changed}], "answer": "accept"}) + "\n")
    return path


def test_the_verb_and_the_places_are_read_as_marked(tmp_path):
    (sentence,) = read_event_sentences(write(tmp_path))
    assert sentence.verb.cut(TEXT) == "killed"
    assert [place.cut(TEXT) for place in sentence.places] == ["Khost"]
    assert sentence.is_confirmed


def test_a_place_whose_offsets_count_tokens_is_found_by_its_words(tmp_path):
    (sentence,) = read_event_sentences(write(tmp_path, start=5, end=5))
    assert [place.cut(TEXT) for place in sentence.places] == ["Khost"]


def test_offsets_decide_where_the_words_are_left_empty(tmp_path):
    (sentence,) = read_event_sentences(write(tmp_path, text=""))
    assert [place.cut(TEXT) for place in sentence.places] == ["Khost"]


def test_words_that_do_not_stand_in_the_text_are_refused_with_their_line(tmp_path):
    with pytest.raises(InputError, match="line 1: 'Quetta' does not stand in the text"):
        read_event_sentences(write(tmp_path, text="Quetta"))


def test_a_line_without_a_verb_is_refused(tmp_path):
    path = tmp_path / "dev.jsonl"
    path.write_text(json.dumps({"text": TEXT, "spans": []}) + "\n")
    with pytest.raises(InputError, match="no span is labelled VERB"):
        read_event_sentences(path)


def test_copies_of_a_sentence_fall_into_one_fold(tmp_path):
    (sentence,) = read_event_sentences(write(tmp_path))
    assert 0 <= sentence.fold < FOLDS
    assert sentence.fold == read_event_sentences(write(tmp_path, start=5, end=5))[0].fold
