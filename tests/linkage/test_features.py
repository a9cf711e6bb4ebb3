import math
from dataclasses import replace
from importlib.resources import files

import pytest
import yaml

from dateline.errors import InstallationError
from dateline.linkage.features import FEATURES, Feature
from dateline.linkage.features.people import addresses_shared, ages_shared, names_shared, share_of_ages, share_of_names
from dateline.linkage.features.places import (
    kilometres_apart,
    places_shared,
    same_town,
    setting_shared,
    towns_far_apart,
)
from dateline.linkage.features.time import (
    days_apart,
    days_between_tellings,
    same_day_stated,
    told_before_it_happened,
    told_soon_after,
)
from dateline.linkage.features.what import (
    contradictions,
    kinds_alike,
    manners_contradict,
    perpetrators_contradict,
    tolls_agree,
    tolls_contradict,
)
from dateline.linkage.features.words import headline_told_by_other, rarest_words_shared, titles_alike, words_alike
from linkage.things import item

EXAMPLES = yaml.safe_load((files("dateline.linkage") / "data" / "manners.yaml").read_text("utf-8"))["examples"]
BLAST = "market blast vendors norva"
NAMES = frozenset({"omar talib", "norva bridge", "12 mill road"})


def unknown(value):
    return math.isnan(value)


def test_a_feature_without_an_explanation_does_not_load():
    def nameless(one, other):
        return 0.0

    with pytest.raises(InstallationError, match="nameless has no docstring"):
        Feature(nameless, 1)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_every_feature_explains_itself_in_a_sentence(feature):
    assert feature.explanation.endswith(".")
    assert feature.speaks_for in (-1, 0, 1)


@pytest.mark.parametrize("feature", FEATURES, ids=lambda feature: feature.name)
def test_no_feature_depends_on_the_order_of_the_two(feature):
    one = item("a", town="norva", day=3, dead=35, words=BLAST, names=NAMES, ages=frozenset({9, 30}))
    other = item("b", town="selm", day=5, told=9, dead=63, words="market blast elders", ages=frozenset({9}))
    forward, backward = feature.measure(one, other), feature.measure(other, one)
    assert forward == backward or (unknown(forward) and unknown(backward))


def test_names_of_features_are_their_own():
    assert len({feature.name for feature in FEATURES}) == len(FEATURES)


def test_the_same_words_are_alike_and_others_are_not():
    one = item("a", words=BLAST)
    assert words_alike(one, item("b", words=BLAST)) == pytest.approx(1, abs=0.01)
    assert words_alike(one, item("b", words="election ballots")) == 0


def test_headlines_are_compared_where_both_have_one():
    headline = {"blast": 1.0}
    one = item("a", title=headline)
    assert titles_alike(one, item("b", title=headline)) == 1
    assert unknown(titles_alike(one, item("b")))
    assert headline_told_by_other(one, item("b", words=BLAST)) == 0.5
    assert unknown(headline_told_by_other(item("a"), item("b")))


def test_the_weightiest_words_are_counted():
    assert rarest_words_shared(item("a", words=BLAST), item("b", words="market blast elders")) == 2


def test_days_between_what_happened_are_counted_where_both_are_dated():
    assert days_apart(item("a", day=3), item("b", day=8)) == 5
    assert days_apart(item("a", day=3), item("b", day=3)) == 0
    assert unknown(days_apart(item("a", day=3), item("b", told=3)))


def test_an_interval_overlaps_the_days_within_it():
    month = item("a", first=item("x", day=0).first, last=item("x", day=30).first)
    assert days_apart(month, item("b", day=12)) == 0
    assert unknown(same_day_stated(month, item("b", day=12)))


def test_what_is_told_cannot_be_yet_to_come():
    late = item("a", day=10)
    assert told_before_it_happened(late, item("b", told=4)) == 6
    assert told_before_it_happened(late, item("b", told=11)) == 0
    assert unknown(told_before_it_happened(item("a", told=3), item("b", told=4)))


def test_an_undated_report_is_told_so_many_days_after():
    assert told_soon_after(item("a", day=3), item("b", told=5)) == 2
    assert unknown(told_soon_after(item("a", day=3), item("b", day=5)))
    assert days_between_tellings(item("a", told=3), item("b", told=5)) == 2


