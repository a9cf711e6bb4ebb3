"""The trail: from one cell of an event back to the sentences that say it, and those that say otherwise."""

from collections.abc import Iterator

from dateline.claims.records import Claim
from dateline.errors import InputError
from dateline.views.cells import said_by
from dateline.views.records import Dossier, Step, Trail


def trail(dossier: Dossier, slot: str | None = None) -> tuple[Trail, ...]:
    """Return the trails of one slot's cells, or of every cell; raises InputError if the event has no such slot."""
    cells = [cell for cell in dossier.event.cells if slot in (None, cell.slot)]
    if slot is not None and not cells:
        known = ", ".join(dict.fromkeys(cell.slot for cell in dossier.event.cells))
        raise InputError(f"event {dossier.event.id} has nothing for {slot!r}; it has {known}.")
    return tuple(
        Trail(
            dossier.event.id,
            cell,
            (*_steps(dossier, cell.claims, chosen=True), *_steps(dossier, cell.set_aside, chosen=False)),
        )
        for cell in cells
    )


def claim_of(dossier: Dossier, slot: str, prefix: str) -> Claim:
    """Return the event's claim for a slot whose id begins so; raises InputError where none or several do."""
    of_slot = [claim for claim in dossier.claims.values() if claim.slot == slot]
    found = [claim for claim in of_slot if claim.id.startswith(prefix)]
    if len(found) == 1:
        return found[0]
    known = ", ".join(claim.id for claim in found or of_slot) or "none"
    what = "several claims begin so" if found else f"no claim for {slot!r} begins so"
    raise InputError(f"{prefix!r}: {what}; event {dossier.event.id} has {known}.")


def _steps(dossier: Dossier, claim_ids: tuple[str, ...], *, chosen: bool) -> Iterator[Step]:
    for claim in said_by(dossier, claim_ids):
        yield Step(claim, dossier.file_of(claim).document, chosen)
