"""Evidence: what the rules and the model say of one value, as the few numbers that the table weighs.

Each feature is a function with the sentence that it stands for; probabilities are taken as log-odds.
"""

from collections.abc import Mapping, Sequence
from math import log

from dateline.claims.coders.model.records import Reading
from dateline.claims.records import Claim, Frame
from dateline.codebook import load_codebook
from dateline.values.spans import Span

ROLES: Mapping[str, tuple[str, ...]] = {
    "perpetrator": ("perpetrator_individual", "perpetrator_organization"),
    "victim": ("victim_name", "victim_description"),
    "target": ("target", "victim_name", "victim_description"),
    "weapon": ("weapon",),
    "place": ("place",),
    "date": ("date",),
}
"""Slot of a frame -> roles of the network that fill it."""

_SUREST = 0.99  # a probability beyond which log-odds say nothing more


def log_odds(probability: float) -> float:
    held = min(max(probability, 1 - _SUREST), _SUREST)
    return log(held / (1 - held))


def said_features(reading: Reading, frame: Frame, claim: Claim) -> dict[str, float]:
    """Return the features of a value that the rules give: how sure they are, and what the model reads there."""
    return {"rules": log_odds(claim.confidence), "model": log_odds(_reads(reading, frame, claim))}


def _reads(reading: Reading, frame: Frame, claim: Claim) -> float:
    """Return the probability that the model gives to a claim's words for its slot, or to its event's sentences."""
    if claim.slot in ROLES:
        return reading.role(claim.highlight.span, ROLES[claim.slot])
    return event_chance(reading, [claim.quote.span, *(mention.span for mention in frame.mentions)])


def event_chance(reading: Reading, spans: Sequence[Span]) -> float:
    """Return the highest probability that the words of one of the spans tell of an event of any type."""
    types = [label for label in reading.card.sentence if label in _types()]
    return max((reading.label(span, label) for span in spans for label in types), default=0.0)


def _types() -> frozenset[str]:
    return frozenset(kind.muc for kind in load_codebook().kinds.values() if kind.muc)
