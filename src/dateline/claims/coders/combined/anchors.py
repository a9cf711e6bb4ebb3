"""Anchors: to which event of the rules a span of the model belongs."""

from collections.abc import Iterator, Sequence

from dateline.claims.coders.combined.evidence import ROLES
from dateline.claims.coders.combined.records import Anchored, EventWords
from dateline.claims.coders.model.records import Candidate, Reading
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import Frame

_FAR = 4  # sentences beyond which further is no further
_STEP = 0.05  # probability that a sentence of distance costs
_TOLD = 0.02  # probability that each claim of an event adds: what a report tells most of draws what else it tells
_MOST = 20  # claims beyond which more add nothing
_MARKED = 0.2  # probability of a role below which a claim's words say nothing of the event's other words


def words_of(page: Page, reading: Reading, frame: Frame) -> EventWords:
    """Return an event with its words, read once for all the spans that are asked about."""
    told = {page.sentence_of[index] for quote in frame.mentions for index in page.tokens_in(quote.span)[:1]}
    return EventWords(frame, tuple(_pieces_of(reading, frame)), frozenset(told))


def _pieces_of(reading: Reading, frame: Frame) -> Iterator[int]:
    """Yield the word pieces at which an event's fillers begin to which the network, too, gives a role."""
    for claim in frame.claims:
        roles = ROLES.get(claim.slot)
        if roles and reading.role(claim.highlight.span, roles) >= _MARKED:
            first = reading.beginning(claim.highlight.span, roles)
            if first is not None:
                yield first


def nearest_event(page: Page, reading: Reading, candidate: Candidate, events: Sequence[EventWords]) -> Anchored | None:
    """Return the event to which a span likeliest belongs; None in a report without events."""
    return max((anchor(page, reading, candidate, event) for event in events), key=_drawn, default=None)


def _drawn(anchored: Anchored) -> float:
    told = min(len(anchored.frame.claims), _MOST)
    return anchored.together - _STEP * anchored.distance + _TOLD * told


def anchor(page: Page, reading: Reading, candidate: Candidate, event: EventWords) -> Anchored:
    """Weigh one event: the mean of what the network says of the span and each of the event's own words."""
    first, own = candidate.marked.first, page.sentence_of[candidate.filler.head]
    chances = [reading.together(first, other) for other in event.pieces if other != first]
    together = sum(chances) / len(chances) if chances else 0.5
    distance = min([_FAR, *(abs(own - other) for other in event.sentences)])
    return Anchored(event.frame, together, distance)
