import lzma
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.errors import InstallationError
from dateline.places import Gazetteer, unpack

TABLE = (
    "ZZ\tc\t\tZZ\tZedland\t1.0\t2.0\t1000\t\tOld Zed\tZD\tZeddish\n"
    "11\t1\tZZ\tZZ\tNorthzed\t1.0\t2.0\n"
    "12\t2\t11\tZZ\tMidzed\n"
    "13\ts\t12\tZZ\tZedtown\t1.5\t2.5\t90000\tC\tCedtown\n"
)


@pytest.fixture
def small(tmp_path):
    target = tmp_path / "small.sqlite"
    unpack.unpack(lzma.compress(TABLE.encode()), target)
    return Gazetteer(target)


def test_a_line_becomes_a_place_with_its_units(small):
    (town,) = small.candidates("Zedtown")
    assert (town.place.id, town.place.admin1, town.place.admin2, town.place.country) == (
        "gn:13",
        "Northzed",
        "Midzed",
        "ZZ",
    )


def test_every_kind_of_name_leads_to_the_country(small):
    found = {name: small.candidates(name)[0].tier for name in ("Zedland", "Old Zed", "ZD", "Zeddish")}
    assert found == {"Zedland": "exact", "Old Zed": "exact", "ZD": "abbreviation", "Zeddish": "demonym"}


def test_a_district_without_settlements_in_the_table_has_no_position(small):
    assert small.get("gn:12").point is None


def test_names_for_finding_carry_what_they_name(small):
    assert dict(small.names()) == {
        "Cedtown": ("settlement",),
        "Midzed": ("admin2",),
        "Northzed": ("admin1",),
        "Old Zed": ("country",),
        "ZD": ("country", "abbreviation"),
        "Zedland": ("country",),
        "Zedtown": ("settlement",),
    }


def test_the_cache_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert unpack.cache_folder() == tmp_path


def test_several_at_once_unpack_one_whole_file(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "new"))
    monkeypatch.setattr(unpack, "shipped_table", lambda: lzma.compress(TABLE.encode()))
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: unpack.unpacked_gazetteer(), range(4)))
    assert len(paths) == 1
    assert Gazetteer(paths.pop()).candidates("Zedtown")
    assert not list((tmp_path / "new").glob("*.part"))


def test_a_broken_unpacking_leaves_nothing_behind(tmp_path):
    with pytest.raises(lzma.LZMAError):
        unpack.unpack(b"not packed", tmp_path / "small.sqlite")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0 if hasattr(os, "geteuid") else True, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written_is_named(monkeypatch, tmp_path):
    tmp_path.chmod(0o500)
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "locked"))
    with pytest.raises(InstallationError, match="DATELINE_CACHE"):
        unpack.unpacked_gazetteer()


def test_a_cache_that_is_a_file_is_named(monkeypatch, tmp_path):
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "file"))
    with pytest.raises(InstallationError, match="DATELINE_CACHE"):
        unpack.unpacked_gazetteer()


def test_an_altered_table_is_refused(monkeypatch):
    monkeypatch.setattr(unpack, "_shipped_hash", lambda: "0" * 64)
    with pytest.raises(InstallationError, match="not the one that was built"):
        unpack.shipped_table()


def test_what_a_killed_process_left_unfinished_is_taken_away(tmp_path):
    (tmp_path / "small.sqlite.part").write_bytes(b"half a database")
    unpack.unpack(lzma.compress(TABLE.encode()), tmp_path / "small.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["small.sqlite"]
