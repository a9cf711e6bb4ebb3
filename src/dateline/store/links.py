"""Links: which accounts tell of which event, as the horizon lets see it, and where an id leads that names none."""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Select, case, distinct, func, select

from dateline.errors import InputError
from dateline.linkage.cluster import BAND
from dateline.store import link_schema, schema
from dateline.store.horizon import is_newest, newest_codings, seen_documents, seen_moments
from dateline.store.portions import some_of
from dateline.store.records import Account, Gathered, Link
from dateline.store.to_records import Row

_PAGE = 200  # documents whose accounts are gathered at once
_SHOWN = 5  # ids named in a message about a prefix that fits several events


def page(connection: Connection, after: int) -> tuple[int | None, list[Gathered]]:
    """Return the events whose first account is in the next documents after the row number `after`, and the last row.

    The row number is None after the last page.
    """
    documents = schema.documents
    of_page = select(documents.c.seq).where(documents.c.seq > after, *seen_documents(connection))
    seqs = list(connection.scalars(of_page.order_by(documents.c.seq).limit(_PAGE)))
    if not seqs:
        return None, []
    query = _accounts(connection).where(documents.c.seq.between(seqs[0], seqs[-1]))
    accounts = [_account(row) for row in connection.execute(query).mappings()]
    event_of = events_of(connection, [each.id for each in accounts])
    told = members(connection, dict.fromkeys(event_of.values()))
    events = [event_of[each.id] for each in accounts if told[event_of[each.id]][0].id == each.id]
    return seqs[-1], [Gathered(event, tuple(told[event])) for event in events]


def events_of(connection: Connection, accounts: Sequence[str]) -> dict[str, str]:
    """Return the event of each account; one that is not linked is an event of its own."""
    found = current(connection, accounts)
    return {each: (found[each].event or each) if each in found else each for each in accounts}


def current(connection: Connection, accounts: Iterable[str]) -> dict[str, Link]:
    """Return the link of each account that has one: the newest that is seen."""
    links = link_schema.links
    found: dict[str, Link] = {}
    for some in some_of(accounts):
        query = select(links).where(links.c.account.in_(some), is_newest_link(connection))
        found |= {row["account"]: to_link(row) for row in connection.execute(query).mappings()}
    return found


def members(connection: Connection, events: Iterable[str]) -> dict[str, list[Account]]:
    """Return the accounts of each event in order of arrival; none where nothing tells of it."""
    links = link_schema.links
    told: dict[str, list[Account]] = {event: [] for event in events}
    event_of: dict[str, str] = {}
    for some in some_of(told):
        query = select(links.c.account, links.c.event).where(links.c.event.in_(some), is_newest_link(connection))
        event_of |= {row.account: row.event for row in connection.execute(query)}
    own = events_of(connection, list(told))
    event_of |= {account: event for account, event in own.items() if account == event}
    for each in accounts_named(connection, event_of):
        told[event_of[each.id]].append(each)
    return told


def accounts_named(connection: Connection, ids: Iterable[str]) -> list[Account]:
    """Return the accounts with these ids that the newest codings tell, in order of arrival."""
    rows: list[Row] = []
    for some in some_of(ids):
        query = _accounts(connection).where(schema.events.c.id.in_(some))
        rows.extend(connection.execute(query).mappings())
    return [_account(row) for row in sorted(rows, key=lambda row: (row["seq"], row["position"]))]


def accounts_of(connection: Connection, document_id: str) -> list[Account]:
    """Return the accounts that a document's newest coding tells, in the coder's order."""
    query = _accounts(connection).where(schema.documents.c.id == document_id)
    return [_account(row) for row in connection.execute(query).mappings()]


def history(connection: Connection, accounts: Iterable[str]) -> list[Link]:
    """Return every link that these accounts ever had, oldest first."""
    links = link_schema.links
    rows: list[Row] = []
    for some in some_of(accounts):
        query = select(links).where(links.c.account.in_(some), *seen_moments(connection, links.c.made_at))
        rows.extend(connection.execute(query).mappings())
    return [to_link(row) for row in sorted(rows, key=lambda row: row["seq"])]


def resolve(connection: Connection, asked: str) -> str:
    """Return the id of the event that an id, or its beginning, names: of an event, an account or one that is gone.

    Raises InputError where it names none, or the beginnings of several.
    """
    ids = sorted(_beginning(connection, asked))
    if asked in ids:
        ids = [asked]
    leading = {each: lead(connection, each) for each in ids}
    events = sorted({event for event in leading.values() if event is not None})
    if len(events) == 1:
        return events[0]
    if events:
        shown = ", ".join(events[:_SHOWN])
        raise InputError(f"{asked!r} begins the ids of several events: {shown}. Give more of it.")
    if ids:
        raise InputError(f"event {ids[0]} is gone: its document was coded anew and tells of no such event any more.")
    raise InputError(f"no event's id begins with {asked!r}; `dateline events` lists them.")


