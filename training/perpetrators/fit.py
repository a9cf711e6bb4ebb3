# ruff: noqa: INP001 - a script, run from the repository's root
"""Fits the linking of perpetrators: `python -m training.perpetrators.fit MUC4_TRAIN.jsonl.xz`, some ten minutes.

Prints what five folds give, and writes the coder's weights, fitted on all reports.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np
from scipy.optimize import minimize
from training.choices import Choices, Floats, fit_choices

from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.muc4 import map_incidents
from dateline.bench.mappers.muc4_targets import in_capitals
from dateline.bench.records import Order
from dateline.bench.scorers.muc4_credit import credit
from dateline.bench.scorers.muc4_slots import align
from dateline.bench.scorers.muc4_templates import Fill, Template, read_template
from dateline.claims.coders.rules.attribution import with_cited
from dateline.claims.coders.rules.grouping import group_sightings
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.opening import open_page
from dateline.claims.coders.rules.perpetrators.nobody_features import NOBODY_FEATURES
from dateline.claims.coders.rules.perpetrators.records import Body, Bond, Case
from dateline.claims.coders.rules.perpetrators.scene import cases_of, see_scene
from dateline.claims.coders.rules.perpetrators.stance_features import STANCE_FEATURES
from dateline.claims.coders.rules.perpetrators.weights import BODY_FEATURES, STANCES
from dateline.claims.coders.rules.responsibility import charged_event, find_charges
from dateline.claims.coders.rules.sightings import find_sightings
from dateline.claims.records import FrameKind, frame_id
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.mentions.find import find
from dateline.pipeline import Coded, Stages

WEIGHTS = Path(__file__).resolve().parents[2] / "src/dateline/claims/coders/rules/data/perpetrators.json"
FOLDS = 5
L2, STANCE_L2 = 6.0, 8.0
_SMALLEST = 1e-12
_ORGANISATION, _CONFIDENCE = "perp_organization", "perp_org_confidence"


@dataclass(frozen=True)
class Examples:
    """A report's deeds, each with the bodies and "nobody" to choose from, and its right bonds with their stances."""

    deeds: list[Choices]
    stances: list[tuple[Floats, int, int]]  # features, number of the stance, fold


def fold_of(origin: str) -> int:
    return int(sha256(origin.encode()).hexdigest(), 16) % FOLDS


def examples_of(coded: Coded, gold: Sequence[Template], stages: Stages) -> Examples:
    """Return a report's examples. A deed whose template is not in the key is nobody's."""
    mapped = map_incidents(coded)
    partner = dict(align([template for _, template in mapped], gold))
    keys = {
        frame.id: gold[partner[number]] if number in partner else Template()
        for number, (incident, _) in enumerate(mapped)
        for frame in incident.frames
    }
    found = Examples([], [])
    for frame, case, bonds in _cases(coded, stages):
        if frame in keys:
            fold = fold_of(coded.document.origin)
            found.deeds.append(_choices(case, bonds, keys[frame], fold))
            found.stances.extend(_stances(bonds, keys[frame], fold))
    return found


def _cases(coded: Coded, stages: Stages) -> Iterator[tuple[str, Case, tuple[Bond, ...]]]:
    (_, findings), *_ = find([coded.document], parser=stages.parser, finders=stages.finders, names=stages.names)
    codebook = load_codebook()
    page = with_cited(open_page(coded.document, findings, policy=codebook.policy(), lexicon=load_lexicon()))
    clusters = group_sightings(page, find_sightings(page), codebook)
    charges = [(charge, charged_event(page, clusters, charge)) for charge in find_charges(page)]
    for case, bonds in cases_of(see_scene(page, clusters, charges)):
        token = case.deed.cluster.sightings[0].token
        first = page.quote_tokens(token, token)
        yield frame_id(coded.document, FrameKind.EVENT, first, stages.coder.stamp.coder), case, bonds


def _choices(case: Case, bonds: Sequence[Bond], key: Template, fold: int) -> Choices:
    bodies = [[float(feature(bond)) for feature in BODY_FEATURES] for bond in bonds]
    rows = [[*row, *([0.0] * len(NOBODY_FEATURES))] for row in bodies]
    rows.append([*([0.0] * len(BODY_FEATURES)), *(float(feature(case)) for feature in NOBODY_FEATURES)])
    right = [float(any(_names(bond, fill) for fill in key.fills(_ORGANISATION))) for bond in bonds]
    return Choices(np.array(rows), np.array([*right, float(not any(right))]), fold)


