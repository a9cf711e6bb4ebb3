from dateline.linkage.average import ALWAYS, NEVER, average_link, leads_first
from linkage.things import item


def test_two_likely_ones_are_joined_and_an_unlikely_one_stays_alone():
    assert average_link("abc", {("a", "b"): 0.9, ("b", "c"): 0.2}) == [["a", "b"], ["c"]]


def test_a_chain_is_not_joined_where_the_mean_is_too_low():
    groups = average_link("abc", {("a", "b"): 0.9, ("b", "c"): 0.8, ("a", "c"): 0.0})
    assert groups == [["a", "b"], ["c"]]


def test_a_pair_that_is_known_to_be_two_is_never_joined_however_likely_the_rest():
    names = "abcdefgh"
    chances = {(one, other): 0.99 for one in names for other in names if one < other} | {("a", "h"): NEVER}
    groups = average_link(names, chances)
    assert next(group for group in groups if "a" in group) != next(group for group in groups if "h" in group)


def test_a_pair_that_is_known_to_be_one_is_joined_though_nothing_else_speaks_for_it():
    assert average_link("ab", {("a", "b"): ALWAYS}) == [["a", "b"]]


def test_the_order_of_items_changes_nothing_but_the_order():
    chances = {("a", "b"): 0.7, ("b", "c"): 0.8, ("a", "c"): 0.6, ("c", "d"): 0.55}
    forward, backward = average_link("abcd", chances), average_link("dcba", chances)
    assert {frozenset(group) for group in forward} == {frozenset(group) for group in backward}


def test_clusters_to_begin_with_are_not_parted():
    assert average_link("abc", {("a", "c"): 0.9}, together=[["a", "b"]]) == [["a", "b"], ["c"]]


def test_what_is_told_in_passing_never_keeps_two_leads_apart():
    items = [item("a"), item("b"), item("p", is_lead=False)]
    chances = {("a", "b"): 0.8, ("a", "p"): 0.95, ("b", "p"): NEVER}
    assert leads_first(items, chances) == [["a", "b"], ["p"]]
