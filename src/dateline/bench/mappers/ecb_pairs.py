"""What speaks for two mentions being of one happening: each feature a table over the mentions of one subject."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from rapidfuzz.distance import Indel

from dateline.bench.mappers.ecb_told import Bag, Told
from dateline.bench.mappers.ecb_topics import Topics, lengthened
from dateline.bench.mappers.ecb_tree import Floats
from dateline.bench.mappers.ecb_words import read_words

_UNKNOWN_IDF = 5.5  # of a word that only the parse of a mention has


@dataclass(frozen=True, slots=True)
class Scene:
    """The mentions of one subject, and what all the texts are about."""

    told: Sequence[Told]
    topics: Topics

    def column(self, value: Callable[[Told], float]) -> Floats:
        return np.array([value(each) for each in self.told], dtype=np.float64)

    def equal(self, value: Callable[[Told], object]) -> Floats:
        """Return 1 where two mentions have the same value."""
        numbers: dict[object, int] = {}
        codes = np.array([numbers.setdefault(value(each), len(numbers)) for each in self.told])
        return np.asarray(np.equal.outer(codes, codes), dtype=np.float64)

    def worth(self, word: str) -> float:
        return self.topics.idf.get(word, _UNKNOWN_IDF)

    def texts(self) -> list[int]:
        return [self.topics.numbers[each.document] for each in self.told]

    def story(self, each: Told) -> int:
        return self.topics.stories[self.topics.numbers[each.document]]


def both(column: Floats) -> Floats:
    """Return the sum of the two mentions' values."""
    return column[:, None] + column[None, :]


def shared(scene: Scene, bag: Callable[[Told], Bag]) -> Floats:
    """Return how much of the smaller bag is in the other, by the words' rarity: 0 to 1."""
    rows, worths = _rows(scene, bag)
    sums = rows @ worths
    least = np.minimum(sums[:, None], sums[None, :])
    return np.divide((rows * worths) @ rows.T, least, out=np.zeros_like(least), where=least > 0)


def apart(scene: Scene, bag: Callable[[Told], Bag]) -> Floats:
    """Return 1 where both bags hold something and nothing in common."""
    rows, _ = _rows(scene, bag)
    filled = rows.max(axis=1, initial=0)
    return np.outer(filled, filled) * np.equal(rows @ rows.T, 0)


def _rows(scene: Scene, bag: Callable[[Told], Bag]) -> tuple[Floats, Floats]:
    bags = [bag(each) for each in scene.told]
    columns = {word: column for column, word in enumerate(sorted(frozenset().union(*bags)))}
    rows = np.zeros((len(bags), len(columns)))
    for row, each in zip(rows, bags, strict=True):
        row[[columns[word] for word in each]] = 1
    return rows, np.array([scene.worth(word) for word in columns])


def spelled_alike(scene: Scene) -> Floats:
    """Return how alike the two words are spelled."""
    lemmas = sorted({each.lemma for each in scene.told})
    alike = np.array([[Indel.normalized_similarity(one, other) for other in lemmas] for one in lemmas])
    numbers = [lemmas.index(each.lemma) for each in scene.told]
    return np.asarray(alike[np.ix_(numbers, numbers)])


def words_in_common(scene: Scene) -> Floats:
    """Return the share of the mentions' own words that both have."""
    rows, _ = _rows(scene, lambda each: each.words)
    common = rows @ rows.T
    return np.asarray(common / np.maximum(1, both(rows.sum(axis=1)) - common))


def texts_come_together(scene: Scene) -> Floats:
    """Return the likeness at which the two texts come into one group of texts."""
    return scene.topics.together[np.ix_(scene.texts(), scene.texts())]


def texts_alike(scene: Scene) -> Floats:
    """Return how alike the words of the two texts are."""
    return scene.topics.alike[np.ix_(scene.texts(), scene.texts())]


def sentences_alike(scene: Scene) -> Floats:
    """Return how alike the other words of the two sentences are, by their rarity."""
    return _alike(scene, [each.context for each in scene.told])


