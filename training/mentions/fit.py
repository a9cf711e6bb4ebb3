# ruff: noqa: INP001 - a script, run by its path
"""Fit the weights of placing: `python training/mentions/fit.py FOLDER` reads the corpora and writes them.

FOLDER holds LGL, GeoVirus and GeoWebNews (.xml or .xml.xz). Every span that may name a place is an example, right if
it shares more than half of its characters with a gold toponym. Left out are spans that a corpus marks without a
position, names within names in GeoVirus (which does not mark them), and what a rule decides before the weights.
The weights are a logistic regression with a quadratic penalty. The file also holds, for each corpus, weights that were
fitted without it, by which `dateline bench places` measures.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from dateline.bench.places_corpora import Corpus, GoldText, read_corpora
from dateline.mentions.placing.features import FEATURES
from dateline.mentions.placing.records import Site
from dateline.mentions.placing.rules import is_where_a_body_is
from dateline.mentions.placing.sites import Scene, find_sites, read_setting
from dateline.pipeline import Stages, load_stages
from dateline.values.recasing import reading_text
from dateline.values.spans import Span

OUT = Path(__file__).parents[2] / "src" / "dateline" / "mentions" / "data" / "place_weights.json"
PENALTY = 1.0  # on the square of each weight but the bias
THRESHOLD = 0.4  # below one half: a false place often stays unresolved, and then does no harm
STEPS = 40
SHARE = 0.6  # of the longer of two spans that they must share
WITHOUT_INNER_NAMES = ("geovirus",)
Examples = tuple[np.ndarray, np.ndarray]  # (spans, features) and (spans,) of 0 and 1
Fitted = dict[str, float | dict[str, float]]


def main(folder: Path, stages: Stages) -> None:
    examples = {corpus.name: read_examples(corpus, stages) for corpus in read_corpora(folder)}
    without = {name: fit([part for other, part in examples.items() if other != name]) for name in examples}
    data = {"threshold": THRESHOLD, **fit(list(examples.values())), "without": without}
    OUT.write_text(json.dumps(data, indent=1) + "\n", encoding="utf-8")


def read_examples(corpus: Corpus, stages: Stages) -> Examples:
    assert stages.names is not None  # a fresh installation has them
    readings = [(text.document, reading_text(text.document.text)) for text in corpus.texts]
    found = zip(corpus.texts, readings, stages.parser.parse(readings), strict=True)
    pairs: list[tuple[list[float], bool]] = []
    for text, (document, reading), (parse, named) in found:
        listed = [mention for finder in stages.finders for mention in finder.find(document, reading)[0]]
        scene = Scene(reading, parse, listed, named, stages.names)
        pairs.extend(_examples(scene, text, has_inner=corpus.name not in WITHOUT_INNER_NAMES))
    return np.array([values for values, _ in pairs]), np.array([float(right) for _, right in pairs])


def _examples(scene: Scene, text: GoldText, *, has_inner: bool) -> Iterator[tuple[list[float], bool]]:
    setting = read_setting(scene)
    for site in find_sites(scene):
        if is_where_a_body_is(site) or (site.holder and not has_inner):
            continue
        if (right := _is_right(site, text)) is not None:
            yield [feature(site, setting) for feature in FEATURES], right


def _is_right(site: Site, text: GoldText) -> bool | None:
    """Tell whether the span is a gold toponym, or None where the corpus doesn't say."""
    touched = [gold.span for gold in text.toponyms if gold.span.overlaps(site.span)]
    if not touched and any(span.overlaps(site.span) for span in text.unplaced):
        return None
    return any(_shared(site.span, span) >= SHARE * max(len(site.span), len(span)) for span in touched)


def _shared(first: Span, second: Span) -> int:
    return min(first.end, second.end) - max(first.start, second.start)


def fit(parts: Sequence[Examples]) -> Fitted:
    """Return bias and weights by Newton's method."""
    values = np.vstack([features for features, _ in parts])
    values = np.hstack([values, np.ones((len(values), 1))])
    right = np.concatenate([answers for _, answers in parts])
    penalty = np.diag([PENALTY] * len(FEATURES) + [0.0])
    weights = np.zeros(len(FEATURES) + 1)
    for _ in range(STEPS):
        share = 1 / (1 + np.exp(-values @ weights))
        slope = values.T @ (right - share) - penalty @ weights
        curve = (values * (share * (1 - share))[:, None]).T @ values + penalty
        weights += np.linalg.solve(curve + 1e-9 * np.eye(len(weights)), slope)
    named = {feature.__name__: round(float(weight), 3) for feature, weight in zip(FEATURES, weights, strict=False)}
    return {"bias": round(float(weights[-1]), 3), "features": named}


if __name__ == "__main__":
    main(Path(sys.argv[1]), load_stages())
