"""The gazetteer: every place that Dateline knows, and the places that a name may mean."""

import sqlite3
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from dateline.errors import InstallationError
from dateline.places.names import Stripped, article_variants, name_key, strip_affixes
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.places.unpack import unpacked_gazetteer
from dateline.values.points import Point

_REMEMBERED = 20_000  # names and places kept in memory: about 20 MB
_TIERS = ("exact", "exact", "abbreviation", "demonym")  # by the `how` of a spelling
_SOURCES = {
    "country": ("GeoNames; ISO 3166; Dateline", "CC BY 4.0"),
    "region": ("Dateline", "Apache-2.0"),
    "admin1": ("GeoNames; ISO 3166; Natural Earth", "CC BY 4.0"),
    "admin2": ("GeoNames", "CC BY 4.0"),
    "settlement": ("GeoNames", "CC BY 4.0"),
}
_PLACE = """
SELECT p.id, p.name, p.kind, p.country, p.lat, p.lon, p.population, a.name, a.id, b.name, b.id
FROM place p LEFT JOIN place a ON a.n = p.admin1 LEFT JOIN place b ON b.n = p.admin2
"""
_BY_KEY = """
SELECT s.place, s.how, s.text FROM spelling s JOIN place p ON p.n = s.place WHERE s.key = ?
ORDER BY s.how >= 2, p.kind = 'settlement', coalesce(p.population, 0) DESC, p.n LIMIT ?
"""


def open_gazetteer(path: Path | None = None) -> "Gazetteer":
    """Open the shipped gazetteer, or the unpacked one at `path`, for reading.

    The first call on a machine unpacks the shipped table into the cache folder ($DATELINE_CACHE, else the user's),
    which takes some ten seconds. Raises InstallationError if it cannot be unpacked or opened.
    """
    return Gazetteer(path or unpacked_gazetteer())


class Gazetteer:
    """Places by name and by id. Reads only: threads may share it, and any number of processes open the same file.

    Names and places once looked up are remembered, within a bound.
    """

    def __init__(self, path: Path) -> None:
        self._rows = _connect(path)
        self._capitals = frozenset(id_ for (id_,) in self._rows.execute("SELECT id FROM place WHERE capital"))
        self._place = lru_cache(_REMEMBERED)(self._read_place)
        self._spelled = lru_cache(_REMEMBERED)(self._read_spelled)
        self._candidates = lru_cache(_REMEMBERED)(self._find_candidates)

    def candidates(self, name: str, *, limit: int = 50) -> tuple[Candidate, ...]:
        """Return the places that the name may mean, most prominent first, with the tier that led to them.

        Tiers: "exact" (case, accents, hyphens, spaces and apostrophes don't count), "abbreviation" (in capitals only)
        and "demonym" together; where these give nothing, "affix_stripped" ("Ghazni province"); then "article"
        ("the Gambia", "Hasakah" for Al-Hasakah). Any text is allowed; one that no tier knows gives no candidate.
        """
        return self._candidates(name, limit)

    def get(self, place_id: str) -> Place | None:
        """Return the place with this id ("gn:1168197", "iso:PK", "region:sahel"), or None."""
        row = self._rows.execute("SELECT n FROM place WHERE id = ?", (place_id,)).fetchone()
        return None if row is None else self._place(row[0])

    def capitals(self) -> frozenset[str]:
        """Return the ids of the capitals of countries."""
        return self._capitals

    def names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the names that a finder may look for by their letters, with what they name: ("admin1", "settlement").

        "abbreviation" among the labels asks for the very same capitals. Demonyms are not among the names.
        """
        (body,) = self._rows.execute("SELECT body FROM phrase_list").fetchone()
        for line in body.split("\n") if body else ():
            text, _, labels = line.partition("\t")
            yield text, tuple(labels.split(","))

    def _find_candidates(self, name: str, limit: int) -> tuple[Candidate, ...]:
        if exact := self._spelled(name_key(name), limit):
            return tuple(
                Candidate(self._place(number), tier)
                for number, tier, letters in exact
                if not letters or _same_capitals(letters, name)
            )
        for stripped in strip_affixes(name):
            if places := self._spelled(name_key(stripped.name), limit):
                return self._of_kinds(places, stripped)
        for key in article_variants(name):
            if places := self._spelled(key, limit):
                return tuple(Candidate(self._place(number), "article") for number, _, letters in places if not letters)
        return ()

    def _of_kinds(self, places: tuple[tuple[int, str, str], ...], stripped: Stripped) -> tuple[Candidate, ...]:
        """Return the places without abbreviations and demonyms; of the kind that the affixes announce, if there are."""
        named = [self._place(number) for number, tier, _ in places if tier == "exact"]
        announced = [place for place in named if place.kind in stripped.kinds]
        return tuple(Candidate(place, "affix_stripped") for place in announced or named)

    def _read_spelled(self, key: str, limit: int) -> tuple[tuple[int, str, str], ...]:
        rows = self._rows.execute(_BY_KEY, (key, limit)) if key else ()
        return tuple((number, _TIERS[how], letters) for number, how, letters in rows)

    def _read_place(self, number: int) -> Place:
        row = self._rows.execute(f"{_PLACE} WHERE p.n = ?", (number,)).fetchone()
        id_, name, kind, country, lat, lon, population, admin1, admin1_id, admin2, admin2_id = row
        source, licence = _SOURCES[kind]
        if kind == PlaceKind.ADMIN1:  # a province lies in itself, so that every row of a province says which
            admin1, admin1_id = name, id_
        elif kind == PlaceKind.ADMIN2:
            admin2, admin2_id = name, id_
        return Place(
            id=id_,
            name=name,
            kind=PlaceKind(kind),
            country=country or None,
            point=None if lat is None else Point(lat, lon),
            admin1=admin1,
            admin1_id=admin1_id,
            admin2=admin2,
            admin2_id=admin2_id,
            population=population,
            source=source,
            licence=licence,
        )


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("SELECT 1 FROM phrase_list")
    except sqlite3.Error as error:
        raise InstallationError(f"{path} is not a gazetteer ({error}): delete it and run again") from error
    return connection


def _same_capitals(abbreviation: str, name: str) -> bool:
    """Tell whether the name is written as the abbreviation is, full stops aside: "U.S." for "US", not "us"."""
    return abbreviation.replace(".", "") == name.strip().replace(".", "")
