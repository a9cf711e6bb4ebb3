# ruff: noqa: INP001 - a script, run by its path
"""Fits the confidence of claims: `python training/confidence/fit.py MUC4_TRAIN HRDS_TRAIN ISAF_DEV`, some ten minutes.

Prints what five folds give, slot by slot, and writes the coder's weights with the reliability that the folds measured.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from scipy.optimize import brentq
from sklearn.linear_model import LogisticRegression

from dateline.bench.benches import hrds, isaf
from dateline.bench.coding import code_all
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.hrds_words import read_key
from dateline.bench.mappers.judging_articles import judge_article
from dateline.bench.mappers.judging_releases import judge_release
from dateline.bench.mappers.judging_wires import judge_wire
from dateline.bench.scorers.calibration import BINS, Judged
from dateline.bench.scorers.muc4_templates import read_template
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.coders.rules.confidence import Weights
from dateline.claims.coders.rules.confidence.standings import see_setting, stand
from dateline.claims.coders.rules.confidence.weights import ALL_FEATURES
from dateline.claims.records import FrameKind
from dateline.documents.records import Document
from dateline.pipeline import Coded, load_stages

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/claims/coders/rules/data/confidence.json"
FOLDS = 5
STRENGTH = 0.05  # C of scikit-learn: the inverse of the L2 penalty on standardised features
ENOUGH = 60  # judged claims of a slot from which weights are fitted
DECIMALS = 3
_STILL = 1e-9  # spread of a feature that is the same for all
_WIDEST = 20.0  # logits between which a start is sought
WIRES, ARTICLES, RELEASES = "muc4", "hrds", "isaf"

Floats = npt.NDArray[np.float64]
Outcome = tuple[Mapping[str, Any], Coded]


@dataclass(frozen=True)
class Told:
    """The judged claims of one slot: features, right (1.0 or 0.0), the document's fold, and what it is written like."""

    rows: Floats
    right: Floats
    fold: Floats
    small: Floats  # 1.0 for ordinary letters, 0.0 for capitals
    brief: Floats

    def part(self, chosen: npt.NDArray[np.bool_]) -> "Told":
        return Told(self.rows[chosen], self.right[chosen], self.fold[chosen], self.small[chosen], self.brief[chosen])


@dataclass(frozen=True)
class Fitted:
    """A logistic regression on features as they are."""

    start: float
    small: float
    brief: float
    weights: Floats

    def of(self, told: Told) -> Floats:
        return 1 / (1 + np.exp(-self.scores(told)))

    def scores(self, told: Told) -> Floats:
        return self.start + self.small * told.small + self.brief * told.brief + told.rows @ self.weights


def code_wires(path: Path) -> Iterator[Outcome]:
    lines = list(read_lines(path, ("docid", "text", "templates")))
    yield from _coded(lines, [Document(line["text"], line["docid"], language="en") for line in lines])


def code_articles(path: Path) -> Iterator[Outcome]:
    lines = list(read_lines(path, ("sample", "merged_sample")))
    yield from _coded(lines, [hrds.read_article(line["sample"], f"{path.name}#{n}") for n, line in enumerate(lines, 1)])


def code_releases(path: Path) -> Iterator[Outcome]:
    lines = list(read_lines(path, ("text", "gold")))
    documents = [isaf.read_release(line["text"], f"{path.name}#{n}") for n, line in enumerate(lines, 1)]
    yield from _coded(lines, documents, isaf.POLICY)


def _coded(lines: Sequence[Mapping[str, Any]], documents: Sequence[Document], policy: str = "") -> Iterator[Outcome]:
    """Yield what could be coded, with every claim's first figure for its confidence."""
    coder = RulesCoder(count_policy=policy or "dateline.v1", weights=Weights())
    outcomes = code_all(documents, replace(load_stages(), coder=coder))
    pairs = zip(lines, outcomes, strict=True)
    yield from ((line, outcome) for line, outcome in pairs if isinstance(outcome, Coded))


def judge_one(line: Mapping[str, Any], coded: Coded) -> Iterator[Judged]:
    """Yield the claims of a document, judged by the key that it has."""
    if "templates" in line:
        return judge_wire(coded, tuple(map(read_template, line["templates"])))
    if "gold" in line:
        return judge_release(coded, line["gold"])
    return judge_article(coded, read_key(line["merged_sample"]))


def gather(outcomes: Iterator[Outcome]) -> dict[str, Told]:
    """Return the judged claims by slot."""
    found: dict[str, list[tuple[list[float], bool, int, bool, bool]]] = {}
    for line, coded in outcomes:
        setting = see_setting(coded.document, [frame for frame in coded.frames if frame.kind is FrameKind.EVENT])
        standings = {told.claim.id: told for told in stand(setting)}
        fold = int(sha256(coded.document.origin.encode()).hexdigest(), 16) % FOLDS
        for judged in judge_one(line, coded):
            row = [feature(standings[judged.claim_id]) for feature in ALL_FEATURES.values()]
            found.setdefault(judged.slot, []).append(
                (row, judged.right, fold, not setting.in_capitals, setting.is_brief)
            )
    return {
        slot: Told(*(np.array(part, dtype=np.float64) for part in zip(*each, strict=True)))
        for slot, each in found.items()
    }


