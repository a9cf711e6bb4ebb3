"""A small dossier: two reports of one attack that differ on the deaths, with a private person among the victims."""

import pytest

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Code, Named, Speaker, SpeakerKind, Stance
from dateline.events.records import Event, event_id
from dateline.mentions.records import MentionKind
from dateline.places.records import Place, PlaceKind, PlaceResolution
from dateline.values.counts import Count, Operator
from dateline.values.points import Point
from dateline.views.files import dossier, file
from dateline.views.records import Dossier
from factories import cell, claim, document, frame, mention

FIRST = (
    "Gunmen attacked a market in Khar on Monday. At least 3 people were killed, police said. "
    "The baker Ahmad Zahir was among the dead. The Red Brigade claimed the attack, and said that ZAHIR was a spy."
)


@pytest.fixture
def whole() -> Dossier:
    return make_dossier()


def make_dossier() -> Dossier:
    from datetime import date

    doc = document(FIRST, origin="first.txt", published=date(2023, 5, 2), source="a provincial daily")
    place = mention("Khar", within=doc)
    group = mention("The Red Brigade", within=doc, kind=MentionKind.ACTOR)
    police = Speaker(SpeakerKind.AUTHORITY, "police")
    group_itself = Speaker(SpeakerKind.PERPETRATOR, "The Red Brigade")
    private = Named("Ahmad Zahir", labels=("private_person",))
    three = Count(3, 3, None, Operator.AT_LEAST)
    claims = {
        "type": claim(doc, words="attacked", type=Code("kind", "attack")),
        "place": claim(doc, words="Khar", place=Named("Khar", place.id)),
        "deaths": claim(doc, words="At least 3", deaths=three, speaker=police),
        "other": claim(doc, words="3", deaths=4),
        "victim": claim(doc, words="Ahmad Zahir", victim=private),
        "perpetrator": claim(
            doc,
            words="The Red Brigade",
            perpetrator=Named("The Red Brigade", group.id),
            stance=Stance.CLAIMED,
            speaker=group_itself,
        ),
    }
    made = frame(doc, *claims.values())
    khar = Place("gn:1", "Khar", PlaceKind.SETTLEMENT, "PK", Point(34.7, 71.5), "Khyber Pakhtunkhwa", None, "Bajaur")
    actor = Actor("red-brigade", "Red Brigade", ActorKind.REBEL)
    folder = file(
        doc,
        [made],
        mentions=[place, group],
        places=[PlaceResolution(place.id, khar, 0.9, "the only Khar near", 1)],
        actors=[ActorResolution(group.id, "Red Brigade", actor, 0.9, "exact", "on the roster")],
    )
    event = Event(
        event_id((made.id,)),
        (made.id,),
        (
            cell("type", "attack", claims=(claims["type"].id,), confidence=0.8),
            cell("place", Named("Khar", place.id), name="Khar", claims=(claims["place"].id,), reference="gn:1"),
            cell(
                "deaths",
                three,
                name="at least 3",
                claims=(claims["deaths"].id,),
                set_aside=(claims["other"].id,),
                disputed=True,
            ),
            cell("victim", private, name="Ahmad Zahir", claims=(claims["victim"].id,)),
            cell(
                "perpetrator",
                Named("The Red Brigade", group.id),
                name="Red Brigade",
                claims=(claims["perpetrator"].id,),
                stance="claimed",
                reference="red-brigade",
            ),
        ),
    )
    return dossier(event, {made.id: folder})
