import pytest

from dateline.places import Place, PlaceKind, PlaceResolution, combine, containment, most_specific


def place(id_, kind, **units):
    return Place(id_, id_, kind, units.pop("country", "AF"), None, **units)


AFGHANISTAN = place("iso:AF", PlaceKind.COUNTRY)
GHAZNI = place("gn:1", PlaceKind.ADMIN1)
ANDAR = place("gn:2", PlaceKind.ADMIN2, admin1="gn:1", admin1_id="gn:1")
VILLAGE = place("gn:3", PlaceKind.SETTLEMENT, admin1="gn:1", admin1_id="gn:1")
PERU = place("iso:PE", PlaceKind.COUNTRY, country="PE")
SOUTH_ASIA = place("region:south-asia", PlaceKind.REGION, country=None)
KHORASAN = place("region:khorasan", PlaceKind.REGION, country=None)


@pytest.mark.parametrize(
    ("inner", "outer"),
    [(ANDAR, GHAZNI), (ANDAR, AFGHANISTAN), (VILLAGE, GHAZNI), (GHAZNI, SOUTH_ASIA), (AFGHANISTAN, SOUTH_ASIA)],
)
def test_a_place_lies_in_the_units_above_it(inner, outer):
    assert containment(inner, outer)
    assert not containment(outer, inner)


def test_a_place_does_not_lie_in_itself_or_elsewhere():
    assert not containment(GHAZNI, GHAZNI)
    assert not containment(ANDAR, PERU)


def test_a_region_of_parts_holds_no_country_for_sure():
    assert not containment(AFGHANISTAN, KHORASAN)


def test_the_most_specific_place_agrees_with_the_others():
    assert most_specific([AFGHANISTAN, PERU, GHAZNI, ANDAR]) == ANDAR


def test_the_first_named_wins_a_tie():
    assert most_specific([PERU, AFGHANISTAN]) == PERU


def test_of_no_place_none_is_most_specific():
    assert most_specific([]) is None


def test_a_settlement_gets_the_district_named_with_it():
    found = most_specific([VILLAGE, ANDAR, GHAZNI])
    assert (found.id, found.admin2, found.admin2_id) == ("gn:3", "gn:2", "gn:2")


def resolution(found, reason="exact name"):
    return PlaceResolution(found.id if found else "men", found, 0.9, reason, 3)


def test_combining_keeps_the_finest_and_names_the_others():
    combined = combine(resolution(GHAZNI), resolution(ANDAR))
    assert (combined.place, combined.reason) == (ANDAR, "exact name; with gn:1")


def test_unresolved_mentions_count_only_alone():
    unresolved = resolution(None, "not in the gazetteer")
    assert combine(unresolved, resolution(GHAZNI)).place == GHAZNI
    assert combine(unresolved) == unresolved
    assert combine() is None
