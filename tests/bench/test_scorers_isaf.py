import pytest

from dateline.bench.scorers.isaf import FIELDS, Spelling, names, points, score

SPELLING = Spelling({"paktya": "paktia", "paktiya": "paktia"})
GOLD = {
    "start_date": "2012-03-04",
    "event_type": ["detention"],
    "province": ["paktya"],
    "target_group": [""],
    "min_killed": 0,
    "min_captured": 3,
    "killq": False,
    "captureq": True,
    "killcaptureraid": True,
    "airstrike": False,
    "noshotsfired": False,
    "min_leaders_killed": 0,
    "min_leaders_captured": 1,
}


def by_metric(rows):
    return {row.metric: row for row in rows}


def test_the_key_itself_earns_every_point():
    assert set(points(GOLD, GOLD, SPELLING).values()) == {1.0}


def test_thirteen_fields_are_scored():
    assert len(FIELDS) == 13
    assert set(FIELDS) == set(GOLD)


def test_an_unknown_count_is_not_a_stated_zero():
    assert points(GOLD | {"min_killed": None}, GOLD, SPELLING)["min_killed"] == 0


def test_provinces_are_equal_after_levelling_and_unequal_as_they_come():
    rows = by_metric(score([(GOLD | {"province": ["Paktia"]}, GOLD)], SPELLING))

    assert rows["isaf.province.accuracy"].value == 100
    assert rows["isaf.province.raw_accuracy"].value == 0


def test_a_joined_value_of_the_key_is_parted():
    assert names(["khost;paktya"]) == {"khost", "paktya"}
    assert points({"province": ["khost", "paktia"]}, {"province": ["khost;paktya"]}, SPELLING)["province"] == 1


def test_naming_one_of_two_groups_earns_half():
    assert points({"target_group": ["aq"]}, {"target_group": ["aq;taliban"]}, SPELLING)["target_group"] == 0.5


def test_naming_too_many_groups_is_rewarded_and_shown_beside():
    rows = by_metric(
        score([(GOLD | {"target_group": ["taliban", "haqqani"]}, GOLD | {"target_group": ["taliban"]})], SPELLING)
    )

    assert rows["isaf.target_group.accuracy"].value == 100
    assert rows["isaf.target_group.exact"].value == 0
    assert rows["isaf.target_group.mean_size"].value == 2
    assert rows["isaf.target_group.mean_size"].peer_value == 1


@pytest.mark.parametrize(("predicted", "earned"), [([], 1), (["taliban"], 0)])
def test_an_empty_key_is_met_only_by_an_empty_prediction(predicted, earned):
    assert points({"target_group": predicted}, GOLD, SPELLING)["target_group"] == earned


def test_the_mean_is_that_of_the_thirteen_fields():
    wrong = GOLD | {"min_killed": 4, "killq": True}

    assert by_metric(score([(wrong, GOLD)], SPELLING))["isaf.mean_accuracy"].value == pytest.approx(100 * 11 / 13)


def test_the_majority_answer_stands_beside_each_field():
    pairs = [(GOLD, GOLD), (GOLD, GOLD), (GOLD, GOLD | {"min_killed": 2})]

    assert by_metric(score(pairs, SPELLING))["isaf.min_killed.accuracy"].note == "majority class of this data 66.7"
