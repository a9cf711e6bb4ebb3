"""Fit the place ranker: `python -m training.places.fit FOLDER` reads the corpora and writes its weights.

FOLDER holds LGL, GeoVirus and GeoWebNews (.xml or .xml.xz). The README beside this file says what is fitted to what.
"""

import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.optimize import isotonic_regression

from dateline.bench.places_corpora import FOLDS, fold_of, outlet_homes, read_corpora
from dateline.places import Gazetteer, open_gazetteer
from dateline.places.calibration import Calibration
from dateline.places.ranker import GROUPS, Ranker, Weights, ranker_from
from training.places.examples import Text, read_sentences, read_texts
from training.places.train import apply, train, train_publisher

HERE = Path(__file__).parent
OUT = HERE.parents[1] / "src" / "dateline" / "places" / "data" / "ranker.json"
POINTS = 20  # of a calibration's line
Texts = dict[str, list[Text]]


def main(folder: Path, gazetteer: Gazetteer) -> None:
    corpora = read_corpora(folder)
    texts = {corpus.name: read_texts(corpus, gazetteer) for corpus in corpora}
    start = ranker_from(json.loads((HERE / "prior.json").read_text(encoding="utf-8")))
    sentences = read_sentences(gazetteer)
    without = {name: fit_without(name, texts, sentences, start) for name in texts}
    everything = train([*_pooled(texts, texts), *sentences], start)
    shares = [_shares(texts[name], ranker) for name, ranker in without.items()]
    everything = replace(everything, calibration=calibrated(np.concatenate(shares)))
    homes = {domain: place for domain, id_ in outlet_homes().items() if (place := gazetteer.get(id_)) is not None}
    lgl = next(corpus for corpus in corpora if corpus.name == "lgl")
    at_home = [text for text in read_texts(lgl, gazetteer, homes) if text.publisher in homes]
    rankers = dict(without)
    for fold in range(FOLDS):
        others = [text for text in at_home if fold_of(text.publisher or "") != fold]
        rankers[f"lgl/outlets{fold}"] = train_publisher(others, without["lgl"])
    write(train_publisher(at_home, everything), rankers)


def fit_without(left_out: str, texts: Texts, sentences: Sequence[Text], start: Ranker) -> Ranker:
    """Return a ranker fitted to the other corpora, calibrated on each of them by a ranker that has not seen it."""
    others = [name for name in texts if name != left_out]
    shares = []
    for name in others:
        blind = train([*_pooled(texts, [each for each in others if each != name]), *sentences], start)
        shares.append(_shares(texts[name], blind))
    ranker = train([*_pooled(texts, others), *sentences], start)
    return replace(ranker, calibration=calibrated(np.concatenate(shares)))


def calibrated(shares: np.ndarray) -> Calibration:
    """Return the calibration of rows (softmax share of the best reading, right): equal groups, then isotonic.

    The line begins at (0, 0), so that readings below the lowest group keep their order.
    """
    ordered = shares[shares[:, 0].argsort(kind="stable")]
    groups = [group.mean(axis=0) for group in np.array_split(ordered, POINTS)]
    right = isotonic_regression([group[1] for group in groups], weights=[len(ordered) / POINTS] * POINTS).x
    points = {round(float(group[0]), 4): round(float(y), 4) for group, y in zip(groups, right, strict=True)}
    return Calibration((0.0, *points), (0.0, *points.values()))


def _shares(texts: Sequence[Text], ranker: Ranker) -> np.ndarray:
    """Return a row a mention that is given a place: the share of the reading, and whether it is right."""
    apply(texts, ranker)
    return np.array(
        [
            (float(name.odds.readings.max()), float(mask[name.odds.best]))
            for text in texts
            for example in text.examples
            for name in [example.name]
            if name.decided is not None and name.odds is not None
            for mask, times in example.answers
            for _ in range(int(times))
        ]
    )


def _pooled(texts: Texts, names: Iterable[str]) -> list[Text]:
    return [text for name in names for text in texts[name]]


def write(ranker: Ranker, without: dict[str, Ranker]) -> None:
    data = json.loads(OUT.read_text(encoding="utf-8")) if OUT.exists() else {}
    data["weights"] = as_json(ranker)
    data["without"] = {name: as_json(each) for name, each in without.items()}
    OUT.write_text(json.dumps(data, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def as_json(ranker: Ranker) -> dict[str, object]:
    line = ranker.calibration
    return {
        "first": _named(ranker.first),
        "then": _named(ranker.then),
        "calibration": {"shares": list(line.shares), "right": list(line.right)},
    }


def _named(weights: Weights) -> dict[str, float]:
    pairs = ((f, w) for group, fs in GROUPS.items() for f, w in zip(fs, getattr(weights, group), strict=True))
    return {feature.__name__: round(float(weight), 4) for feature, weight in pairs}


if __name__ == "__main__":
    main(Path(sys.argv[1]), open_gazetteer(Path(sys.argv[2])) if len(sys.argv) > 2 else open_gazetteer())
