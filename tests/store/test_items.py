import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.linkage.block import LONGEST
from dateline.linkage.index import MemoryIndex
from dateline.linkage.records import Item, Spot
from dateline.store import as_kept
from dateline.values.points import Point
from factories import STAMP
from pipeline.linkers import POST, coded, told

WORDS = ("bridge", "market", "harbour", "school", "depot", "convoy", "mosque", "border")
WEIGHTS = st.floats(0, 1, allow_subnormal=False)
SPOTS = st.builds(
    Spot,
    st.sampled_from(["gn:1", "gn:2"]),
    st.none() | st.builds(Point, st.floats(-89, 89), st.floats(-179, 179)),
    st.integers(1, 6),
)
ITEMS = st.builds(
    Item,
    id=st.just("evt-1"),
    group=st.just("doc-1"),
    told=st.none() | st.integers(730_000, 740_000),
    first=st.none() | st.integers(730_000, 740_000),
    last=st.none() | st.integers(730_000, 740_000),
    kind=st.none() | st.just("attack"),
    spots=st.lists(SPOTS, max_size=2).map(tuple),
    actors=st.frozensets(st.sampled_from(["red", "blue"])),
    names=st.frozensets(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=8), max_size=3),
    ages=st.frozensets(st.integers(0, 99), max_size=3),
    counts=st.dictionaries(
        st.sampled_from(["deaths", "injured"]), st.tuples(st.integers(0, 9), st.none() | st.integers(9, 20))
    ),
    terms=st.dictionaries(st.sampled_from(WORDS), WEIGHTS),
    title=st.dictionaries(st.sampled_from(WORDS), WEIGHTS),
    setting=st.frozensets(st.sampled_from(["gn:1", "gn:2"])),
    is_lead=st.booleans(),
)


@settings(deadline=None)
@given(ITEMS)
def test_an_item_comes_back_as_it_was_but_for_the_rounding_of_weights(item):
    kept = as_kept(item)
    assert replace(kept, terms={}, title={}) == replace(item, terms={}, title={})
    assert kept.terms == pytest.approx(dict(item.terms), abs=0.0006)
    assert as_kept(kept) == kept


def some_item(name, chance, day):
    terms = {word: round(chance.random(), 3) for word in chance.sample(WORDS, 3)}
    spot = Spot(f"gn:{chance.randint(1, 3)}", Point(34 + chance.random(), 70 + chance.random()), 1)
    return Item(name, f"doc-{name}", told=day, first=day, last=day, kind="attack", spots=(spot,), terms=terms)


@pytest.fixture
def accounts(store):
    """Accounts of coded reports, which items are made of."""
    coded(store, told(*([POST] * 30)))
    with store.links.placing(store.begin_run(STAMP)) as placing:
        placing.enter_anew(by="test")
    return [each.id for each in store.links.waiting()]


def test_the_words_of_an_item_come_back_weightiest_first():
    words = {"zinc": 0.9, "mine": 0.4, "ash": 0.1}
    kept = as_kept(Item("evt-1", "doc-1", terms=words, title=dict(words)))
    assert list(kept.terms) == list(kept.title) == ["zinc", "mine", "ash"]


def test_the_stored_index_finds_what_the_one_in_memory_finds(store, accounts):
    chance = random.Random(3)
    items = [some_item(name, chance, 738_000 + chance.randint(0, 20)) for name in accounts]
    memory = MemoryIndex()
    with store.links.placing(store.begin_run(STAMP)) as placing:
        for item in items[:-5]:
            memory.add(item, item.id)
            placing.index.add(item, item.id)
        for item in items[-5:]:
            assert {each.id for each in placing.index.near(item)} == {each.id for each in memory.near(item)}
            assert placing.index.near(item, 3)


def test_what_is_found_comes_back_whole_and_never_is_the_item_itself(store, accounts):
    item = some_item(accounts[0], random.Random(1), 738_000)
    with store.links.placing(store.begin_run(STAMP)) as placing:
        placing.index.add(item, item.id)
        assert placing.index.near(item) == []
        assert placing.index.near(replace(item, id=accounts[1])) == [item]


def test_of_a_long_list_those_told_nearest_are_looked_at(store, accounts, monkeypatch):
    monkeypatch.setattr("dateline.store.items.LONGEST", 3)
    assert LONGEST > 3
    items = [Item(name, name, told=738_000 + day, terms={"depot": 1.0}) for day, name in enumerate(accounts[:9])]
    with store.links.placing(store.begin_run(STAMP)) as placing:
        for item in items:
            placing.index.add(item, item.id)
        near = placing.index.near(Item("evt-new", "new", told=738_004, terms={"depot": 1.0}))
    assert {each.told - 738_000 for each in near} == {3, 4, 5}


def test_a_cluster_has_its_members_in_the_order_of_placing_wherever_they_were_moved(store, accounts):
    chance = random.Random(2)
    items = [some_item(name, chance, 738_000) for name in accounts[:3]]
    with store.links.placing(store.begin_run(STAMP)) as placing:
        for item in reversed(items):
            placing.index.add(item, item.id)
        placing.index.move({items[2].id: items[0].id, items[1].id: items[0].id})
        assert [each.id for each in placing.index.members(items[0].id)] == accounts[:3]
        assert placing.index.cluster_of(items[2].id) == items[0].id
        assert placing.index.cluster_of("evt-unknown") is None
