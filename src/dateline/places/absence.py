"""Absence: what speaks for a name whose place the gazetteer does not know.

Each feature reads all readings of the name at once; the first line of its docstring is its public explanation. A name
without any reading is not scored: it is absent for sure.
"""

from collections.abc import Callable, Sequence
from math import log1p, log10

from dateline.places.options import Option
from dateline.places.records import PlaceKind
from dateline.places.situations import Situation

_MANY_RIVALS = 50
_LARGEST_CITY = 7.5  # log10 of some thirty million people
_SURE_TIERS = ("exact", "abbreviation", "demonym")

OfName = Callable[[Sequence[Option], Situation], float]


def may_be_unknown(_: Sequence[Option], __: Situation) -> float:
    """Count for every name: how often the gazetteer lacks the place though it has others of the name."""
    return 1.0


def has_no_exact_reading(options: Sequence[Option], _: Situation) -> float:
    """Tell whether the name is in the gazetteer only without its affixes or its article, or in another spelling."""
    return float(not any(option.tier in _SURE_TIERS for option in options))


def has_many_readings(options: Sequence[Option], _: Situation) -> float:
    """Grow with the number of places of this name."""
    return min(1.0, log1p(len(options)) / log1p(_MANY_RIVALS))


def has_only_small_readings(options: Sequence[Option], _: Situation) -> float:
    """Grow the fewer people live in the largest place of this name; nothing where a unit, region or feature has it."""
    if any(option.place.kind is not PlaceKind.SETTLEMENT for option in options):
        return 0.0
    return 1.0 - min(1.0, log10(1 + max(option.place.population or 0 for option in options)) / _LARGEST_CITY)


def has_several_words(_: Sequence[Option], situation: Situation) -> float:
    """Grow with the words of the name beyond its first."""
    return min(1.0, (situation.words - 1) / 3)


def is_called_a_site(_: Sequence[Option], situation: Situation) -> float:
    """Tell whether a word of the name says that it is a street, a building, a camp or another site."""
    return float(situation.names_a_site)


def runs_on_in_capitals(_: Sequence[Option], situation: Situation) -> float:
    """Tell whether the next word is in capitals too, so that the name may be part of a longer one."""
    return float(situation.runs_on)


def lies_in_no_named_country(options: Sequence[Option], situation: Situation) -> float:
    """Tell whether the document names countries, and no place of this name lies in one of them."""
    named = any(option.place.country in situation.countries for option in options if option.place.country)
    return float(bool(situation.countries) and not named)


def follows_no_unit_of_its_own(options: Sequence[Option], situation: Situation) -> float:
    """Tell whether the words right after the name say a unit that holds no place of this name."""
    return float(bool(situation.following) and all(option.units.isdisjoint(situation.following) for option in options))


OF_NAME: tuple[OfName, ...] = (
    may_be_unknown,
    has_no_exact_reading,
    has_many_readings,
    has_only_small_readings,
    has_several_words,
    is_called_a_site,
    runs_on_in_capitals,
    lies_in_no_named_country,
    follows_no_unit_of_its_own,
)