def fit_weights(told: Told) -> Fitted:
    """Return a regression with an L2 penalty on standardised features."""
    rows = np.column_stack([told.rows, told.small])
    mean, spread = rows.mean(axis=0), rows.std(axis=0)
    varies = spread > _STILL
    found = LogisticRegression(C=STRENGTH, max_iter=5000).fit((rows - mean)[:, varies] / spread[varies], told.right)
    weights = np.zeros(rows.shape[1])
    weights[varies] = found.coef_[0] / spread[varies]
    return Fitted(float(found.intercept_[0] - weights @ mean), float(weights[-1]), 0.0, weights[:-1])


def fit_first_figure(told: Told) -> Fitted:
    """Return a regression that only moves the coder's first figure, up or down, by one number."""
    weights = np.zeros(told.rows.shape[1])
    weights[list(ALL_FEATURES).index("first_figure")] = 1.0
    return Fitted(_shift(Fitted(0.0, 0.0, 0.0, weights), told), 0.0, 0.0, weights)


def with_brief(fitted: Fitted, told: Told) -> Fitted:
    """Return the regression with the number for briefs that makes the mean of the briefs right."""
    return replace(fitted, brief=_shift(fitted, told.part(told.brief == 1.0)))


def _shift(fitted: Fitted, told: Told) -> float:
    scores = fitted.scores(told)
    return float(brentq(lambda by: (1 / (1 + np.exp(-scores - by)) - told.right).sum(), -_WIDEST, _WIDEST))


def folds_of(told: Told, fit: Callable[[Told], Fitted]) -> Floats:
    """Return the confidence of each claim by a regression that has not seen its document."""
    held = np.zeros(len(told.right))
    for fold in range(FOLDS):
        held[told.fold == fold] = fit(told.part(told.fold != fold)).of(told.part(told.fold == fold))
    return held


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


def fit_slot(by_set: Mapping[str, Told]) -> tuple[Fitted, Floats, Floats]:
    """Return a slot's regression, and confidence by folds with what was right.

    Wires and articles give the weights; releases, which may give no more than one number, that of briefs, or where
    there is nothing else, that by which the first figure is moved.
    """
    free = _together([by_set[name] for name in (WIRES, ARTICLES) if name in by_set])
    releases = by_set.get(RELEASES)
    if free is None:
        assert releases is not None
        return fit_first_figure(releases), folds_of(releases, fit_first_figure), releases.right
    fitted, held = fit_weights(free), folds_of(free, fit_weights)
    if releases is None:
        return fitted, held, free.right
    of_releases = folds_of(releases, lambda told: with_brief(fitted, told))
    return with_brief(fitted, releases), np.append(held, of_releases), np.append(free.right, releases.right)


def _together(parts: Sequence[Told]) -> Told | None:
    if not parts:
        return None
    columns = ([getattr(part, name) for part in parts] for name in ("rows", "right", "fold", "small", "brief"))
    return Told(*(np.concatenate(column) for column in columns))


def row_of(fitted: Fitted, held: Floats, right: Floats) -> dict[str, Any]:
    """Return a slot's entry of data/confidence.json."""
    weights = zip(ALL_FEATURES, fitted.weights.round(DECIMALS).tolist(), strict=True)
    return {
        "start": round(fitted.start, DECIMALS),
        "not_in_capitals": round(fitted.small, DECIMALS),
        "in_a_brief": round(fitted.brief, DECIMALS),
        "weights": {name: weight for name, weight in weights if weight},
        "judged": len(right),
        "curve": curve_of(held, right),
    }


def fit_all(by_set: Mapping[str, Mapping[str, Told]]) -> dict[str, dict[str, Any]]:
    """Return data/confidence.json, and print each slot's figures; a slot of which too few were judged is left out."""
    fitted = {}
    for slot in sorted({slot for told in by_set.values() for slot in told}):
        of_slot = {name: told[slot] for name, told in by_set.items() if slot in told}
        judged = {name: len(told.right) for name, told in of_slot.items()}
        if sum(judged.values()) < ENOUGH:
            print(f"{slot}: {judged}, too few")  # noqa: T201 - a script's report
            continue
        row = row_of(*fit_slot(of_slot))
        print(f"{slot}: {judged}, error by folds {error_of(row['curve']):.3f}")  # noqa: T201
        fitted[slot] = row
    return fitted


def main(wires: Path, articles: Path, releases: Path) -> None:
    by_set = {
        WIRES: gather(code_wires(wires)),
        ARTICLES: gather(code_articles(articles)),
        RELEASES: gather(code_releases(releases)),
    }
    WEIGHTS.write_text(json.dumps(fit_all(by_set), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:4]))
