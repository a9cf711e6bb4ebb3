"""Fits how sure a fused count is: `python -m training.fusion.fit LABELS`, about a minute of CPU for 150 incidents.

LABELS is a file in the form of `dateline bench fusion`: incidents whose dead and injured a person counted, with their
documents. Every choice of two or more of an incident's documents is an event to learn from, and those of one incident
together weigh as much as those of any other. Prints what folds by incident give and writes the weights that ship.
"""

import json
from argparse import ArgumentParser
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.preprocessing import StandardScaler

from dateline.bench.benches.fusion import read_report
from dateline.bench.coding import code_all, stages_with
from dateline.bench.datasets import read_lines
from dateline.bench.mappers.fusion import accounts_of
from dateline.bench.mappers.fusion_counts import SLOTS, guess, voiced
from dateline.bench.records import Order
from dateline.documents.copies import in_order
from dateline.events import POLICIES
from dateline.events.counts_across import agreement_of
from dateline.events.policies import policy_named
from dateline.events.sureness import FEATURES, features_of
from dateline.events.tellers import tellers_of
from dateline.pipeline import Coded

WEIGHTS = Path(str(files("dateline.events"))) / "data" / "sureness.json"
SILENCE = Path(str(files("dateline.bench"))) / "data" / "fusion.json"
STRENGTHS = (0.01, 0.03, 0.1)  # inverse of the penalty; few incidents, so all are strict
FOLDS = 10
MOST = 5  # documents of an incident of which choices are made: 26 of five
DECIMALS = 3

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Sample:
    """One choice of an incident's documents: what was predicted, the features, whether it is right, its weight."""

    incident: str
    features: tuple[float, ...]
    right: bool
    weight: float
    is_whole: bool  # all documents of the incident


@dataclass(frozen=True)
class Silent:
    """An incident of which no document gives a number."""

    documents: int
    right: bool


def main() -> None:
    """Fit every slot and write both files."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("labels", type=Path)
    lines = list(read_lines(parser.parse_args().labels, ("incident", "documents", "gold")))
    incidents = list(zip(lines, code_incidents(lines), strict=True))
    weights, silence, measured = {}, {}, {}
    for key, slot in SLOTS.items():
        samples, silent = samples_of(incidents, key, slot)
        weights[slot], measured[slot] = fit(samples)
        silence[slot] = silence_of(silent)
        print(f"{slot}: {measured[slot]}; incidents without a number: {silence[slot]}")  # noqa: T201 - a script
    card = {"fitted_on": "incidents of gun violence in the United States, counted by a person", "measured": measured}
    WEIGHTS.write_text(json.dumps({**card, "weights": weights}, indent=1) + "\n", encoding="utf-8")
    SILENCE.write_text(json.dumps(silence) + "\n", encoding="utf-8")


def code_incidents(lines: Sequence[Mapping[str, Any]]) -> list[list[Coded]]:
    """Return each incident's documents as coded, in order of publication; those not coded are left out."""
    documents = [read_report(entry) for line in lines for entry in line["documents"]]
    coded = {
        each.document.origin: each for each in code_all(documents, stages_with(Order(None))) if isinstance(each, Coded)
    }
    told = [[coded[each] for entry in line["documents"] if (each := str(entry["id"])) in coded] for line in lines]
    return [[coded[document.origin] for document in in_order(each.document for each in incident)] for incident in told]


def samples_of(
    incidents: Sequence[tuple[Mapping[str, Any], Sequence[Coded]]], key: str, slot: str
) -> tuple[list[Sample], list[Silent]]:
    """Return the choices in which somebody gives a number, and the whole incidents in which nobody does."""
    samples: list[Sample] = []
    silent: list[Silent] = []
    for line, coded in ((line, coded) for line, coded in incidents if key in line["gold"]):
        chosen = list(_choices(coded))
        for told in chosen:
            features = _features(told, slot)
            right = guess(told, slot, POLICIES[0]).best == line["gold"][key]
            if features is not None:
                samples.append(Sample(line["incident"], features, right, 1 / len(chosen), len(told) == len(coded)))
            elif len(told) == len(coded):
                silent.append(Silent(len(told), right))
    return samples, silent


