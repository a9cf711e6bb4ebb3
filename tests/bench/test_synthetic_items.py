"""Synthetic items are the same on every machine and for every stretch of days, and as dense as is said."""

from collections import Counter

from dateline.bench.synthetic_items import FIRST_DAY, REPORTS_A_DAY, Town, days_of, make_items
from dateline.values.points import Point

TOWNS = [Town(f"own:{number}", Point(number / 10, 20.0), f"area{number % 7}") for number in range(60)]
TEN_DAYS = range(FIRST_DAY + 20, FIRST_DAY + 30)


def test_the_same_days_are_told_in_the_same_way_in_any_stretch() -> None:
    alone = list(make_items(TOWNS, TEN_DAYS))
    longer = make_items(TOWNS, range(FIRST_DAY, FIRST_DAY + 35))
    assert alone == [(item, event) for item, event in longer if item.told in TEN_DAYS]


def test_items_come_in_the_order_in_which_they_are_told_and_none_twice() -> None:
    items = [item for item, _ in make_items(TOWNS, TEN_DAYS)]
    told = [item.told or 0 for item in items]
    assert told == sorted(told)
    assert len({item.id for item in items}) == len(items)


def test_they_are_as_dense_as_is_said() -> None:
    a_day = len(list(make_items(TOWNS, TEN_DAYS))) / len(TEN_DAYS)
    assert 0.7 < a_day / REPORTS_A_DAY < 1.3
    assert len(days_of(1_000_000)) == 3652


def test_four_in_ten_events_are_told_once_and_none_more_than_twenty_times() -> None:
    told = Counter(event for _, event in make_items(TOWNS, range(FIRST_DAY, FIRST_DAY + 60)))
    once = sum(number == 1 for number in told.values()) / len(told)
    assert 0.3 < once < 0.5
    assert max(told.values()) <= 20


def test_reports_of_one_event_share_its_town_and_differ_in_what_reports_differ_in() -> None:
    by_event: dict[str, list[object]] = {}
    tolls: dict[str, set[object]] = {}
    for item, event in make_items(TOWNS, TEN_DAYS):
        by_event.setdefault(event, []).append(item.setting)
        tolls.setdefault(event, set()).add(item.counts.get("deaths"))
    assert all(len(set(settings)) == 1 for settings in by_event.values())
    assert any(len(told) > 1 for told in tolls.values())


def test_words_are_weighed_and_the_weightiest_come_first() -> None:
    item, _ = next(make_items(TOWNS, TEN_DAYS))
    weights = list(item.terms.values())
    assert weights == sorted(weights, reverse=True)
    assert abs(sum(weight * weight for weight in weights) - 1) < 1e-6
