"""Who and what is named, and how old they are."""

from dateline.linkage.features.records import UNKNOWN
from dateline.linkage.records import Item

_CHILD = 18


def names_shared(one: Item, other: Item) -> float:
    """Both tellings name so many of the same persons, buildings, bodies and streets."""
    return float(len(one.names & other.names))


def share_of_names(one: Item, other: Item) -> float:
    """Both tellings name the same persons, buildings, streets: those shared by those of the one with fewer."""
    fewest = min(len(one.names), len(other.names))
    return len(one.names & other.names) / fewest if fewest else UNKNOWN


def addresses_shared(one: Item, other: Item) -> float:
    """Both tellings give the same house or block: 1; give different ones: 0; else not known."""
    here = {name for name in one.names if name[0].isdigit()}
    there = {name for name in other.names if name[0].isdigit()}
    return float(bool(here & there)) if here and there else UNKNOWN


def ages_shared(one: Item, other: Item) -> float:
    """Both tellings give so many of the same ages; the less usual ages of children count double."""
    return float(sum(2 if age < _CHILD else 1 for age in one.ages & other.ages))


def share_of_ages(one: Item, other: Item) -> float:
    """Both tellings give the same ages: those shared by those of the one that gives fewer, 0 to 1."""
    fewest = min(len(one.ages), len(other.ages))
    return len(one.ages & other.ages) / fewest if fewest else UNKNOWN
