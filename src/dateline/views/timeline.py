"""The timeline of an event: what each report told of it, in order of publication, with its copies and its link."""

from collections.abc import Mapping, Sequence

from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.store import Link
from dateline.values.counts import Count
from dateline.views.names import mask
from dateline.views.records import Dossier, File, Plain, Row
from dateline.views.said import LATEST, event_brief, published_on
from dateline.views.shown import shown_bounds


def timeline(
    dossier: Dossier,
    links: Mapping[str, Link],
    copies: Sequence[tuple[str, Document]] = (),
    *,
    voices: Sequence[Sequence[str]] = (),
    names: bool = False,
) -> list[Row]:
    """Return one row an account, by day of publication.

    A row has account_id, document_id, origin, source, published_on, title, what the account says (kind, date, place,
    deaths, injured, perpetrator, perpetrator_stance), `voice` (accounts of one number say it in one voice, None where
    each has its own), copies, and its link: probability, runner_up, runner_up_probability, reasons, by.
    """
    shared = [voice for voice in voices if len(voice) > 1]
    number = {name: place for place, voice in enumerate(shared, 1) for name in voice}
    rows: list[Row] = []
    for account in dossier.accounts:
        file = _file_of(dossier, account)
        link = links.get(account.id)
        rows.append(
            {
                "account_id": account.id,
                **_document(file, names=names),
                **_said(file, account, names=names),
                "voice": number.get(file.document.id),
                "copies": [_copy(each) for original, each in copies if original == file.document.id],
                **_link(link),
            }
        )
    return sorted(rows, key=_order)


def doubtful(dossier: Dossier, link: Link, *, names: bool = False) -> Row:
    """Return the timeline's row of one account whose link waits for review, with its event_id."""
    rows = timeline(dossier, {link.account: link}, names=names)
    return {"event_id": dossier.event.id} | next(row for row in rows if row["account_id"] == link.account)


def _file_of(dossier: Dossier, account: Event) -> File:
    return next(file for file in dossier.files if any(frame.id in account.frames for frame in file.frames))


def _document(file: File, *, names: bool) -> Row:
    document = file.document
    title = document.title.cut(document.text) if document.title else None
    return {
        "document_id": document.id,
        "origin": document.origin,
        "source": document.source,
        "published_on": published_on(file),
        "title": mask(title, () if names else file.withheld) if title else None,
    }


def _said(file: File, account: Event, *, names: bool) -> Row:
    brief = event_brief(file, account, names=names)
    injured = account.cell("injured")
    told = {name: brief[name] for name in ("kind", "date", "place", "deaths", "perpetrator", "perpetrator_stance")}
    hurt = shown_bounds(injured.value) if injured and isinstance(injured.value, Count) else None
    return {**told, "injured": hurt}


def _copy(document: Document) -> Plain:
    published = document.published.isoformat() if document.published else None
    return {
        "document_id": document.id,
        "origin": document.origin,
        "source": document.source,
        "published_on": published,
    }


def _link(link: Link | None) -> Row:
    return {
        "probability": link.probability if link else None,
        "runner_up": link.runner_up if link else None,
        "runner_up_probability": link.runner_up_probability if link else None,
        "reasons": [*link.reasons] if link else [],
        "by": link.by if link else None,
        "linked_at": link.made_at.isoformat() if link and link.made_at else None,
    }


def _order(row: Row) -> tuple[str, str]:
    return str(row["published_on"] or LATEST), str(row["origin"])
