"""A casebook linked in stretches is linked as in one piece, and old events leave the memory."""

from collections.abc import Iterable, Sequence
from functools import partial

from dateline.linkage.bulk import FORGOTTEN, OVERLAP, PassingIndex, Stretch, link_stretches
from dateline.linkage.records import Item, Spot
from dateline.values.points import Point
from linkage.plain_weights import plain_weights

SOVNA = Spot("own:sovna", Point(44.0, 20.0), 1)
WEIGHTS = plain_weights()


def item(name: str, told: int, *, happened: int | None = None, names: Iterable[str] = ("ana ruel",)) -> Item:
    day = told if happened is None else happened
    return Item(name, f"doc-{name}", told, day, day, spots=(SOVNA,), names=frozenset(names))


def stretches(items: Sequence[Item], cut: int) -> list[Stretch]:
    first = [each for each in items if (each.told or 0) < cut]
    second = [each for each in items if (each.told or 0) >= cut - OVERLAP]
    return [Stretch(partial(list, first)), Stretch(partial(list, second))]


def test_an_event_told_over_a_cut_is_one() -> None:
    items = [item("a", 1000), item("b", 1004, happened=1000), item("c", 1011, happened=1000), item("d", 1300)]
    found = link_stretches(stretches(items, 1010), processes=1, weights=WEIGHTS)
    assert {name: decision.cluster for name, decision in found.items()} == {"a": "a", "b": "a", "c": "a", "d": "d"}


def test_stretches_are_linked_as_one_piece_is() -> None:
    items = [
        item(f"{day}.{later}", day + later, happened=day, names=[f"name {day}"])
        for day in range(1000, 1200, 9)
        for later in (0, 2)
    ]
    whole = link_stretches([Stretch(partial(list, items))], weights=WEIGHTS)
    cut = link_stretches(stretches(items, 1100), processes=1, weights=WEIGHTS)
    assert {name: each.cluster for name, each in cut.items()} == {name: each.cluster for name, each in whole.items()}


def test_two_processes_find_what_one_finds() -> None:
    items = [item("a", 1000), item("b", 1004, happened=1000), item("c", 1011, happened=1000)]
    one = link_stretches(stretches(items, 1010), processes=1, weights=WEIGHTS)
    assert link_stretches(stretches(items, 1010), processes=2, weights=WEIGHTS) == one


def test_an_event_of_which_nothing_was_told_for_long_is_forgotten_whole() -> None:
    index = PassingIndex()
    index.add(item("a", 1000), "a")
    index.add(item("b", 1010, happened=1000), "a")
    index.add(item("c", 1010 + FORGOTTEN), "c")
    assert index.cluster_of("a") == "a"
    index.add(item("d", 1011 + FORGOTTEN), "d")
    assert index.cluster_of("a") is None
    assert index.cluster_of("b") is None
    assert len(index) == 2
    assert {each.id for each in index.near(item("e", 1011 + FORGOTTEN))} == {"c", "d"}


def test_an_event_that_is_still_told_keeps_its_founder() -> None:
    index = PassingIndex()
    index.add(item("a", 1000), "a")
    index.add(item("b", 1300, happened=1000), "a")
    index.add(item("c", 1001 + FORGOTTEN), "c")
    assert [each.id for each in index.members("a")] == ["a", "b"]
    index.add(item("d", 1301 + FORGOTTEN), "d")
    assert index.cluster_of("a") is None
