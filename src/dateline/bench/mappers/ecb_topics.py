"""What texts are about: vectors of their words, how like they are, and where they come together."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np

from dateline.bench.mappers.ecb_told import UNTOLD_PARTS
from dateline.bench.mappers.ecb_tree import Floats, group, joining_levels
from dateline.bench.mappers.ecb_words import family_of
from dateline.mentions.records import Parse

_NAMES_COUNT = 2  # how much a name counts beside another word
APART = 0.06  # mean likeness below which two groups of texts have no happening in common
_ONE_STORY = 0.12  # and from which they are one story


@dataclass(frozen=True, slots=True)
class Topics:
    """Texts by number: how like two are, at which likeness they come together, and the story of each.

    `idf` is by family of words, over these texts: log((1 + texts) / (1 + texts with it)).
    """

    numbers: Mapping[str, int]
    alike: Floats
    together: Floats
    subjects: tuple[int, ...]
    stories: tuple[int, ...]
    idf: Mapping[str, float]


def find_topics(parses: Mapping[str, Parse]) -> Topics:
    """Return what the texts, by their ids, are about; by their words alone."""
    counts = [_count(parse) for parse in parses.values()]
    texts_with = Counter(word for each in counts for word in each)
    idf = {word: log((1 + len(counts)) / (1 + texts)) for word, texts in texts_with.items()}
    vectors = lengthened((({word: (1 + log(n)) * idf[word] for word, n in each.items()}) for each in counts), list(idf))
    alike = vectors @ vectors.T
    return Topics(
        numbers={name: number for number, name in enumerate(parses)},
        alike=alike,
        together=joining_levels(alike),
        subjects=tuple(group(alike, APART)),
        stories=tuple(group(alike, _ONE_STORY)),
        idf=idf,
    )


def _count(parse: Parse) -> Counter[str]:
    counts: Counter[str] = Counter()
    for token in parse.tokens:
        if token.pos not in UNTOLD_PARTS:
            counts[family_of(token.lemma.lower())] += _NAMES_COUNT if token.pos == "PROPN" else 1
    return counts


def lengthened(weighted: Iterable[Mapping[str, float]], words: Sequence[str]) -> Floats:
    """Return a row of length 1 for each weighted bag of words, 0 for an empty one."""
    columns = {word: column for column, word in enumerate(words)}
    bags = list(weighted)
    rows = np.zeros((len(bags), len(columns)))
    for row, bag in zip(rows, bags, strict=True):
        row[[columns[word] for word in bag]] = list(bag.values())
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, lengths, out=rows, where=lengths > 0))
