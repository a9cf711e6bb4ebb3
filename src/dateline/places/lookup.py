"""Looking up: the places that a name may mean, best first, given what is known of where it lies."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from math import log10

from rapidfuzz.distance import JaroWinkler

from dateline.places.containment import units_of
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key, strip_affixes
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.values.points import Point

_MOST = 200  # candidates of a name that are ranked
_LARGEST_CITY = 7.5  # log10 of some thirty million people
_FAR_KM = 500.0  # from here on, farther is no worse
# What speaks for a candidate. Hand-set, in this order: a place in the admin1 that is named wins over a better spelling
# elsewhere, a better spelling over a larger place.
_IN_ADMIN1 = 3.0
_FAR = -3.0
_TIERS = {"abbreviation": 1.0, "demonym": -1.0, "skeleton": -1.0, "edit": -1.5, "article": -0.25}
_ANNOUNCED = 1.0  # "town" stands beside the name, and it is one
_LIKE_THE_MAIN_NAME = 2.0
_EXACT = 0.5  # of that: an exact spelling is one, whichever name is shown
_LARGE = 2.0
_CURATED = 0.8  # Dateline's own lists name the places of conflicts


@dataclass(frozen=True, slots=True)
class _Asked:
    """What was asked: keys of the name with and without the words around it, the kinds these announce, and where."""

    keys: frozenset[str]
    kinds: frozenset[str]
    units: frozenset[str]  # ids of units that the admin1's name may mean
    near: Point | None


def look_up(
    name: str,
    *,
    gazetteer: Gazetteer,
    country: str | Collection[str] | None = None,
    admin1: str | None = None,
    near: Point | None = None,
) -> tuple[Candidate, ...]:
    """Return the places that a name may mean, best first.

    `country` (ISO 3166-1 alpha-2, or several) leaves only places in it, and adds those whose names are spelled like
    this one (tiers "skeleton" and "edit"). `admin1`, a name, and `near` only rank: units change, and what is said of
    them may be old or wrong.
    """
    countries = tuple(code.upper() for code in ([country] if isinstance(country, str) else country or ()))
    found = list(gazetteer.candidates(name, limit=_MOST, countries=countries))
    if countries:
        found += gazetteer.similar(name, countries=countries)
        found = [candidate for candidate in found if candidate.place.country in countries]
    distinct = {candidate.place.id: candidate for candidate in reversed(found)}.values()
    asked = _asked(name, _units_named(admin1, countries, gazetteer), near)
    return tuple(sorted(distinct, key=lambda candidate: (-_score(candidate, asked), candidate.place.id)))


def _asked(name: str, units: frozenset[str], near: Point | None) -> _Asked:
    stripped = tuple(strip_affixes(name))
    keys = frozenset(name_key(each) for each in (name, *(each.name for each in stripped)))
    return _Asked(keys, frozenset().union(*(each.kinds for each in stripped)), units, near)


def _units_named(admin1: str | None, countries: Sequence[str], gazetteer: Gazetteer) -> frozenset[str]:
    if not admin1:
        return frozenset()
    named = [candidate.place for candidate in gazetteer.candidates(admin1, countries=countries)]
    units = [place for place in named if not countries or place.country in countries]
    kinds = [place for place in units if place.kind is PlaceKind.ADMIN1] or units
    return frozenset(place.id for place in kinds)


def _score(candidate: Candidate, asked: _Asked) -> float:
    place = candidate.place
    main = name_key(place.name)
    likeness = max(JaroWinkler.similarity(key, main) for key in asked.keys)
    return (
        _TIERS.get(candidate.tier, 0.0)
        + _IN_ADMIN1 * (not asked.units.isdisjoint(units_of(place) | {place.id}))
        + _FAR * _remoteness(place, asked.near)
        + _ANNOUNCED * (place.kind in asked.kinds)
        + _LIKE_THE_MAIN_NAME * (_EXACT if candidate.tier == "exact" else 1.0) * likeness
        + _CURATED * ("Dateline" in place.source)
        + _LARGE * log10(1 + (place.population or 0)) / _LARGEST_CITY
    )


def _remoteness(place: Place, near: Point | None) -> float:
    """Return how far off a place is: 0 at the point or where no point is known, 1 far away or without a position."""
    if near is None:
        return 0.0
    return 1.0 if place.point is None else min(1.0, place.point.km_to(near) / _FAR_KM)
