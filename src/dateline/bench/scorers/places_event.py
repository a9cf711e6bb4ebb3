"""Scores the choice of an event's place: in a sentence with the verb of one event, which place is the event's.

A sentence is right if the place chosen overlaps one that is marked as the event's, or if none is chosen and none is
marked. Every sentence is scored with the weights that its own fold had no part in (bench/data/event_place_folds.json).
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from dateline.bench.bootstrap import interval, percentage
from dateline.bench.event_location import EventSentence, verb_token
from dateline.bench.records import Row
from dateline.claims.coders.rules.event_place import Weights, locate, read_weights, see_scene, set_scene
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.place_spots import find_spots, see_spots
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Span

METRIC = "places.event_place"
_MANY = 1000  # more places than any sentence marks
_BY_NUMBER = {"none": (0, 0), "one": (1, 1), "many": (2, _MANY)}


@dataclass(frozen=True, slots=True)
class Answer:
    """The places chosen for one sentence, None for nowhere, and whether our mentions hold a marked one.

    `own` is chosen among our own mentions, `given` among those and the marked places; `nearest` and `first` are two
    plain rules over our own mentions of places.
    """

    sentence: EventSentence
    own: Span | None = None
    given: Span | None = None
    nearest: Span | None = None
    first: Span | None = None
    is_found: bool = False


def rows(opened: Iterable[tuple[EventSentence, Page]]) -> tuple[Row, ...]:
    """Return the share of sentences exactly right, then by half, by what is marked, with the marked places given.

    Nearest place and first place are the baselines; the first stands as the peer of the headline figure.
    """
    answers = [answer(sentence, page) for sentence, page in opened]
    placed = [each for each in answers if each.sentence.places]
    nearest = 100 * float(np.mean([_is_right(each, each.nearest) for each in answers])) if answers else None
    return (
        _row("accuracy", answers, [_is_right(a, a.own) for a in answers], "our own mentions", nearest),
        *_by_half(answers),
        *_by_number(answers),
        _row("given.accuracy", answers, [_is_right(a, a.given) for a in answers], "the marked places given"),
        _row("first.accuracy", answers, [_is_right(a, a.first) for a in answers], "the first place named"),
        _row("recall", placed, [a.is_found for a in placed], "a marked place is among our mentions"),
    )


def answer(sentence: EventSentence, page: Page) -> Answer:
    """Choose for one sentence, with the weights of its fold; a verb that the parser left out happened nowhere."""
    token = verb_token(page, sentence)
    if token is None:
        return Answer(sentence)
    weights, span = _fold_weights()[sentence.fold], page.sentence(token).span
    own = [spot.mention for spot in find_spots(page, span)]
    given = set_scene(page, see_spots(page, _with_marked(own, sentence, page)), weights)
    named = [mention.span for mention in own if mention.kind is MentionKind.PLACE]
    return Answer(
        sentence,
        own=_span(locate(see_scene(page, span, weights), token, weights).best),
        given=_span(locate(given, token, weights).best),
        nearest=min(named, key=lambda place: abs(place.start - sentence.verb.start), default=None),
        first=min(named, default=None),
        is_found=any(_is_marked(sentence, mention.span) for mention in own),
    )


@cache
def _fold_weights() -> tuple[Weights, ...]:
    """Return the weights fitted without each fold."""
    text = (files("dateline.bench") / "data" / "event_place_folds.json").read_text(encoding="utf-8")
    return tuple(read_weights(fold) for fold in json.loads(text))


def _with_marked(own: Sequence[Mention], sentence: EventSentence, page: Page) -> list[Mention]:
    """Return our mentions with the marked places that none of them overlaps, in order."""
    missed = [place for place in sentence.places if not any(place.overlaps(mention.span) for mention in own)]
    document = page.document
    added = [Mention(document.id, at, at.cut(document.text), MentionKind.PLACE, "key") for at in missed]
    return sorted([*own, *added], key=lambda mention: (mention.span.start, -mention.span.end))


def _span(mention: Mention | None) -> Span | None:
    return mention.span if mention is not None else None


def _is_marked(sentence: EventSentence, span: Span) -> bool:
    return any(span.overlaps(place) for place in sentence.places)


def _is_right(each: Answer, chosen: Span | None) -> bool:
    return _is_marked(each.sentence, chosen) if chosen is not None else not each.sentence.places


def _by_half(answers: Sequence[Answer]) -> Iterable[Row]:
    for name, is_confirmed in (("confirmed", True), ("unconfirmed", False)):
        half = [each for each in answers if each.sentence.is_confirmed is is_confirmed]
        note = "lines that say accept" if is_confirmed else "the other lines"
        yield _row(f"{name}.accuracy", half, [_is_right(a, a.own) for a in half], note)


def _by_number(answers: Sequence[Answer]) -> Iterable[Row]:
    for name, (least, most) in _BY_NUMBER.items():
        part = [each for each in answers if least <= len(each.sentence.places) <= most]
        yield _row(f"{name}.accuracy", part, [_is_right(a, a.own) for a in part], f"{name} marked")


def _row(metric: str, answers: Sequence[Answer], right: Sequence[bool], note: str, nearest: float | None = None) -> Row:
    table = np.array([[float(point), 1.0] for point in right], dtype=np.float64).reshape(-1, 2)
    value, low, high = interval(table, percentage)
    peer = "nearest place" if nearest is not None else None
    return Row(f"{METRIC}.{metric}", value, low, high, len(answers), peer, nearest, note)
