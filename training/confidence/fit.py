"""Fits the confidence of claims: `python -m training.confidence.fit [DATA] [--kept FOLDER]`, some five minutes of CPU.

DATA holds the folders muc4, hrdsattack and isaf; without it the folder of `dateline bench` is used. Prints what folds
give, slot by slot, and writes the coder's weights with the reliability that was measured on documents not seen.
"""

import json
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
from threadpoolctl import threadpool_limits

from dateline.bench.datasets import data_root
from dateline.bench.scorers.calibration import BINS
from training.confidence.judged import (
    ARTICLES,
    DEV_ARTICLES,
    DEV_WIRES,
    RELEASES,
    WEIGHTS,
    WIRES,
    BySlot,
    Floats,
    Told,
    judge_sets,
    together,
)
from training.confidence.regress import EVERY, Fitted, fit_best, folds_of, loss_of, moved, with_brief, with_small

ENOUGH = 60  # judged claims of a slot from which weights are fitted
DECIMALS = 3
BY_SORT = frozenset({"perpetrator"})  # slots that articles judge by the sort alone: they give one number, no weights
COUNTED = frozenset({"deaths", "captured"})  # slots of which releases judge the number
OF_RELEASES = (  # of the number alone: what else of a release speaks for a number is a habit of releases
    "first_figure",
    "is_definite",
    "is_a_vague_number",
    "is_the_greatest_of_its_event",
)


@dataclass(frozen=True)
class Slot:
    """What was fitted for a slot, of how many claims, and confidence with what was right on documents not seen."""

    fitted: Fitted
    judged: int
    held: Floats
    right: Floats
    of_briefs: Fitted | None = None  # where briefs have weights of their own


def fit_slot(slot: str, by_set: Mapping[str, Told]) -> Slot:
    """Return a slot's regression.

    Training wires and articles give the weights (articles that judge the sort alone one number), the development
    parts one number by which they are moved, releases the number of briefs, or the few weights of a count in a brief.
    What is held are the documents of the development parts and the releases, each with the numbers of the other folds;
    where these are few, the training folds too.
    """
    giving = (WIRES,) if slot in BY_SORT else (WIRES, ARTICLES)
    free = together([by_set[name] for name in giving if name in by_set])
    releases = by_set.get(RELEASES)
    if free is None:
        assert releases is not None
        fit, strength = fit_best(releases, OF_RELEASES)
        print(f"{slot}, of releases alone: strength {strength}")  # noqa: T201
        return Slot(fit(releases), len(releases.right), folds_of(releases, fit), releases.right)
    dev = together([by_set[name] for name in (DEV_WIRES, DEV_ARTICLES) if name in by_set])
    found = _fit_free(slot, free, dev, by_set.get(ARTICLES) if slot in BY_SORT else None)
    return found if releases is None else _with_releases(found, releases, is_counted=slot in COUNTED)


def _fit_free(slot: str, free: Told, dev: Told | None, by_sort: Told | None) -> Slot:
    fit, strength = fit_best(free)
    fitted, seen = fit(free), folds_of(free, fit)
    fitted = fitted if by_sort is None else with_small(fitted, by_sort)
    judged = len(free.right) + (len(by_sort.right) if by_sort is not None else 0)
    print(f"{slot}: strength {strength}, log loss by folds {_against_base(seen, free.right)}")  # noqa: T201
    if dev is None:
        return Slot(fitted, judged, seen, free.right)
    nearer = moved(fitted, dev)
    print(f"  moved by {nearer.start - fitted.start:+.2f}")  # noqa: T201
    held = folds_of(dev, lambda part: moved(fitted, part))
    if len(held) < ENOUGH:
        return Slot(nearer, judged, np.append(seen, held), np.append(free.right, dev.right))
    return Slot(nearer, judged, held, dev.right)


