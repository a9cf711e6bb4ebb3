# ruff: noqa: INP001, T201 - a script, run from the repository's root, that says what it found
"""Fits which coded events MUC-4 wants: `python -m training.muc4_wanted.fit MUC4_TRAIN.jsonl.xz`, some ten minutes.

Prints what five folds give at several thresholds, and writes the weights, fitted on all reports.
"""

import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from training.choices import Choices, Floats, fit_choices

from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.muc4 import Drawn, draw_templates
from dateline.bench.mappers.muc4_wanted_features import FEATURES
from dateline.bench.records import Order
from dateline.bench.scorers.muc4_slots import Tally, align, tally_document
from dateline.bench.scorers.muc4_templates import Template, read_template
from dateline.documents.records import Document
from dateline.pipeline import Coded

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/bench/data/muc4_wanted.json"
FOLDS = 5
L2 = 2.0
THRESHOLDS = (0.25, 0.3, 0.35, 0.4, 0.45, 0.5)
_SCORED = ("incident_type", "incident_date", "incident_location")


@dataclass(frozen=True)
class Wire:
    """One report: what was drawn from it, the features of each, and the key's templates."""

    drawn: tuple[Drawn, ...]
    rows: Floats
    gold: tuple[Template, ...]
    fold: int

    def partners(self) -> dict[int, int]:
        return dict(align([each.template for each in self.drawn], self.gold))


def read_wires(path: Path) -> list[Wire]:
    lines = list(read_lines(path, ("docid", "text", "templates")))
    documents = (Document(line["text"], line["docid"], language="en") for line in lines)
    stages = stages_with(Order(None, coder="rules.v1"))  # the network has seen these texts
    coded = code_all(documents, stages)
    pairs = zip(coded, lines, strict=True)
    return [wire_of(each, line["templates"]) for each, line in pairs if isinstance(each, Coded)]


def wire_of(coded: Coded, key: Iterable[dict[str, object]]) -> Wire:
    drawn = draw_templates(coded)
    rows = [[float(feature(each.candidate)) for feature in FEATURES] for each in drawn]
    fold = fold_of(coded.document.origin)
    return Wire(drawn, np.array(rows).reshape(-1, len(FEATURES)), tuple(map(read_template, key)), fold)


def fold_of(origin: str) -> int:
    return int(sha256(origin.encode()).hexdigest(), 16) % FOLDS


def choices_of(wire: Wire) -> Iterator[Choices]:
    """Yield each event as a choice between wanted and not; those that the key holds optional are left out."""
    partners = wire.partners()
    for number, row in enumerate(wire.rows):
        if number not in partners or not wire.gold[partners[number]].optional:
            is_wanted = float(number in partners)
            yield Choices(np.array([row, np.zeros_like(row)]), np.array([is_wanted, 1 - is_wanted]), wire.fold)


def score(wires: Sequence[Wire], weights: Sequence[Floats], least: float) -> dict[str, float]:
    """Return F by slot where each report is judged by the weights fitted without its fold."""
    tallies = []
    for wire in wires:
        odds = 1 / (1 + np.exp(-wire.rows @ weights[wire.fold]))
        kept = [each.template for each, one in zip(wire.drawn, odds, strict=True) if one >= least]
        tallies.append(tally_document(kept, wire.gold))
    return {slot: _f1(slot, tallies) for slot in _SCORED}


def _f1(slot: str, tallies: Sequence[Mapping[str, Tally]]) -> float:
    together = sum((tally[slot] for tally in tallies), Tally())
    return round(200 * together.earned / (together.predicted + together.wanted), 1)


def main(path: Path) -> None:
    wires = read_wires(path)
    choices = [choice for wire in wires for choice in choices_of(wire)]
    folds = [fit_choices([each for each in choices if each.fold != fold], penalty=L2) for fold in range(FOLDS)]
    for least in THRESHOLDS:
        print(least, score(wires, folds, least))
    weights = fit_choices(choices, penalty=L2).tolist()
    named = {feature.__name__: round(weight, 2) for feature, weight in zip(FEATURES, weights, strict=True)}
    WEIGHTS.write_text(json.dumps(named, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
