"""To records: rows of the store as the records they were. A claim is made anew against its document, quote checked."""

import json
from collections.abc import Iterable, Mapping
from typing import Any

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import Claim, Frame, FrameKind, Speaker, SpeakerKind, Stance
from dateline.documents.records import Document
from dateline.events.records import Cell, Event
from dateline.mentions.records import Mention, MentionKind
from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.stamp import Stamp
from dateline.store.values_json import read_value
from dateline.values.dates import DateValue
from dateline.values.points import Point
from dateline.values.spans import Quote, Span

Row = Mapping[Any, Any]  # a row of the database, or of JSON; its keys are the columns' names


def to_document(row: Row) -> Document:
    published = read_value(row["published"])
    assert published is None or isinstance(published, DateValue)
    return Document(
        text=row["text"],
        origin=row["origin"],
        title=None if row["title_start"] is None else Span(row["title_start"], row["title_end"]),
        published=published,
        source=row["source"],
        url=row["url"],
        language=row["language"],
        capture=row["capture"],
        notes=tuple(json.loads(row["notes"])),
    )


def to_mention(row: Row, document_id: str) -> Mention:
    return Mention(
        document_id=document_id,
        span=Span(row["start"], row["end"]),
        text=row["text"],
        kind=MentionKind(row["kind"]),
        finder=row["finder"],
        keys=tuple(json.loads(row["keys"])),
        labels=tuple(json.loads(row["labels"])),
    )


def to_place_resolution(row: Row) -> PlaceResolution:
    alternatives = json.loads(row["alternatives"])
    return PlaceResolution(
        mention_id=row["mention_id"],
        place=_place(row) if row["place_id"] else None,
        probability=row["probability"],
        reason=row["reason"],
        where_prec=row["where_prec"],
        alternatives=tuple(Candidate(_place(each), each["tier"]) for each in alternatives),
        within=_place(json.loads(row["within"])) if row["within"] else None,
        point=_point(row["point_lat"], row["point_lon"]),
        radius_km=row["radius_km"],
        tier=row["tier"] or "",
    )


def _place(row: Row) -> Place:
    return Place(
        id=row["place_id"],
        name=row["name"],
        kind=PlaceKind(row["kind"]),
        country=row.get("country"),
        point=_point(row.get("lat"), row.get("lon")),
        admin1=row.get("admin1"),
        admin1_id=row.get("admin1_id"),
        admin2=row.get("admin2"),
        admin2_id=row.get("admin2_id"),
        population=row.get("population"),
        source=row["source"],
        licence=row["licence"],
        feature=row.get("feature") or "",
        other_ids=tuple(other_ids.split("|")) if (other_ids := row.get("other_ids")) else (),
    )


def _point(lat: float | None, lon: float | None) -> Point | None:
    return None if lat is None or lon is None else Point(lat, lon)


def to_actor_resolution(row: Row) -> ActorResolution:
    return ActorResolution(
        mention_id=row["mention_id"],
        name=row["name"],
        actor=_actor(json.loads(row["actor"])) if row["actor"] else None,
        probability=row["probability"],
        tier=row["tier"],
        reason=row["reason"],
        alternatives=tuple(json.loads(row["alternatives"])),
    )


def _actor(fields: Row) -> Actor:
    external = tuple((scheme, code) for scheme, code in fields["external"])
    return Actor(**{**fields, "kind": ActorKind(fields["kind"]), "external": external})


def to_claim(row: Row, document: Document) -> Claim:
    """Make the claim anew; raises QuoteError where the document no longer holds its quote."""
    return Claim(
        document=document,
        frame_id=row["frame_id"],
        slot=row["slot"],
        published=row["published"],
        value=read_value(row["value"]),
        quote=_quote(row["quote_start"], row["quote_end"], row["quote"]),
        highlight=_quote(row["highlight_start"], row["highlight_end"], row["highlight"]),
        stamp=to_stamp(row),
        speaker=Speaker(SpeakerKind(row["speaker_kind"]), row["speaker_name"], row["speaker_key"]),
        stance=Stance(row["stance"]),
        hedge=row["hedge"],
        confidence=row["confidence"],
    )


def to_frame(row: Row, mentions: Iterable[Row], claims: Iterable[Claim]) -> Frame:
    return Frame(
        id=row["id"],
        document_id=row["document_id"],
        kind=FrameKind(row["kind"]),
        mentions=tuple(_quote(each["start"], each["end"], each["text"]) for each in mentions),
        claims=tuple(claims),
        stamp=to_stamp(row),
    )


def to_event(event_id: str, frame_ids: Iterable[str], cells: Iterable[Row]) -> Event:
    return Event(event_id, tuple(frame_ids), tuple(_cell(each) for each in cells))


def _cell(row: Row) -> Cell:
    return Cell(
        slot=row["slot"],
        value=read_value(row["value"]),
        name=row["name"],
        stance=row["stance"],
        confidence=row["confidence"],
        rule=row["rule"],
        claims=tuple(json.loads(row["claims"])),
        set_aside=tuple(json.loads(row["set_aside"])),
        disputed=row["disputed"],
        reference=row["reference"],
    )


def to_stamp(row: Row) -> Stamp:
    return Stamp(row["coder"], row["version"], row["config_hash"])


def _quote(start: int, end: int, text: str) -> Quote:
    return Quote(Span(start, end), text)
