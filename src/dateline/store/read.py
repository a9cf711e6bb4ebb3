"""Read: records out of the store. What is read of a document is its newest coding; older ones stay and rest."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Table, func, select

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution
from dateline.stamp import Stamp
from dateline.store import links, log, schema, to_records
from dateline.store.horizon import newest_codings, seen_codings, seen_documents
from dateline.store.records import Kept, Stats

_PAGE = 200  # documents or events read at once: memory stays flat however many there are


def document_page(connection: Connection, after: int) -> list[tuple[int, Document]]:
    """Return the next documents after the row number `after`, with their row numbers."""
    documents = schema.documents
    query = select(documents).where(documents.c.seq > after, *seen_documents(connection))
    query = query.order_by(documents.c.seq).limit(_PAGE)
    return [(row["seq"], to_records.to_document(row)) for row in connection.execute(query).mappings()]


def document(connection: Connection, document_id: str) -> Document | None:
    query = select(schema.documents).where(schema.documents.c.id == document_id)
    row = connection.execute(query).mappings().first()
    return to_records.to_document(row) if row else None


def is_coded(connection: Connection, document_id: str, stamp: Stamp) -> bool:
    codings, stamps = schema.codings, schema.stamps
    query = (
        select(codings.c.seq)
        .join(stamps, stamps.c.id == codings.c.stamp)
        .where(codings.c.document_id == document_id, *_is_stamp(stamp))
    )
    return connection.scalar(query) is not None


def get_original(connection: Connection, document_id: str, copy_key: str) -> str | None:
    """Return the id of the document that this one repeats; None if it is kept as an original, or is the first."""
    documents = schema.documents
    kept = connection.execute(select(documents.c.copy_of).where(documents.c.id == document_id)).first()
    if kept is not None:
        original: str | None = kept.copy_of
        return original
    same = select(documents.c.id).where(documents.c.copy_key == copy_key, documents.c.copy_of.is_(None))
    return connection.scalar(same.order_by(documents.c.seq).limit(1))


def kept(connection: Connection, document_id: str) -> Kept | None:
    """Return a document with all that its newest coding made of it."""
    row = connection.execute(select(schema.documents).where(schema.documents.c.id == document_id)).mappings().first()
    if row is None:
        return None
    found = to_records.to_document(row)
    return Kept(
        document=found,
        copy_of=row["copy_of"],
        mentions=mentions(connection, document_id),
        places=places(connection, document_id),
        actors=actors(connection, document_id),
        frames=frames(connection, found),
        events=tuple(event for _, event in event_page(connection, (0, -1), document_id)),
    )


def stats(connection: Connection) -> Stats:
    """Count what the store holds."""
    newest = newest_codings(connection)

    def made(table: Table) -> int:
        return _count(connection, select(table.c.coding).join(newest, newest.c.seq == table.c.coding))

    accounts, events, review = links.totals(connection)
    return Stats(
        documents=_count(connection, select(schema.documents.c.seq)),
        copies=_count(connection, select(schema.documents.c.seq).where(schema.documents.c.copy_of.is_not(None))),
        coded=_count(connection, select(newest.c.seq)),
        frames=made(schema.frames),
        claims=made(schema.claims),
        accounts=accounts,
        events=events,
        review=review,
        failures=len(log.failures(connection)),
        judgements=_count(connection, select(schema.judgements.c.seq)),
        runs=_count(connection, select(schema.runs.c.id)),
    )


def mentions(connection: Connection, document_id: str) -> tuple[Mention, ...]:
    rows = _of_newest(connection, schema.mentions, document_id, "start", "end")
    return tuple(to_records.to_mention(row, document_id) for row in rows)


def places(connection: Connection, document_id: str) -> tuple[PlaceResolution, ...]:
    rows = _of_newest(connection, schema.place_resolutions, document_id, "mention_id")
    return tuple(map(to_records.to_place_resolution, rows))


def actors(connection: Connection, document_id: str) -> tuple[ActorResolution, ...]:
    rows = _of_newest(connection, schema.actor_resolutions, document_id, "mention_id")
    return tuple(map(to_records.to_actor_resolution, rows))


def frames(connection: Connection, within: Document) -> tuple[Frame, ...]:
    """Return the frames of a document's newest coding, in the coder's order."""
    rows = _of_newest(connection, schema.frames, within.id, "position", stamped=True)
    said = _grouped(_of_newest(connection, schema.frame_mentions, within.id, "frame_id", "position"), "frame_id")
    rows_of = _grouped(
        _of_newest(connection, schema.claims, within.id, "frame_id", "position", stamped=True), "frame_id"
    )
    return tuple(
        to_records.to_frame(
            {**row, "document_id": within.id},
            said.get(row["id"], ()),
            [to_records.to_claim(each, within) for each in rows_of.get(row["id"], ())],
        )
        for row in rows
    )


def event_page(
    connection: Connection, after: tuple[int, int], document_id: str | None
) -> list[tuple[tuple[int, int], Event]]:
    """Return the next events after the key `after`, which is (coding, position), with their keys."""
    events = schema.events
    newest = newest_codings(connection)
    coding, position = after
    query = (
        select(events)
        .join(newest, newest.c.seq == events.c.coding)
        .where((events.c.coding > coding) | ((events.c.coding == coding) & (events.c.position > position)))
        .order_by(events.c.coding, events.c.position)
        .limit(_PAGE)
    )
    if document_id is not None:
        query = query.where(newest.c.document_id == document_id)
    rows = connection.execute(query).all()
    keys = [(row.coding, row.position) for row in rows]
    return list(zip(keys, _events(connection, rows), strict=True))


def events_starting(connection: Connection, prefix: str, limit: int) -> list[Event]:
    """Return up to `limit` events whose ids begin with the prefix."""
    events = schema.events
    newest = newest_codings(connection)
    matching = events.c.id.startswith(prefix, autoescape=True)
    query = select(events).join(newest, newest.c.seq == events.c.coding).where(matching).order_by(events.c.id)
    return _events(connection, connection.execute(query.limit(limit)).all())


def claims_of_frames(connection: Connection, frame_ids: Sequence[str]) -> tuple[Claim, ...]:
    """Return every claim of these frames, in the order of the frames and of the coder."""
    query = _claim_query(connection).where(schema.claims.c.frame_id.in_(frame_ids)).order_by(schema.claims.c.position)
    order = {frame_id: position for position, frame_id in enumerate(frame_ids)}
    return tuple(sorted(_claims(connection, query), key=lambda claim: order[claim.frame_id]))


def documents_of_frames(connection: Connection, frame_ids: Sequence[str]) -> tuple[str, ...]:
    """Return the ids of the documents of these frames, then of the copies of those documents, in order of arrival."""
    documents, codings, frames = schema.documents, schema.codings, schema.frames
    own = (
        select(codings.c.document_id)
        .join(frames, frames.c.coding == codings.c.seq)
        .where(frames.c.id.in_(frame_ids))
        .distinct()
    )
    is_one = documents.c.id.in_(own)
    query = select(documents.c.id).where(is_one | documents.c.copy_of.in_(own))
    return tuple(connection.scalars(query.order_by(documents.c.copy_of.is_not(None), documents.c.seq)))


def claims(connection: Connection, claim_ids: Sequence[str]) -> tuple[Claim, ...]:
    """Return the claims with these ids, in this order; ids that are not there are left out."""
    query = _claim_query(connection).where(schema.claims.c.id.in_(claim_ids))
    found = {claim.id: claim for claim in _claims(connection, query)}
    return tuple(found[each] for each in claim_ids if each in found)


def claims_starting(connection: Connection, prefix: str, limit: int) -> tuple[Claim, ...]:
    """Return up to `limit` claims whose ids begin with the prefix, by id."""
    matching = schema.claims.c.id.startswith(prefix, autoescape=True)
    return _claims(connection, _claim_query(connection).where(matching).order_by(schema.claims.c.id).limit(limit))


def copies_of(connection: Connection, document_ids: Sequence[str]) -> tuple[tuple[str, Document], ...]:
    """Return the copies of these documents in order of arrival, each with the id of its original."""
    documents = schema.documents
    query = select(documents).where(documents.c.copy_of.in_(document_ids), *seen_documents(connection))
    rows = connection.execute(query.order_by(documents.c.seq)).mappings()
    return tuple((row["copy_of"], to_records.to_document(row)) for row in rows)


def _is_stamp(stamp: Stamp) -> tuple[ColumnElement[bool], ...]:
    stamps = schema.stamps
    return (
        stamps.c.coder == stamp.coder,
        stamps.c.version == stamp.version,
        stamps.c.config_hash == stamp.config_hash,
    )


def _count(connection: Connection, query: Select[Any]) -> int:
    return connection.scalar(select(func.count()).select_from(query.subquery())) or 0


def _claim_query(connection: Connection) -> Select[Any]:
    """Return the query for claims of the newest codings, with their stamps and documents."""
    newest = newest_codings(connection)
    stamps = schema.stamps
    stamp = [stamps.c.coder, stamps.c.version, stamps.c.config_hash]
    return (
        select(schema.claims, *stamp, newest.c.document_id)
        .join(newest, newest.c.seq == schema.claims.c.coding)
        .join(stamps, stamps.c.id == schema.claims.c.stamp)
    )


def _claims(connection: Connection, query: Select[Any]) -> tuple[Claim, ...]:
    rows = connection.execute(query).mappings().all()
    ids = dict.fromkeys(row["document_id"] for row in rows)
    kept = select(schema.documents).where(schema.documents.c.id.in_(list(ids)))
    documents = {row["id"]: to_records.to_document(row) for row in connection.execute(kept).mappings()}
    return tuple(to_records.to_claim(row, documents[row["document_id"]]) for row in rows)


def _events(connection: Connection, rows: Sequence[Row[Any]]) -> list[Event]:
    keys = {(row.coding, row.id) for row in rows}
    codings = sorted({row.coding for row in rows})
    links = _by_event(connection, schema.event_frames, codings, keys)
    cells = _by_event(connection, schema.cells, codings, keys)
    return [
        to_records.to_event(
            row.id,
            [each["frame_id"] for each in links.get((row.coding, row.id), ())],
            cells.get((row.coding, row.id), ()),
        )
        for row in rows
    ]


def _by_event(
    connection: Connection, table: Table, codings: list[int], keys: set[tuple[int, str]]
) -> dict[tuple[int, str], list[to_records.Row]]:
    order = (table.c.coding, table.c.event_id, table.c.position)
    rows = connection.execute(select(table).where(table.c.coding.in_(codings)).order_by(*order)).mappings()
    grouped = groupby(rows, key=lambda row: (row["coding"], row["event_id"]))
    return {key: list(each) for key, each in grouped if key in keys}


def _of_newest(
    connection: Connection, table: Table, document_id: str, *order: str, stamped: bool = False
) -> Iterable[to_records.Row]:
    codings = schema.codings
    of_document = (codings.c.document_id == document_id, *seen_codings(connection))
    newest = select(func.max(codings.c.seq)).where(*of_document).scalar_subquery()
    query = select(table)
    if stamped:
        stamps = schema.stamps
        query = select(table, stamps.c.coder, stamps.c.version, stamps.c.config_hash)
        query = query.join(stamps, stamps.c.id == table.c.stamp)
    query = query.where(table.c.coding == newest).order_by(*(table.c[name] for name in order))
    return connection.execute(query).mappings().all()


def _grouped(rows: Iterable[to_records.Row], key: str) -> dict[str, list[to_records.Row]]:
    grouped: Iterator[tuple[str, Iterator[to_records.Row]]] = groupby(rows, key=lambda row: row[key])
    return {name: list(each) for name, each in grouped}
