"""Rulings: the judgements that hold, by what they are about; and an event as a person's rulings have it."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.claims.records import Claim, Code, Value
from dateline.codebook import Codebook
from dateline.events.records import Cell, Event
from dateline.judgement import Judgement, Numbered, Verdict, standing
from dateline.store.values_json import dump_json, read_value, write_value
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.views.corrected import corrected_value
from dateline.views.shown import shown_value


@dataclass(frozen=True, slots=True)
class Rulings:
    """What people decided and did not take back; of several on one thing, the last.

    `events` are accepted or rejected as a whole, `claims` are rejected, `cells` accepted, corrected or pinned.
    """

    events: Mapping[str, Numbered] = field(default_factory=dict)
    claims: Mapping[str, Numbered] = field(default_factory=dict)
    cells: Mapping[str, Mapping[str, Numbered]] = field(default_factory=dict)  # event -> slot -> judgement

    def pinned(self, event: str) -> dict[str, str]:
        """Return slot -> claim for the cells of an event that were pinned to a claim."""
        return {
            slot: each.judgement.other
            for slot, each in self.cells.get(event, {}).items()
            if each.judgement.verdict is Verdict.PIN and each.judgement.other
        }


def rulings_of(log: Sequence[Numbered], lead: Callable[[str], str | None]) -> Rulings:
    """Return the rulings that hold; `lead` gives the event that an id leads to, as events merge and split."""
    events: dict[str, Numbered] = {}
    claims: dict[str, Numbered] = {}
    cells: dict[str, dict[str, Numbered]] = {}
    for each in standing(log):
        judgement = each.judgement
        match judgement.verdict:
            case Verdict.ACCEPT | Verdict.REJECT if judgement.slot is None and _is_event(judgement):
                events[lead(judgement.record_id) or judgement.record_id] = each
            case Verdict.REJECT:
                claims[judgement.record_id] = each
            case Verdict.ACCEPT | Verdict.CORRECT | Verdict.PIN if judgement.slot is not None:
                cells.setdefault(lead(judgement.record_id) or judgement.record_id, {})[judgement.slot] = each
            case _:  # same and different speak through the links
                pass
    return Rulings(events, claims, cells)


def ruled(event: Event, rulings: Rulings, claims: Iterable[Claim], codebook: Codebook) -> Event:
    """Return the event with the cells that people accepted, corrected or pinned; every claim is kept."""
    cells = {cell.slot: cell for cell in event.cells}
    for slot, ruling in rulings.cells.get(event.id, {}).items():
        of_slot = [claim for claim in claims if claim.slot == slot]
        cell = _ruled_cell(cells.get(slot), slot, ruling, of_slot, codebook)
        if cell is not None:
            cells[slot] = cell
    return replace(event, cells=tuple(cells.values()))


def said_by_person(ruling: Numbered) -> str:
    """Return who decided, and what: "judgement 12 by ana: corrected"."""
    words = {
        Verdict.ACCEPT: "accepted",
        Verdict.CORRECT: "corrected",
        Verdict.PIN: "pinned",
        Verdict.REJECT: "rejected",
    }
    reason = f": {ruling.judgement.reason}" if ruling.judgement.reason else ""
    return f"{ruling.name} by {ruling.judgement.author}: {words[ruling.judgement.verdict]}{reason}"


def accepted_value(cell: Cell) -> str:
    """Return what a person accepts of a cell, as a judgement keeps it, so that later reports do not change it."""
    shown = {"name": cell.name, "stance": cell.stance, "reference": cell.reference}
    return dump_json({"value": write_value(cell.value), **shown})


def _ruled_cell(
    machine: Cell | None, slot: str, ruling: Numbered, claims: Sequence[Claim], codebook: Codebook
) -> Cell | None:
    judgement = ruling.judgement
    rule = said_by_person(ruling)
    if judgement.verdict is Verdict.PIN:
        if machine is None or judgement.other not in machine.claims:
            return machine  # the event's reports tell this claim no more, or it was rejected
        return replace(machine, rule=rule, confidence=1.0, disputed=False)
    made = machine or Cell(slot, None, "", "reported", 0.0, rule, ())
    decided = _decided(made, judgement, codebook)
    agreeing = tuple(claim.id for claim in claims if _same(claim.value, decided.value))
    aside = tuple(claim.id for claim in claims if claim.id not in agreeing)
    return replace(decided, confidence=1.0, rule=rule, claims=agreeing, set_aside=aside, disputed=False)


def _decided(cell: Cell, judgement: Judgement, codebook: Codebook) -> Cell:
    """Return the cell with the value that a person decided on."""
    if judgement.verdict is Verdict.CORRECT:
        value = corrected_value(cell.slot, judgement.value or "", codebook)
        return replace(cell, value=value, name="" if isinstance(value, Count) else shown_value(value), reference=None)
    kept = json.loads(judgement.value or "{}")
    return replace(
        cell,
        value=read_value(kept["value"]),
        name=kept["name"],
        stance=kept["stance"],
        reference=kept["reference"],
    )


def _same(one: Value | None, other: Value | None) -> bool:
    """Tell whether a claim says what was decided on."""
    match one, other:
        case Count(), Count():
            return (one.low, one.high) == (other.low, other.high)
        case DateValue(), DateValue():
            return (one.first, one.last) == (other.first, other.last)
        case Code(), Code():
            return one.code == other.code
    return one is not None and other is not None and shown_value(one).casefold() == shown_value(other).casefold()


def _is_event(judgement: Judgement) -> bool:
    return judgement.record_id.startswith("evt-")
