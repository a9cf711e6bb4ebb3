import hashlib
import json
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places import Gazetteer, open_gazetteer
from dateline.places.lookup import look_up
from dateline.places.packs import read_pack
from dateline.places.unpack import unpack
from dateline.values.points import Point

TABLE = """\
ZZ\tc\t\tZZ\tZedland\t5.0\t5.0\t1000
YY\tc\t\tYY\tYedland\t50.0\t50.0\t1000
1\t1\tZZ\tZZ\tNorthzed\t9.0\t5.0
2\t1\tZZ\tZZ\tSouthzed\t1.0\t5.0
3\t2\t1\tZZ\tTamra\t9.1\t5.1
10\ts\t2\tZZ\tTamra\t1.1\t5.1\t9000
11\ts\t3\tZZ\tTamra\t9.2\t5.2
12\ts\t1\tYY\tTamra\t50.1\t50.1\t900000
13\ts\t1\tZZ\tDayr az-Zabaw\t9.3\t5.3
14\ts\t2\tZZ\tKolomna\t1.3\t5.3
"""


@pytest.fixture
def zedland(tmp_path):
    packed = lzma.compress(TABLE.encode())
    (tmp_path / "places.tsv.xz").write_bytes(packed)
    manifest = {"sha256": hashlib.sha256(packed).hexdigest(), "rows": TABLE.count("\n")}
    (tmp_path / "places.json").write_text(json.dumps(manifest))
    unpack((read_pack("zed", tmp_path),), tmp_path / "zed.sqlite")
    return Gazetteer(tmp_path / "zed.sqlite")


def ids(found):
    return [candidate.place.id for candidate in found]


def test_the_largest_place_of_a_name_comes_first(zedland):
    assert ids(look_up("Tamra", gazetteer=zedland))[0] == "gn:12"


def test_a_country_leaves_only_places_in_it(zedland):
    assert set(ids(look_up("Tamra", gazetteer=zedland, country="zz"))) == {"gn:10", "gn:11", "gn:3"}


def test_a_place_in_the_admin1_that_is_named_comes_first(zedland):
    found = look_up("Tamra village", gazetteer=zedland, country="ZZ", admin1="Northzed province")
    assert ids(found)[0] == "gn:11"


def test_an_admin1_that_nothing_lies_in_leaves_every_place(zedland):
    assert len(look_up("Tamra", gazetteer=zedland, country="ZZ", admin1="Oldzed")) == 3


def test_a_point_nearby_brings_near_places_first(zedland):
    assert ids(look_up("Tamra town", gazetteer=zedland, near=Point(9.0, 5.0)))[0] == "gn:11"


def test_the_kind_that_a_word_announces_comes_first(zedland):
    assert ids(look_up("Tamra district", gazetteer=zedland, country="ZZ"))[0] == "gn:3"


@pytest.mark.parametrize(
    ("name", "tier", "place_id"),
    [("Dayr Zabau", "skeleton", "gn:13"), ("Kolomnya", "skeleton", "gn:14"), ("Kolombna", "edit", "gn:14")],
)
def test_within_a_country_other_spellings_lead_to_a_place(zedland, name, tier, place_id):
    assert [(found.tier, found.place.id) for found in look_up(name, gazetteer=zedland, country="ZZ")] == [
        (tier, place_id)
    ]


def test_without_a_country_other_spellings_lead_nowhere(zedland):
    assert look_up("Kolombna", gazetteer=zedland) == ()


def test_a_short_name_is_like_no_other(zedland):
    assert look_up("Tmr", gazetteer=zedland, country="ZZ") == ()


@given(st.text())
def test_any_text_may_be_looked_up_in_a_country(text):
    found = look_up(text, gazetteer=open_gazetteer(), country="ML")
    assert all(candidate.place.country == "ML" for candidate in found)
