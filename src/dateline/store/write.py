"""Write: one document's parts in one transaction. Nothing is overwritten; what stands there already is left."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any, Protocol

from sqlalchemy import Connection, Table, insert, select, update

from dateline.actors.records import ActorResolution
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution
from dateline.sources.records import Capture
from dateline.stamp import Stamp
from dateline.store import schema, to_rows
from dateline.store.values_json import dump_json

Row = dict[str, Any]


class Parts(Protocol):
    """Everything that the stages made of one document; the pipeline's `Coded` has this shape."""

    @property
    def document(self) -> Document: ...
    @property
    def mentions(self) -> tuple[Mention, ...]: ...
    @property
    def places(self) -> tuple[PlaceResolution, ...]: ...
    @property
    def actors(self) -> tuple[ActorResolution, ...]: ...
    @property
    def frames(self) -> tuple[Frame, ...]: ...
    @property
    def events(self) -> tuple[Event, ...]: ...


def begin_run(connection: Connection, stamp: Stamp, started: datetime) -> int:
    row = {"stamp": stamp_id(connection, stamp), "started": started.isoformat()}
    return _insert_one(connection, schema.runs, row)


def end_run(connection: Connection, run: int, finished: datetime, counts: Mapping[str, int]) -> None:
    row = {"finished": finished.isoformat(), "counts": dump_json(dict(counts))}
    connection.execute(update(schema.runs).where(schema.runs.c.id == run).values(**row))


def write_capture(connection: Connection, capture: Capture) -> None:
    known = select(schema.captures.c.sha256).where(schema.captures.c.sha256 == capture.sha256)
    if connection.scalar(known) is None:
        row = {name: getattr(capture, name) for name in ("sha256", "origin", "media_type", "size")}
        row |= {"captured_at": capture.captured_at.isoformat(), "headers": dump_json(capture.headers)}
        connection.execute(insert(schema.captures).values(**row))


def write_document(
    connection: Connection, document: Document, *, run: int, copy_key: str | None, copy_of: str | None = None
) -> bool:
    """Keep a document; return False, and leave the one that stands there as it is, if it is kept already."""
    known = select(schema.documents.c.seq).where(schema.documents.c.id == document.id)
    if connection.scalar(known) is not None:
        return False
    row = to_rows.document_row(document) | {"copy_key": copy_key, "copy_of": copy_of, "run": run}
    connection.execute(insert(schema.documents).values(**row))
    return True


def write_parts(connection: Connection, parts: Parts, stamp: Stamp, *, run: int) -> bool:
    """Write a coding of a document that is kept; return False, and write nothing, if it has this stamp already."""
    stamps = {stamp: stamp_id(connection, stamp)}
    coding = {"document_id": parts.document.id, "stamp": stamps[stamp], "run": run}
    codings = schema.codings
    done = select(codings.c.seq).where(codings.c.document_id == parts.document.id, codings.c.stamp == stamps[stamp])
    if connection.scalar(done) is not None:
        return False
    seq = _insert_one(connection, codings, coding)
    for table, rows in _rows_of(parts):
        _insert_all(connection, table, [_completed(connection, row, seq, stamps) for row in rows])
    return True


def stamp_id(connection: Connection, stamp: Stamp) -> int:
    """Return the row number of a stamp, which is written if it is new."""
    stamps = schema.stamps
    row = {"coder": stamp.coder, "version": stamp.version, "config_hash": stamp.config_hash}
    known = connection.scalar(select(stamps.c.id).where(*(stamps.c[name] == part for name, part in row.items())))
    return known if known is not None else _insert_one(connection, stamps, row)


def _rows_of(parts: Parts) -> Iterator[tuple[Table, Iterable[Row]]]:
    """Yield every table with its rows, in the order that the foreign keys ask for."""
    yield schema.mentions, map(to_rows.mention_row, parts.mentions)
    yield schema.place_resolutions, map(to_rows.place_row, parts.places)
    yield schema.actor_resolutions, map(to_rows.actor_row, parts.actors)
    yield schema.frames, to_rows.frame_rows(parts.frames)
    yield schema.frame_mentions, to_rows.frame_mention_rows(parts.frames)
    yield schema.claims, to_rows.claim_rows(parts.frames)
    yield schema.events, to_rows.event_rows(parts.events)
    yield schema.event_frames, to_rows.event_frame_rows(parts.events)
    yield schema.cells, to_rows.cell_rows(parts.events)


def _completed(connection: Connection, row: Row, coding: int, stamps: dict[Stamp, int]) -> Row:
    row["coding"] = coding
    if "stamp" in row:
        stamp = row["stamp"]
        if stamp not in stamps:
            stamps[stamp] = stamp_id(connection, stamp)
        row["stamp"] = stamps[stamp]
    return row


def _insert_one(connection: Connection, table: Table, row: Row) -> int:
    key = connection.execute(insert(table).values(**row)).inserted_primary_key
    assert key is not None
    number: int = key[0]
    return number


def _insert_all(connection: Connection, table: Table, rows: list[Row]) -> None:
    if rows:
        connection.execute(insert(table), rows)
