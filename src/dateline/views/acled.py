"""ACLED's names for an event, by the codebook's crosswalk from its kind and from who was attacked."""

from dateline.claims.records import Code, Named
from dateline.codebook import Codebook, acled_types
from dateline.views.cells import said_by
from dateline.views.records import Dossier

_ARMED = {"state", "armed"}  # sides that a coder labels; the other is "civilian"


def acled_of(dossier: Dossier, codebook: Codebook) -> tuple[str, str] | None:
    """Return ACLED's (event type, sub-event type); None for an event of unknown kind."""
    cell = dossier.event.cell("type")
    if cell is None or not isinstance(cell.value, Code):
        return None
    kind = codebook.kinds[cell.value.code]
    return acled_types(codebook, kind, against_civilians=against_civilians(dossier))


def against_civilians(dossier: Dossier) -> bool | None:
    """Tell whether the target, else the victim, is civilian; None where the text does not say or says both."""
    for slot in ("target", "victim"):
        cell = dossier.event.cell(slot)
        values = [claim.value for claim in said_by(dossier, cell.claims)] if cell else []
        labels = {label for value in values if isinstance(value, Named) for label in value.labels}
        if "civilian" in labels or labels & _ARMED:
            return None if "civilian" in labels and labels & _ARMED else "civilian" in labels
    return None
