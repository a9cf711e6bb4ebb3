"""Seek: which documents name somebody or say something, found by the indexes before anything is read."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, FromClause, Table, exists, func, or_, select

from dateline.places.records import PlaceKind
from dateline.store import schema
from dateline.store.horizon import newest_codings


@dataclass(frozen=True, slots=True)
class Spelled:
    """A spelling that the texts use for an actor or a country, and how many times.

    `id` is the roster's or the gazetteer's; None for an actor on no list, whose `name` is then the text's own.
    """

    id: str | None
    name: str
    text: str
    times: int


@dataclass(frozen=True, slots=True)
class Sought:
    """What a document's newest coding must hold: one of those named and one such claim. None and () ask for nothing.

    `ids` are the roster's or the gazetteer's; `locals` are names of actors that are on no list.
    """

    ids: tuple[str, ...] = ()
    locals: tuple[str, ...] = ()
    frame: str | None = None  # kind of frame
    slot: str | None = None
    stance: str | None = None


def spelled(connection: Connection) -> tuple[Spelled, ...]:
    """Return every spelling of every actor and country that the newest codings name, the most frequent first."""
    actors, places = schema.actor_resolutions, schema.place_resolutions
    countries = places.c.kind == PlaceKind.COUNTRY.value
    found = [
        *_spelled(connection, actors, actors.c.actor_id, actors.c.name),
        *_spelled(connection, places, places.c.place_id, places.c.name, countries),
    ]
    return tuple(sorted(found, key=lambda each: (-each.times, each.name, each.text)))


def _spelled(
    connection: Connection,
    table: Table,
    given_id: ColumnElement[str],
    name: ColumnElement[str],
    *conditions: ColumnElement[bool],
) -> Iterable[Spelled]:
    newest, mentions = newest_codings(connection), schema.mentions
    parts = (given_id, name, mentions.c.text)
    query = (
        select(*parts, func.count())
        .select_from(_with_mentions(table).join(newest, newest.c.seq == table.c.coding))
        .where(*conditions)
        .group_by(*parts)
    )
    return (Spelled(*row) for row in connection.execute(query))


def _with_mentions(table: Table) -> FromClause:
    mentions = schema.mentions
    return table.join(mentions, (mentions.c.coding == table.c.coding) & (mentions.c.id == table.c.mention_id))


def document_ids(connection: Connection, sought: Sought) -> tuple[str, ...]:
    """Return the ids of the documents that hold what is sought, in order of arrival."""
    newest, documents = newest_codings(connection), schema.documents
    query = select(documents.c.id).join(newest, newest.c.document_id == documents.c.id)
    conditions = list(_said(newest.c.seq, sought))
    if sought.ids or sought.locals:
        conditions.append(or_(*_named(newest.c.seq, sought)))
    return tuple(connection.scalars(query.where(*conditions).order_by(documents.c.seq)))


def _named(coding: ColumnElement[int], sought: Sought) -> Iterable[ColumnElement[bool]]:
    actors, places = schema.actor_resolutions, schema.place_resolutions
    yield exists().where(actors.c.coding == coding, actors.c.actor_id.in_(sought.ids))
    yield exists().where(places.c.coding == coding, places.c.place_id.in_(sought.ids))
    of_no_list = actors.c.actor_id.is_(None)
    yield exists().where(actors.c.coding == coding, of_no_list, actors.c.name.in_(sought.locals))


def _said(coding: ColumnElement[int], sought: Sought) -> Iterable[ColumnElement[bool]]:
    claims, frames = schema.claims, schema.frames
    if sought.frame is not None:
        yield exists().where(frames.c.coding == coding, frames.c.kind == sought.frame)
    asked = [
        column == value
        for column, value in ((claims.c.slot, sought.slot), (claims.c.stance, sought.stance))
        if value is not None
    ]
    if asked:
        yield exists().where(claims.c.coding == coding, *asked)
