import json

from hypothesis import given
from hypothesis import strategies as st

from dateline.exports.export import claim_table, event_table
from dateline.exports.geojson import write_geojson

MADE_UP = {"event_id": "evt-1", "place": "Khar", "latitude": 34.7, "longitude": 71.5, "deaths_best": None}


def features(table, path):
    written = write_geojson(table, path / "events.geojson")
    read = json.loads((path / "events.geojson").read_text(encoding="utf-8"))
    assert read["type"] == "FeatureCollection"
    assert len(read["features"]) == written
    return read["features"]


def test_an_event_is_a_point_with_longitude_first(tmp_path):
    (feature,) = features(event_table([MADE_UP]), tmp_path)
    assert feature["type"] == "Feature"
    assert feature["geometry"] == {"type": "Point", "coordinates": [71.5, 34.7]}
    assert feature["properties"]["place"] == "Khar"


def test_an_event_without_a_position_has_no_geometry_and_unknown_stays_null(tmp_path):
    (feature,) = features(event_table([{"event_id": "evt-1"}]), tmp_path)
    assert feature["geometry"] is None
    assert feature["properties"]["deaths_best"] is None


def test_a_table_of_claims_is_features_without_geometry(tmp_path):
    (feature,) = features(claim_table([{"claim_id": "clm-1"}]), tmp_path)
    assert feature["geometry"] is None


def test_no_rows_are_an_empty_collection(tmp_path):
    assert features(event_table([]), tmp_path) == []


@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180), st.text(max_size=5)), max_size=4))
def test_every_row_is_a_feature_in_its_order(tmp_path_factory, rows):
    made = [{"latitude": lat, "longitude": lon, "place": name} for lat, lon, name in rows]
    read = features(event_table(made), tmp_path_factory.mktemp("rows"))
    assert [each["geometry"]["coordinates"] for each in read] == [[lon, lat] for lat, lon, _ in rows]