def _with_releases(found: Slot, releases: Told, *, is_counted: bool) -> Slot:
    judged = found.judged + len(releases.right)
    if is_counted:
        fit, _ = fit_best(releases, OF_RELEASES)
        fitted, of_briefs = found.fitted, fit(releases)
    else:
        fit = partial(with_brief, found.fitted)
        fitted, of_briefs = fit(releases), None
    seen = folds_of(releases, fit)
    print(f"  releases: log loss by folds {_against_base(seen, releases.right)}")  # noqa: T201
    return Slot(fitted, judged, np.append(found.held, seen), np.append(found.right, releases.right), of_briefs)


def _against_base(held: Floats, right: Floats) -> str:
    base = loss_of(np.full(len(right), right.mean()), right)
    return f"{loss_of(held, right):.3f}, of the mean alone {base:.3f}"


def curve_of(confidence: Floats, right: Floats) -> list[dict[str, float]]:
    """Return the reliability curve in ten bins: from where, how many, their mean confidence and their share right."""
    numbers = np.minimum((confidence * BINS + 1e-9).astype(int), BINS - 1)
    return [
        {
            "from": number / BINS,
            "n": int((numbers == number).sum()),
            "confidence": round(float(confidence[numbers == number].mean()), DECIMALS),
            "right": round(float(right[numbers == number].mean()), DECIMALS),
        }
        for number in range(BINS)
        if (numbers == number).any()
    ]


def error_of(curve: Sequence[Mapping[str, float]]) -> float:
    """Return the expected calibration error of a curve."""
    total = sum(each["n"] for each in curve)
    return sum(each["n"] * abs(each["confidence"] - each["right"]) for each in curve) / total


def row_of(slot: Slot) -> dict[str, Any]:
    """Return a slot's entry of data/confidence.json."""
    row: dict[str, Any] = {**_numbers(slot.fitted), "judged": slot.judged, "curve": curve_of(slot.held, slot.right)}
    return row if slot.of_briefs is None else {**row, "briefs": _numbers(slot.of_briefs)}


def _numbers(fitted: Fitted) -> dict[str, Any]:
    weights = zip(EVERY, fitted.weights.round(DECIMALS).tolist(), strict=True)
    return {
        "start": round(fitted.start, DECIMALS),
        "not_in_capitals": round(fitted.small, DECIMALS),
        "in_a_brief": round(fitted.brief, DECIMALS),
        "weights": {name: weight for name, weight in weights if weight},
    }


def fit_all(by_set: Mapping[str, BySlot]) -> dict[str, dict[str, Any]]:
    """Return data/confidence.json, and print each slot's figures; a slot of which too few were judged is left out."""
    rows = {}
    for slot in sorted({slot for told in by_set.values() for slot in told}):
        of_slot = {name: told[slot] for name, told in by_set.items() if slot in told}
        judged = {name: len(told.right) for name, told in of_slot.items()}
        if sum(judged[name] for name in (WIRES, ARTICLES, RELEASES) if name in judged) < ENOUGH:
            print(f"{slot}: {judged}, too few")  # noqa: T201 - a script's report
            continue
        row = row_of(fit_slot(slot, of_slot))
        print(f"  {judged}, error on documents not seen {error_of(row['curve']):.3f}")  # noqa: T201
        rows[slot] = row
    return rows


def main() -> None:
    parser = ArgumentParser(description="Fit the confidence of claims.")
    parser.add_argument("data", nargs="?", type=Path, default=data_root(), help="a folder with muc4, hrdsattack, isaf")
    parser.add_argument("--kept", type=Path, help="a folder where coded documents stay, until the coder changes")
    asked = parser.parse_args()
    if asked.data is None:
        parser.error("there is no data here: name its folder")
    judged = judge_sets(asked.data, asked.kept)
    with threadpool_limits(1):  # matrices this small are slower in several threads
        rows = fit_all(judged)
    WEIGHTS.write_text(json.dumps(rows, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
