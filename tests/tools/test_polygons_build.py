"""The builder of the polygons; it needs shapely, which Dateline itself does not."""

import lzma

import pytest

shapely = pytest.importorskip("shapely", reason="the builder of the polygons needs shapely")

from polygons.districts import draw_districts, read_sites  # noqa: E402
from polygons.geoboundaries import Shape, join  # noqa: E402
from polygons.line import Drawn, write_polygons  # noqa: E402
from polygons.mosaic import mosaic  # noqa: E402
from polygons.natural_earth import match  # noqa: E402
from polygons.shapes import simplified, written  # noqa: E402
from polygons.units import Roll  # noqa: E402

from dateline.places.polygons import Shape as Read  # noqa: E402
from dateline.places.polygons import read_rings  # noqa: E402
from dateline.values.points import Point  # noqa: E402

GROUND = shapely.box(0, 0, 4, 2)
GRID = [(x / 4 + 0.1, y / 4 + 0.1) for x in range(16) for y in range(8)]
SITES = [(lon, lat, "gn:111" if lon < 2 else "gn:112") for lon, lat in GRID]


def row(id_, kind, parent, name, **fields):
    """One line of a table of places; other fields: country, lat, lon, names, others."""
    given = {"country": "WW", "lat": "", "lon": "", "names": "", "others": "", **fields}
    cells = (id_, kind, parent, given["country"], name, given["lat"], given["lon"], "", "", given["names"])
    return "\t".join((*cells, "", "", "", given["others"], "own")) + "\n"


@pytest.fixture
def roll(tmp_path):
    lines = (
        row("WW", "c", "", "Western"),
        row("11", "1", "WW", "Northern", names="Nord|fr:Septentrion", others="iso:WW-N"),
        row("111", "2", "11", "Alpha"),
        row("112", "2", "11", "Beta"),
        row("region:old", "r", "", "Old Province"),
        row("9001", "s", "111", "Village", lat="0.5000", lon="0.5000"),
        row("9002", "s", "11", "Town", lat="0.5000", lon="0.5000"),
    )
    table = tmp_path / "places.tsv.xz"
    table.write_bytes(lzma.compress("".join(lines).encode()))
    made = Roll([table])
    made.table = table
    return made


def test_a_unit_is_found_by_its_names_and_without_the_word_for_its_kind(roll):
    assert roll.named("Nord", "WW", 1).id == "gn:11"
    assert roll.named("Alpha District", "WW", 2).above.id == "gn:11"
    assert roll.named("Alpha", "XX", 2) is None
    assert roll.by_id["iso:WW-N"].code == "iso:WW-N"


def test_settlements_that_lie_in_a_district_are_its_sites(roll):
    assert read_sites([roll.table], roll) == {"WW": [(0.5, 0.5, "gn:111")]}


def test_natural_earths_unit_is_matched_by_id_then_code_then_name(roll):
    assert match({"gn_id": 11}, "Something", "WW", roll).id == "gn:11"
    assert match({"gn_id": -1, "iso_3166_2": "WW-N"}, "Something", "WW", roll).id == "gn:11"
    assert match({"name_alt": "Septentrion|Norden"}, "Something", "WW", roll).id == "gn:11"
    assert match({"gn_id": 11}, "Something", "XX", roll) is None


def test_a_mosaic_gives_every_piece_of_ground_to_the_nearest_settlements_unit():
    areas = mosaic(SITES, GROUND)
    assert areas["gn:111"].contains(shapely.Point(1.0, 1.0))
    assert areas["gn:112"].contains(shapely.Point(3.0, 1.0))
    assert sum(area.area for area in areas.values()) == pytest.approx(GROUND.area)


def test_a_settlement_alone_amid_another_unit_is_a_slip():
    areas = mosaic([*SITES, (1.0, 1.0, "gn:112")], GROUND)
    assert areas["gn:111"].contains(shapely.Point(1.0, 1.0))


def test_the_same_sites_give_the_same_mosaic():
    assert [area.wkb for area in mosaic(SITES, GROUND).values()] == [
        area.wkb for area in mosaic(SITES[::-1], GROUND).values()
    ]


def test_ground_of_a_unit_that_is_no_more_goes_to_the_nearest_districts(roll):
    firsts = [Drawn(1, "region:old", "Old Province", "WW", "", "", "ne", GROUND)]
    drawn = list(draw_districts(SITES, firsts, roll))
    assert {unit.id for unit in drawn} == {"gn:111", "gn:112"}
    assert {unit.code for unit in drawn} == {"iso:WW-N"}


def test_a_second_order_unit_is_joined_by_name_and_a_third_order_one_by_its_settlements(roll):
    layer = {"country": "WW", "id": "WWW-ADM2-1", "level": 2, "year": 2019}
    west, east = shapely.box(0, 0, 2, 2), shapely.box(2, 0, 4, 2)
    by_name = list(join(layer, [Shape("Beta", west), Shape("Nowhere", shapely.box(9, 9, 10, 10))], SITES, roll))
    assert [(unit.id, unit.name) for unit in by_name] == [("", "Nowhere"), ("gn:112", "Beta")]
    by_votes = list(join({**layer, "level": 3}, [Shape("Beta", west), Shape("x", east)], SITES, roll))
    assert [(unit.id, unit.year) for unit in by_votes] == [("gn:111", 2019), ("gn:112", 2019)]


def test_neighbours_still_meet_when_they_are_simplified():
    border = [(2 + 0.01 * (number % 2), number / 20) for number in range(41)]
    west = shapely.Polygon([(0, 0), *border, (0, 2)])
    east = shapely.Polygon([(4, 0), *border, (4, 2)])
    thin_west, thin_east = simplified([west, east], 0.05)
    assert shapely.get_num_coordinates(thin_west) < shapely.get_num_coordinates(west)
    assert thin_west.intersection(thin_east).area == pytest.approx(0)
    assert thin_west.union(thin_east).area == pytest.approx(west.union(east).area)


def test_rings_are_written_as_the_reader_reads_them():
    holed = shapely.Polygon([(0, 0), (4, 0), (4, 4), (0, 4)], [[(1, 1), (1, 2), (2, 2), (2, 1)]])
    read = Read.from_rings(read_rings(written(shapely.multipolygons([holed]))))
    assert read.encloses(Point(3.0, 3.0))
    assert not read.encloses(Point(1.5, 1.5))


def test_a_table_is_the_same_in_whatever_order_its_units_come(tmp_path, roll):
    units = [Drawn.of(roll.by_id[id_], shapely.multipolygons([GROUND]), "ne") for id_ in ("gn:111", "gn:112", "gn:11")]
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    write_polygons(units, tmp_path / "a")
    write_polygons(units[::-1], tmp_path / "b")
    assert (tmp_path / "a/polygons.tsv.xz").read_bytes() == (tmp_path / "b/polygons.tsv.xz").read_bytes()
    assert '"with_id": 2' in (tmp_path / "a/polygons.json").read_text()
