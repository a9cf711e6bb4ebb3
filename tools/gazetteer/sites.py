"""Sites: the curated places of violence, each joined to the core's place of the same name near it or made a row."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from dateline.places.names import name_key, plain, read_data
from gazetteer.near import distance_km
from gazetteer.row import Row
from gazetteer.units import UnitIndex

_Named = dict[tuple[str, str, str], list[Row]]  # by country, kind and name key

_LEAST_REACH_KM = 10.0  # gazetteers' own positions of villages differ by as much


def add_sites(rows: dict[str, Row], by_code: dict[str, Row], sites: Sequence[dict[str, Any]] | None = None) -> None:
    """Add the sites, those of `sites.yaml` unless others are given; `by_code` are the units by ISO 3166-2 code."""
    sites = read_data("sites.yaml") if sites is None else sites
    districts = UnitIndex(rows.values(), "2")
    named = _by_name(rows.values(), {site.get("country", "") for site in sites})
    for site in sites:
        names = [site["name"], *site.get("names", ())]
        same = _same_place(named, site, names)
        if same is None:
            row = _new_row(site, _unit_of(site, by_code, districts))
            rows[row.id] = row
        else:
            same.names += names
            same.sources.append("own")


def _by_name(rows: Iterable[Row], countries: set[str]) -> _Named:
    named: _Named = defaultdict(list)
    for row in rows:
        if row.country in countries and row.kind in "s2f" and row.point is not None:
            for key in {name_key(name) for name in (row.name, *row.names)}:
                named[row.country, row.kind, key].append(row)
    return named


def _same_place(named: _Named, site: dict[str, Any], names: Iterable[str]) -> Row | None:
    """Return the nearest place of the site's kind, country and name that lies as near as the site's point is exact."""
    reach = max(_LEAST_REACH_KM, site["about"])
    keys = ((site.get("country", ""), _kind_of(site), name_key(name)) for name in names)
    rows = {row.id: row for key in keys for row in named.get(key, ())}
    near = [(distance_km(row.point or site["point"], site["point"]), id_) for id_, row in rows.items()]
    apart, nearest = min(near, default=(reach + 1, ""))
    return rows[nearest] if apart <= reach else None


def _kind_of(site: dict[str, Any]) -> str:
    feature: str = site["feature"]
    return "s" if feature.startswith("PPL") else "2" if feature.startswith("ADM") else "f"


def _unit_of(site: dict[str, Any], by_code: dict[str, Row], districts: UnitIndex) -> str:
    """Return the id of the smallest unit that is known to hold the site: its district, its admin1 or its country."""
    country: str = site.get("country", "")
    if "admin1" not in site:
        return country
    above = by_code[site["admin1"]].id
    district = districts.find(above, [site["admin2"]]) if "admin2" in site else None
    return above if district is None else district.id


def _new_row(site: dict[str, Any], unit: str) -> Row:
    slug = plain(f"{site['name']} {site.get('country', '')}").replace(" ", "-")
    row = Row(f"own:{slug}", _kind_of(site), unit, site.get("country", ""), site["name"], *site["point"])
    row.names = list(site.get("names", ()))
    row.feature, row.sources = site["feature"], ["own"]
    return row