def test_one_day_is_the_same_or_another():
    assert same_day_stated(item("a", day=3), item("b", day=3)) == 1
    assert same_day_stated(item("a", day=3), item("b", day=4)) == 0


def test_places_are_the_same_or_so_far_apart():
    one = item("a", town="norva")
    assert (same_town(one, item("b", town="norva")), kilometres_apart(one, item("b", town="norva"))) == (1, 0)
    assert same_town(one, item("b", town="selm")) == 0
    assert 10 < kilometres_apart(one, item("b", town="selm")) < 20
    assert unknown(same_town(one, item("b")))
    assert unknown(kilometres_apart(one, item("b")))
    assert (places_shared(one, item("b", town="norva")), setting_shared(one, item("b", town="norva"))) == (1, 1)


def test_towns_are_far_apart_only_on_days_that_both_are_said_to_be_on():
    one = item("a", town="norva", day=3)
    assert towns_far_apart(one, item("b", town="tarrow", day=9)) == 1
    assert towns_far_apart(one, item("b", town="selm", day=3)) == 0
    assert unknown(towns_far_apart(one, item("b", town="tarrow")))
    assert unknown(towns_far_apart(one, item("b", day=3)))
    other = item("b", town="tarrow", day=3)
    district = tuple(replace(spot, precision=3) for spot in other.spots)
    assert unknown(towns_far_apart(one, replace(other, spots=district)))


def test_names_and_ages_that_both_give_are_counted():
    one = item("a", names=NAMES, ages=frozenset({9, 30}))
    other = item("b", names=frozenset({"omar talib"}), ages=frozenset({9}))
    assert (names_shared(one, other), share_of_names(one, other)) == (1, 1)
    assert (ages_shared(one, other), share_of_ages(one, other)) == (2, 1)
    assert unknown(share_of_names(one, item("c")))


def test_house_numbers_are_the_same_or_others():
    one = item("a", names=NAMES)
    assert addresses_shared(one, item("b", names=NAMES)) == 1
    assert addresses_shared(one, item("b", names=frozenset({"14 mill road"}))) == 0
    assert unknown(addresses_shared(one, item("b", names=frozenset({"omar talib"}))))


def test_a_toll_that_rose_contradicts_less_than_two_tolls_of_one_day():
    first, risen = item("a", told=3, dead=35), item("b", told=5, dead=63)
    assert 0 < tolls_contradict(first, risen) < 0.5
    assert tolls_contradict(first, item("b", told=3, dead=63)) > 0.5


def test_bounds_that_overlap_do_not_contradict():
    at_least = item("a", counts={"deaths": (40, None)})
    assert tolls_contradict(at_least, item("b", dead=44)) == 0
    assert unknown(tolls_contradict(at_least, item("b")))


def test_an_unusual_toll_that_both_give_speaks_for_one_event():
    assert tolls_agree(item("a", dead=63), item("b", dead=63)) > tolls_agree(item("a", dead=2), item("b", dead=2)) > 0
    assert tolls_agree(item("a", dead=1), item("b", dead=1)) == 0


def test_kinds_and_perpetrators_are_the_same_or_others():
    one = item("a", actors=frozenset({"red"}))
    assert perpetrators_contradict(one, item("b", actors=frozenset({"blue"}))) == 1
    assert perpetrators_contradict(one, item("b", actors=frozenset({"blue", "red"}))) == 0
    assert unknown(perpetrators_contradict(one, item("b")))
    assert (kinds_alike(one, item("b")), kinds_alike(one, item("b", kind="arson"))) == (1, 0)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: " ".join(example["kinds"]))
def test_manners_contradict_as_the_data_says(example):
    one, other = (item(kind, kind=kind) for kind in example["kinds"])
    assert (manners_contradict(one, other) == 1) is example["contradict"]


def test_contradictions_are_counted_together():
    one = item("a", town="norva", day=3, dead=52)
    assert contradictions(one, item("b", town="norva", day=3, dead=52)) == 0
    assert contradictions(one, item("b", town="tarrow", day=3, dead=52)) == 1
    assert contradictions(one, item("b", town="tarrow", day=3, dead=5)) == 3
