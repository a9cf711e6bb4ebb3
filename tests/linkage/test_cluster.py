import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linkage.batch import link_all
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex
from dateline.linkage.records import Constraints
from linkage.things import Chances, item, plain_weights


def linker(chances=None, constraints=None):
    index = MemoryIndex()
    return index, Linker(index, weights=plain_weights(), scorer=chances or Chances(), constraints=constraints)


def in_norva(name, **fields):
    return item(name, town="norva", day=3, **fields)


def test_the_first_report_founds_an_event_of_its_own_id():
    _, placing = linker()
    decision = placing.place(in_norva("a")).decision
    assert (decision.cluster, decision.runner_up, decision.probability) == ("a", None, 0.97)


def test_a_likely_report_joins_and_says_how_sure_that_is():
    index, placing = linker(Chances({("a", "b"): 0.9}))
    placing.place(in_norva("a"))
    decision = placing.place(in_norva("b")).decision
    assert decision.cluster == "a"
    assert decision.probability == pytest.approx(0.9, abs=0.01)
    assert [each.id for each in index.members("a")] == ["a", "b"]


def test_an_unlikely_report_founds_an_event_and_names_the_one_that_it_is_not():
    _, placing = linker(Chances({("a", "b"): 0.3}))
    placing.place(in_norva("a"))
    decision = placing.place(in_norva("b")).decision
    assert (decision.cluster, decision.runner_up) == ("b", "a")
    assert decision.probability == pytest.approx(0.7, abs=0.01)
    assert decision.runner_up_probability == pytest.approx(0.3, abs=0.01)


def test_a_late_report_joins_two_events_under_the_id_of_the_one_told_first():
    index, placing = linker(Chances({("a", "b"): 0.45, ("a", "c"): 0.9, ("b", "c"): 0.9}))
    placing.place(in_norva("b", told=5))
    placing.place(in_norva("a", told=4))
    placed = placing.place(in_norva("c", told=6))
    assert placed.decision.cluster == "a"
    assert placed.moved == {"b": "a"}
    assert {index.cluster_of(name) for name in "abc"} == {"a"}


def test_a_late_report_parts_an_event_that_was_two():
    chances = Chances({("a", "b"): 0.55, ("a", "c"): 0.05, ("b", "c"): 0.95})
    index, placing = linker(chances)
    for name in "ab":
        placing.place(in_norva(name))
    assert index.cluster_of("b") == "a"
    placed = placing.place(in_norva("c"))
    assert index.cluster_of("a") == "a"
    assert index.cluster_of("b") == index.cluster_of("c") == placed.decision.cluster != "a"


def test_what_a_person_says_is_the_same_is_linked_whatever_the_words():
    _, placing = linker(Chances(default=0.0), Constraints(same=frozenset({("a", "b")})))
    placing.place(item("a", town="norva", day=3))
    decision = placing.place(item("b", town="tarrow", day=300)).decision
    assert (decision.cluster, decision.probability) == ("a", 1.0)


def test_what_a_person_says_is_not_the_same_is_never_linked():
    pairs = {(one, other): 0.99 for one in "abcd" for other in "abcd" if one < other}
    index, placing = linker(Chances(pairs), Constraints(different=frozenset({("d", "a")})))
    for name in "abcd":
        placing.place(in_norva(name))
    assert index.cluster_of("a") != index.cluster_of("d")


def test_a_persons_word_takes_effect_on_what_is_placed():
    index, placing = linker(Chances({("a", "b"): 0.9}))
    for name in "ab":
        placing.place(in_norva(name))
    parting = Linker(
        index,
        weights=plain_weights(),
        scorer=Chances({("a", "b"): 0.9}),
        constraints=Constraints(different=frozenset({("a", "b")})),
    )
    assert parting.relink(["a"]) == {"b": "b"}
    joining = Linker(
        index, weights=plain_weights(), scorer=Chances(), constraints=Constraints(same=frozenset({("a", "b")}))
    )
    assert joining.relink(["b"]) == {"b": "a"}


def test_two_accounts_of_one_report_are_two_events():
    index, placing = linker(Chances({("a", "b"): 0.4}))
    placing.place(in_norva("a", doc="d"))
    placing.place(in_norva("b", doc="d", is_lead=False))
    assert index.cluster_of("b") == "b"


def test_an_account_in_passing_does_not_draw_a_report_away_from_the_lead_beside_it():
    chances = Chances({("lead", "new"): 0.7, ("aside", "new"): 0.95, ("lead", "aside"): 0.1})
    _, placing = linker(chances)
    placing.place(in_norva("lead", doc="d"))
    placing.place(in_norva("aside", doc="d", is_lead=False))
    assert placing.place(in_norva("new")).decision.cluster == "lead"


def test_the_same_clusters_come_of_a_stream_and_of_all_at_once():
    pairs = {("a", "b"): 0.9, ("c", "d"): 0.9, ("b", "c"): 0.3}
    index, placing = linker(Chances(pairs))
    items = [in_norva(name) for name in "abcd"]
    for each in items:
        placing.place(each)
    assert {each.id: index.cluster_of(each.id) for each in items} == link_all(items, scorer=Chances(pairs))


def test_all_at_once_honours_what_people_decided():
    items = [item("a", town="norva", day=3), item("b", town="norva", day=3), item("c", town="tarrow", day=200)]
    constraints = Constraints(same=frozenset({("a", "c")}), different=frozenset({("a", "b")}))
    linked = link_all(items, scorer=Chances({("a", "b"): 0.99}), constraints=constraints)
    assert linked["a"] == linked["c"] != linked["b"]


@settings(max_examples=40, deadline=None)
@given(order=st.permutations(list(range(9))), size=st.integers(1, 4))
def test_the_order_of_arrival_changes_no_cluster_where_chances_are_clear(order, size):
    of = {f"i{number}": number // size for number in range(9)}
    pairs = {(one, other): 0.9 if of[one] == of[other] else 0.05 for one in of for other in of if one < other}
    index, placing = linker(Chances(pairs))
    for number in order:
        placing.place(in_norva(f"i{number}"))
    found = {frozenset(each.id for each in index.members(index.cluster_of(name))) for name in of}
    assert found == {frozenset(name for name in of if of[name] == event) for event in of.values()}


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_clusters_id_is_that_of_one_of_its_items(data):
    names = [f"i{number}" for number in range(7)]
    pairs = {(one, other): data.draw(st.floats(0, 1)) for one in names for other in names if one < other}
    index, placing = linker(Chances(pairs))
    for name in data.draw(st.permutations(names)):
        placed = placing.place(in_norva(name))
        assert name not in placed.moved
        assert placed.decision.cluster == index.cluster_of(name)
    assert all(index.cluster_of(index.cluster_of(name)) == index.cluster_of(name) for name in names)
