import pytest

from dateline.linkage.block import LONGEST, asked_keys, kept_keys, key_of, nearest_in_time, ranked
from linkage.things import START, item


def shares_a_key(one, other):
    return bool(kept_keys(one) & set(asked_keys(other)))


def test_a_key_is_a_signed_integer_of_64_bits_and_the_same_everywhere():
    assert key_of("place", "own:norva", 7) == -2671196436340308257
    assert all(-(2**63) <= key_of("name", name) < 2**63 for name in ("a", "b", "c"))


def test_reports_of_one_town_find_each_other_over_the_turn_of_a_week():
    assert shares_a_key(item("a", town="norva", day=6), item("b", town="norva", day=8))


def test_reports_of_towns_beside_each_other_find_each_other():
    assert shares_a_key(item("a", town="norva", day=3), item("b", town="selm", day=3))


def test_reports_of_a_town_months_apart_do_not():
    assert not shares_a_key(item("a", town="norva", day=3), item("b", town="norva", day=120))


def test_a_shared_name_is_found_over_any_time():
    one, other = (item(name, day=day, names=frozenset({"omar talib"})) for name, day in (("a", 0), ("b", 300)))
    assert shares_a_key(one, other)


def test_an_item_without_a_date_is_found_by_the_day_on_which_it_was_told():
    assert shares_a_key(item("a", town="norva", told=3), item("b", town="norva", day=3))


def test_an_item_of_which_nothing_is_known_has_no_keys():
    assert kept_keys(item("a").__class__("a", "doc")) == frozenset()


def test_what_is_kept_is_among_what_is_asked():
    one = item("a", town="norva", day=3, words="market blast vendors", names=frozenset({"omar talib"}))
    assert kept_keys(one) <= set(asked_keys(one))


def test_ids_under_more_and_rarer_keys_come_first():
    asked = {1: 4.0, 2: 4.0, 3: 1.0}
    assert ranked(asked, {1: ["a", "b"], 2: ["b"], 3: ["c"]}, 2) == ["b", "a"]


def test_of_a_long_list_those_told_nearest_are_looked_at():
    days = {f"i{number:04}": START + number for number in range(2 * LONGEST)}
    nearest = nearest_in_time(START + LONGEST, days, list(days))
    assert len(nearest) == LONGEST
    assert f"i{LONGEST:04}" in nearest
    assert nearest_in_time(None, days, list(days))[-1] == list(days)[-1]
    assert nearest_in_time(START - 9, days, list(days))[0] == "i0000"


@pytest.mark.parametrize("day", [0, 13, 400])
def test_keys_do_not_depend_on_the_order_of_sets(day):
    names = ["omar talib", "dana whitlock", "norva bridge"]
    one, other = (item("a", day=day, names=frozenset(each)) for each in (names, reversed(names)))
    assert kept_keys(one) == kept_keys(other)
