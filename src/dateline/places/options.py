"""Options: the readings of a name that are worth scoring, with what the gazetteer says of each."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians, sin

from dateline.places.containment import units_of
from dateline.places.gazetteer import Gazetteer
from dateline.places.names import name_key
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.values.points import Point

_MOST_READINGS = 200  # looked up for a name; San José has more
_REMEMBERED = 20_000  # names


@dataclass(frozen=True, slots=True, eq=False)
class Option:
    """One reading of a name.

    `units` are the ids of the country, admin1 and admin2 that hold it. `share` is its part of the people of all places
    of this name that have people, 0..1. `direction` is its position as a unit vector, None where it has none.
    """

    place: Place
    tier: str
    units: frozenset[str]
    is_main_name: bool
    is_capital: bool
    share: float = 0.0
    direction: tuple[float, float, float] | None = None


@lru_cache(_REMEMBERED)
def options_of(text: str, gazetteer: Gazetteer) -> tuple[Option, ...]:
    """Return the readings of a name, in the gazetteer's order."""
    candidates = gazetteer.candidates(text, limit=_MOST_READINGS)
    people = sum(_people(candidate.place) for candidate in candidates)
    return tuple(_option(candidate, name_key(text), people, gazetteer) for candidate in candidates)


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
        name_key(place.name) == key,
        place.id in gazetteer.capitals(),
        _people(place) / people if people else 0.0,
        direction_of(place.point),
    )


def _people(place: Place) -> int:
    """Return the people of a settlement; the people of a unit are mostly those of its towns."""
    return (place.population or 0) if place.kind is PlaceKind.SETTLEMENT else 0
