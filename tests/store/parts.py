"""One whole coded document for the store's tests, and a plain dump of a store to compare."""

import sqlite3
from dataclasses import dataclass

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import FrameKind, Named
from dateline.documents.records import Document
from dateline.mentions.records import MentionKind
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.values.points import Point
from factories import document, event, frame, mention

JALALABAD = Place("gn:1139715", "Jalalabad", PlaceKind.SETTLEMENT, "AF", Point(34.43, 70.44), "Nangarhar", "gn:1132366")
OTHER = Place("gn:1138336", "Kandahar", PlaceKind.SETTLEMENT, "AF", None)
HAQQANI = Actor("haqqani-network", "Haqqani network", ActorKind.REBEL, country="AF", external=(("ucdp", "1"),))


@dataclass(frozen=True)
class Parts:
    document: Document
    mentions: tuple = ()
    places: tuple = ()
    actors: tuple = ()
    frames: tuple = ()
    events: tuple = ()


def whole(within=None, **fields):
    """A document with two mentions, their resolutions, two frames and an event."""
    within = within or document(**fields)
    place = mention("Jalalabad", within=within, labels=("settlement",))
    actor = mention("Haqqani network", within=within, kind=MentionKind.ACTOR, keys=("haqqani-network",))
    happened = frame(within, type="attack", deaths=3, place=Named("Jalalabad", place.id), first="Gunmen")
    strength = frame(within, actor="Haqqani network", kind=FrameKind.STRENGTH, first="Haqqani network")
    return Parts(
        within,
        mentions=tuple(sorted((actor, place), key=lambda each: each.span)),
        places=(PlaceResolution(place.id, JALALABAD, 0.9, "exact name", 1, (Candidate(OTHER, "exact"),)),),
        actors=(ActorResolution(actor.id, "Haqqani network", HAQQANI, 0.8, "exact", "on the roster", ("taliban",)),),
        frames=(happened, strength),
        events=(event(happened, type="attack", deaths=3, place="Jalalabad"),),
    )


def dump(path):
    """Every row of every table but the runs, without the numbers that say which run wrote it."""
    tables = {}
    with sqlite3.connect(path) as connection:
        connection.row_factory = sqlite3.Row
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        for name in sorted(set(names) - {"runs"}):
            rows = connection.execute(f"SELECT * FROM {name}").fetchall()
            tables[name] = [{key: row[key] for key in row.keys() if key != "run"} for row in rows]  # noqa: SIM118
    connection.close()
    return tables
