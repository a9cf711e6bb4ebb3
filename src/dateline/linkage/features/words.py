"""How alike the words are that tell two items."""

from collections.abc import Mapping
from itertools import islice

from dateline.linkage.features.records import UNKNOWN
from dateline.linkage.records import Item

_FOREMOST = 12  # words that a telling is known by


def words_alike(one: Item, other: Item) -> float:
    """Both are told in the same words, rare ones counting for more: the cosine, 0 to 1."""
    return _cosine(one.terms, other.terms)


def titles_alike(one: Item, other: Item) -> float:
    """Both have the same words in their headlines, rare ones counting for more: the cosine, 0 to 1."""
    return _cosine(one.title, other.title) if one.title and other.title else UNKNOWN


def headline_told_by_other(one: Item, other: Item) -> float:
    """One has its headline in the words that the other is told in: the greater of the two cosines, 0 to 1."""
    if not one.title and not other.title:
        return UNKNOWN
    return max(_cosine(one.title, other.terms), _cosine(other.title, one.terms))


def rarest_words_shared(one: Item, other: Item) -> float:
    """So many of the twelve weightiest words of either are among the words of the other: the greater number."""
    return float(max(_foremost_shared(one, other), _foremost_shared(other, one)))


def _foremost_shared(one: Item, other: Item) -> int:
    terms = other.terms
    return sum([term in terms for term in islice(one.terms, _FOREMOST)])  # weightiest first, as they are made


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(other) < len(one):
        one, other = other, one
    return sum([weight * other[term] for term, weight in one.items() if term in other])
