"""The append-only part of the store: judgements, each hashed with the one before it, and failures."""

import hashlib
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, exists, func, insert, select

from dateline.errors import StoreError
from dateline.judgement import Judgement, Verdict
from dateline.store import schema
from dateline.store.records import Failure
from dateline.store.values_json import dump_json

FIRST_HASH = "0" * 64  # what the first judgement is chained to


def append_judgement(connection: Connection, judgement: Judgement) -> str:
    """Add a judgement to the end of the chain; return its hash."""
    log = schema.judgements
    previous = connection.scalar(select(log.c.hash).order_by(log.c.seq.desc()).limit(1)) or FIRST_HASH
    row = _judgement_row(judgement)
    link = _hash(row, previous)
    connection.execute(insert(log).values(**row, prev_hash=previous, hash=link))
    return link


def judgements(connection: Connection) -> tuple[Judgement, ...]:
    """Return the whole log in order; raises StoreError at the first judgement that does not fit the chain."""
    previous = FIRST_HASH
    found = []
    for row in connection.execute(select(schema.judgements).order_by(schema.judgements.c.seq)).mappings():
        judgement = _to_judgement(row)
        if row["prev_hash"] != previous or row["hash"] != _hash(_judgement_row(judgement), previous):
            raise StoreError(f"judgement {row['seq']} was altered, or one before it was taken out. Restore a copy.")
        previous = row["hash"]
        found.append(judgement)
    return tuple(found)


def count(connection: Connection) -> int:
    """Return how many judgements there are: the number of the last one."""
    return connection.scalar(select(func.count()).select_from(schema.judgements)) or 0


def write_failure(connection: Connection, failure: Failure, *, run: int) -> None:
    """Keep a failure; the same one of an earlier run is left as it stands."""
    table = schema.failures
    row = {name: getattr(failure, name) for name in Failure.__slots__}
    same = [table.c[name] == row[name] for name in ("origin", "stage", "reason")]
    if connection.scalar(select(table.c.seq).where(*same)) is None:
        connection.execute(insert(table).values(**row, run=run))


def failures(connection: Connection) -> tuple[Failure, ...]:
    """Return the failures whose origin has not been coded by a later run, oldest first."""
    table, codings, documents = schema.failures, schema.codings, schema.documents
    mended = exists(
        select(codings.c.seq)
        .join(documents, documents.c.id == codings.c.document_id)
        .where(documents.c.origin == table.c.origin, codings.c.run > table.c.run)
    )
    query = select(*(table.c[name] for name in Failure.__slots__)).where(~mended).order_by(table.c.seq)
    return tuple(Failure(**row) for row in connection.execute(query).mappings())


def _judgement_row(judgement: Judgement) -> dict[str, Any]:
    return {
        "verdict": judgement.verdict.value,
        "record_id": judgement.record_id,
        "author": judgement.author,
        "made_at": judgement.made_at.isoformat(),
        "reason": judgement.reason,
        "other": judgement.other,
        "value": judgement.value,
        **({"slot": judgement.slot} if judgement.slot is not None else {}),  # none: hashed as before there were slots
    }


def _to_judgement(row: Any) -> Judgement:
    return Judgement(
        verdict=Verdict(row["verdict"]),
        record_id=row["record_id"],
        author=row["author"],
        made_at=datetime.fromisoformat(row["made_at"]),
        reason=row["reason"],
        other=row["other"],
        value=row["value"],
        slot=row["slot"],
    )


def _hash(row: dict[str, Any], previous: str) -> str:
    return hashlib.sha256(f"{previous}\n{dump_json(row)}".encode("utf-8", "surrogatepass")).hexdigest()
