import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.bench.places_corpora import GoldToponym
from dateline.bench.scorers.places_gold import FARTHEST_KM, Judged, is_gold, judge, rows, share_right
from dateline.places import Candidate, Place, PlaceKind, PlaceResolution
from dateline.values.points import Point
from dateline.values.spans import Span

GAO = Place(
    "gn:2457161", "Gao", PlaceKind.SETTLEMENT, "ML", Point(16.27, -0.04), admin1_id="gn:2457162", other_ids=("wof:1",)
)
NIAMEY = Place("gn:2440485", "Niamey", PlaceKind.SETTLEMENT, "NE", Point(13.51, 2.11), admin1_id="gn:2595294")
GOLD = GoldToponym(Span(0, 3), "Gao", Point(16.3, 0.0), frozenset({"gn:2457161"}), "PPLA", "ML", "gn:2457162")


def resolved(place, **known):
    return PlaceResolution("men-1", place, 0.9, "made up", **known)


def test_the_gold_id_is_no_error():
    judged = judge(GOLD, resolved(GAO), [Candidate(GAO, "exact")])
    assert (judged.error_km, judged.exact, judged.admin1, judged.country) == (0.0, True, True, True)


def test_an_id_of_another_gazetteer_is_the_same_place():
    assert is_gold(GAO, {"wof:1"})
    assert not is_gold(GAO, {"wof:2"})


def test_another_place_is_as_wrong_as_it_is_far():
    judged = judge(GOLD, resolved(NIAMEY), [Candidate(GAO, "exact")])
    assert 300 < judged.error_km < 500
    assert (judged.exact, judged.country, judged.right) == (False, False, False)


def test_a_name_without_a_point_is_as_wrong_as_can_be():
    judged = judge(GOLD, resolved(None), [])
    assert (judged.error_km, judged.retrieved, judged.probability) == (FARTHEST_KM, False, None)


def test_the_place_that_an_unresolved_name_lies_in_gives_its_point():
    judged = judge(GOLD, resolved(None, within=GAO, point=GAO.point), [])
    assert (judged.right, judged.exact, judged.retrieved, judged.country) == (True, False, False, True)


def test_what_the_gold_does_not_say_is_not_counted():
    bare = GoldToponym(GOLD.span, GOLD.text, GOLD.point, frozenset(), "page")
    judged = judge(bare, resolved(GAO), [Candidate(GAO, "exact")])
    assert (judged.exact, judged.admin1, judged.country) == (None, None, None)
    none = {row.metric: row for row in rows("made", [[judged]])}["places.made.all.exact"]
    assert (none.value, none.n) == (None, 0)


def test_all_and_retrieved_have_their_own_n():
    found, missing = judge(GOLD, resolved(GAO), [Candidate(GAO, "exact")]), judge(GOLD, resolved(None), [])
    figures = {row.metric: row for row in rows("made", [[found], [missing]])}
    assert (figures["places.made.all.acc161"].value, figures["places.made.all.acc161"].n) == (50, 2)
    assert (figures["places.made.retrieved.acc161"].value, figures["places.made.retrieved.acc161"].n) == (100, 1)
    assert figures["places.made.recall"].value == 50
    assert figures["places.made.all.auc"].value == pytest.approx(0.5)


@given(st.lists(st.floats(0, FARTHEST_KM), min_size=1, max_size=8))
def test_a_wider_circle_never_holds_less(errors):
    judged = [Judged(error, retrieved=True, exact=None, admin1=None, country=None, probability=0.5) for error in errors]
    figures = {row.metric: row.value for row in rows("made", [judged])}
    narrow, middle, wide = (figures[f"places.made.all.acc{km}"] for km in (10, 25, 161))
    assert narrow <= middle <= wide == share_right("one", [judged]).value
