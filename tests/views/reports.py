"""Small reports with resolved actors, for the tests of the views about actors."""

from datetime import date

from dateline.actors import Roster
from dateline.actors.records import Actor, ActorKind, ActorResolution, Name
from dateline.claims.records import AUTHOR, Code, FrameKind, Named, Stance, frame_id
from dateline.events.records import Event, event_id
from dateline.mentions.records import MentionKind
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.store import Spelled
from dateline.values.points import Point
from dateline.views.files import file
from factories import STAMP, cell, claim, document, frame, mention

RED = Actor("red-brigade", "Red Brigade", ActorKind.REBEL, (Name("RB", "acronym"),), country="ML", since=2011)
BLUE = Actor("blue-front", "Blue Front", ActorKind.REBEL, (Name("National Guard of the Hills"), Name("NGH", "acronym")))
SEA = Actor("sea-guard", "Sea Guard", ActorKind.STATE_FORCES, (Name("NGH", "acronym"),))
ROSTER = Roster([RED, BLUE, SEA])
MALI = Place("iso:ML", "Mali", PlaceKind.COUNTRY, "ML", Point(17.0, -4.0))
GAO = Place("gn:2457161", "Gao", PlaceKind.SETTLEMENT, "ML", Point(16.27, -0.04))


class Report:
    """A report that is put together frame by frame; `file()` is what was made of it."""

    def __init__(self, text, *, published=date(2023, 5, 2), origin="report.txt", source="The Hill Post"):
        self.document = document(text, origin=origin, published=published, source=source)
        self.mentions, self.actors, self.places, self.frames, self.events = {}, [], [], [], []

    def who(self, words, actor=None, *, labels=()):
        """A named value for words of the text: an actor of the roster, or one on no list."""
        found = mention(words, within=self.document, kind=MentionKind.ACTOR)
        if found.id not in self.mentions:
            tier = "alias" if actor else "local"
            name = actor.name if actor else words
            self.actors.append(ActorResolution(found.id, name, actor, 0.9, tier, "for the test"))
        self.mentions[found.id] = found
        return Named(words, found.id, labels=labels)

    def country(self, words, place=MALI):
        found = mention(words, within=self.document)
        self.mentions[found.id] = found
        self.places.append(PlaceResolution(found.id, place, 0.9, "for the test", 6))
        return Named(words, found.id)

    def add(self, kind, first, *slots, stance=Stance.REPORTED, speaker=AUTHOR):
        """Add a frame; `slots` are (slot, words, value)."""
        start = self.document.text.index(first)
        made_id = frame_id(self.document, kind, self.document.quote(start, start + len(first)), STAMP.coder)
        made = [
            claim(self.document, words=words, frame=made_id, stance=stance, speaker=speaker, **{slot: value})
            for slot, words, value in slots
        ]
        self.frames.append(frame(self.document, *made, kind=kind, first=first))
        return self.frames[-1]

    def relation(self, actor, code, words, other, *more, **fields):
        slots = [
            ("actor", actor.text, actor),
            ("relation", words, Code("relation", code)),
            ("object", other.text, other),
        ]
        return self.add(FrameKind.RELATION, actor.text, *slots, *more, **fields)

    def event(self, first, *slots, followed=True, **fields):
        """Add a frame of an event and the event; its cells follow the claims, or set them aside."""
        made = self.add(FrameKind.EVENT, first, *slots, **fields)
        cells = [
            cell(
                each.slot,
                each.value,
                name=getattr(each.value, "text", str(each.value)),
                stance=each.stance.value,
                **({"claims": (each.id,)} if followed else {"claims": (), "set_aside": (each.id,)}),
            )
            for each in made.claims
        ]
        self.events.append(Event(event_id((made.id,)), (made.id,), tuple(cells)))
        return self.events[-1]

    def file(self):
        return file(
            self.document, self.frames, mentions=self.mentions.values(), places=self.places, actors=self.actors
        )  # fmt: skip

    def reading(self):
        return self.file(), tuple(self.events)


def spelled(*reports):
    """What the store would say of the spellings of these reports."""
    return tuple(
        Spelled(each.actor.id if each.actor else None, each.name, report.mentions[each.mention_id].text, 1)
        for report in reports
        for each in report.actors
    )
