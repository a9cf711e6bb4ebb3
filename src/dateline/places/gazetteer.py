"""The gazetteer: every place that Dateline knows, and the places that a name may mean."""

import json
import sqlite3
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

from dateline.errors import InstallationError
from dateline.places.names import Stripped, alternatives, article_variants, name_key, strip_affixes
from dateline.places.records import Candidate, Place, PlaceKind
from dateline.places.similar import SIMILAR
from dateline.places.unpack import Progress, unpacked_gazetteer
from dateline.values.points import Point

_PLACES = 20_000  # kept in memory: about 15 MB
_NAMES = 4_000  # kept in memory with what they may mean, up to 15 KB each for the commonest
_MOST_OF_A_KEY = 50  # places that have a similar name
_TIERS = ("exact", "exact", "abbreviation", "demonym")  # by the `how` of a spelling
_PLACE = """
SELECT p.id, p.name, p.kind, p.country, p.lat, p.lon, p.population, p.feature, p.other_ids, p.sources,
    a.name, a.id, b.name, b.id
FROM place p LEFT JOIN place a ON a.n = p.admin1 LEFT JOIN place b ON b.n = p.admin2
WHERE p.n = ?
"""
_BY_KEY = """
SELECT s.place, s.how, s.text FROM spelling s JOIN place p ON p.n = s.place
WHERE s.key = ?1 AND (?3 = '' OR instr(?3, p.country))
ORDER BY s.how >= 2, p.kind IN ('settlement', 'feature'), coalesce(p.population, 0) DESC, p.n LIMIT ?2
"""
_BY_ID = "SELECT n FROM place WHERE id = ?1 UNION ALL SELECT place FROM other_id WHERE id = ?1 LIMIT 1"

_Spelled = tuple[tuple[int, str, str], ...]  # number of the place, tier, letters of an abbreviation


def open_gazetteer(path: Path | None = None, *, on_progress: Progress | None = None) -> "Gazetteer":
    """Open the gazetteer of the core's table and all installed packs, or the unpacked one at `path`, for reading.

    The first call on a machine unpacks the tables into the cache folder ($DATELINE_CACHE, else the user's), which
    takes a minute or two where a pack is installed; `on_progress` is told what is done and the share of all. Raises
    InstallationError if it cannot be unpacked or opened.
    """
    return Gazetteer(path or unpacked_gazetteer(on_progress=on_progress))