def fit(samples: Sequence[Sample]) -> tuple[dict[str, float], dict[str, float]]:
    """Return the weights, of features as they are, and what folds by incident give for whole incidents."""
    strength = min(STRENGTHS, key=lambda each: _loss(samples, _folded(samples, each)))
    folded = _folded(samples, strength)
    whole = np.array([each.is_whole for each in samples])
    right = _right(samples)[whole]
    measured = {
        "incidents": float(whole.sum()),
        "exact": round(float(right.mean()), DECIMALS),
        "ece": round(expected_error(folded[whole], right), DECIMALS),
        "strength": strength,
    }
    scaler, model = _fitted(samples, strength)
    slopes = model.coef_[0] / scaler.scale_
    intercept = float(model.intercept_[0] - (slopes * scaler.mean_).sum())
    named = {feature.__name__: round(float(slope), DECIMALS) for feature, slope in zip(FEATURES, slopes, strict=True)}
    return {"intercept": round(intercept, DECIMALS), **named}, measured


def silence_of(silent: Sequence[Silent]) -> list[float]:
    """Return how often 0 was right where 1, 2, 3 or more documents give no number; one is added to each side."""
    rates = []
    for documents in (1, 2, 3):
        held = [each.right for each in silent if min(each.documents, 3) == documents]
        every = [each.right for each in silent]
        prior = (sum(every) + 1) / (len(every) + 2)
        rates.append(round((sum(held) + 5 * prior) / (len(held) + 5), DECIMALS))
    return rates


def expected_error(confidence: Floats, right: Floats, bins: int = 10) -> float:
    """Return the expected calibration error in equally wide bins."""
    at = np.minimum((confidence * bins).astype(int), bins - 1)
    return float(sum(abs((confidence - right)[at == each].sum()) for each in range(bins)) / len(right))


def _choices(coded: Sequence[Coded]) -> Iterator[list[Coded]]:
    """Yield every choice of two or more of the first documents, and all documents together."""
    first = coded[:MOST]
    for size in range(2, len(first) + 1):
        yield from map(list, combinations(first, size))
    if len(coded) > MOST:
        yield list(coded)


def _features(coded: Sequence[Coded], slot: str) -> tuple[float, ...] | None:
    told = accounts_of(coded, slot)
    frames = voiced(told, coded, slot)
    tellers = tellers_of((frame.document_id for frame in frames), {each.document.id: each.document for each in coded})
    claims = [claim for frame in frames for claim in frame.claims]
    agreement = agreement_of(claims, tellers, policy_named(POLICIES[0]))
    return None if agreement is None else tuple(features_of(agreement).values())


def _folded(samples: Sequence[Sample], strength: float) -> Floats:
    """Return each sample's probability by the model of the folds that it is not in."""
    groups = [each.incident for each in samples]
    table = _table(samples)
    folded = np.zeros(len(samples))
    for kept, held in GroupKFold(FOLDS).split(table, groups=groups):
        scaler, model = _fitted([samples[at] for at in kept], strength)
        folded[held] = model.predict_proba(scaler.transform(table[held]))[:, 1]
    return folded


def _fitted(samples: Sequence[Sample], strength: float) -> tuple[StandardScaler, LogisticRegression]:
    scaler = StandardScaler().fit(_table(samples))
    model = LogisticRegression(C=strength, max_iter=1000)
    model.fit(scaler.transform(_table(samples)), _right(samples), sample_weight=[each.weight for each in samples])
    return scaler, model


def _loss(samples: Sequence[Sample], probability: Floats) -> float:
    right, kept = _right(samples), np.clip(probability, 0.01, 0.99)
    weight = np.array([each.weight for each in samples])
    return float(-(weight * (right * np.log(kept) + (1 - right) * np.log(1 - kept))).sum() / weight.sum())


def _table(samples: Sequence[Sample]) -> Floats:
    return np.array([each.features for each in samples])


def _right(samples: Sequence[Sample]) -> Floats:
    return np.array([float(each.right) for each in samples])


if __name__ == "__main__":
    main()