def lead(connection: Connection, known: str) -> str | None:
    """Return the event that an id leads to, None where it leads to none."""
    asked: set[str] = set()
    at: str | None = known
    while at is not None and at not in asked:
        asked.add(at)
        if members(connection, [at])[at]:
            return at
        linked = current(connection, [at]).get(at)
        if linked is not None and linked.event is not None and accounts_named(connection, [at]):
            return linked.event
        at = redirected(connection, at)
    return None


def told_as(connection: Connection, accounts: Sequence[str]) -> dict[str, str | None]:
    """Return for each account the one that tells it today; None where its document tells of it no more."""
    told = {each.id for each in accounts_named(connection, accounts)}
    return {each: each if each in told else _heir(connection, each) for each in accounts}


def _heir(connection: Connection, account: str) -> str | None:
    asked: set[str] = set()
    at: str | None = account
    while at is not None and at not in asked:
        asked.add(at)
        at = redirected(connection, at)
        if at is not None and accounts_named(connection, [at]):
            return at
    return None


def totals(connection: Connection) -> tuple[int, int, int]:
    """Return how many accounts are told, of how many events, and how many of them wait for review."""
    links, events, newest = link_schema.links, schema.events, newest_codings(connection)
    linked = (links.c.account == events.c.id) & is_newest_link(connection)
    told = events.join(newest, newest.c.seq == events.c.coding).outerjoin(links, linked)
    probable = links.c.probability.between(*BAND)
    counted = select(
        func.count(events.c.id),
        func.count(distinct(func.coalesce(links.c.event, events.c.id))),
        func.sum(case((probable, 1), else_=0)),
    )
    accounts, of_events, review = connection.execute(counted.select_from(told)).one()
    return accounts, of_events, review or 0


def in_doubt(connection: Connection) -> list[Link]:
    """Return the links that wait for review, the most doubtful first."""
    links = link_schema.links
    query = select(links).where(links.c.probability.between(*BAND), is_newest_link(connection))
    found = [to_link(row) for row in connection.execute(query).mappings()]
    told = {each.id for each in accounts_named(connection, [link.account for link in found])}
    return sorted((link for link in found if link.account in told), key=_sureness)


def _sureness(link: Link) -> tuple[float, str]:
    return abs((link.probability or 0.0) - 0.5), link.account


def former(connection: Connection, event: str, accounts: Sequence[str]) -> tuple[str, ...]:
    """Return the ids that once named an event of their own and now lead to this one."""
    redirects = link_schema.redirects
    linked = {link.event for link in history(connection, accounts) if link.event}
    gone: set[str] = set()
    for some in some_of({*linked, event, *accounts}):
        query = select(redirects.c.event).where(redirects.c.into.in_(some))
        gone |= set(connection.scalars(query.where(*seen_moments(connection, redirects.c.made_at))))
    return tuple(sorted(each for each in (linked | gone) - {event} if lead(connection, each) == event))


def redirected(connection: Connection, event: str) -> str | None:
    """Return the id that the id of an account that is gone leads to, None where it leads to none."""
    redirects = link_schema.redirects
    query = select(redirects.c.into).where(redirects.c.event == event, *seen_moments(connection, redirects.c.made_at))
    into: str | None = connection.scalar(query.order_by(redirects.c.seq.desc()).limit(1))
    return into


def to_link(row: Row) -> Link:
    return Link(
        account=row["account"],
        event=row["event"],
        by=row["by"],
        probability=row["probability"],
        runner_up=row["runner_up"],
        runner_up_probability=row["runner_up_probability"],
        reasons=tuple(json.loads(row["reasons"])),
        made_at=datetime.fromisoformat(row["made_at"]),
    )


def _beginning(connection: Connection, prefix: str) -> Iterator[str]:
    """Yield some of the ids that begin so, whatever they name or named."""
    for column in (schema.events.c.id, link_schema.links.c.event, link_schema.redirects.c.event):
        matching = select(column).where(column.startswith(prefix, autoescape=True)).distinct().order_by(column)
        yield from connection.scalars(matching.limit(_SHOWN + 1))


def is_newest_link(connection: Connection) -> ColumnElement[bool]:
    """Return the condition on `links` of being the account's newest one that is seen."""
    links = link_schema.links
    later = links.alias("later")
    of_account = (later.c.account == links.c.account, *seen_moments(connection, later.c.made_at))
    newest = select(func.max(later.c.seq)).where(*of_account)
    return links.c.seq == newest.correlate(links).scalar_subquery()


def _accounts(connection: Connection) -> Select[tuple[str, str, int, int, int]]:
    """Return the query for the accounts of the newest codings, in order of arrival."""
    documents, codings, events = schema.documents, schema.codings, schema.events
    return (
        select(events.c.id, codings.c.document_id, events.c.coding, documents.c.seq, events.c.position)
        .join(codings, codings.c.seq == events.c.coding)
        .join(documents, documents.c.id == codings.c.document_id)
        .where(is_newest(connection))
        .order_by(documents.c.seq, events.c.position)
    )


def _account(row: Row) -> Account:
    return Account(row["id"], row["document_id"], row["coding"])
