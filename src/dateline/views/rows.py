"""Event rows: one flat row an event. Unknown is None, never 0 and never a guess."""

from collections.abc import Iterable, Iterator

from dateline.claims.records import Code
from dateline.codebook import Codebook
from dateline.events.records import Cell
from dateline.places.admin import Units
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.views.acled import acled_of
from dateline.views.cells import cell_name, cell_quotes, place_of, said_by
from dateline.views.columns import COUNTED
from dateline.views.geography import geography
from dateline.views.names import mask
from dateline.views.records import Dossier, Row
from dateline.views.shown import shown_speaker, value_columns


def event_rows(
    dossiers: Iterable[Dossier], codebook: Codebook, units: Units | None = None, *, names: bool = False
) -> Iterator[Row]:
    """Yield one flat row an event, with the columns of EVENT_COLUMNS; `names` also shows private persons' names.

    With `units`, polygons fill in and check the gazetteer's administrative units.
    """
    for dossier in dossiers:
        yield event_row(dossier, codebook, units, names=names)


def event_row(dossier: Dossier, codebook: Codebook, units: Units | None = None, *, names: bool = False) -> Row:
    """Return the flat row of one event."""
    event = dossier.event
    row: Row = {"event_id": event.id, **_kind_columns(dossier, codebook)}
    row["stage"] = _text(dossier, "stage", names=names)
    row |= _date_columns(event.cell("date"))
    row |= _place_columns(dossier, codebook, units)
    row |= _perpetrator_columns(dossier, names=names)
    for slot in ("target", "victim", "weapon", "motive", "effect"):
        row[slot] = _text(dossier, slot, names=names)
    for slot in COUNTED:
        row |= _count_columns(slot, event.cell(slot))
    disputed = [cell.slot for cell in event.cells if cell.disputed]
    quotes = cell_quotes(dossier, names=names)
    kind = event.cell("type")
    sources = dict.fromkeys(file.document.source or file.document.origin for file in dossier.files)
    return row | {
        "disputed": "; ".join(disputed) or None,
        "documents": len(dossier.files),
        "sources": "; ".join(sources),
        "quote": _first_quote(dossier, names=names),
        "confidence": kind.confidence if kind else None,
        "judged": said_of_event(dossier),
        "quotes": quotes,
    }


def said_of_event(dossier: Dossier) -> str | None:
    """Return what a person judged of the event as a whole: "rejected", "accepted", None where nobody did."""
    return f"{dossier.ruling.judgement.verdict}ed" if dossier.ruling else None


def _text(dossier: Dossier, slot: str, *, names: bool) -> str | None:
    cell = dossier.event.cell(slot)
    return cell_name(dossier, cell, names=names) if cell else None


def _kind_columns(dossier: Dossier, codebook: Codebook) -> Row:
    cell = dossier.event.cell("type")
    event_type, sub_event_type = acled_of(dossier, codebook) or (None, None)
    kind = cell.value.code if cell and isinstance(cell.value, Code) else None
    return {"event_type": event_type, "sub_event_type": sub_event_type, "kind": kind}


def _date_columns(cell: Cell | None) -> Row:
    when = cell.value if cell and isinstance(cell.value, DateValue) else None
    parts = value_columns(when)
    names = ("date_first", "date_last", "date_precision", "date_basis")
    bounded = when is not None and (when.first is not None or when.last is not None)
    return {"date": when.isoformat() if when and bounded else None} | {name: parts[name] for name in names}


def _place_columns(dossier: Dossier, codebook: Codebook, units: Units | None) -> Row:
    cell = dossier.event.cell("place")
    found = place_of(dossier, cell)
    named = found.place.name if found and found.place else (cell.name or None if cell else None)
    reference = cell.reference if cell else None
    return {"place": named, **geography(dossier, codebook, units), "place_id": reference}


def _perpetrator_columns(dossier: Dossier, *, names: bool) -> Row:
    cell = dossier.event.cell("perpetrator")
    said = said_by(dossier, cell.claims if cell else ())
    files = {claim.id: dossier.file_of(claim) for claim in said}
    speaker = next((claim for claim in said if claim.stance.value == cell.stance), None) if cell else None
    hidden = files[speaker.id].withheld if speaker and not names else ()
    return {
        "perpetrator": cell_name(dossier, cell, names=names) if cell else None,
        "perpetrator_id": cell.reference if cell else None,
        "perpetrator_stance": cell.stance if cell else None,
        "speaker": mask(shown_speaker(speaker.speaker), hidden) if speaker else None,
    }


def _count_columns(slot: str, cell: Cell | None) -> Row:
    parts = value_columns(cell.value if cell and isinstance(cell.value, Count) else None)
    return {f"{slot}_{name}": parts[name] for name in ("low", "best", "high", "operator")}


def _first_quote(dossier: Dossier, *, names: bool) -> str | None:
    cells = [dossier.event.cell("type"), *dossier.event.cells]
    claims = said_by(dossier, (each for cell in cells if cell for each in cell.claims))
    if not claims:
        return None
    return mask(claims[0].quote.text, () if names else dossier.file_of(claims[0]).withheld)
