"""Scores confidence: how far the share that is right lies from the confidence that claims were given."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.bootstrap import Table, interval, percentage
from dateline.bench.records import Row

BINS = 10
ENOUGH = 200  # judged claims of a slot from which its error may be held against the bar of 0.05
_PERCENT = 100
_DRAWS = 200
_SEED = 5


@dataclass(frozen=True, slots=True)
class Bin:
    """A tenth of a reliability curve: how many claims, their mean confidence, and the share of them that was right."""

    n: int
    confidence: float
    right: float


Curve = Mapping[int, Bin]  # by the number of its bin


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim of a document that a key could judge."""

    document_id: str
    slot: str
    confidence: float
    right: bool
    claim_id: str = ""


def rows(judged: Sequence[Judged], fitted: Mapping[str, Curve] | None = None) -> tuple[Row, ...]:
    """Return each slot's expected calibration error, then its reliability table, then the error of all slots.

    `fitted` are the reliability curves that are stored with the coder's weights, shown beside today's.
    """
    slots = sorted({each.slot for each in judged})
    curves = fitted or {}
    by_slot = [
        row
        for slot in slots
        for row in _slot_rows(slot, [each for each in judged if each.slot == slot], curves.get(slot, {}))
    ]
    return (*by_slot, *([_error("all", judged)] if judged else []))


def _slot_rows(slot: str, judged: Sequence[Judged], fitted: Curve) -> Iterator[Row]:
    yield _error(slot, judged, fitted)
    for number in range(BINS):
        held = [each for each in judged if _bin(each) == number]
        if held:
            sure = float(np.mean([each.confidence for each in held]))
            table = np.array([[each.right, 1.0] for each in held], dtype=np.float64)
            note = f"percent right where confidence is {sure:.2f} in the mean{_stored(fitted.get(number))}"
            yield Row(
                f"calibration.{slot}.from_{number / BINS:.1f}", *interval(table, percentage), len(held), note=note
            )


def _stored(held: Bin | None) -> str:
    if held is None:
        return ""
    return f"; when it was fitted, {_PERCENT * held.right:.0f} percent of {held.n}, where it was {held.confidence:.2f}"


def _error(slot: str, judged: Sequence[Judged], fitted: Curve | None = None) -> Row:
    """Return the expected calibration error, 0 to 1, in ten equally wide bins (Guo et al. 2017)."""
    few = "" if len(judged) >= ENOUGH else f"; fewer than {ENOUGH}"
    note = f"0 is best, a perfect coder's would be {_of_chance(judged):.3f} by chance{few}{_error_stored(fitted or {})}"
    return Row(f"calibration.{slot}.ece", *interval(_by_document(judged), _mean_gap), len(judged), note=note)


def _error_stored(fitted: Curve) -> str:
    total = sum(held.n for held in fitted.values())
    if not total:
        return ""
    error = sum(held.n * abs(held.confidence - held.right) for held in fitted.values()) / total
    return f"; when it was fitted, {error:.3f} on {total} of documents not seen"


def _of_chance(judged: Sequence[Judged]) -> float:
    """Return the mean error of claims that are right exactly as often as their confidence says, so many as these."""
    sure = np.array([each.confidence for each in judged])
    bins = np.eye(BINS)[[_bin(each) for each in judged]]
    drawn = np.random.default_rng(_SEED).random((_DRAWS, len(judged))) < sure
    return float(np.abs((sure - drawn) @ bins).sum(axis=1).mean() / len(judged))


def _by_document(judged: Sequence[Judged]) -> Table:
    """Return a row a document: confidence less what was right, summed over each bin, and how many claims."""
    place = {name: index for index, name in enumerate(sorted({each.document_id for each in judged}))}
    sums = np.zeros((len(place), BINS + 1))
    for each in judged:
        sums[place[each.document_id], _bin(each)] += each.confidence - each.right
        sums[place[each.document_id], BINS] += 1
    return sums


def _mean_gap(sums: Table) -> Table:
    gaps: Table = np.abs(sums[:, :BINS]).sum(axis=1) / np.maximum(sums[:, BINS], 1)
    return gaps


def _bin(judged: Judged) -> int:
    return min(int(judged.confidence * BINS + 1e-9), BINS - 1)
