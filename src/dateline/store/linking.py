"""Linking: what is written while accounts are linked to events: links, redirects, items. Links are never rewritten."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update

from dateline.store import link_schema, links, schema
from dateline.store.horizon import is_newest
from dateline.store.portions import some_of
from dateline.store.records import Account, Link
from dateline.store.values_json import dump_json

_SETTLED = "judgements in links"  # key in `meta`


def told_anew(connection: Connection) -> tuple[list[str], list[Account]]:
    """Return the documents that were coded since accounts were entered last, and the accounts that they tell now.

    The accounts are in order of publication, then of arrival; undated reports come last.
    """
    documents, codings, events = schema.documents, schema.codings, schema.events
    since = connection.scalar(select(func.max(link_schema.link_items.c.coding))) or 0
    anew = (codings.c.seq > since, is_newest(connection))
    ids = list(connection.scalars(select(codings.c.document_id).where(*anew)))
    query = (
        select(events.c.id, codings.c.document_id, events.c.coding)
        .join(codings, codings.c.seq == events.c.coding)
        .join(documents, documents.c.id == codings.c.document_id)
        .where(*anew)
        .order_by(
            documents.c.published_first.is_(None), documents.c.published_first, documents.c.seq, events.c.position
        )
    )
    return ids, [Account(*row) for row in connection.execute(query)]


def write_links(connection: Connection, made: Iterable[Link], *, run: int, at: datetime) -> int:
    """Write the links that say something new; return how many."""
    made = list(made)
    known = links.current(connection, [each.account for each in made])
    rows = [
        {
            "account": each.account,
            "event": each.event,
            "probability": each.probability,
            "runner_up": each.runner_up,
            "runner_up_probability": each.runner_up_probability,
            "reasons": dump_json(each.reasons),
            "by": each.by,
            "run": run,
            "made_at": at.isoformat(),
        }
        for each in made
        if not each.is_as(known.get(each.account))
    ]
    for some in some_of(rows):
        connection.execute(insert(link_schema.links), some)
    return len(rows)


def settled(connection: Connection) -> int:
    """Return the number of the last judgement that the links follow."""
    known = connection.scalar(select(schema.meta.c.value).where(schema.meta.c.key == _SETTLED))
    return int(known) if known is not None else 0


def settle(connection: Connection, number: int) -> None:
    """Say that the links follow the judgements up to this number."""
    meta = schema.meta
    known = connection.execute(update(meta).where(meta.c.key == _SETTLED).values(value=str(number)))
    if known.rowcount == 0:
        connection.execute(insert(meta).values(key=_SETTLED, value=str(number)))


def write_redirect(connection: Connection, event: str, into: str | None, *, at: datetime, why: str) -> None:
    """Say where the id of an account that is gone leads from now on."""
    row = {"event": event, "into": into, "made_at": at.isoformat(), "why": why}
    connection.execute(insert(link_schema.redirects).values(**row))


def heir_of(connection: Connection, account: Account) -> str | None:
    """Return the account of the document's newest coding that tells most of what an older one told, None if none does.

    By how many characters of mentions and quotes the two share.
    """
    before = _spans(connection, account)
    shared: dict[str, int] = {}
    for each in links.accounts_of(connection, account.document_id):
        now = _spans(connection, each)
        shared[each.id] = sum(_overlap(one, other) for one in before for other in now)
    most = max(shared.values(), default=0)
    return next((told for told, many in shared.items() if many == most > 0), None)


def _spans(connection: Connection, account: Account) -> set[tuple[int, int]]:
    """Return where a coding lets an account speak: its frames' mentions, and the passages that its claims quote."""
    frames, mentions, claims = schema.event_frames, schema.frame_mentions, schema.claims
    told = (frames.c.event_id == account.id, frames.c.coding == account.coding)
    named = select(mentions.c.start, mentions.c.end).join(
        frames, (frames.c.coding == mentions.c.coding) & (frames.c.frame_id == mentions.c.frame_id)
    )
    quoted = select(claims.c.quote_start, claims.c.quote_end).join(
        frames, (frames.c.coding == claims.c.coding) & (frames.c.frame_id == claims.c.frame_id)
    )
    return {(start, end) for query in (named, quoted) for start, end in connection.execute(query.where(*told))}


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))
