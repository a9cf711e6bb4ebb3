"""The rules by which the gazetteer's sources become one row a place, on places made up for the purpose."""

import json
import lzma

import pytest
from gazetteer.languages import is_kept
from gazetteer.pack_units import join
from gazetteer.pcodes import Code, add_codes
from gazetteer.row import Row, table_of, tidy
from gazetteer.seats import place_by_seats
from gazetteer.settle import settle_villages
from gazetteer.units import UnitIndex
from gazetteer.wof import Name, Record, read_records
from gazetteer.write import write_table
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.lines import Line


def place(id_, kind, parent, name, point=(10.0, 10.0), **more):
    row = Row(id_, kind, parent, "XA", name, **more)
    if point:
        row.lat, row.lon = point
    return row


def world(*more):
    """A country of two provinces, with a district each and a town in each district."""
    rows = [
        place("XA", "c", "", "Exania"),
        place("1", "1", "XA", "Upper Ex", (10.0, 10.0)),
        place("2", "1", "XA", "Lower Ex", (12.0, 12.0)),
        place("11", "2", "1", "Arkent", (10.0, 10.0)),
        place("21", "2", "2", "Borvik", (12.0, 12.0)),
        place("111", "s", "11", "Arkent", (10.0, 10.0), population=9000),
        place("211", "s", "21", "Borvik", (12.0, 12.0), population=9000),
        *more,
    ]
    return {row.id: row for row in rows}


def record(id_, placetype, name, point=(10.0, 10.0), **more):
    known = {"region": "", "county": "", "gn": [], "wikidata": [], "population": 0, "feature": "", "source": "geonames"}
    known |= {"names": [], "duplicate_of": "", "wof": [id_], **more}
    return Record(id=id_, placetype=placetype, country="XA", name=name, point=point, **known)


def joined(core, *records):
    return {row.id: row for row in join(core, {each.id: each for each in records})}


def test_a_settlement_with_a_known_number_adds_its_names_to_the_row_that_is_there():
    rows = joined(world(), record("w1", "locality", "Arkentos", (10.1, 10.0), gn=["111"]))
    assert set(rows) == {"111"}
    assert (rows["111"].kind, rows["111"].names) == ("+", ["Arkentos"])
    assert rows["111"].other_ids == ["wof:w1"]
    assert rows["111"].point is None, "the core's point stays"


def test_a_settlement_of_the_same_name_nearby_is_the_same():
    assert set(joined(world(), record("w1", "locality", "Arkent", (10.03, 10.0)))) == {"111"}


def test_a_settlement_of_the_same_name_further_off_is_another():
    assert set(joined(world(), record("w1", "locality", "Arkent", (10.09, 10.0)))) == {"wof:w1"}


def test_two_numbered_settlements_of_one_name_are_one_only_within_two_kilometres():
    assert set(joined(world(), record("w1", "locality", "Arkent", (10.03, 10.0), gn=["999"]))) == {"999"}


def test_a_town_a_district_and_a_province_of_one_name_stay_three_rows():
    core = world(place("3", "1", "XA", "Arkent", (10.0, 10.0)))
    rows = joined(
        core,
        record("w1", "region", "Arkent"),
        record("w2", "county", "Arkent", region="w1"),
        record("w3", "locality", "Arkent", region="w1", county="w2"),
    )
    assert {id_: row.other_ids for id_, row in rows.items()} == {"3": ["wof:w1"], "11": ["wof:w2"], "111": ["wof:w3"]}


def test_a_village_lies_in_the_row_that_its_county_became():
    rows = joined(
        world(),
        record("w1", "region", "Lower Ex", (12.0, 12.0)),
        record("w2", "county", "Borvik District", (12.0, 12.0), region="w1"),
        record("w3", "locality", "Sennet", (12.1, 12.0), region="w1", county="w2"),
    )
    assert rows["wof:w3"].parent == "21"


def test_a_county_of_an_old_province_joins_the_province_that_it_has_become():
    core = world(place("4", "1", "XA", "Maren", (10.5, 10.5)))
    rows = joined(
        core,
        record("w1", "region", "Old Ex"),
        record("w2", "county", "Maren", (10.5, 10.5), region="w1"),
        record("w3", "locality", "Sennet", (10.5, 10.4), region="w1", county="w2"),
    )
    assert rows["4"].other_ids == ["wof:w2"]
    assert rows["wof:w3"].parent == "4"
    assert rows["wof:w1"].feature == "ADM1H"


def test_a_unit_is_joined_to_one_record_only():
    rows = joined(
        world(),
        record("w1", "region", "Upper Ex"),
        record("w2", "county", "Nelk", region="w1", names=[Name("fra", "Arkent")]),
        record("w3", "county", "Arkent", region="w1"),
    )
    assert rows["11"].other_ids == ["wof:w3"]
    assert rows["wof:w2"].parent == "1"