def told_alike(scene: Scene) -> Floats:
    """Return how alike the sentences are in which the story tells of the one word and of the other; 1 for one."""
    contexts: defaultdict[tuple[str, int], Counter[str]] = defaultdict(Counter)
    for each in scene.told:
        contexts[each.family, scene.story(each)].update(each.context.keys())
    keys = list(contexts)
    alike = _alike(scene, [contexts[key] for key in keys])
    np.fill_diagonal(alike, 1)
    numbers = [keys.index((each.family, scene.story(each))) for each in scene.told]
    return np.asarray(alike[np.ix_(numbers, numbers)])


def _alike(scene: Scene, counts: Iterable[Mapping[str, int]]) -> Floats:
    bags = [{word: (1 + log(n)) * scene.worth(word) for word, n in each.items()} for each in counts]
    rows = lengthened(bags, sorted({word for bag in bags for word in bag}))
    return rows @ rows.T


def in_the_others_sentence(scene: Scene) -> Floats:
    """Return how many of the two words stand in the other's sentence too."""
    found = np.array([[one.family in other.context for other in scene.told] for one in scene.told], dtype=np.float64)
    return found + found.T


def rarity(scene: Scene) -> Floats:
    """Return how rare the commoner of the two words is."""
    column = scene.column(lambda each: scene.worth(each.family))
    return np.minimum(column[:, None], column[None, :])


def often_told(scene: Scene) -> Floats:
    """Return how often the story tells of the rarer of the two words: the logarithm."""
    often = Counter((each.family, scene.story(each)) for each in scene.told)
    column = scene.column(lambda each: log(often[each.family, scene.story(each)]))
    return np.minimum(column[:, None], column[None, :])


def one_verb_one_not(scene: Scene) -> Floats:
    """Return 1 where one is a verb and one is not: "was killed" and "the killing"."""
    return np.equal(both(scene.column(lambda each: each.pos == "VERB")), 1).astype(np.float64)


def same_governor(scene: Scene) -> Floats:
    """Return 1 where both hang on one word: "found" in "was found dead" and "found hanged"."""
    given = scene.column(lambda each: bool(each.governor))
    return scene.equal(lambda each: each.governor) * np.outer(given, given)


FEATURES: Mapping[str, Callable[[Scene], Floats]] = {
    "same_lemma": lambda scene: scene.equal(lambda each: each.lemma),
    "same_family": lambda scene: scene.equal(lambda each: each.family),
    "spelled_alike": spelled_alike,
    "words_in_common": words_in_common,
    "texts_come_together": texts_come_together,
    "texts_alike": texts_alike,
    "same_text": lambda scene: scene.equal(lambda each: each.document),
    "same_sentence": lambda scene: scene.equal(lambda each: (each.document, each.sentence)),
    "sentences_alike": sentences_alike,
    "doers_shared": lambda scene: shared(scene, lambda each: each.doers),
    "doers_apart": lambda scene: apart(scene, lambda each: each.doers),
    "done_to_shared": lambda scene: shared(scene, lambda each: each.done_to),
    "done_to_apart": lambda scene: apart(scene, lambda each: each.done_to),
    "taking_part_shared": lambda scene: shared(scene, lambda each: each.taking_part),
    "taking_part_apart": lambda scene: apart(scene, lambda each: each.taking_part),
    "names_shared": lambda scene: shared(scene, lambda each: each.names),
    "names_apart": lambda scene: apart(scene, lambda each: each.names),
    "numbers_shared": lambda scene: shared(scene, lambda each: each.numbers),
    "numbers_apart": lambda scene: apart(scene, lambda each: each.numbers),
    "times_shared": lambda scene: shared(scene, lambda each: each.times),
    "times_apart": lambda scene: apart(scene, lambda each: each.times),
    "rarity": rarity,
    "sayings": lambda scene: both(scene.column(lambda each: each.family == read_words().saying)),
    "verbs": lambda scene: np.equal(both(scene.column(lambda each: each.pos == "VERB")), 2).astype(np.float64),
    "one_verb_one_not": one_verb_one_not,
    "told_alike": told_alike,
    "in_the_others_sentence": in_the_others_sentence,
    "pronouns": lambda scene: both(scene.column(lambda each: each.pos == "PRON")),
    "often_told": often_told,
    "same_governor": same_governor,
}


def measure(scene: Scene) -> Floats:
    """Return the features of each two mentions: (mentions, mentions, features)."""
    return np.stack([way(scene) for way in FEATURES.values()], axis=-1)
