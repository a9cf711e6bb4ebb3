from dateline.linkage.index import MemoryIndex
from linkage.things import item


def test_what_was_added_is_found_and_never_the_item_itself():
    index = MemoryIndex()
    one, other = item("a", town="norva", day=3), item("b", town="norva", day=4)
    index.add(one, "a")
    assert [each.id for each in index.near(other)] == ["a"]
    assert index.near(one) == []


def test_an_unplaced_item_has_no_cluster():
    assert MemoryIndex().cluster_of("a") is None


def test_members_keep_the_order_in_which_they_were_placed_through_moves():
    index = MemoryIndex()
    for name in "abc":
        index.add(item(name), name)
    index.move({"c": "b", "a": "b"})
    assert [each.id for each in index.members("b")] == ["a", "b", "c"]
    assert index.members("a") == []
    assert index.cluster_of("a") == "b"


def test_no_more_are_found_than_are_asked_for():
    index = MemoryIndex()
    for number in range(20):
        index.add(item(f"i{number}", town="norva", day=3), f"i{number}")
    assert len(index.near(item("x", town="norva", day=3), 5)) == 5