def test_a_county_that_has_no_name_in_common_joins_by_the_settlements_that_it_holds():
    towns = [place(f"11{n}", "s", "11", f"Town {n}", (10.0, 10.0 + n / 50)) for n in range(2, 6)]
    records = [
        record(f"t{row.id}", "locality", row.name, region="w1", county="w2", gn=[row.id], point=row.point)
        for row in towns
    ]
    rows = joined(
        world(*towns), record("w1", "region", "Upper Ex"), record("w2", "county", "Zubair", region="w1"), *records
    )
    assert rows["11"].other_ids == ["wof:w2"]


def test_a_point_is_added_to_a_unit_that_has_none():
    core = world(place("12", "2", "1", "Nelk", None))
    rows = joined(core, record("w1", "region", "Upper Ex"), record("w2", "county", "Nelk", (10.2, 10.2), region="w1"))
    assert rows["12"].point == (10.2, 10.2)


def test_a_unit_without_a_point_gets_that_of_its_one_village_of_the_name():
    core = world(place("12", "2", "1", "Nelk", None))
    rows = joined(core, record("w1", "region", "Upper Ex"), record("w3", "locality", "Nelk", (10.2, 10.2), region="w1"))
    assert rows["12"].point == (10.2, 10.2)


def test_a_translated_name_that_is_another_towns_own_is_dropped():
    rows = joined(
        world(),
        record(
            "w1", "locality", "Sennet", (11.0, 11.0), region="w9", names=[Name("fra", "Tolmar"), Name("eng", "Sennit")]
        ),
        record("w2", "locality", "Tolmar", (11.5, 11.5), region="w9"),
    )
    assert rows["wof:w1"].tagged == ["eng:Sennit"]


def test_a_well_is_a_feature_and_no_settlement():
    assert joined(world(), record("w1", "locality", "Bir Ex", (11, 11), feature="WLL"))["wof:w1"].kind == "f"


def wof_table(folder, *lines):
    columns = ["wof_id", "placetype", "cc", "name", "alts", "lat", "lon", "region_id", "county_id", "gn_id", "gn_more"]
    columns += ["wd_id", "population", "gn_fcode", "flags", "src_geom", "src_detail", "dup_of"]
    text = "\n".join("\t".join(str(line.get(column, "")) for column in columns) for line in lines)
    path = folder / "places.tsv.xz"
    path.write_bytes(lzma.compress(("\t".join(columns) + "\n" + text + "\n").encode()))
    return path


VILLAGE = {"placetype": "locality", "cc": "XA", "name": "Sennet", "lat": 1, "lon": 2, "src_geom": "geonames"}


def test_a_duplicate_leaves_its_names_and_ids_with_what_it_repeats(tmp_path):
    repeated = {**VILLAGE, "wof_id": "8", "name": "Sinnit", "alts": "rus:Сеннет", "gn_id": "5", "dup_of": "7"}
    records = read_records(wof_table(tmp_path, {**VILLAGE, "wof_id": "7"}, repeated))
    assert set(records) == {"7"}
    assert records["7"].names == [Name("und", "Sinnit"), Name("rus", "Сеннет")]
    assert (records["7"].wof, records["7"].gn) == (["7", "8"], ["5"])


def test_a_duplicate_of_nothing_in_the_table_stays(tmp_path):
    assert set(read_records(wof_table(tmp_path, {**VILLAGE, "wof_id": "8", "dup_of": "7"}))) == {"8"}


@pytest.mark.parametrize("flags", ["outside", "funky", "near,outside"])
def test_a_record_that_its_own_table_doubts_is_left_out(tmp_path, flags):
    assert not read_records(wof_table(tmp_path, {**VILLAGE, "wof_id": "7", "flags": flags}))


def test_long_labels_are_no_names(tmp_path):
    records = read_records(
        wof_table(tmp_path, {**VILLAGE, "wof_id": "7", "alts": "eng.l:Sennet District|und.v:Senneth"})
    )
    assert records["7"].names == [Name("und", "Senneth")]


def test_a_p_code_joins_the_unit_of_its_name_below_its_parent():
    core = world(place("12", "2", "1", "Nelk"), place("22", "2", "2", "Nelk"))
    add_codes(core, [Code("XA2", "1", "XA", "Lower Ex", "XA"), Code("XA201", "2", "XA", "Nelk", "XA2")])
    assert core["22"].other_ids == ["pcode:XA201"]
    assert core["12"].other_ids == []


def test_a_p_code_without_a_unit_becomes_a_row_without_a_point():
    core = world()
    add_codes(core, [Code("XA1", "1", "XA", "Upper Ex", "XA"), Code("XA109", "2", "XA", "Quorn", "XA1")])
    assert (core["pcode:XA109"].parent, core["pcode:XA109"].point) == ("1", None)


