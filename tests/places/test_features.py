from collections import Counter

import pytest

from dateline.errors import InstallationError
from dateline.places import Place, PlaceKind, features
from dateline.places.features import FEATURES, Option, Situation, read_weights


def option(**known):
    place = Place("gn:1", "Khar", PlaceKind.SETTLEMENT, "PK", None, admin1="KP", admin1_id="gn:2")
    return Option(
        **{"place": place, "tier": "exact", "units": frozenset({"iso:PK", "gn:2"})}
        | {"is_main_name": True, "is_capital": False}
        | known
    )


def situation(**known):
    nothing = frozenset()
    given = {"kinds": nothing, "countries": Counter(), "units_beside": nothing, "held_by_beside": nothing}
    return Situation(**given | {"units_in_sentence": nothing} | known)


def test_every_feature_has_an_explanation_and_a_weight():
    assert [feature.__name__ for feature, _, _ in read_weights().features] == [f.__name__ for f in FEATURES]
    assert all(feature.__doc__ for feature in FEATURES)


def test_a_weight_without_a_feature_is_refused(monkeypatch):
    monkeypatch.setattr(features, "FEATURES", FEATURES[1:])
    with pytest.raises(InstallationError, match="large_population"):
        read_weights.__wrapped__()


def test_an_unknown_population_counts_nothing():
    assert features.large_population(option(), situation()) == 0


def test_a_country_counts_more_each_time_it_is_named():
    once, often = (features.country_is_named(option(), situation(countries=Counter(PK=n))) for n in (1, 5))
    assert 0 < once < often <= 1


def test_a_unit_beside_holds_the_reading():
    assert features.lies_in_a_place_beside(option(), situation(units_beside=frozenset({"gn:2"}))) == 1


def test_a_region_without_country_lies_in_no_datelines_country():
    region = Place("region:sahel", "Sahel", PlaceKind.REGION, None, None)
    assert features.lies_in_country_of_dateline(option(place=region), situation(dateline_country=None)) == 0


def test_one_other_place_is_a_half_share():
    others = situation(others_by_unit={"iso:PK": 1.0}, others=1.0)
    assert features.shares_country_with_others(option(), others) == 0.5
