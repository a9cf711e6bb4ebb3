"""Anchors: to which event of the rules a span of the model belongs."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.claims.coders.combined.evidence import ROLES
from dateline.claims.coders.model.records import Candidate, Reading
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import Frame

_FAR = 4  # sentences beyond which further is no further
_STEP = 0.05  # probability that a sentence of distance costs
_TOLD = 0.02  # probability that each claim of an event adds: what a report tells most of draws what else it tells
_MOST = 20  # claims beyond which more add nothing
_MARKED = 0.2  # probability of a role below which a claim's words say nothing of the event's other words


@dataclass(frozen=True, slots=True)
class Anchored:
    """An event with the probability that a span belongs to it, and how many sentences lie between them."""

    frame: Frame
    together: float
    distance: int


def nearest_event(page: Page, reading: Reading, candidate: Candidate, frames: Sequence[Frame]) -> Anchored | None:
    """Return the event to which a span likeliest belongs; None in a report without events."""
    weighed = [anchor(page, reading, candidate, frame) for frame in frames]
    return max(weighed, key=_drawn, default=None)


def _drawn(anchored: Anchored) -> float:
    told = min(len(anchored.frame.claims), _MOST)
    return anchored.together - _STEP * anchored.distance + _TOLD * told


def anchor(page: Page, reading: Reading, candidate: Candidate, frame: Frame) -> Anchored:
    """Weigh one event: the mean of what the network says of the span and each of the event's own words."""
    first = candidate.marked.first
    chances = [reading.together(first, other) for other in pieces_of(reading, frame) if other != first]
    together = sum(chances) / len(chances) if chances else 0.5
    return Anchored(frame, together, _distance(page, candidate, frame))


def pieces_of(reading: Reading, frame: Frame) -> Iterator[int]:
    """Yield the word pieces at which an event's fillers begin to which the network, too, gives a role."""
    for claim in frame.claims:
        roles = ROLES.get(claim.slot)
        if roles and reading.role(claim.highlight.span, roles) >= _MARKED:
            first = reading.beginning(claim.highlight.span, roles)
            if first is not None:
                yield first


def _distance(page: Page, candidate: Candidate, frame: Frame) -> int:
    own = page.sentence_of[candidate.filler.head]
    told = {page.sentence_of[index] for quote in frame.mentions for index in page.tokens_in(quote.span)[:1]}
    return min([_FAR, *(abs(own - other) for other in told)])
