"""The curated lists of places: every unit and place that they name exists, and every row says why it is there."""

import lzma
import re
from importlib.resources import files

import pytest

from dateline.places.names import name_key, read_data

REGIONS = read_data("regions.yaml")
ALIASES = read_data("aliases.yaml")
SITES = read_data("sites.yaml")
CHANGES = read_data("admin_changes.yaml")
_ISO = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")


@pytest.fixture(scope="module")
def known():
    """Every id and other id of the shipped table: countries' codes, "gn:..." and "iso:CC-XX"."""
    table = files("dateline.places").joinpath("data", "gazetteer.tsv.xz").read_bytes()
    ids = set()
    for line in lzma.decompress(table).decode().splitlines():
        cells = line.split("\t")
        ids.add(cells[0] if ":" in cells[0] or cells[1] == "c" else f"gn:{cells[0]}")
        ids.update(cells[13].split("|") if len(cells) > 13 else ())
    return ids


def test_members_of_regions_exist(known):
    regions = {entry["id"] for entry in REGIONS}
    members = {member for entry in REGIONS for member in entry["members"]}
    assert {each for each in members if each not in regions | known and f"iso:{each}" not in known} == set()


def test_places_with_aliases_exist_and_are_listed_once(known):
    places = [entry["place"] if ":" in entry["place"] else f"iso:{entry['place']}" for entry in ALIASES]
    assert set(places) - known == set()
    assert sorted({each for each in places if places.count(each) > 1}) == []


def test_units_that_changed_exist_or_have_a_plain_name(known):
    units = {unit for entry in CHANGES for unit in (*entry["before"], *entry["after"]) if ":" in unit}
    regions = {f"region:{entry['id']}" for entry in REGIONS}
    assert units - known - regions == set()


def test_units_of_sites_exist(known):
    assert {f"iso:{site['admin1']}" for site in SITES if "admin1" in site} - known == set()


@pytest.mark.parametrize("entry", REGIONS, ids=lambda entry: entry["id"])
def test_each_region_says_where_and_why(entry):
    lat, lon = entry["point"]
    assert (-90 <= lat <= 90, -180 <= lon <= 180) == (True, True)
    assert entry["reason"]


@pytest.mark.parametrize("site", SITES, ids=lambda site: site["name"])
def test_each_site_says_what_where_how_exactly_and_why(site):
    lat, lon = site["point"]
    assert (-90 <= lat <= 90, -180 <= lon <= 180) == (True, True)
    assert 1 <= site["about"] <= 300
    assert re.fullmatch(r"[A-Z]{2,6}[0-9]?", site["feature"])
    assert site["reason"]
    assert "admin1" not in site or (_ISO.fullmatch(site["admin1"]) and site["admin1"][:2] == site["country"])


def test_no_site_is_listed_twice():
    named = [(name_key(site["name"]), site.get("country")) for site in SITES]
    assert sorted({str(each) for each in named if named.count(each) > 1}) == []


def test_no_region_is_listed_twice():
    ids = [entry["id"] for entry in REGIONS]
    assert sorted({each for each in ids if ids.count(each) > 1}) == []