def _names(bond: Bond, fill: Fill) -> bool:
    mine = Fill(tuple(_names_of(bond.scene.page.quote_tokens, bond.body)))
    return credit(_ORGANISATION, mine, fill) > 0


def _names_of(quote: Callable[[int, int], object], body: Body) -> set[str]:
    return {in_capitals(quote(naming.first, naming.last).text) for naming in body.namings}  # type: ignore[attr-defined]


def _stances(bonds: Sequence[Bond], key: Template, fold: int) -> Iterator[tuple[Floats, int, int]]:
    numbers = {load_codebook().stances[stance.value].muc: number for number, stance in enumerate(STANCES)}
    for bond in bonds:
        for fill in key.fills(_CONFIDENCE):
            stance = numbers.get(fill.alts[0])
            if stance is not None and fill.xref and _names(bond, Fill(fill.xref)):
                row = [float(feature(bond)) for feature in STANCE_FEATURES]
                yield np.array(row), stance, fold


def fit_stances(examples: Sequence[tuple[Floats, int, int]]) -> Floats:
    """Return a row of weights a stance: a multinomial logit with an L2 penalty."""
    rows = np.stack([row for row, _, _ in examples])
    right = np.eye(len(STANCES))[[stance for _, stance, _ in examples]]

    def loss(flat: Floats) -> tuple[float, Floats]:
        weights = flat.reshape(len(STANCES), -1)
        scores = rows @ weights.T
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        shares = odds / odds.sum(axis=1, keepdims=True)
        value = -(np.log(np.maximum(shares, _SMALLEST)) * right).sum() + 0.5 * STANCE_L2 * flat @ flat
        return float(value), ((shares - right).T @ rows).ravel() + STANCE_L2 * flat

    start = np.zeros(len(STANCES) * rows.shape[1])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x
    return found.reshape(len(STANCES), -1)


def named(bodies: Floats, stances: Floats) -> dict[str, dict[str, float]]:
    """Return the weights under the names of their features, as data/perpetrators.json has them."""

    def part(features: Sequence[Callable[..., float]], weights: Floats) -> dict[str, float]:
        return {f.__name__: round(w, 3) for f, w in zip(features, weights.tolist(), strict=True)}

    own = len(BODY_FEATURES)
    parts = {"body": part(BODY_FEATURES, bodies[:own]), "nobody": part(NOBODY_FEATURES, bodies[own:])}
    return parts | {s.value: part(STANCE_FEATURES, row) for s, row in zip(STANCES, stances, strict=True)}


def report(found: Examples) -> None:
    """Print how likely the right option is in reports that were left out, and how often the stance is right."""
    counts: Counter[str] = Counter()
    gain = 0.0
    for fold in range(FOLDS):
        weights = fit_choices([each for each in found.deeds if each.fold != fold], penalty=L2)
        stances = fit_stances([each for each in found.stances if each[2] != fold])
        for each in (each for each in found.deeds if each.fold == fold):
            odds = np.exp(each.rows @ weights)
            gain += float(np.log((odds * each.right).sum() / odds.sum()))
            counts["deeds"] += 1
            counts["right"] += bool(each.right[int(odds.argmax())])
        for row, stance, _ in (each for each in found.stances if each[2] == fold):
            counts["stances"] += 1
            counts["stances right"] += int((stances @ row).argmax()) == stance
    print(dict(counts), f"mean log-likelihood {gain / counts['deeds']:.3f}")  # noqa: T201 - a script's report


def main(path: Path) -> None:
    stages = stages_with(Order(None, coder="rules.v1"))  # whose links are fitted
    lines = list(read_lines(path, ("docid", "text", "templates"), None))
    documents = (Document(line["text"], line["docid"], language="en") for line in lines)
    found = Examples([], [])
    for line, outcome in zip(lines, code_all(documents, stages), strict=True):
        if isinstance(outcome, Coded):
            one = examples_of(outcome, tuple(map(read_template, line["templates"])), stages)
            found.deeds.extend(one.deeds)
            found.stances.extend(one.stances)
    report(found)
    weights = named(fit_choices(found.deeds, penalty=L2), fit_stances(found.stances))
    WEIGHTS.write_text(json.dumps(weights, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
