"""The nouns of the model coder: what the network's numbers stand for, what it read, and the spans that it marks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dateline.claims.coders.rules.records import Filler
from dateline.values.spans import Span

DECIMALS = 3  # of a probability: the network's last digits differ from processor to processor

Floats = npt.NDArray[np.float32]
Integers = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Card:
    """What ships beside the weights: the columns of the network's output, and how documents are cut for it."""

    weights: str  # SHA-256 of the weights' file
    roles: tuple[str, ...]
    sentence: tuple[str, ...]  # kinds and stages that a sentence may tell of
    attributes: Mapping[str, tuple[str, ...]]  # attribute of a span -> its values
    link: int  # numbers by which two spans are told to be of one event
    link_bias: float
    longest: int  # word pieces a window
    overlap: int


@dataclass(frozen=True, slots=True)
class Marked:
    """A span to which the network gives a role in an event; `first` is the index of its first word piece."""

    role: str
    span: Span
    probability: float
    first: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the network reads in one text: a row a word piece, `starts` and `ends` its offsets in the text.

    `goes_on` tells of each piece whether it goes on with the word of the piece before. `tags` holds the probabilities
    (pieces, 2 * roles) that a role begins and goes on there, `sentence` those of the sentence labels, `attributes`
    those of each attribute's values, `links` the vectors that are near each other in one event.
    """

    card: Card
    starts: Integers
    ends: Integers
    goes_on: Bools
    tags: Floats
    sentence: Floats
    attributes: Mapping[str, Floats]
    links: Floats

    def pieces(self, span: Span) -> slice:
        """Return the word pieces that begin inside a span."""
        first, last = np.searchsorted(self.starts, [span.start, span.end])
        return slice(int(first), int(last))

    def role(self, span: Span, roles: Sequence[str]) -> float:
        """Return the probability that the words of a span, or some of them, fill one of the roles."""
        columns = [2 * self.card.roles.index(role) + edge for role in roles for edge in (0, 1)]
        rows = self.tags[self.pieces(span)]
        return round(float(rows[:, columns].max()), DECIMALS) if len(rows) else 0.0

    def beginning(self, span: Span, roles: Sequence[str]) -> int | None:
        """Return the piece in a span at which one of the roles likeliest begins; None where no piece begins in it."""
        columns = [2 * self.card.roles.index(role) for role in roles]
        inside = self.pieces(span)
        rows = self.tags[inside][:, columns]
        return inside.start + int(rows.max(axis=1).argmax()) if len(rows) else None

    def label(self, span: Span, label: str) -> float:
        """Return the probability that the words of a span tell of an event of this kind or stage: their mean."""
        rows = self.sentence[self.pieces(span), self.card.sentence.index(label)]
        return round(float(rows.mean()), DECIMALS) if len(rows) else 0.0

    def attribute(self, name: str, first: int) -> str:
        """Return the likeliest value of an attribute of the span that begins with a piece."""
        return self.card.attributes[name][int(self.attributes[name][first].argmax())]

    def together(self, one: int, other: int) -> float:
        """Return the probability that the spans that begin with two pieces belong to one event."""
        score = float(self.links[one] @ self.links[other]) / float(np.sqrt(self.card.link)) + self.card.link_bias
        return round(float(1 / (1 + np.exp(-score))), DECIMALS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that the model marks, as the page has it: the noun phrase with the slot that it fills."""

    marked: Marked
    filler: Filler
