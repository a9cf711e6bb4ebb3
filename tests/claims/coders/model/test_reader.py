"""The reader: windows, and what the shipped weights make of texts of all sorts."""

import builtins
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.claims.coders.model import reader as reading_room
from dateline.claims.coders.model.reader import Reader, load_card, windows
from dateline.errors import InstallationError

REPORT = "Gunmen of the Red Column shot dead two teachers near Cali on 3 May 2020. A bomb wrecked the mayor's car."


@given(length=st.integers(0, 5000), longest=st.integers(4, 600), overlap=st.integers(0, 300))
def test_the_windows_keep_every_piece_once_and_in_order(length, longest, overlap):
    card = replace(load_card(), longest=longest, overlap=overlap % longest)
    kept = []
    for first, last, keep in windows(length, card):
        assert last - first <= longest
        kept += range(first, last)[keep]
    assert kept == list(range(length))


def test_a_piece_is_kept_from_the_window_in_which_it_stands_furthest_from_an_edge():
    card = replace(load_card(), longest=10, overlap=4)
    assert [list(range(first, last)[keep]) for first, last, keep in windows(16, card)] == [
        list(range(8)),
        list(range(8, 16)),
    ]


def test_a_text_without_words_is_one_empty_window():
    ((first, last, _),) = windows(0, load_card())
    assert (first, last) == (0, 0)


@pytest.mark.parametrize("text", ["", " \n\t "])
def test_a_text_without_words_has_no_rows(reader, text):
    reading = reader.read(text)
    assert len(reading.starts) == len(reading.tags) == len(reading.links) == 0


@pytest.mark.parametrize("text", ["a", ".", "👩‍👩‍👧 💣", "\x00\x0b\u2028", "هجوم في كابول", "x" * 3000])
def test_whatever_a_text_holds_it_is_read(reader, text):
    check_shape(reader.read(text), text)


def test_a_text_longer_than_a_window_has_one_row_a_piece(reader):
    text = "\n\n".join([REPORT] * 40)
    reading = reader.read(text)
    assert len(reading.starts) > 2 * reading.card.longest
    check_shape(reading, text)
    assert (np.diff(reading.starts) > 0).all()


def test_twenty_thousand_words_are_read(reader):
    text = "war " * 20_000
    reading = reader.read(text)
    assert len(reading.starts) == 20_000
    check_shape(reading, text)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=200))
def test_every_piece_stands_in_its_text(reader, text):
    check_shape(reader.read(text), text)


def check_shape(reading, text):
    """One row a piece in every array, all of them probabilities, and each piece at its place."""
    count, card = len(reading.starts), reading.card
    assert reading.tags.shape == (count, 2 * len(card.roles))
    assert reading.sentence.shape == (count, len(card.sentence))
    assert reading.links.shape == (count, card.link)
    assert {name: part.shape for name, part in reading.attributes.items()} == {
        name: (count, len(values)) for name, values in card.attributes.items()
    }
    for part in (reading.tags, reading.sentence, *reading.attributes.values()):
        assert ((part >= 0) & (part <= 1)).all()
    assert np.isfinite(reading.links).all()
    assert all(np.allclose(part.sum(axis=1), 1, atol=1e-5) for part in reading.attributes.values())
    assert (reading.starts >= 0).all()
    assert (reading.starts <= reading.ends).all()
    assert (reading.ends <= len(text)).all()
    assert (np.diff(reading.starts) >= 0).all()


def test_capitals_and_small_letters_are_read_alike(reader):
    one, other = reader.read(REPORT), reader.read(REPORT.upper())
    assert (one.starts == other.starts).all()
    assert (one.tags == other.tags).all()
    assert (one.sentence == other.sentence).all()
    assert (one.links == other.links).all()


def test_typographic_quotes_and_dashes_are_read_as_plain_ones(reader):
    one, other = (
        reader.read(text)
        for text in ("“We – not they – shot the mayor’s guard”", '"We - not they - shot the mayor\'s guard"')
    )
    assert (one.starts == other.starts).all()
    assert (one.tags == other.tags).all()


def test_the_same_text_gives_the_same_numbers(reader):
    assert (reader.read(REPORT).tags == reader.read(REPORT).tags).all()


def test_weights_that_are_missing_are_told_with_what_to_do(monkeypatch, tmp_path):
    monkeypatch.setattr(reading_room, "_DATA", tmp_path)
    monkeypatch.setattr(reading_room, "load_card", load_card)
    with pytest.raises(InstallationError, match=r"model\.onnx is missing: install Dateline again"):
        Reader()


def test_a_library_that_is_missing_is_told_with_what_to_do(monkeypatch):
    def import_(name, *rest, **named):
        if name == "onnxruntime":
            raise ImportError("no such library", name=name)
        return real(name, *rest, **named)

    real = builtins.__import__
    monkeypatch.setattr(builtins, "__import__", import_)
    with pytest.raises(InstallationError, match="onnxruntime is missing: install Dateline again"):
        Reader()


def test_the_card_has_the_hash_of_the_weights_that_ship():
    weights = (files(reading_room.__package__) / "data" / "model.onnx").read_bytes()
    assert load_card().weights == sha256(weights).hexdigest()
