import lzma
import os
import sqlite3
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dateline.errors import InstallationError
from dateline.places import packs, polygons
from dateline.places.polygons import Shape, installed_polygons, read_rings, unpack, unpacked_polygons
from dateline.values.points import Point
from places.worlds import CORE, DISTRICTS, square, write_pack

tenths = st.integers(-1700, 1700).map(lambda number: number / 10)


def shape(*squares: str) -> Shape:
    return Shape.from_rings(read_rings(";".join(squares)))


@given(st.lists(st.tuples(st.integers(-50, 50), st.integers(-50, 50)), min_size=4, max_size=8, unique=True))
def test_rings_are_read_as_they_were_written(points):
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(points)]
    text = " ".join(f"{lon} {lat}" for lon, lat in (points[0], *steps))
    read = read_rings(f"{text};{text}")
    whole = [list(point) for point in points]
    assert read[: len(points)].tolist() == whole
    assert read[len(points) + 1 : -1].tolist() == whole


@given(tenths, st.floats(-60, 60), st.floats(0.1, 9.9), st.floats(0.1, 9.9))
def test_a_square_holds_its_inside_and_nothing_else(west, south, east_of, north_of):
    south = round(south, 3)
    held = shape(square(west, south, west + 10, south + 10))
    assert held.encloses(Point(south + north_of, west + east_of))
    assert not held.encloses(Point(south + north_of, max(-180, west - east_of)))
    assert not held.encloses(Point(south + north_of, min(180, west + 10.001 + east_of)))
    assert not held.encloses(Point(max(-90, south - north_of), west + east_of))


def test_a_ring_within_a_ring_is_a_hole_and_one_beside_it_an_island():
    held = shape(square(0, 0, 10, 10), square(4, 4, 6, 6), square(20, 0, 21, 1))
    assert held.encloses(Point(2, 2))
    assert not held.encloses(Point(5, 5))
    assert held.encloses(Point(0.5, 20.5))


@given(st.floats(-60, 60), st.floats(-170, 170), st.floats(0.01, 0.4))
def test_the_distance_to_a_border_is_that_to_its_nearest_point(lat, lon, degrees):
    west = round(lon + degrees, 4)
    assume(west - lon > 0.005)
    held = shape(square(west, round(lat - 2, 4), west + 1, round(lat + 2, 4)))
    nearest = Point(lat, west)
    assert held.km_to_border(Point(lat, lon)) == pytest.approx(Point(lat, lon).km_to(nearest), rel=0.01)


def test_a_point_inside_is_as_far_from_the_border_as_one_outside():
    held = shape(square(0, 0, 2, 2))
    assert held.km_to_border(Point(1, 0.5)) == pytest.approx(held.km_to_border(Point(1, -0.5)), rel=0.001)


def test_the_file_holds_every_unit_of_every_table(tmp_path):
    target = tmp_path / "polygons.sqlite"
    unpack([write_pack(tmp_path / "core", CORE), write_pack(tmp_path / "pack", DISTRICTS, name="pack")], target)
    with sqlite3.connect(target) as rows:
        units = rows.execute("SELECT name, id, year, west, north FROM unit ORDER BY n").fetchall()
        sources = dict(rows.execute("SELECT code, name FROM source"))
    rows.close()
    assert units[0] == ("Eastern Province", "gn:2", None, 120_000, 20_000)
    assert units[4] == ("Beta", None, 2019, 110_200, 20_000)
    assert sources["surveyed"] == "A survey, CC BY 4.0"


def test_what_is_unpacked_is_kept(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    pack = write_pack(tmp_path / "core", CORE)
    monkeypatch.setattr(polygons, "installed_polygons", lambda: (pack,))
    first = unpacked_polygons()
    monkeypatch.setattr(polygons, "unpack", lambda *_: pytest.fail("unpacked again"))
    assert unpacked_polygons() == first


def test_another_table_makes_another_file(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    packs = [write_pack(tmp_path / "one", CORE), write_pack(tmp_path / "two", CORE[:2])]
    monkeypatch.setattr(polygons, "installed_polygons", lambda: (packs[0],))
    first = unpacked_polygons()
    monkeypatch.setattr(polygons, "installed_polygons", lambda: (packs[1],))
    assert unpacked_polygons() != first


def test_a_damaged_table_leaves_nothing_behind(tmp_path):
    bad = write_pack(tmp_path / "core", CORE, name="maps", sha256="0" * 64)
    with pytest.raises(InstallationError, match="'maps' is damaged"):
        unpack([bad], tmp_path / "polygons.sqlite")
    assert [each.name for each in tmp_path.iterdir()] == ["core"]


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write anywhere")
def test_a_cache_that_cannot_be_written_names_the_remedy(tmp_path, monkeypatch):
    tmp_path.chmod(0o500)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "cache"))
    with pytest.raises(InstallationError, match="set DATELINE_CACHE"):
        unpacked_polygons()


def test_a_cache_below_a_file_names_the_remedy(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file" / "cache"))
    with pytest.raises(InstallationError, match="set DATELINE_CACHE"):
        unpacked_polygons()


def test_a_pack_without_polygons_is_passed_over(tmp_path, monkeypatch):
    class Entry:
        name, module = "plain", "dateline.values"

    monkeypatch.setattr(packs, "entry_points", lambda **_: [Entry])
    assert [pack.name for pack in installed_polygons()] == ["core"]


def test_every_line_of_the_shipped_table_names_a_source_of_its_manifest():
    (core, *_) = installed_polygons()
    known = {source.code for source in core.sources}
    text = lzma.decompress(core.read()).decode()
    rows = [each.split("\t") for each in text.splitlines()]
    assert len(rows) == core.rows
    assert {row[6] for row in rows} <= known
    assert all(source.licence and source.credit for source in core.sources)
    assert {len(row) for row in rows} == {10}


def test_a_shape_without_area_holds_nothing():
    held = shape(square(5, 5, 5, 5))
    assert not held.encloses(Point(5, 5))
    assert np.isfinite(held.km_to_border(Point(6, 6)))
