"""Verify: whether everything in a store is as it must be, and what is not."""

from collections.abc import Iterator

from sqlalchemy import Connection, exists, select

from dateline.documents.records import Document
from dateline.errors import StoreError
from dateline.judgement import Verdict
from dateline.store import link_schema, links, log, schema, to_records
from dateline.store.portions import some_of
from dateline.store.records import Fault
from dateline.store.to_records import Row
from dateline.values.ids import hash_text

_PAGE = 100  # documents read at once


def faults_of_log(connection: Connection) -> Iterator[Fault]:
    """Yield where the log of judgements was altered, or takes back what is not there."""
    try:
        made = log.judgements(connection)
    except StoreError as error:
        yield Fault("judgements", str(error))
        return
    for number, judgement in enumerate(made, 1):
        if judgement.verdict is Verdict.UNDO and not (
            judgement.record_id.isdecimal() and 1 <= int(judgement.record_id) < number
        ):
            yield Fault(f"judgement {number}", f"takes back judgement {judgement.record_id}, which is none before it")


def faults_of_links(connection: Connection) -> Iterator[Fault]:
    """Yield links of accounts, and to events, that no coding tells, and redirects that do not end."""
    table, events, redirects = link_schema.links, schema.events, link_schema.redirects
    known = exists().where(events.c.id == table.c.account)
    for account in connection.scalars(select(table.c.account).where(~known).distinct()):
        yield Fault(f"link of {account}", "no coding tells this account")
    named = exists().where(events.c.id == table.c.event)
    for event in connection.scalars(select(table.c.event).where(table.c.event.is_not(None), ~named).distinct()):
        yield Fault(f"links to {event}", "no coding tells the account that this event is named after")
    for event in connection.scalars(select(redirects.c.event).distinct()):
        if not _ends(connection, event):
            yield Fault(f"redirect of {event}", "leads in a circle")


def faults_of_items(connection: Connection) -> Iterator[Fault]:
    """Yield items that are placed where their link does not say so: `dateline link --again` makes them anew."""
    items = link_schema.link_items
    query = select(items.c.account, items.c.event).where(items.c.event.is_not(None)).order_by(items.c.id)
    for some in some_of(connection.execute(query).all()):
        linked = links.current(connection, [row.account for row in some])
        for row in some:
            if row.account not in linked or linked[row.account].event != row.event:
                yield Fault(f"item of {row.account}", f"placed in {row.event}, where its link does not say so")


def document_page(connection: Connection, after: int) -> list[tuple[int, Row]]:
    """Return the next documents after the row number `after`."""
    documents = schema.documents
    query = select(documents).where(documents.c.seq > after).order_by(documents.c.seq).limit(_PAGE)
    return [(row["seq"], row) for row in connection.execute(query).mappings()]


def faults_of_document(connection: Connection, row: Row) -> Iterator[Fault]:
    """Yield a text that is not the one that was hashed, and quotes of any coding that do not stand in it."""
    document = to_records.to_document(row)
    if hash_text(row["text"]) != row["text_hash"] or document.id != row["id"]:
        yield Fault(f"document {row['id']}", "its text is not the one that it was kept with")
    claims, codings = schema.claims, schema.codings
    query = select(claims).join(codings, codings.c.seq == claims.c.coding).where(codings.c.document_id == row["id"])
    for claim in connection.execute(query).mappings():
        for part in ("quote", "highlight"):
            if not _stands(document, claim, part):
                yield Fault(f"claim {claim['id']}", f"its {part} does not stand in document {row['id']}")


def _stands(document: Document, claim: Row, part: str) -> bool:
    stands: bool = document.text[claim[f"{part}_start"] : claim[f"{part}_end"]] == claim[part]
    return stands


def _ends(connection: Connection, event: str) -> bool:
    """Tell whether an id leads to an account that is told today, or to none; one that came back leads nowhere else."""
    seen: set[str] = set()
    at: str | None = event
    while at is not None and not links.accounts_named(connection, [at]):
        if at in seen:
            return False
        seen.add(at)
        at = links.redirected(connection, at)
    return True
