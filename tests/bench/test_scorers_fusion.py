import pytest

from dateline.bench.scorers.fusion import RULES, Scored, score


def scored(gold, best, *, low=None, high=None, confidence=0.9, said=(1, 2), reports=2):
    return Scored(gold, best, best if low is None else low, best if high is None else high, confidence, said, reports)


def row(metric, *held):
    return next(each for each in score("killed", held) if each.metric == metric)


def test_exact_is_the_share_of_incidents_whose_number_is_right():
    assert row("fusion.exact", scored(2, 2), scored(3, 2)).value == 50.0


def test_an_incident_of_one_report_is_not_scored():
    exact = row("fusion.exact", scored(2, 2), scored(3, 2, reports=1))
    assert (exact.value, exact.n) == (100.0, 1)


def test_coverage_counts_a_key_between_low_and_high():
    assert row("fusion.coverage", scored(4, 2, high=float("inf")), scored(4, 2, high=3)).value == 50.0


def test_confidence_that_is_right_as_often_as_it_says_has_no_error():
    held = [scored(2, 2, confidence=0.75)] * 3 + [scored(3, 2, confidence=0.75)]
    assert row("fusion.ece", *held).value == pytest.approx(0.0)
    assert row("fusion.ece", scored(3, 2, confidence=0.75)).value == pytest.approx(0.75)


def test_the_error_is_in_people():
    assert row("fusion.mae", scored(2, 5), scored(2, 2)).value == 1.5


def test_simpler_rules_are_scored_on_the_same_reports():
    exact = row("fusion.exact", scored(3, 3, said=(1, 3, 2)), scored(0, 0, said=()))
    by_rule = {peer.system: peer.value for peer in exact.peers}
    assert by_rule == {rule: 100.0 if rule == "the maximum" else 50.0 for rule, _ in RULES}
    assert exact.peer == "the maximum"


def test_the_injured_have_metrics_of_their_own():
    assert score("injured", [scored(1, 1)])[0].metric == "fusion.injured.exact"


def test_no_incident_gives_figures_of_nothing():
    assert [each.n for each in score("killed", [])] == [0, 0, 0, 0]
