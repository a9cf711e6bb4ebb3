"""Horizon: how much of the store is looked at: as it stood at a moment, and what was published by a day."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Subquery, func, select

from dateline.store import schema


@dataclass(frozen=True, slots=True)
class Horizon:
    """What a reader sees. None sets no bound.

    `as_of` is the moment at which the casebook stood so: later runs, links and judgements are not seen. `published_by`
    is the last day of publication: what the public could know then. An undated report is not known to be public.
    """

    as_of: datetime | None = None
    published_by: date | None = None

    @property
    def is_open(self) -> bool:
        return self == Horizon()

    def sees(self, moment: datetime) -> bool:
        """Tell whether what was made at a moment is seen."""
        return self.as_of is None or moment <= self.as_of

    @property
    def moment(self) -> str | None:
        """Return the moment as the store writes moments."""
        return self.as_of.astimezone(UTC).isoformat() if self.as_of else None


def horizon_of(connection: Connection) -> Horizon:
    """Return the horizon of those who read over this connection."""
    found = connection.get_execution_options().get("horizon")
    return found if isinstance(found, Horizon) else Horizon()


def seen_codings(connection: Connection, codings: FromClause = schema.codings) -> list[ColumnElement[bool]]:
    """Return the conditions on `codings`, or on an alias of it, of what the horizon lets see."""
    horizon = horizon_of(connection)
    conditions: list[ColumnElement[bool]] = []
    if horizon.as_of is not None:
        conditions.append(codings.c.run.in_(_runs(horizon)))
    if horizon.published_by is not None:
        conditions.append(codings.c.document_id.in_(select(schema.documents.c.id).where(_published(horizon))))
    return conditions


def seen_documents(connection: Connection) -> list[ColumnElement[bool]]:
    """Return the conditions on `documents` of what the horizon lets see."""
    horizon = horizon_of(connection)
    conditions: list[ColumnElement[bool]] = []
    if horizon.as_of is not None:
        conditions.append(schema.documents.c.run.in_(_runs(horizon)))
    if horizon.published_by is not None:
        conditions.append(_published(horizon))
    return conditions


def seen_moments(connection: Connection, column: ColumnElement[str]) -> list[ColumnElement[bool]]:
    """Return the conditions on a column of moments of what the horizon lets see."""
    moment = horizon_of(connection).moment
    return [] if moment is None else [column <= moment]


def newest_codings(connection: Connection) -> Subquery:
    """Return the query for the newest coding of each document: columns document_id and seq."""
    codings = schema.codings
    newest = select(codings.c.document_id, func.max(codings.c.seq).label("seq")).where(*seen_codings(connection))
    return newest.group_by(codings.c.document_id).subquery("newest")


def is_newest(connection: Connection) -> ColumnElement[bool]:
    """Return the condition on `codings` of being its document's newest one; for queries that name few of them."""
    codings = schema.codings
    later = codings.alias("later")
    newest = select(func.max(later.c.seq)).where(
        later.c.document_id == codings.c.document_id, *seen_codings(connection, later)
    )
    return codings.c.seq == newest.correlate(codings).scalar_subquery()


def _runs(horizon: Horizon) -> Any:
    return select(schema.runs.c.id).where(schema.runs.c.started <= horizon.moment)


def _published(horizon: Horizon) -> ColumnElement[bool]:
    documents = schema.documents
    return func.coalesce(documents.c.published_last, documents.c.published_first) <= horizon.published_by
