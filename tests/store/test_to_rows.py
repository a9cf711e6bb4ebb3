from hypothesis import given
from hypothesis import strategies as st

from dateline.places.records import Candidate, Place, PlaceKind, PlaceResolution
from dateline.store.to_records import to_place_resolution
from dateline.store.to_rows import place_row
from dateline.values.points import Point

names = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12)
maybe = st.none() | names
points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
ids = st.lists(st.sampled_from(["wof:85667493", "pcode:PK2024", "wd:Q172052"]), unique=True).map(tuple)
places = st.builds(
    Place,
    id=names,
    name=names,
    kind=st.sampled_from(PlaceKind),
    country=maybe,
    point=st.none() | points,
    admin1=maybe,
    admin1_id=maybe,
    admin2=maybe,
    admin2_id=maybe,
    population=st.none() | st.integers(0, 10**9),
    source=names,
    licence=names,
    feature=st.sampled_from(["", "PPL", "STM"]),
    other_ids=ids,
)
resolutions = st.builds(
    PlaceResolution,
    mention_id=names,
    place=st.none() | places,
    probability=st.floats(0, 1),
    reason=names,
    where_prec=st.none() | st.integers(1, 7),
    alternatives=st.lists(st.builds(Candidate, places, names), max_size=2).map(tuple),
    within=st.none() | places,
    point=st.none() | points,
    radius_km=st.none() | st.floats(0, 1000),
    tier=st.sampled_from(["", "exact", "skeleton"]),
)


@given(resolutions)
def test_a_resolution_of_a_place_is_the_same_after_its_row(resolution):
    assert to_place_resolution(place_row(resolution)) == resolution


def test_what_is_not_known_of_a_place_is_null():
    row = place_row(PlaceResolution("men-1", None, 0.1, "not on the gazetteer"))
    for name in ("place_id", "within", "point_lat", "point_lon", "radius_km", "tier", "feature", "other_ids"):
        assert row[name] is None
