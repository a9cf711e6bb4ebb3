"""Inner names: which place the name of a facility holds, "Mosul" in "University of Mosul"."""

from math import log10

from dateline.places.ground import Ground
from dateline.places.names import affixes, name_key, plain
from dateline.places.nested import Head, Inner, Nested
from dateline.places.phrases import read_stop_list
from dateline.places.records import Candidate, Place, PlaceKind

_LARGE = 100_000  # people of a settlement that a name may hold though the report doesn't speak of its country
_READINGS = 30
_RARE = 5  # a name of so few places means one of them though it is small
_SHORTEST = 3  # letters of an inner name
_TIERS = ("exact", "abbreviation", "affix_stripped")  # "Ice" in "Museum of Ice" is no article-less Al-Ice


def named_inside(nested: Nested, ground: Ground) -> Place | None:
    """Return the place that a name taken apart holds, as the report or the gazetteer knows it; None if it holds none.

    The longest part that names a place decides. "Mall of Asia" names a continent, which says nothing of where it is.
    """
    for inner in nested.inner:
        place = _named(inner, nested.head, ground)
        if place is not None:
            return None if place.kind is PlaceKind.REGION and place.country is None else place
    return None


def _named(inner: Inner, head: Head | None, ground: Ground) -> Place | None:
    key = name_key(inner.text)
    people = head is not None and head.people
    readings = ground.gazetteer.candidates(inner.text, limit=_READINGS)
    if (known := ground.named.get(key)) is not None:
        is_people = known.kind is PlaceKind.COUNTRY and any(reading.tier == "demonym" for reading in readings)
        is_owner = inner.rule == "owner" and known.kind is PlaceKind.COUNTRY
        return None if is_owner or (is_people and not people) else known
    is_word = plain(inner.text) in affixes()[0] or (key in read_stop_list() and not people)
    if inner.rule == "mentioned" or len(key) < _SHORTEST or is_word:
        return None
    allowed = (*_TIERS, "demonym") if people else _TIERS
    likely = [
        reading.place
        for reading in readings
        if reading.tier in allowed and _is_likely(reading, inner, ground, rivals=len(readings))
    ]
    best = max(likely, key=lambda place: _likelihood(place, ground), default=None)
    return None if best is not None and inner.rule == "owner" and best.kind is PlaceKind.COUNTRY else best


def _is_likely(reading: Candidate, inner: Inner, ground: Ground, *, rivals: int) -> bool:
    """Tell a place that the report speaks of, or that everybody knows, from a namesake far away.

    Before a head, a name is often no place at all ("Pearl" in "Pearl Harbor"): there it must be a unit, a large town,
    or a rare name in a country of the report.
    """
    place = reading.place
    if place.kind in (PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION) or (place.population or 0) >= _LARGE:
        return True
    spoken_of, rare = place.country in ground.countries, rivals <= _RARE
    return (spoken_of and rare) if inner.said == "leading" else (spoken_of or rare)


def _likelihood(place: Place, ground: Ground) -> float:
    share = ground.countries.get(place.country or "", 0.0)
    rank = {PlaceKind.COUNTRY: 3.0, PlaceKind.REGION: 2.0, PlaceKind.SETTLEMENT: 0.5}.get(place.kind, 0.0)
    return 3.0 * share + rank + 0.2 * log10(1 + (place.population or 0))
