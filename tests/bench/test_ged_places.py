import json

import pytest

from dateline.bench.ged_places import read_ged_places
from dateline.errors import InputError
from dateline.places import open_gazetteer

ROW = {
    "where_prec": "1.0",
    "where_coordinates": "Tamra town",
    "country": "Mali",
    "adm_1": "Gao region",
    "latitude": "16.5",
    "longitude": "0.5",
}


@pytest.fixture
def read(tmp_path):
    def places(*changes):
        path = tmp_path / "rows.jsonl"
        path.write_text("".join(json.dumps(ROW | change) + "\n" for change in changes))
        return list(read_ged_places(path, open_gazetteer()))

    return places


def test_a_row_becomes_a_question(read):
    (place,) = read({})
    assert (place.name, place.kind, place.countries, place.admin1) == ("Tamra town", "town", ("ML",), "Gao region")
    assert (place.point.lat, place.point.lon) == (16.5, 0.5)


def test_rows_that_are_less_precise_are_left_out(read):
    assert read({"where_prec": "3.0"}, {"where_prec": "6"}) == []


@pytest.mark.parametrize(
    ("name", "kind"), [("Tamra village", "village"), ("Tamra City", "town"), ("Tamra mountain", "other"), ("", "other")]
)
def test_the_last_word_says_the_kind(read, name, kind):
    assert read({"where_coordinates": name})[0].kind == kind


@pytest.mark.parametrize(
    ("state", "countries"),
    [("Israel", ("IL", "PS")), ("DR Congo (Zaire)", ("CD",)), ("Yemen (North Yemen)", ("YE",)), ("Niger", ("NE",))],
)
def test_a_state_is_the_countries_that_it_holds(read, state, countries):
    assert read({"country": state})[0].countries == countries


def test_an_admin1_that_is_not_said_is_unknown(read):
    assert read({"adm_1": ""})[0].admin1 is None


@pytest.mark.parametrize("change", [{"country": "Nowhereland"}, {"latitude": "north"}, {"where_prec": "?"}])
def test_a_row_that_is_none_is_named(read, change):
    with pytest.raises(InputError, match=r"rows\.jsonl, line 2"):
        read({}, change)
