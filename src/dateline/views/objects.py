"""JSON objects: documents, events with their cells and claims, the other frames, and the aliases in use."""

from collections.abc import Callable, Iterable

from dateline.claims.records import Claim, Code, FrameKind, Named, Value
from dateline.events.records import Cell
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.values.spans import Quote
from dateline.views.cells import cell_name, resolved, said_by
from dateline.views.files import aliases
from dateline.views.frames import frame_rows
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import Dossier, File, Plain, Trail
from dateline.views.shown import shown_value, value_columns

_PLURALS = {
    FrameKind.RELATION: "relations",
    FrameKind.STRENGTH: "strengths",
    FrameKind.AREA: "areas",
    FrameKind.RELEASE: "releases",
}
Object = dict[str, Plain]
Where = Callable[[Dossier], Object]  # an event's columns of geography, as `geography.where` makes them


def coded_object(
    files: Iterable[File], dossiers: Iterable[Dossier], *, names: bool = False, where: Where | None = None
) -> Object:
    """Return everything that was coded: documents, events, frames (relations, strengths, areas, releases), aliases."""
    files = tuple(files)
    rows = list(frame_rows(files, names=names))
    frames: Object = {plural: [row for row in rows if row["kind"] == kind] for kind, plural in _PLURALS.items()}
    spellings: Object = {name: [*found] for name, found in aliases(files).items()}
    return {
        "documents": [document_object(file, names=names) for file in files],
        "events": [event_object(dossier, names=names, where=where) for dossier in dossiers],
        "frames": frames,
        "aliases": spellings,
    }


def document_object(file: File, *, names: bool = False) -> Object:
    """Return what is known about a document, without its text."""
    document = file.document
    title = document.title.cut(document.text) if document.title else None
    return {
        "id": document.id,
        "origin": document.origin,
        "title": mask(title, () if names else file.withheld) if title else None,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "url": document.url,
        "language": document.language,
        "text_hash": document.text_hash,
        "characters": len(document.text),
        "notes": [*document.notes],
    }


def event_object(dossier: Dossier, *, names: bool = False, where: Where | None = None) -> Object:
    """Return one event: its id, its documents, its cells by slot, and every claim that stands behind them.

    With `where`, also where it happened: position, radius, precision, units and who says so.
    """
    cells: Object = {}
    for cell in dossier.event.cells:
        cells.setdefault(cell.slot, cell_object(dossier, cell, names=names))
    return {
        "id": dossier.event.id,
        "documents": [file.document.id for file in dossier.files],
        "cells": cells,
        **({"where": where(dossier)} if where else {}),
        "claims": [claim_object(dossier.file_of(claim), claim, names=names) for claim in dossier.claims.values()],
    }


def cell_object(dossier: Dossier, cell: Cell, *, names: bool = False) -> Object:
    """Return one cell: what it shows, the value and its typed parts, and the claims for and against."""
    shown = cell_name(dossier, cell, names=names)
    private = not names and any(map(is_private, said_by(dossier, cell.claims)))
    return {
        "name": shown,
        "value": {"text": shown} if private else value_object(cell.value),
        "reference": None if private else cell.reference,
        "stance": cell.stance,
        "confidence": cell.confidence,
        "rule": cell.rule,
        "disputed": cell.disputed,
        "claims": [*cell.claims],
        "set_aside": [*cell.set_aside],
    }


def claim_object(file: File, claim: Claim, *, names: bool = False) -> Object:
    """Return one claim with its quote and highlight, offsets in code points of the document's text."""
    hidden = () if names else file.withheld
    name, reference = resolved(file, claim.value)
    withheld = is_private(claim) and not names
    return {
        "id": claim.id,
        "frame": claim.frame_id,
        "document": claim.document_id,
        "text_hash": file.document.text_hash,
        "slot": claim.slot,
        "published": mask(claim.published, hidden),
        "value": {"text": WITHHELD} if withheld else _masked(value_object(claim.value), hidden),
        "name": None if withheld else name,
        "reference": None if withheld else reference,
        "speaker": {
            "kind": claim.speaker.kind.value,
            "name": mask(claim.speaker.name, hidden) if claim.speaker.name else None,
            "key": claim.speaker.key,
        },
        "stance": claim.stance.value,
        "hedge": claim.hedge,
        "confidence": claim.confidence,
        "quote": _quote_object(claim.quote, hidden),
        "highlight": _quote_object(claim.highlight, hidden),
        "coder": {
            "coder": claim.stamp.coder,
            "version": claim.stamp.version,
            "config_hash": claim.stamp.config_hash,
        },
    }


def trail_object(dossier: Dossier, trail: Trail, *, names: bool = False, where: Where | None = None) -> Object:
    """Return one trail: the cell, and its claims with their documents, the chosen ones first.

    With `where`, a place's trail also says where that is, as `event_object` does.
    """
    return {
        "slot": trail.cell.slot,
        "cell": cell_object(dossier, trail.cell, names=names),
        **({"where": where(dossier)} if where and trail.cell.slot == "place" else {}),
        "steps": [
            claim_object(dossier.file_of(step.claim), step.claim, names=names)
            | {"chosen": step.chosen, "origin": step.document.origin, "source": step.document.source}
            for step in trail.steps
        ],
    }


def value_object(value: Value | None) -> Object | None:
    """Return a typed value: {"text"} and, by its type, scheme and code, keys, count or date parts; None stays None."""
    text: Object = {"text": shown_value(value)}
    match value:
        case None:
            return None
        case Code():
            return text | {"scheme": value.scheme, "code": value.code}
        case Named():
            return text | {"keys": [*value.keys], "labels": [*value.labels]}
        case Count():
            names = ("low", "best", "high", "operator", "scope", "whose", "side", "policy")
            parts = value_columns(value)
            return text | {name: parts[name] for name in names} | {"word": value.word}
        case DateValue():
            parts = value_columns(value)
            return text | {name.removeprefix("date_"): parts[name] for name in parts if name.startswith("date_")}


def _quote_object(quote: Quote, hidden: tuple[str, ...]) -> Object:
    return {"text": mask(quote.text, hidden), "start": quote.span.start, "end": quote.span.end}


def _masked(value: Object | None, hidden: tuple[str, ...]) -> Object | None:
    if value is None:
        return None
    return {
        name: mask(part, hidden) if name in {"text", "whose", "scope"} and isinstance(part, str) else part
        for name, part in value.items()
    }
