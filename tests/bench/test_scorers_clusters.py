import pytest

from dateline.bench.scorers.clusters import conll, rows, score

GOLD = ["a", "a", "a", "b", "b", "c"]


def test_the_key_scores_itself_in_full():
    assert all(each.f1 == pytest.approx(100) for each in score(GOLD, GOLD).values())
    assert conll(GOLD, GOLD) == pytest.approx(100)


def test_labels_are_names_alone():
    assert score([1, 1, 1, 2, 2, 3], GOLD) == score(GOLD, GOLD)


def test_items_apart_are_precise_and_find_little():
    apart = score(range(6), GOLD)
    assert apart["b3"].precision == pytest.approx(100)
    assert apart["b3"].recall == pytest.approx(100 * (3 / 3 + 2 / 2 + 1) / 6)
    assert apart["pair"].f1 == apart["muc"].f1 == 0
    assert apart["lea"].recall == pytest.approx(100 / 6)


def test_one_item_astray_is_counted_as_the_papers_do():
    found = score(["x", "x", "y", "y", "y", "z"], GOLD)
    assert found["pair"].precision == pytest.approx(100 * 2 / 4)
    assert found["pair"].recall == pytest.approx(100 * 2 / 4)
    assert found["muc"].f1 == pytest.approx(100 * 2 / 3)
    assert found["b3"].precision == pytest.approx(100 * (1 + 1 + 1 / 3 + 2 / 3 + 2 / 3 + 1) / 6)
    assert found["ceafe"].f1 == pytest.approx(100 * (4 / 5 + 4 / 5 + 1) / 3)
    assert found["lea"].recall == pytest.approx(100 * (3 * 1 / 3 + 2 * 1 + 1) / 6)


def test_all_in_one_finds_everything_and_is_not_precise():
    together = score([0] * 6, GOLD)
    assert together["b3"].recall == together["pair"].recall == pytest.approx(100)
    assert together["pair"].precision == pytest.approx(100 * 4 / 15)


def test_rows_have_intervals_over_the_gold_clusters():
    found = list(rows("x.", ["x", "x", "y", "y", "y", "z"], GOLD, measures=("b3", "conll")))
    assert [row.metric for row in found] == ["x.b3.f1", "x.conll.f1"]
    assert all(row.low <= row.value <= row.high and row.n == 6 for row in found)
    assert found[0].note == "precision 77.8, recall 77.8"


def test_of_nothing_the_score_is_nothing():
    assert all(each.f1 == 0 for each in score([], []).values())
