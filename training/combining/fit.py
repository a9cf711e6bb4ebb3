"""Fits the table by which the combined coder weighs the rules and the model.

Run: python -m training.combining.fit DATA, after the network and the rules' confidence are as they are to be; some
minutes. Prints what five folds give, and writes claims/coders/combined/data/table.json.

The network has seen the training wires, so the table is fitted on the development parts of MUC-4 and HRDsAttack.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.bench.coding import code_all
from dateline.bench.datasets import read_lines
from dateline.claims.coders.combined.adding import unclaimed
from dateline.claims.coders.combined.evidence import said_features
from dateline.claims.coders.combined.table import read_row, weigh_row
from dateline.claims.coders.model.framing import claim_of
from dateline.claims.coders.model.reader import load_reader
from dateline.claims.coders.model.records import Reading
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.coders.rules.framer import Framer
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import Claim, Frame, FrameKind
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.events import link, reconcile
from dateline.mentions.records import Findings
from dateline.pipeline import Coded, load_stages
from dateline.stamp import Stamp
from training.confidence.judged import document_of, judge_one

TABLE = Path(__file__).resolve().parents[2] / "src/dateline/claims/coders/combined/data/table.json"
FILES = ("muc4/dev.jsonl.xz", "hrdsattack/dev.jsonl.xz")
SAID = ("perpetrator", "victim", "target")  # not weapons: the wires know no drones and little artillery
MARKED = (*SAID, "weapon")
LEAST = {"perpetrator": 0.7, "victim": 0.7, "target": 0.7, "weapon": 0.8}
"""Probability from which a value of the model alone is told: of .5, .6, .7, .8 and .9 the best sum of CEAF-REE and
pooled REE on MUC-4's development wires, by folds."""
FOLDS, STRENGTH, DECIMALS = 5, 0.3, 3
ENOUGH = 15  # judged values from which a row is fitted
_STAMP = Stamp("model.v1", "1", "training")

Features = dict[str, float]


@dataclass(frozen=True)
class Opened:
    """A document with what both coders make of it, and its line of the data."""

    line: Mapping[str, Any]
    page: Page
    coded: Coded
    reading: Reading

    @property
    def events(self) -> list[Frame]:
        return [frame for frame in self.coded.frames if frame.kind is FrameKind.EVENT]

    def told(self, frames: Sequence[Frame]) -> Coded:
        """Return the coded document with other frames."""
        where = {each.mention_id: each for each in self.coded.places}
        who = {each.mention_id: each for each in self.coded.actors}
        book = load_codebook()
        events = tuple(reconcile(group, places=where, actors=who, codebook=book) for group in link(frames))
        return replace(self.coded, frames=tuple(frames), events=events)


@dataclass(frozen=True)
class Example:
    """One value with what the table weighs of it, whether it is right, and its document's fold."""

    features: Features
    right: bool
    fold: int


class KeepingCoder:
    """The rules coder, which keeps the page of each document until it is asked for."""

    def __init__(self) -> None:
        self._rules = RulesCoder()
        self.stamp = self._rules.stamp
        self.pages: dict[str, Page] = {}

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        page = self._rules.open(document, findings)
        self.pages[document.id] = page
        return self._rules.code_page(page)


def open_all(data: Path) -> Iterator[Opened]:
    """Yield the documents of all files, each read by both coders."""
    coder, reader = KeepingCoder(), load_reader()
    stages = replace(load_stages(), coder=coder)
    for file in FILES:
        lines = list(read_lines(data / file, ()))
        documents = (document_of(line, f"{file}#{number}") for number, line in enumerate(lines, 1))
        for line, coded in zip(lines, code_all(documents, stages), strict=True):
            if isinstance(coded, Coded):
                page = coder.pages.pop(coded.document.id)
                yield Opened(line, page, coded, reader.read(coded.document.text))


def said_examples(opened: Opened, fold: int) -> Iterator[tuple[str, Example]]:
    """Yield the judged values of the rules."""
    by_id = {claim.id: claim for frame in opened.events for claim in frame.claims}
    for judged in judge_one(opened.line, opened.coded):
        if judged.slot in SAID:
            features = said_features(opened.reading, by_id[judged.claim_id])
            yield judged.slot, Example(features, judged.right, fold)


def marked_examples(opened: Opened, fold: int) -> Iterator[tuple[str, Example]]:
    """Yield the judged values of the model alone, each told with the event that it likeliest belongs to."""
    features: dict[str, Features] = {}
    added: dict[str, list[Claim]] = {}
    for candidate, anchored, known in unclaimed(opened.page, opened.reading, opened.events):
        framer = Framer(opened.page, anchored.frame.id, _STAMP)
        claim = claim_of(framer, opened.reading, candidate, candidate.marked.probability)
        features[claim.id] = known
        added.setdefault(anchored.frame.id, []).append(claim)
    frames = [replace(each, claims=(*each.claims, *added.get(each.id, ()))) for each in opened.coded.frames]
    for judged in judge_one(opened.line, opened.told(frames)):
        if judged.slot in MARKED and judged.claim_id in features:
            yield judged.slot, Example(features[judged.claim_id], judged.right, fold)


def fit_row(examples: Sequence[Example]) -> dict[str, Any]:
    """Return a row of the table: a logistic regression with an L2 penalty."""
    names = list(examples[0].features)
    rows = np.array([[each.features[name] for name in names] for each in examples])
    found = LogisticRegression(C=STRENGTH, max_iter=1000).fit(rows, [each.right for each in examples])
    weights = {name: round(float(weight), DECIMALS) for name, weight in zip(names, found.coef_[0], strict=True)}
    return {"start": round(float(found.intercept_[0]), DECIMALS), "weights": weights, "judged": len(examples)}


def error_by_folds(examples: Sequence[Example]) -> float:
    """Return the Brier score of examples by rows that have not seen their documents."""
    errors: list[float] = []
    for fold in range(FOLDS):
        seen = [each for each in examples if each.fold != fold]
        if len({each.right for each in seen}) == 1:
            continue
        row = read_row(fit_row(seen))
        kept = (each for each in examples if each.fold == fold)
        errors.extend((weigh_row(row, each.features) - each.right) ** 2 for each in kept)
    return float(np.mean(errors))


def main(data: Path) -> None:
    """Fit every row, print how well it does by folds, and write the table."""
    said: dict[str, list[Example]] = {slot: [] for slot in SAID}
    marked: dict[str, list[Example]] = {slot: [] for slot in MARKED}
    for number, opened in enumerate(open_all(data)):
        fold = number % FOLDS
        for slot, example in said_examples(opened, fold):
            said[slot].append(example)
        for slot, example in marked_examples(opened, fold):
            marked[slot].append(example)
    table = {
        "said": {slot: _row("said", slot, examples) for slot, examples in said.items() if len(examples) >= ENOUGH},
        "marked": {
            slot: {**_row("marked", slot, examples), "least": LEAST[slot]}
            for slot, examples in marked.items()
            if len(examples) >= ENOUGH
        },
    }
    TABLE.write_text(json.dumps(table, indent=1) + "\n", encoding="utf-8")


def _row(part: str, slot: str, examples: Sequence[Example]) -> dict[str, Any]:
    row, share = fit_row(examples), np.mean([each.right for each in examples])
    shown = f"{len(examples)} judged, {share:.2f} right, Brier by folds {error_by_folds(examples):.3f}"
    print(f"{part} {slot}: {shown}; {row['start']} {row['weights']}", flush=True)  # noqa: T201 - a script's report
    return row


if __name__ == "__main__":
    main(Path(sys.argv[1]))
