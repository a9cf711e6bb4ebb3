# ruff: noqa: INP001, T201 - a script, run by its path, that says what it found
"""Fits the pair model of the ECB+ bench to the part Train: `python training/ecb/fit.py FOLDER`.

A logit with an L2 penalty on the features and their products, each made to vary alike. All pairs of one chain are kept
and a quarter of the others, which then weigh four times. Five folds over subjects, which no fold shares, choose the
mean probability from which groups are joined. Seeded; under a minute. Writes bench/data/ecb_weights.json.
"""

import json
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from dateline.bench.mappers.ecb_corpus import read_part
from dateline.bench.mappers.ecb_model import PairModel, Read, cluster, read_mentions
from dateline.bench.mappers.ecb_pairs import FEATURES, measure
from dateline.bench.scorers.clusters import conll

SEED = 6
FOLDS = 5
PENALTY = 1 / 0.003
SHARE = 0.25  # of the pairs of two chains
LEAST = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
DECIMALS = 5
_WEIGHTS = Path(__file__).parents[2] / "src/dateline/bench/data/ecb_weights.json"
Pairs = tuple[np.ndarray, np.ndarray]  # features, and whether the two are of one chain


def fit(pairs: Iterable[Pairs], least: float) -> PairModel:
    """Return a model fitted to the pairs of some subjects."""
    kept = [_kept(*each) for each in pairs]
    features, same = np.concatenate([each for each, _ in kept]), np.concatenate([each for _, each in kept])
    mean, scale = features.mean(axis=0), np.maximum(features.std(axis=0), 1e-6)
    centred = (features - mean) / scale
    rows, columns = np.triu_indices(centred.shape[1])
    terms = np.hstack([centred, centred[:, rows] * centred[:, columns]])
    middle, spread = terms.mean(axis=0), np.maximum(terms.std(axis=0), 1e-6)
    logit = LogisticRegression(C=1 / PENALTY, max_iter=400)
    logit.fit((terms - middle) / spread, same, sample_weight=np.where(same, 1, 1 / SHARE))
    weights = logit.coef_[0] / spread
    products = np.zeros((len(mean), len(mean)))
    products[rows, columns] = weights[len(mean) :]
    bias = float(logit.intercept_[0] - weights @ middle)
    return PairModel(mean, scale, bias, weights[: len(mean)], products, least)


def _kept(features: np.ndarray, same: np.ndarray) -> Pairs:
    kept = same | (np.random.default_rng(SEED).random(len(same)) < SHARE)
    return features[kept], same[kept]


def pairs_of(read: Read, chains: list[str], numbers: list[int]) -> Pairs:
    """Return the features of each two of these mentions."""
    one, other = np.triu_indices(len(numbers), 1)
    names = np.array([chains[number] for number in numbers])
    return measure(read.scene(numbers))[one, other].astype(np.float32), names[one] == names[other]


def choose_least(read: Read, chains: list[str], pairs: dict[int, Pairs]) -> float:
    """Return the mean probability whose clusters score best where each fold is scored by a model of the others."""
    order = sorted(pairs, key=lambda subject: np.random.default_rng([SEED, subject]).random())
    labels: dict[float, dict[int, object]] = {least: {} for least in LEAST}
    for fold in range(FOLDS):
        model = fit([pairs[subject] for subject in order if subject not in order[fold::FOLDS]], LEAST[0])
        for least, found in labels.items():
            clusters = cluster(read, _with(model, least))
            within = {number for subject in order[fold::FOLDS] for number in read.subjects()[subject]}
            found |= {number: clusters[number] for number in within}
    scores = {least: conll([found[n] for n in range(len(chains))], chains) for least, found in labels.items()}
    print("CoNLL by cross-validation:", {least: round(score, 1) for least, score in scores.items()})
    return max(scores, key=scores.__getitem__)


def _with(model: PairModel, least: float) -> PairModel:
    return PairModel(model.mean, model.scale, model.bias, model.linear, model.products, least)


def write(model: PairModel, path: Path) -> None:
    arrays = {name: np.round(getattr(model, name), DECIMALS).tolist() for name in ("mean", "scale", "linear")}
    products = np.round(model.products, DECIMALS).tolist()
    rest = {"bias": round(model.bias, DECIMALS), "least": model.least, "products": products}
    path.write_text(json.dumps({"features": list(FEATURES), **arrays, **rest}) + "\n", encoding="utf-8")


def main(folder: Path) -> None:
    part = read_part(folder, "ECB_Train_")
    read, chains = read_mentions(part), [mention.chain for mention in part.mentions]
    pairs = {subject: pairs_of(read, chains, numbers) for subject, numbers in read.subjects().items()}
    print(len(chains), "mentions,", len(pairs), "subjects,", sum(len(same) for _, same in pairs.values()), "pairs")
    write(fit(pairs.values(), choose_least(read, chains, pairs)), _WEIGHTS)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
