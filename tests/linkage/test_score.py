import numpy as np
import pytest

from dateline.linkage.features import FEATURES
from dateline.linkage.score import PairScorer, explain
from dateline.linkage.weights import load_weights
from linkage.things import item

WORDS = "norva market blast vendors governor ambulance stalls fire hospital elders"


@pytest.fixture(scope="module")
def scorer():
    return PairScorer()


def chance(scorer, one, other):
    return scorer.chances(one, [other])[0]


def told(name, **fields):
    return item(name, **{"town": "norva", "day": 3, "told": 4, "dead": 35, "words": WORDS, **fields})


def test_nobody_is_scored_where_there_is_nobody(scorer):
    assert scorer.chances(told("a"), []) == []


def test_two_reports_of_one_attack_are_likely_one(scorer):
    assert chance(scorer, told("a"), told("b")) > 0.9


def test_a_toll_that_rose_over_days_does_not_part_them(scorer):
    assert chance(scorer, told("a"), told("b", told=8, dead=63)) > 0.7


def test_an_undated_report_soon_after_is_likely_of_the_attack(scorer):
    assert chance(scorer, told("a"), told("b", day=None, told=5)) > 0.7


def test_another_town_and_a_toll_of_another_order_part_two_attacks_of_one_day(scorer):
    assert chance(scorer, told("a", dead=52), told("b", town="tarrow", dead=5)) < 0.5


def test_an_attack_in_the_same_town_years_later_is_another(scorer):
    assert chance(scorer, told("a"), told("b", day=900, told=901, dead=84)) < 0.1


def test_the_pair_may_come_in_either_order(scorer):
    one, other = told("a"), told("b", told=8, dead=63)
    assert chance(scorer, one, other) == pytest.approx(chance(scorer, other, one))


def test_two_accounts_of_one_teller_are_two(scorer):
    assert chance(scorer, told("a", doc="d"), told("b", doc="d", day=5)) == 0


def test_one_that_is_told_twice_by_one_teller_in_the_same_way_is_one(scorer):
    assert chance(scorer, told("a", doc="d"), told("b", doc="d")) > 0.5


def test_what_is_told_in_passing_is_less_sure(scorer):
    assert chance(scorer, told("a"), told("b", is_lead=False)) < chance(scorer, told("a"), told("b"))


@pytest.mark.parametrize(
    "fields", [{"told": 8, "dead": 63}, {"is_lead": False, "town": "tarrow", "dead": 2, "kind": "shooting"}]
)
def test_reasons_add_up_to_the_log_odds_with_what_is_added_by_hand(scorer, fields):
    one, other = told("a"), told("b", **fields)
    reasons = explain(one, other)
    odds = load_weights().pair.intercept + sum(reason.added for reason in reasons)
    assert 1 / (1 + np.exp(-odds)) == pytest.approx(chance(scorer, one, other))
    assert {feature.name for feature in FEATURES} < {reason.feature for reason in reasons}
    assert abs(reasons[0].added) >= abs(reasons[-1].added)


def test_towns_far_apart_on_days_that_are_said_part_what_else_is_alike(scorer):
    one, other = told("a"), told("b", town="tarrow")
    assert chance(scorer, one, other) < 0.5 < chance(scorer, one, told("b", town="tarrow", day=None, told=4))
    assert next(reason for reason in explain(one, other) if reason.feature == "towns_far_apart").added < 0


def test_a_reason_says_when_something_is_not_known():
    reasons = {reason.feature: reason for reason in explain(told("a"), told("b", day=None))}
    assert reasons["days_apart"].value is None
    assert reasons["days_apart"].explanation.endswith(".")
