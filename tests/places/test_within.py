import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.places.within import refine

from .ground_of import GAO, GAO_REGION, KABUL, KIDAL, MALI, MOSUL, SPRINGFIELD, SmallGazetteer, marked


def refined(text, home=None):
    doc, mentions, resolutions = marked(text)
    return refine(resolutions, mentions, doc, gazetteer=SmallGazetteer(), home=home)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("A bomb hit the {Pakistani Embassy in Kabul}.", KABUL),
        ("They shut the {University of Mosul}.", MOSUL),
        ("They shut {Mosul University}.", MOSUL),
        ("Shots fell on {Qarloq Street}, [Springfield].", SPRINGFIELD),
        ("They shelled the {Sunrise Bakery} in the city of [Gao].", GAO),
        ("They shelled the {Sunrise Bakery} in the <Malian> city of [Gao].", GAO),
        ("Shots rang out in [Kabul]'s {Qarloq Street}.", KABUL),
        ("Police in [Gao] closed the {Sunrise School}.", GAO),
        ("[Gao] was calm. [Gao] slept. Then the {Sunrise School} burnt.", GAO),
        ("They met at [Qarloq], [Gao Region].", GAO_REGION),
        ("Boats sank on the {Niger River at Gao}.", GAO),
    ],
)
def test_a_facility_or_an_unknown_name_lies_in_its_place(text, place):
    (found,) = [each for each in refined(text) if each.place is None]
    assert (found.within, found.point) == (place, place.point)
    assert found.radius_km > 0
    assert place.name in found.reason


@pytest.mark.parametrize(
    "text",
    [
        "A crowd stormed the {Pakistani Embassy}.",
        "They sailed the {Niger River}. [Gao] was calm.",
        "In [Mali] men from [Qarloq] met.",
        "They met in {Qarloq School}.",
    ],
)
def test_what_no_word_places_lies_nowhere(text):
    (found,) = [each for each in refined(text) if each.place is None]
    assert (found.within, found.point, found.radius_km) == (None, None, None)


def test_the_publishers_town_places_a_street_when_nothing_else_does():
    (found,) = refined("A fire broke out in {Qarloq Street}.", home=SPRINGFIELD)
    assert found.within == SPRINGFIELD


def test_a_place_keeps_its_point_and_gets_its_extent():
    (found,) = refined("A blast in [Gao].")
    assert (found.place, found.point, found.where_prec) == (GAO, GAO.point, 1)
    assert 1 < found.radius_km < 20


def test_distance_words_move_the_point():
    (found,) = refined("A mine went off 10 km north of [Gao].")
    assert found.place == GAO
    assert found.point.km_to(GAO.point) == pytest.approx(10, abs=0.1)
    assert found.point.lat > GAO.point.lat
    assert found.where_prec == 2
    assert '"10 km north of"' in found.reason


def test_distance_words_pass_over_the_name_of_a_people():
    (_, found) = refined("A mine went off 10 km north of the <Malian> town of [Gao].")
    assert found.point.km_to(GAO.point) == pytest.approx(10, abs=0.1)


def test_near_a_town_is_a_wider_circle():
    near, inside = (refined(text)[0] for text in ("A mine near [Gao].", "A mine in [Gao]."))
    assert near.point == inside.point
    assert near.radius_km > inside.radius_km
    assert (near.where_prec, inside.where_prec) == (2, 1)


def test_distance_from_a_country_moves_nothing():
    (found,) = refined("A post 10 km from [Mali].")
    assert found.point == MALI.point


def test_an_unknown_village_at_a_distance_from_a_town_lies_there_and_in_the_towns_province():
    village, _ = refined("Gunmen raided [Qarloq], a village some 30 km east of [Gao].")
    assert village.within == GAO_REGION
    assert village.point.km_to(GAO.point) == pytest.approx(30, abs=0.1)
    assert village.where_prec == 2


def test_two_towns_that_a_road_joins_give_its_middle():
    first, second = refined("Mines lay on the road between [Gao] and [Kidal].")
    assert first.point == second.point
    assert first.point.km_to(GAO.point) == pytest.approx(first.point.km_to(KIDAL.point), abs=1)
    assert first.radius_km == pytest.approx(GAO.point.km_to(KIDAL.point) / 2, abs=2)
    assert first.where_prec == 5


def test_towns_too_far_apart_are_no_road():
    first, _ = refined("The road between [Gao] and [Mosul] is long.")
    assert first.point == GAO.point


def test_a_chain_of_unknown_names_lies_where_its_end_does():
    street, quarter, _ = refined("Shots fell on {Main Street}, [Qarloq], [Gao].")
    assert street.within == quarter.within == GAO


def test_a_demonym_has_the_point_of_its_country():
    (found,) = refined("A <Malian> patrol came by.")
    assert (found.point, found.where_prec) == (MALI.point, 6)


names = st.sampled_from(["[Gao]", "[Mali]", "[Qarloq]", "{Qarloq School}", "{Embassy in Kabul}", "<Malian>"])
words = st.sampled_from(
    [", ", " near ", "'s ", " 10 km north of ", " between ", " and ", ". The ", "\n\n", " in the city of "]
)


@given(st.lists(names | words, max_size=12))
def test_each_resolution_comes_back_in_its_order_with_a_point_wherever_there_is_a_place(parts):
    doc, mentions, resolutions = marked("".join(parts))
    found = refine(resolutions, mentions, doc, gazetteer=SmallGazetteer())
    assert [each.mention_id for each in found] == [mention.id for mention in mentions]
    for before, after in zip(resolutions, found, strict=True):
        assert after.place == before.place
        assert after.point is not None or (after.place is None and after.within is None)
        assert (after.radius_km is None) == (after.point is None)
        assert not (after.place and after.within)
