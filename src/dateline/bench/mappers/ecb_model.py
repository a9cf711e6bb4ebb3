"""The pair model of ECB+: a logit of the features and of their products, and the clusters by average link."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from dateline.bench.mappers.ecb_corpus import EcbPart
from dateline.bench.mappers.ecb_pairs import FEATURES, Scene, measure
from dateline.bench.mappers.ecb_told import Told, tell
from dateline.bench.mappers.ecb_topics import Topics, find_topics
from dateline.bench.mappers.ecb_tree import Floats, group
from dateline.errors import InstallationError
from dateline.mentions.finders.spacy_parser import SpacyParser

_FILE = files("dateline.bench") / "data" / "ecb_weights.json"


@dataclass(frozen=True, slots=True)
class PairModel:
    """A logit: each feature less its mean over its scale, weighted, and the products of each two of these, weighted."""

    mean: Floats
    scale: Floats
    bias: float
    linear: Floats
    products: Floats  # (features, features)
    least: float  # the mean probability from which two groups of mentions are one

    def probabilities(self, features: Floats) -> Floats:
        """Return for features of shape (..., features) how probable it is that the two are one happening."""
        centred = (features - self.mean) / self.scale
        scores = self.bias + centred @ self.linear + ((centred @ self.products) * centred).sum(axis=-1)
        return np.asarray(1 / (1 + np.exp(-np.clip(scores, -30, 30))))


@cache
def load_model() -> PairModel:
    """Load the weights that ship; raises InstallationError where they are of other features than the code's."""
    given = json.loads(_FILE.read_text(encoding="utf-8"))
    if given["features"] != list(FEATURES):
        raise InstallationError("ecb_weights.json is of other features than the code: fit it with training/ecb/fit.py")
    arrays = {name: np.array(given[name]) for name in ("mean", "scale", "linear", "products")}
    return PairModel(**arrays, bias=given["bias"], least=given["least"])


@dataclass(frozen=True, slots=True)
class Read:
    """A part's mentions as their texts tell them, and what the texts are about."""

    told: tuple[Told, ...]
    topics: Topics

    def subjects(self) -> Mapping[int, list[int]]:
        """Return the numbers of the mentions of each group of texts that may have a happening in common."""
        groups: dict[int, list[int]] = {}
        for number, each in enumerate(self.told):
            groups.setdefault(self.topics.subjects[self.topics.numbers[each.document]], []).append(number)
        return groups

    def scene(self, numbers: Sequence[int]) -> Scene:
        return Scene([self.told[number] for number in numbers], self.topics)


def read_mentions(part: EcbPart) -> Read:
    """Parse the part's texts, and read the mentions in them."""
    readings = [(document, document.text) for document in part.documents.values()]
    parses = dict(zip(part.documents, (parse for parse, _ in SpacyParser().parse(readings)), strict=True))
    return Read(tuple(tell(each, parses[each.document]) for each in part.mentions), find_topics(parses))


def cluster(read: Read, model: PairModel) -> list[tuple[int, int]]:
    """Return each mention's cluster: its subject, and a number in it."""
    found: dict[int, tuple[int, int]] = {}
    for subject, numbers in read.subjects().items():
        labels = group(model.probabilities(measure(read.scene(numbers))), model.least)
        found |= {number: (subject, label) for number, label in zip(numbers, labels, strict=True)}
    return [found[number] for number in range(len(read.told))]
