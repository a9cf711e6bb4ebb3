"""The rule by which a curated site becomes a row or joins the place of its name, on places made up for the purpose."""

from gazetteer.row import Row
from gazetteer.sites import add_sites


def world():
    rows = [
        Row("XA", "c", "", "XA", "Exania"),
        Row("1", "1", "XA", "XA", "Upper Ex", 10.0, 10.0),
        Row("11", "2", "1", "XA", "Arkent", 10.0, 10.0),
        Row("111", "s", "11", "XA", "Arkent", 10.0, 10.0),
    ]
    return {row.id: row for row in rows}


def with_site(**site):
    rows = world()
    entry = {"name": "Borvik", "feature": "PPL", "country": "XA", "point": [10.5, 10.5], "about": 5, "reason": "a test"}
    add_sites(rows, {"XA-1": rows["1"]}, [entry | site])
    return rows


def test_a_new_site_is_a_row_in_its_district():
    row = with_site(admin1="XA-1", admin2="Arkent", names=["Borwik"])["own:borvik-xa"]
    assert (row.kind, row.parent, row.point, row.names) == ("s", "11", (10.5, 10.5), ["Borwik"])
    assert (row.feature, row.sources) == ("PPL", ["own"])


def test_a_site_of_an_unknown_district_lies_in_its_province():
    assert with_site(admin1="XA-1", admin2="Cindra")["own:borvik-xa"].parent == "1"


def test_a_site_without_a_province_lies_in_its_country():
    assert with_site()["own:borvik-xa"].parent == "XA"


def test_a_site_of_no_country_stands_alone():
    rows = world()
    add_sites(rows, {}, [{"name": "Far Reef", "feature": "RF", "point": [1.0, 2.0], "about": 9, "reason": "a test"}])
    assert (rows["own:far-reef"].parent, rows["own:far-reef"].country) == ("", "")


def test_camps_are_features_and_tehsils_are_districts():
    assert with_site(feature="CMPRF")["own:borvik-xa"].kind == "f"
    assert with_site(feature="ADM3")["own:borvik-xa"].kind == "2"


def test_a_site_joins_the_place_of_its_name_that_lies_near():
    rows = with_site(name="Arkentt", names=["Arkent"], point=[10.02, 10.02])
    assert len(rows) == len(world())
    assert "Arkentt" in rows["111"].names
    assert "own" in rows["111"].sources


def test_a_namesake_far_away_is_another_place():
    assert "own:arkent-xa" in with_site(name="Arkent", point=[12.0, 12.0])


def test_a_site_whose_point_is_vague_joins_a_place_further_off():
    assert len(with_site(name="Arkent", point=[10.2, 10.2], about=40)) == len(world())
