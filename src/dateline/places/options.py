"""Options: the readings of a name that are worth scoring, with what the gazetteer says of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import lru_cache
from math import cos, radians, sin

from dateline.places.containment import units_of
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.values.points import Point

_MOST_READINGS = 200  # looked up for a name; San José has more
_REMEMBERED = 20_000  # names
_ALIKE = 0.6  # share of letters that two spellings of one name have in common at least
_CURATED = (PlaceKind.COUNTRY, PlaceKind.REGION)  # kinds whose other names people have checked


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One reading of a name.

    `units` are the ids of the country, admin1 and admin2 that hold it. `share` is its part of the people of all places
    of this name that have people, 0..1. `has_rivals` tells whether other places have the name; `is_unlike` that one of
    them has it as its main name, and is a country or this place's own is unlike it ("Salisbury" for Harare).
    `is_main_name` also tells of a main name with "City" after it.
    `direction` is its position as a unit vector, None where it has none.
    """

    place: Place
    tier: str
    units: frozenset[str]
    is_main_name: bool
    is_capital: bool
    share: float = 0.0
    has_rivals: bool = False
    is_unlike: bool = False
    direction: tuple[float, float, float] | None = None


@lru_cache(_REMEMBERED)
def options_of(text: str, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the readings of a name, in the gazetteer's order."""
    candidates = gazetteer.candidates(text, limit=_MOST_READINGS)
    people = sum(_people(candidate.place) for candidate in candidates)
    return _beside_rivals([_option(candidate, name_key(text), people, gazetteer) for candidate in candidates], text)


def _beside_rivals(options: Sequence[Option], text: str) -> tuple[Option, ...]:
    key = name_key(text)
    main = {option.place.kind for option in options if name_key(option.place.name) == key}
    return tuple(
        replace(option, has_rivals=len(options) > 1, is_unlike=bool(main) and _is_unlike(option, key, main))
        for option in options
    )


def _is_unlike(option: Option, key: str, main: Collection[PlaceKind]) -> bool:
    own = name_key(option.place.name)
    if option.place.kind in _CURATED or option.tier != "exact" or own == key:
        return False
    alike = own.startswith(key) or own.endswith(key) or SequenceMatcher(None, own, key).ratio() >= _ALIKE
    return not alike or PlaceKind.COUNTRY in main


def direction_of(point: Point | None) -> tuple[float, float, float] | None:
    """Return a position as a unit vector from the centre of the Earth."""
    if point is None:
        return None
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def _option(candidate: Candidate, key: str, people: int, gazetteer: Gazetteer) -> Option:
    place = candidate.place
    return Option(
        place,
        candidate.tier,
        units_of(place),
        name_key(place.name) in (key, f"{key}city"),
        place.id in gazetteer.capitals(),
        _people(place) / people if people else 0.0,
        direction=direction_of(place.point),
    )


def _people(place: Place) -> int:
    """Return the people of a settlement; the people of a unit are mostly those of its towns."""
    return (place.population or 0) if place.kind is PlaceKind.SETTLEMENT else 0