class Gazetteer:
    """Places by name and by id. Reads only: threads may share it, and any number of processes open the same file.

    Names and places once looked up are remembered, within a bound.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._rows = _connect(path)
        self._capitals = frozenset(id_ for (id_,) in self._rows.execute("SELECT id FROM place WHERE capital"))
        self._sources = {code: (said["name"], said["licence"]) for code, said in self.meta("sources").items()}
        self._place = lru_cache(_PLACES)(self._read_place)
        self._spelled = lru_cache(_NAMES)(self._read_spelled)
        self._candidates = lru_cache(_NAMES)(self._find_candidates)
        self._similar = lru_cache(_NAMES)(self._find_similar)

    def candidates(self, name: str, *, limit: int = 50, countries: Collection[str] = ()) -> tuple[Candidate, ...]:
        """Return the places that the name may mean, most prominent first, with the tier that led to them.

        Tiers: "exact" (case, accents, hyphens, spaces and apostrophes don't count), "abbreviation" (in capitals only)
        and "demonym" together; where these give nothing, "affix_stripped" ("Ghazni province", "Palmyra/Tadmur"); then
        "article" ("the Gambia", "Hasakah" for Al-Hasakah). With `countries` (ISO 3166-1 alpha-2), places in them are
        not cut off by the limit before others are, each tier is tried until one gives a place in them, and two more
        follow: "skeleton" and "edit" (see `similar`). Any text is allowed; one that no tier knows gives no candidate.
        """
        return self._candidates(name, limit, tuple(sorted(countries)))

    def similar(self, name: str, *, countries: Collection[str], limit: int = 100) -> tuple[Candidate, ...]:
        """Return places of the countries whose names are spelled like this one, the most similar first.

        Tiers: "skeleton" (the same but for the choices of a transliteration, `data/skeleton.yaml`), then "edit" (a
        letter or two differ). Names of fewer than four letters have none.
        """
        found: dict[str, Candidate] = {}
        for tier in SIMILAR:
            for candidate in self._similar(name, tuple(sorted(countries)), tier):
                found.setdefault(candidate.place.id, candidate)
        return tuple(found.values())[:limit]

    def get(self, place_id: str) -> Place | None:
        """Return the place with this id ("gn:1168197", "iso:PK", "region:sahel", "wof:85667493"), or None."""
        row = self._rows.execute(_BY_ID, (place_id,)).fetchone()
        return None if row is None else self._place(row[0])

    def capitals(self) -> frozenset[str]:
        """Return the ids of the capitals of countries."""
        return self._capitals

    def names(self) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Yield the names that a finder may look for by their letters, with what they name: ("admin1", "settlement").

        "abbreviation" among the labels asks for the very same capitals; "demonym" says that the name is a people's.
        """
        (body,) = self._rows.execute("SELECT body FROM phrase_list").fetchone()
        for line in body.split("\n") if body else ():
            text, _, labels = line.partition("\t")
            yield text, tuple(labels.split(","))

    def meta(self, name: str) -> Any:
        """Return what the file says of itself under a name; raise KeyError for a name it has not.

        "packs": name, sha256, rows of each; "sources": name, licence, credit by code; "additions_to_no_place": how many
        lines of packs add to a place that no table has.
        """
        row = self._rows.execute("SELECT value FROM meta WHERE name = ?", (name,)).fetchone()
        if row is None:
            raise KeyError(name)
        return json.loads(row[0])

    def _find_candidates(self, name: str, limit: int, countries: tuple[str, ...]) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        for tier in self._tiers(name, limit, countries):
            for candidate in tier:
                found.setdefault(candidate.place.id, candidate)
            if found and (not countries or any(each.place.country in countries for each in found.values())):
                break
        return _without_capitals_for_countries(name_key(name), tuple(found.values()))

    def _tiers(self, name: str, limit: int, countries: tuple[str, ...]) -> Iterator[Iterable[Candidate]]:
        """Yield the candidates of one way to look the name up after another."""
        yield (
            Candidate(self._place(number), tier)
            for number, tier, letters in self._spelled(name_key(name), limit, countries)
            if not letters or _same_capitals(letters, name)
        )
        for stripped in (*alternatives(name), *strip_affixes(name)):
            yield self._of_kinds(self._spelled(name_key(stripped.name), limit, countries), stripped)
        for key in article_variants(name):
            places = self._spelled(key, limit, countries)
            yield (Candidate(self._place(number), "article") for number, _, letters in places if not letters)
        for tier in SIMILAR if countries else ():
            yield self._similar(name, countries, tier)[:limit]

    def _of_kinds(self, places: _Spelled, stripped: Stripped) -> tuple[Candidate, ...]:
        """Return the places without abbreviations and demonyms; of the kind that the affixes announce, if there are."""
        named = [self._place(number) for number, tier, _ in places if tier == "exact"]
        announced = [place for place in named if place.kind in stripped.kinds]
        return tuple(Candidate(place, "affix_stripped") for place in announced or named)

    def _find_similar(self, name: str, countries: tuple[str, ...], tier: str) -> tuple[Candidate, ...]:
        found: dict[str, Candidate] = {}
        for form in (Stripped(name, ()), *alternatives(name), *strip_affixes(name)):
            for key in SIMILAR[tier](form.name, countries, self._rows):
                for place in self._in_countries(key, countries, form.kinds):
                    found.setdefault(place.id, Candidate(place, tier))
        return tuple(found.values())

    def _in_countries(self, key: str, countries: tuple[str, ...], kinds: Collection[str]) -> list[Place]:
        """Return the places in the countries that have this key; of the kinds announced, if there are."""
        spelled = self._spelled(key, _MOST_OF_A_KEY, countries)
        places = [self._place(number) for number, how, _ in spelled if how == "exact"]
        inside = [place for place in places if place.country in countries]
        return [place for place in inside if place.kind in kinds] or inside

    def _read_spelled(self, key: str, limit: int, countries: tuple[str, ...]) -> _Spelled:
        if not key:
            return ()
        rows = self._rows.execute(_BY_KEY, (key, limit, "")).fetchall()
        if countries and len(rows) == limit:
            inside = self._rows.execute(_BY_KEY, (key, limit, " ".join(countries))).fetchall()
            rows = list(dict.fromkeys(inside + rows))[:limit]
        return tuple((number, _TIERS[how], letters) for number, how, letters in rows)

    def _read_place(self, number: int) -> Place:
        row = self._rows.execute(_PLACE, (number,)).fetchone()
        id_, name, kind, country, lat, lon, population, feature, other_ids, sources, *units = row
        admin1, admin1_id, admin2, admin2_id = units
        if kind == PlaceKind.ADMIN1:  # a province lies in itself, so that every row of a province says which
            admin1, admin1_id = name, id_
        elif kind == PlaceKind.ADMIN2:
            admin2, admin2_id = name, id_
        source, licence = self._origin(sources)
        return Place(
            id=id_,
            name=name,
            kind=PlaceKind(kind),
            country=country or None,
            point=None if lat is None or lon is None else Point(lat, lon),
            admin1=admin1,
            admin1_id=admin1_id,
            admin2=admin2,
            admin2_id=admin2_id,
            population=population,
            source=source,
            licence=licence,
            feature=feature,
            other_ids=tuple(dict.fromkeys(other_ids.split("|"))) if other_ids else (),
        )

    def _origin(self, codes: str) -> tuple[str, str]:
        """Return the names of the sources and their licences; a code that no manifest explains stands for itself."""
        said = [self._sources.get(code, (code, "")) for code in dict.fromkeys(codes.split("|")) if code]
        licences = dict.fromkeys(licence for _, licence in said if licence)
        return "; ".join(name for name, _ in said), "; ".join(licences)


def _connect(path: Path) -> sqlite3.Connection:
    try:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        connection.execute("SELECT 1 FROM meta")
    except sqlite3.Error as error:
        raise InstallationError(f"{path} is not a gazetteer ({error}): delete it and run again") from error
    return connection


def _without_capitals_for_countries(key: str, found: tuple[Candidate, ...]) -> tuple[Candidate, ...]:
    """Return the candidates without towns that only now and then go by their country's name: Mexico is not the city."""
    places = [each.place for each in found]
    countries = {each.country for each in places if each.kind is PlaceKind.COUNTRY and name_key(each.name) == key}
    towns = (each for each in places if each.kind is PlaceKind.SETTLEMENT and each.country in countries)
    left_out = {town.id for town in towns if name_key(town.name) != key}
    return tuple(each for each in found if each.place.id not in left_out) if left_out else found


def _same_capitals(abbreviation: str, name: str) -> bool:
    """Tell whether the name is written as the abbreviation is, full stops aside: "U.S." for "US", not "us"."""
    return abbreviation.replace(".", "") == name.strip().replace(".", "")
