"""To rows: each record as the rows of its tables. Pure; the other way is `to_records`."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from dateline.actors.records import Actor, ActorResolution
from dateline.claims.records import Claim, Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import Place, PlaceResolution
from dateline.store.values_json import dump_json, value_columns, write_value

Row = dict[str, Any]


def document_row(document: Document) -> Row:
    published = document.published
    return {
        "id": document.id,
        "text": document.text,
        "text_hash": document.text_hash,
        "origin": document.origin,
        "title_start": document.title.start if document.title else None,
        "title_end": document.title.end if document.title else None,
        "published": write_value(published),
        "published_first": published.first if published else None,
        "published_last": published.last if published else None,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "capture": document.capture,
        "notes": dump_json(document.notes),
    }


def mention_row(mention: Mention) -> Row:
    return {
        "id": mention.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "kind": mention.kind.value,
        "finder": mention.finder,
        "keys": dump_json(mention.keys),
        "labels": dump_json(mention.labels),
    }


def place_row(resolution: PlaceResolution) -> Row:
    alternatives = [{**_compact_place(each.place), "tier": each.tier} for each in resolution.alternatives]
    point = resolution.point
    return {
        **_flat_place(resolution.place),
        "mention_id": resolution.mention_id,
        "within": dump_json(_compact_place(resolution.within)) if resolution.within else None,
        "point_lat": point and point.lat,
        "point_lon": point and point.lon,
        "radius_km": resolution.radius_km,
        "tier": resolution.tier or None,
        "where_prec": resolution.where_prec,
        "probability": resolution.probability,
        "reason": resolution.reason,
        "alternatives": dump_json(alternatives),
    }


def _compact_place(place: Place) -> Row:
    return {name: part for name, part in _flat_place(place).items() if part is not None}


def _flat_place(place: Place | None) -> Row:
    point = place.point if place else None
    return {
        "place_id": place and place.id,
        "name": place and place.name,
        "kind": place and place.kind.value,
        "country": place and place.country,
        "admin1": place and place.admin1,
        "admin1_id": place and place.admin1_id,
        "admin2": place and place.admin2,
        "admin2_id": place and place.admin2_id,
        "lat": point and point.lat,
        "lon": point and point.lon,
        "population": place and place.population,
        "source": place and place.source,
        "licence": place and place.licence,
        "feature": (place and place.feature) or None,
        "other_ids": "|".join(place.other_ids) or None if place else None,
    }


def actor_row(resolution: ActorResolution) -> Row:
    actor = resolution.actor
    return {
        "mention_id": resolution.mention_id,
        "name": resolution.name,
        "actor_id": actor and actor.id,
        "actor": _actor_json(actor) if actor else None,
        "probability": resolution.probability,
        "tier": resolution.tier,
        "reason": resolution.reason,
        "alternatives": dump_json(resolution.alternatives),
    }


def _actor_json(actor: Actor) -> str:
    fields = asdict(actor)
    del fields["names"]  # a group has dozens of spellings; the roster keeps them, the store need not for each mention
    return dump_json(fields)


def frame_rows(frames: Iterable[Frame]) -> Iterator[Row]:
    for position, frame in enumerate(frames):
        yield {"id": frame.id, "position": position, "kind": frame.kind.value, "stamp": frame.stamp}


def frame_mention_rows(frames: Iterable[Frame]) -> Iterator[Row]:
    for frame in frames:
        for position, quote in enumerate(frame.mentions):
            yield {
                "frame_id": frame.id,
                "position": position,
                "start": quote.span.start,
                "end": quote.span.end,
                "text": quote.text,
            }


def claim_rows(frames: Iterable[Frame]) -> Iterator[Row]:
    """Yield every frame's claims; the same claim made twice in a frame is one row."""
    for frame in frames:
        once = {claim.id: claim for claim in reversed(frame.claims)}
        for position, claim in enumerate(reversed(once.values())):
            yield {"frame_id": frame.id, "position": position, **_claim_row(claim)}


def _claim_row(claim: Claim) -> Row:
    return {
        "id": claim.id,
        "slot": claim.slot,
        "published": claim.published,
        **value_columns(claim.value),
        "quote_start": claim.quote.span.start,
        "quote_end": claim.quote.span.end,
        "quote": claim.quote.text,
        "highlight_start": claim.highlight.span.start,
        "highlight_end": claim.highlight.span.end,
        "highlight": claim.highlight.text,
        "speaker_kind": claim.speaker.kind.value,
        "speaker_name": claim.speaker.name,
        "speaker_key": claim.speaker.key,
        "stance": claim.stance.value,
        "hedge": claim.hedge,
        "confidence": claim.confidence,
        "stamp": claim.stamp,
    }


def event_rows(events: Iterable[Event]) -> Iterator[Row]:
    for position, event in enumerate(events):
        yield {"id": event.id, "position": position}


def event_frame_rows(events: Iterable[Event]) -> Iterator[Row]:
    for event in events:
        for position, frame_id in enumerate(event.frames):
            yield {"event_id": event.id, "frame_id": frame_id, "position": position}


def cell_rows(events: Iterable[Event]) -> Iterator[Row]:
    for event in events:
        for position, cell in enumerate(event.cells):
            yield {
                "event_id": event.id,
                "slot": cell.slot,
                "position": position,
                **value_columns(cell.value),
                "name": cell.name,
                "stance": cell.stance,
                "confidence": cell.confidence,
                "rule": cell.rule,
                "claims": dump_json(cell.claims),
                "set_aside": dump_json(cell.set_aside),
                "disputed": cell.disputed,
                "reference": cell.reference,
            }
