"""Readings made by hand: a network's numbers where a test says them, and nothing elsewhere."""

import re
from dataclasses import replace

import numpy as np

from dateline.claims.coders.model.reader import load_card
from dateline.claims.coders.model.records import Candidate, Marked, Reading
from dateline.claims.coders.rules.records import Filler
from dateline.values.spans import Span

LINK = 4
CARD = replace(load_card(), link=LINK, link_bias=-4.0)
"""The shipped weights' columns, with a link of which one shared number says "together" and none says "apart"."""

_FAR = 4.0  # a number of a link's vector: 4 * 4 / sqrt(LINK) - 4 is a log-odds of 4
_PIECE = re.compile(r"#?\w+|[^\w\s#]")


def span_of(text, words):
    """Where words first stand in a text; a span is taken as it is."""
    if isinstance(words, Span):
        return words
    return Span(*re.search(rf"(?<!\w){re.escape(words)}(?!(?<=\w)\w)", text).span())


def read(text, *, roles=None, sentence=None, attributes=None, together=(), goes_on=()):
    """A reading of a text whose word pieces are its words; one of `goes_on` goes on with the word before.

    `roles`: role -> {words: probability}; the first piece begins the role, the others go on. `sentence`: label ->
    {words: probability}. `attributes`: attribute -> {words: value}. `together`: groups of words of one event.
    """
    spans = [match.span() for match in _PIECE.finditer(text)]
    made = Reading(
        CARD,
        np.array([start for start, _ in spans], dtype=np.int64),
        np.array([end for _, end in spans], dtype=np.int64),
        np.array([text[start:end] in goes_on for start, end in spans], dtype=bool),
        np.zeros((len(spans), 2 * len(CARD.roles)), dtype=np.float32),
        np.zeros((len(spans), len(CARD.sentence)), dtype=np.float32),
        {name: np.zeros((len(spans), len(values)), dtype=np.float32) for name, values in CARD.attributes.items()},
        np.zeros((len(spans), LINK), dtype=np.float32),
    )
    for role, words, probability in _entries(roles):
        column, inside = 2 * CARD.roles.index(role), made.pieces(span_of(text, words))
        made.tags[inside.start, column] = probability
        made.tags[inside.start + 1 : inside.stop, column + 1] = probability
    for label, words, probability in _entries(sentence):
        made.sentence[made.pieces(span_of(text, words)), CARD.sentence.index(label)] = probability
    for name, words, value in _entries(attributes):
        made.attributes[name][first_piece(made, text, words), CARD.attributes[name].index(value)] = 1.0
    for number, group in enumerate(together):
        for words in group:
            made.links[first_piece(made, text, words), number] = _FAR
    return made


def _entries(given):
    return [(name, words, value) for name, told in (given or {}).items() for words, value in told.items()]


def first_piece(reading, text, words):
    return reading.pieces(span_of(text, words)).start


def candidate(page, reading, words, *, role="victim_description", slot="victim", probability=0.9):
    """The candidate of words of the page, whose last token is their head."""
    text = page.document.text
    inside = page.tokens_in(span_of(text, words))
    marked = Marked(role, span_of(text, words), probability, first_piece(reading, text, words))
    return Candidate(marked, Filler(slot, inside.stop - 1, inside.start, inside.stop - 1))
