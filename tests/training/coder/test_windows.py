"""Labelled texts cut into windows, by the tokenizer that ships."""

from importlib.resources import files
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.coder.columns import ATTRIBUTES, ROLES, TAGS, TYPES
from training.coder.windows import LONGEST, OVERLAP, batches, cut, load_tokenizer

from dateline.claims.coders.model.reader import load_card

TOKENIZER = load_tokenizer(files("dateline.claims.coders.model") / "data")
TEXT = "Gunmen shot Rosa Quispe. A bomb hit the bridge."


def row_of(text=TEXT, *, spans=(), sentences=(), columns=("roles", "sentences", "relevance")):
    return {
        "id": "one",
        "text": text,
        "columns": list(columns),
        "spans": [label(text, *span) for span in spans],
        "sentences": [{**place(text, words), "labels": names} for words, names in sentences],
        "document": [],
    }


def place(text, words):
    return {"start": text.index(words), "end": text.index(words) + len(words)}


def label(text, role, words, **attributes):
    return {"role": role, **place(text, words), "events": [0], "attributes": attributes}


def pieces(window):
    return [TOKENIZER.id_to_token(number) for number in window.ids]


def tagged(window, tag):
    return [pieces(window)[index] for index in np.flatnonzero(window.tags[:, TAGS.index(tag)] == 1)]


@settings(max_examples=30)
@given(count=st.integers(0, 1600))
def test_the_windows_hold_every_piece_and_overlap(count):
    numbered = " ".join(f"{number % 10}" for number in range(count))
    made = [window.ids[1:-1] for window in cut(row_of(numbered), TOKENIZER)]
    joined = list(made[0])
    for before, window in pairwise(made):
        assert before[-OVERLAP:] == window[:OVERLAP]
        joined += window[OVERLAP:]
    assert joined == TOKENIZER.encode(numbered, add_special_tokens=False).ids
    assert all(len(window) <= LONGEST for window in made)


def test_every_window_is_framed_and_has_a_row_of_labels_a_piece():
    for window in cut(row_of("shot " * 900), TOKENIZER):
        assert (pieces(window)[0], pieces(window)[-1]) == ("[CLS]", "[SEP]")
        assert window.tags.shape == (len(window.ids), len(TAGS))
        assert window.sentence.shape == (len(window.ids), len(TYPES))
        assert (window.tags[[0, -1]] == -1).all()


def test_a_span_begins_with_its_first_piece_and_goes_on_with_the_others():
    (window,) = cut(row_of(spans=[("victim_name", "Rosa Quispe")]), TOKENIZER)
    assert tagged(window, "begins:victim_name") == ["rosa"]
    assert "".join(tagged(window, "inside:victim_name")).replace("##", "") == "quispe"
    assert [pieces(window)[span.first] for span in window.spans] == ["rosa"]
    assert tagged(window, "begins:weapon") == []


def test_of_two_spans_of_a_role_over_each_other_the_longer_is_kept():
    (window,) = cut(row_of(spans=[("victim_name", "Quispe"), ("victim_name", "Rosa Quispe")]), TOKENIZER)
    assert tagged(window, "begins:victim_name") == ["rosa"]


def test_a_span_is_labelled_in_each_window_that_holds_it():
    text = "war " * 450 + "Rosa " + "war " * 450
    one, other, *_ = cut(row_of(text, spans=[("victim_name", "Rosa")]), TOKENIZER)
    assert [pieces(window)[span.first] for window in (one, other) for span in window.spans] == ["rosa", "rosa"]


def test_a_sentence_is_labelled_over_its_pieces():
    (window,) = cut(row_of(sentences=[("A bomb hit the bridge.", ["BOMBING"]), ("Gunmen", [])]), TOKENIZER)
    rows = np.flatnonzero(window.sentence[:, TYPES.index("BOMBING")] == 1)
    assert [pieces(window)[index] for index in rows] == ["a", "bomb", "hit", "the", "bridge", "."]


def test_what_a_key_does_not_speak_of_is_no_label():
    (window,) = cut(row_of(columns=["victim_name", "violations"]), TOKENIZER)
    known = [TAGS[index] for index in np.flatnonzero((window.tags[1:-1] >= 0).all(axis=0))]
    assert known == ["begins:victim_name", "inside:victim_name"]
    assert (window.sentence == -1).all()


def test_an_attribute_is_the_index_of_its_value():
    row = row_of()
    row["spans"] = [label(TEXT, "perpetrator_organization", "Gunmen", confidence="POSSIBLE")]
    (window,) = cut(row, TOKENIZER)
    (span,) = window.spans
    assert ATTRIBUTES["confidence"][span.attributes["confidence"]] == "POSSIBLE"


@pytest.mark.parametrize("tokens", [100, 700])
def test_the_batches_hold_every_window_once_and_are_no_larger_than_asked(tokens):
    windows = [w for n in (5, 40, 90, 300, 7) for w in cut(row_of("war " * n), TOKENIZER)]
    made = batches(windows, tokens, np.random.default_rng(0))
    assert sorted(len(w.ids) for batch in made for w in batch) == sorted(len(w.ids) for w in windows)
    for batch in made:
        assert len(batch) == 1 or len(batch) * max(len(w.ids) for w in batch) <= tokens


def test_the_columns_are_those_of_the_card_that_ships():
    card = load_card()
    assert card.roles == tuple(ROLES)
    assert card.sentence == tuple(TYPES)
    assert card.attributes
    assert card.attributes.items() <= {name: tuple(values) for name, values in ATTRIBUTES.items()}.items()
    assert (card.longest, card.overlap) == (LONGEST, OVERLAP)
