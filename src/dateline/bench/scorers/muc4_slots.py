"""Scores MUC-4 templates slot by slot, after the ALL TEMPLATES rows of the 1992 score reports.

Templates are aligned one to one so that the sum of what their slots earn is greatest; only pairs that share the
incident type, or agree at least in part on both date and place, may be aligned. Recall is what was earned over the
key's fills, precision over the predicted fills. A template without a partner counts with all its fills: against recall
if it is the key's, against precision if it is predicted. Optional templates and fills of the key are not missed when
they are absent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.assignment import best_assignment
from dateline.bench.bootstrap import Figure, Table, f1, interval, precision, recall
from dateline.bench.records import Row
from dateline.bench.scorers.muc4_credit import credit
from dateline.bench.scorers.muc4_templates import SLOTS, Fill, Template

Templates = Sequence[Template]
_FIGURES: tuple[tuple[str, Figure], ...] = (("precision", precision), ("recall", recall), ("f1", f1))


@dataclass(frozen=True, slots=True)
class Tally:
    """Of one slot in one document: what was earned, how many fills were predicted, how many the key asks for."""

    earned: float = 0.0
    predicted: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.earned + other.earned, self.predicted + other.predicted, self.wanted + other.wanted)


def tally_fills(slot: str, predicted: Sequence[Fill], gold: Sequence[Fill]) -> Tally:
    """Return the tally of one slot of two aligned templates; fills are paired one to one for the greatest credit."""
    pairs = _paired(slot, predicted, gold)
    met = {right for _, right, _ in pairs}
    wanted = sum(1 for index, fill in enumerate(gold) if index in met or not fill.optional)
    return Tally(sum(worth for _, _, worth in pairs), len(predicted), wanted)


def _paired(slot: str, predicted: Sequence[Fill], gold: Sequence[Fill]) -> list[tuple[int, int, float]]:
    worth = [[credit(slot, mine, theirs) for theirs in gold] for mine in predicted]
    return [(left, right, worth[left][right]) for left, right in best_assignment(worth)]


def tally_templates(predicted: Template, gold: Template) -> dict[str, Tally]:
    return {slot: tally_fills(slot, predicted.fills(slot), gold.fills(slot)) for slot in SLOTS}


def align(predicted: Templates, gold: Templates) -> tuple[tuple[int, int], ...]:
    """Return the pairs (predicted, gold) that are scored against each other."""
    return best_assignment([[_worth(mine, theirs) for theirs in gold] for mine in predicted])


def _worth(predicted: Template, gold: Template) -> float:
    if not _may_align(predicted, gold):
        return 0.0
    return sum(tally.earned for tally in tally_templates(predicted, gold).values())


def _may_align(predicted: Template, gold: Template) -> bool:
    def agree(slot: str) -> bool:
        return bool(_paired(slot, predicted.fills(slot), gold.fills(slot)))

    return agree("incident_type") or (agree("incident_date") and agree("incident_location"))


def tally_document(predicted: Templates, gold: Templates) -> dict[str, Tally]:
    """Return the tallies of one document by slot."""
    totals = dict.fromkeys(SLOTS, Tally())
    pairs = align(predicted, gold)
    for left, right in pairs:
        for slot, tally in tally_templates(predicted[left], gold[right]).items():
            totals[slot] += tally
    spurious = [template for index, template in enumerate(predicted) if index not in {left for left, _ in pairs}]
    missed = [template for index, template in enumerate(gold) if index not in {right for _, right in pairs}]
    for slot in SLOTS:
        totals[slot] += Tally(predicted=sum(len(template.fills(slot)) for template in spurious))
        totals[slot] += Tally(wanted=sum(_required(template, slot) for template in missed))
    return totals


def _required(template: Template, slot: str) -> int:
    return 0 if template.optional else sum(not fill.optional for fill in template.fills(slot))


def score(documents: Sequence[tuple[Templates, Templates]]) -> tuple[Row, ...]:
    """Return precision, recall and F of every slot and of all together, of documents (predicted, gold)."""
    tallies = [tally_document(predicted, gold) for predicted, gold in documents]
    rows = [row for slot in SLOTS for row in slot_rows(slot, [tally[slot] for tally in tallies])]
    together = [sum(tally.values(), Tally()) for tally in tallies]
    return (*rows, *slot_rows("micro", together))


def slot_rows(name: str, tallies: Sequence[Tally]) -> tuple[Row, ...]:
    """Return `muc4.<name>.precision`, `.recall` and `.f1`; n is the number of fills that the key asks for."""
    table = _table(tallies)
    n = sum(tally.wanted for tally in tallies)
    return tuple(
        Row(f"muc4.{name}.{metric}", *interval(table, figure), n, note=_note(tallies)) for metric, figure in _FIGURES
    )


def _table(tallies: Sequence[Tally]) -> Table:
    columns = [[tally.earned, tally.predicted, tally.earned, tally.wanted] for tally in tallies]
    return np.array(columns, dtype=np.float64).reshape(-1, 4)


def _note(tallies: Sequence[Tally]) -> str:
    return f"{sum(tally.predicted for tally in tallies)} predicted"
