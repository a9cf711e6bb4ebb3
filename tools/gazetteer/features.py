"""Features: what is neither a unit nor a settlement: seas, rivers, mountains, deserts, islands, airports."""

from collections.abc import Iterator
from pathlib import Path

import airportsdata

from dateline.places.names import name_key, read_data
from gazetteer.near import Settlements
from gazetteer.row import Row

_TABLE = Path(__file__).with_name("features.tsv")
_COMMENT = "#"


def read_features(core: dict[str, Row]) -> Iterator[Row]:
    """Yield the rows of waters, lands and airports, each below the unit of the core around it if it has a country."""
    settlements = Settlements(core)
    for row in (*read_lands(), *read_airports()):
        if row.country in core and row.point is not None:
            around = (settlements.unit_around(row.country, row.point, kind) for kind in "21")
            row.parent = next(filter(None, around), row.country) if row.feature == "AIRP" else row.country
        yield row


def read_lands() -> Iterator[Row]:
    """Yield the rows of `features.tsv`, without the names that a region of the curated layer has."""
    regions = {
        name_key(name) for entry in read_data("regions.yaml") for name in (entry["name"], *entry.get("names", []))
    }
    for line in _TABLE.read_text("utf-8").splitlines():
        if line.startswith(_COMMENT):
            continue
        name, code, country, lat, lon, others = line.split("\t")
        names = [text for text in (name, *others.split("|")) if text and name_key(text) not in regions]
        if names:
            slug = "-".join(name.lower().replace("'", "").replace(".", "").split())
            row = Row(f"own:{slug}", "f", "", country, names[0], float(lat), float(lon))
            row.names, row.feature, row.sources = names[1:], code, ["own"]
            yield row


def read_airports() -> Iterator[Row]:
    """Yield the airports that have an IATA code, under their names with and without "International"."""
    for code, known in sorted(airportsdata.load("IATA").items()):
        name = " ".join(known["name"].split())
        row = Row(f"iata:{code}", "f", "", known["country"], name, known["lat"], known["lon"])
        row.names = [text for text in (name.replace(" International", ""), f"{known['city']} Airport") if text != name]
        row.feature = "AIRB" if "Air Base" in name or "Air Force Base" in name else "AIRP"
        row.other_ids, row.sources = [f"icao:{known['icao']}"] if known["icao"] else [], ["air"]
        yield row
