"""Coded documents for the mappers' tests: a text, its frames, and what its names resolve to."""

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Named
from dateline.events.records import Event, event_id
from dateline.mentions.records import MentionKind
from dateline.pipeline.records import Coded
from dateline.places.records import Place, PlaceKind, PlaceResolution
from factories import cell, mention


def place_mention(within, text, *, country="AF", kind=PlaceKind.ADMIN1, admin1=None, name=None):
    """A mention of a place and its resolution; `country` None leaves it unresolved."""
    made = mention(text, within=within, kind=MentionKind.PLACE)
    place = Place(f"gn:{text}", name or text, kind, country, None, admin1=admin1) if country else None
    return made, PlaceResolution(made.id, place, 0.9, "the only place of this name")


def actor_mention(within, text, kind=ActorKind.REBEL, name=None):
    """A mention of an actor on the roster and its resolution."""
    made = mention(text, within=within, kind=MentionKind.ACTOR, keys=(text.lower(),), labels=(kind.value,))
    return made, ActorResolution(
        made.id, name or text, Actor(text.lower(), name or text, kind), 0.9, "exact", "its name"
    )


def named(made, *labels, text=None):
    """A name's value that leads to a mention."""
    return Named(text or made.text, made.id, made.keys, labels or made.labels)


def coded(within, *frames, places=(), actors=(), persons=(), **chosen):
    """One coded document with an event for each frame; `places` and `actors` are pairs of mention and resolution.

    `chosen` gives the events' cells: `coded(doc, frame, date=value)`.
    """
    events = tuple(
        Event(event_id((each.id,)), (each.id,), tuple(cell(slot, given) for slot, given in chosen.items()))
        for each in frames
    )
    mentions = tuple(sorted((*[made for made, _ in (*places, *actors)], *persons), key=lambda made: made.span))
    return Coded(within, mentions, tuple(where for _, where in places), tuple(who for _, who in actors), frames, events)
