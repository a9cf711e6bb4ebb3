import hashlib
import json
import lzma
import os
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.errors import InstallationError
from dateline.places import Gazetteer, unpack
from dateline.places.packs import read_pack

TABLE = (
    "ZZ\tc\t\tZZ\tZedland\t1.0\t2.0\t1000\t\tOld Zed\tZD\tZeddish\n"
    "11\t1\tZZ\tZZ\tNorthzed\t1.0\t2.0\n"
    "12\t2\t11\tZZ\tMidzed\n"
    "13\ts\t12\tZZ\tZedtown\t1.5\t2.5\t90000\tC\tCedtown\n"
)


PACK = (
    "13\t+\t\t\t\t\t\t\t\tZedburg|ara:\u0632\u062f\t\t\tPPLA\twof:5\twof\n"
    "14\ts\t12\tZZ\tPackzed\t1.6\t2.6\t\t\t\t\t\tPPL\twof:6|pcode:ZZ6\twof\n"
    "13\ts\t12\tZZ\tZed Town\t9.0\t9.0\t\t\tZedton\n"
    "99\t+\t\t\t\t\t\t\t\tNowhere\n"
    "ne:lake\tf\t11\tZZ\tLake Zed\t1.1\t2.2\t\t\t\t\t\tLK\n"
)


def pack(folder, table, name="places", **changed):
    packed = lzma.compress(table.encode())
    sources = {"wof": {"name": "Zedgeo", "licence": "CC0", "credit": "by Zedgeo"}}
    manifest = {"sha256": hashlib.sha256(packed).hexdigest(), "rows": table.count("\n"), "sources": sources} | changed
    folder.mkdir(exist_ok=True)
    (folder / "places.tsv.xz").write_bytes(packed)
    (folder / "places.json").write_text(json.dumps(manifest))
    return read_pack(name, folder)


@pytest.fixture
def core(tmp_path):
    return pack(tmp_path / "core", TABLE)


@pytest.fixture
def small(tmp_path, core):
    unpack.unpack((core,), tmp_path / "small.sqlite")
    return Gazetteer(tmp_path / "small.sqlite")


@pytest.fixture
def both(tmp_path, core):
    unpack.unpack((core, pack(tmp_path / "pack", PACK)), tmp_path / "both.sqlite")
    return Gazetteer(tmp_path / "both.sqlite")


def test_a_pack_adds_spellings_and_ids_to_a_place_that_is_there(both):
    (town,) = both.candidates("Zedburg")
    assert (town.place.id, town.place.name, town.place.feature) == ("gn:13", "Zedtown", "PPLA")
    assert town.place.other_ids == ("wof:5",)
    assert both.candidates("\u0632\u064e\u062f")[0].place.id == "gn:13"


def test_a_second_line_of_one_place_adds_to_the_first(both):
    (town,) = both.candidates("Zedton")
    assert (town.place.id, town.place.point.lat) == ("gn:13", 1.5)


def test_a_pack_brings_places_into_units_of_the_core(both):
    (village,) = both.candidates("Packzed")
    assert (village.place.admin1, village.place.admin2) == ("Northzed", "Midzed")
    assert (village.place.source, village.place.licence) == ("Zedgeo", "CC0")


def test_a_feature_lies_in_its_unit(both):
    lake = both.get("ne:lake")
    assert (lake.kind, lake.admin1, lake.feature) == ("feature", "Northzed", "LK")


@pytest.mark.parametrize("place_id", ["gn:14", "wof:6", "pcode:ZZ6"])
def test_a_place_is_found_by_each_of_its_ids(both, place_id):
    assert both.get(place_id).name == "Packzed"


def test_an_addition_to_no_place_is_counted_and_leaves_no_place(both):
    assert both.candidates("Nowhere") == ()
    assert both.meta("additions_to_no_place") == 1


def test_the_file_says_what_it_was_made_from(both):
    assert [made["rows"] for made in both.meta("packs")] == [4, 5]
    assert both.meta("sources")["wof"]["credit"] == "by Zedgeo"


def test_names_of_a_packs_villages_are_not_looked_for(both):
    assert {"Packzed", "Zedburg"}.isdisjoint(dict(both.names()))


def test_progress_grows_to_the_whole(tmp_path, core):
    told = []
    unpack.unpack((core,), tmp_path / "told.sqlite", on_progress=lambda words, share: told.append((words, share)))
    assert told[-1] == ("done", 1.0)
    assert [share for _, share in told] == sorted(share for _, share in told)


def test_older_versions_leave_the_cache_but_for_the_last(monkeypatch, tmp_path, core):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    monkeypatch.setattr(unpack, "installed_packs", lambda: (core,))
    for age, name in enumerate(("gazetteer-older.sqlite", "gazetteer-old.sqlite")):
        (tmp_path / name).write_text("")
        os.utime(tmp_path / name, (age + 1, age + 1))
    made = unpack.unpacked_gazetteer()
    assert {path.name for path in tmp_path.glob("*.sqlite")} == {made.name, "gazetteer-old.sqlite"}


def test_a_file_can_be_made_anew(monkeypatch, tmp_path, core):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    monkeypatch.setattr(unpack, "installed_packs", lambda: (core,))
    made = unpack.unpacked_gazetteer()
    made.write_text("broken")
    assert Gazetteer(unpack.unpacked_gazetteer(force=True)).candidates("Zedtown")


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
        "Zeddish": ("demonym",),
        "Zedland": ("country",),
        "Zedtown": ("settlement",),
    }


def test_the_cache_folder_can_be_named(monkeypatch, tmp_path):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path))
    assert unpack.cache_folder() == tmp_path


def test_several_at_once_unpack_one_whole_file(monkeypatch, tmp_path, core):
    monkeypatch.setenv("DATELINE_CACHE", str(tmp_path / "new"))
    monkeypatch.setattr(unpack, "installed_packs", lambda: (core,))
    with ThreadPoolExecutor(4) as pool:
        paths = set(pool.map(lambda _: unpack.unpacked_gazetteer(), range(4)))
    assert len(paths) == 1
    assert Gazetteer(paths.pop()).candidates("Zedtown")
    assert not list((tmp_path / "new").glob("*.part"))


def test_a_broken_table_leaves_nothing_behind(tmp_path):
    (tmp_path / "pack").mkdir()
    (tmp_path / "pack" / "places.tsv.xz").write_bytes(b"not packed")
    sha256 = hashlib.sha256(b"not packed").hexdigest()
    (tmp_path / "pack" / "places.json").write_text(json.dumps({"sha256": sha256, "rows": 1}))
    with pytest.raises(InstallationError, match=r"'broken'.*cannot be read"):
        unpack.unpack((read_pack("broken", tmp_path / "pack"),), tmp_path / "small.sqlite")
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


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


def test_what_a_killed_process_left_unfinished_is_taken_away(tmp_path, core):
    (tmp_path / "small.sqlite.part").write_bytes(b"half a database")
    unpack.unpack((core,), tmp_path / "small.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["core", "small.sqlite"]
