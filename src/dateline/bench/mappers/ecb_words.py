"""Words for happenings: which tell the same one, by the families of data/ecb_words.yaml, else by their stems."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

_FILE = files("dateline.bench") / "data" / "ecb_words.yaml"
_SHORTEST = 4  # letters that stay where an ending is cut


@dataclass(frozen=True, slots=True)
class EcbWords:
    """The families by word, the words' endings, and the family of words by which people are quoted."""

    families: Mapping[str, str]
    inflections: tuple[tuple[str, str], ...]
    endings: tuple[str, ...]
    saying: str


@cache
def read_words() -> EcbWords:
    """Return the word lists; a word's family is called by the first of its words."""
    given = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    families = {word: family[0] for family in given["families"] for word in family}
    inflections = tuple((ending, instead) for ending, instead in given["inflections"])
    return EcbWords(families, inflections, tuple(given["endings"]), given["saying"])


@cache
def family_of(lemma: str) -> str:
    """Return the family of a word in lower case, or its stem where it has none: "quake" is "earthquake"."""
    words = read_words()
    listed = (words.families[form] for form in _forms(lemma, words) if form in words.families)
    return next(listed, None) or _stem(lemma, words)


def _forms(lemma: str, words: EcbWords) -> tuple[str, ...]:
    """Return the word, and what it may be a form of: the parser leaves some words of headlines as they are."""
    return (
        lemma,
        *(lemma.removesuffix(end) + instead for end, instead in words.inflections if lemma.endswith(end)),
    )


def _stem(lemma: str, words: EcbWords) -> str:
    cut = (lemma.removesuffix(end) for end in words.endings if lemma.endswith(end))
    return next((stem for stem in cut if len(stem) >= _SHORTEST), lemma)
