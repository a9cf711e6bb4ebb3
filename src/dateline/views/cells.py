"""Cells as they are shown: names, places and quotes, with private persons' names withheld unless asked for."""

from collections.abc import Iterable

from dateline.claims.records import Claim, Named, Value
from dateline.events.records import Cell
from dateline.places.records import PlaceResolution
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import Dossier, File, Plain
from dateline.views.shown import shown_value


def said_by(dossier: Dossier, claim_ids: Iterable[str]) -> list[Claim]:
    """Return the claims with these ids, in order."""
    return [dossier.claims[each] for each in claim_ids if each in dossier.claims]


def resolved(file: File, value: Value | None) -> tuple[str | None, str | None]:
    """Return the roster's or gazetteer's name and id for a named value, where its mention was resolved."""
    if not isinstance(value, Named) or value.mention_id is None:
        return None, None
    place = file.places.get(value.mention_id)
    if place and place.place:
        return place.place.name, place.place.id
    actor = file.actors.get(value.mention_id)
    if actor and actor.actor:
        return actor.name, actor.actor.id
    return None, None


def cell_name(dossier: Dossier, cell: Cell, *, names: bool = False) -> str | None:
    """Return what a cell shows; a private person's name gives way to a description, else to "(name withheld)"."""
    shown = cell.name or shown_value(cell.value) or None
    said = said_by(dossier, cell.claims)
    if names or shown is None or cell.slot == "place":
        return shown
    if not any(is_private(claim) for claim in said):
        return mask(shown, tuple(name for file in dossier.files for name in file.withheld))
    described = [claim for claim in said if isinstance(claim.value, Named) and not is_private(claim)]
    return shown_value(described[0].value) if described else WITHHELD


def cell_quotes(dossier: Dossier, *, names: bool = False) -> list[Plain]:
    """Return every chosen claim's quote: slot, quote, document, start, end."""
    quotes: list[Plain] = []
    for cell in dossier.event.cells:
        for claim in said_by(dossier, cell.claims):
            file = dossier.file_of(claim)
            quotes.append(
                {
                    "slot": cell.slot,
                    "quote": mask(claim.quote.text, () if names else file.withheld),
                    "document": file.document.id,
                    "start": claim.quote.span.start,
                    "end": claim.quote.span.end,
                }
            )
    return quotes


def place_of(dossier: Dossier, cell: Cell | None) -> PlaceResolution | None:
    """Return the resolution that a place cell stands on: of a place, else of a name that is known to lie within one."""
    if cell is None:
        return None
    for claim in said_by(dossier, cell.claims):
        mention = claim.value.mention_id if isinstance(claim.value, Named) else None
        found = dossier.file_of(claim).places.get(mention) if mention else None
        if found and (found.place or found.within) and cell.reference in (None, found.place and found.place.id):
            return found
    return None