def test_a_p_code_that_groups_the_cores_first_level_is_no_unit():
    core = world()
    codes = [Code("XA0", "1", "XA", "Whole", "XA"), Code("XA01", "2", "XA", "Upper Ex", "XA0")]
    add_codes(core, [*codes, Code("XA02", "2", "XA", "Lower Ex", "XA0")])
    assert core["1"].other_ids == ["pcode:XA01"]
    assert "pcode:XA0" not in core


def test_a_p_code_whose_name_is_a_direction_makes_no_row():
    core = world()
    add_codes(core, [Code("XA9", "1", "XA", "South East", "XA")])
    assert "pcode:XA9" not in core


def test_a_spelling_with_the_same_skeleton_finds_the_unit_below_the_same_parent():
    index = UnitIndex(world(place("12", "2", "1", "Dayr az Zawr")).values(), "2")
    assert index.find("1", ["Deir Ezzor"]) is None
    assert index.find_alike("1", ["Deir Ezzor"]).id == "12"
    assert index.find_alike("2", ["Deir Ezzor"]) is None


def test_of_two_towns_of_a_units_name_the_larger_one_is_its_seat():
    core = world(
        place("12", "2", "1", "Nelk", None),
        place("121", "s", "1", "Nelk", (1.0, 1.0), population=10),
        place("122", "s", "1", "Nelk", (2.0, 2.0), population=20),
    )
    place_by_seats([core["12"]], [core["121"], core["122"]], core)
    assert core["12"].point == (2.0, 2.0)


def test_a_name_is_kept_in_the_languages_of_its_country():
    assert is_kept("urd", "خار", country="PK")
    assert is_kept("eng", "Khar", country="PK")
    assert not is_kept("jpn", "ハール", country="PK")
    assert not is_kept("und", "Кхар", country="PK")
    assert is_kept("und", "Кхар", country="PK", large=True)


def test_each_spelling_of_a_row_stands_once():
    row = place("1", "s", "XA", "Sennet")
    row.names, row.tagged = ["Sennét", "Senneth", "SENNETH", ""], ["fra:Senneth", "ara:سنت"]
    tidy(row)
    assert (row.names, row.tagged) == (["Senneth"], ["ara:سنت"])


def test_parents_stand_before_what_they_hold():
    core = world()
    ids = [line.split("\t")[0] for line in table_of(reversed(core.values())).splitlines()]
    assert all(ids.index(row.parent) < ids.index(row.id) for row in core.values() if row.parent)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=30),
    st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=20), max_size=4),
)
def test_whatever_a_name_holds_the_line_can_be_read_again(name, spellings):
    row = place("1", "s", "XA", name, sources=["gn"])
    row.names, row.tagged = list(spellings), [f"ara:{text}" for text in spellings]
    tidy(row)
    (text,) = table_of([row]).split("\n")[:-1]
    line = Line.parse(text)
    assert (line.id, line.name, line.sources) == ("gn:1", row.name, ("gn",))
    assert [each.text for each in line.names] == row.names + [entry.partition(":")[2] for entry in row.tagged]


def test_the_same_rows_give_the_same_bytes_and_a_manifest_with_licences(tmp_path):
    rows = [place("1", "s", "", "Sennet", sources=["gn"])]
    for name in ("one", "two"):
        write_table(rows, tmp_path / name)
    assert (tmp_path / "one.tsv.xz").read_bytes() == (tmp_path / "two.tsv.xz").read_bytes()
    manifest = json.loads((tmp_path / "one.json").read_text())
    assert manifest["sources"]["gn"]["licence"] == "CC BY 4.0"
    assert (manifest["rows"], manifest["rows_by_country"]) == (1, {"XA": 1})


def test_a_source_without_a_licence_cannot_be_written(tmp_path):
    with pytest.raises(ValueError, match=r"licence.*nowhere"):
        write_table([place("1", "s", "", "Sennet", sources=["nowhere"])], tmp_path / "table")


def test_a_number_that_is_another_places_does_not_join():
    rows = joined(world(), record("w1", "locality", "Zubair", (30.0, 30.0), gn=["111"]))
    assert set(rows) == {"wof:w1"}
    assert rows["wof:w1"].other_ids == []


def test_a_curated_village_takes_the_id_and_point_of_the_record_of_its_name():
    core = world(place("own:sennet-xa", "s", "1", "Sennet", (10.3, 10.0), sources=["own"]))
    records = {"w1": record("w1", "locality", "Sennit", (10.1, 10.0), gn=["77"], names=[Name("und", "Sennet")])}
    settle_villages(core, records)
    assert "own:sennet-xa" not in core
    assert (core["77"].name, core["77"].point) == ("Sennet", (10.1, 10.0))
    assert set(joined(core, *records.values())) == {"77"}


def test_a_curated_village_without_a_record_near_it_stays():
    core = world(place("own:sennet-xa", "s", "1", "Sennet", (10.3, 10.0)))
    settle_villages(core, {"w1": record("w1", "locality", "Sennet", (20.0, 10.0), gn=["77"])})
    assert core["own:sennet-xa"].point == (10.3, 10.0)
