from datetime import UTC, date, datetime, timedelta

import pytest

from dateline.errors import InputError
from dateline.store import Horizon, Link, Store
from factories import STAMP
from pipeline.linkers import MARKET, POST, coded, told

MAY = datetime(2024, 5, 1, tzinfo=UTC)


def on(store, day):
    """The store as it is used on a day of May."""
    return Store(store._engine, clock=lambda: MAY + timedelta(days=day - 1, hours=12))


def link(store, *made):
    with store.links.placing(store.begin_run(STAMP)) as placing:
        placing.enter_anew(by="test")
        return placing.link([Link(account, event, "test", probability) for account, event, probability in made])


@pytest.fixture
def ids(store):
    """The accounts of three reports that were coded on 1 May."""
    coded(on(store, 1), told(POST, POST, MARKET, published=date(2024, 4, 30)))
    return [each.accounts[0].id for each in store.links.page()]


def test_the_newest_link_of_an_account_holds_and_the_others_stay(store, ids):
    link(store, (ids[1], ids[0], 0.9))
    link(store, (ids[1], ids[2], 0.8))
    assert store.links.events_of(ids) == {ids[0]: ids[0], ids[1]: ids[2], ids[2]: ids[2]}
    assert [each.event for each in store.links.history([ids[1]])] == [ids[0], ids[2]]


def test_an_account_that_was_gone_and_is_told_again_is_an_event_until_it_is_linked(store, ids):
    link(store, (ids[1], ids[0], 0.9))
    link(store, (ids[0], None, None), (ids[2], None, None))
    assert {each.event: len(each.accounts) for each in store.links.page()} == {ids[0]: 2, ids[2]: 1}
    assert [store.links.lead(each) for each in ids] == [ids[0], ids[0], ids[2]]


def test_a_link_that_says_nothing_new_is_not_written(store, ids):
    assert link(store, (ids[1], ids[0], 0.9)) == 1
    assert link(store, (ids[1], ids[0], 0.9)) == 0


def test_events_come_in_the_order_of_their_first_documents_with_their_accounts(store, ids):
    link(store, (ids[0], ids[2], 0.9))
    assert [(each.event, [account.id for account in each.accounts]) for each in store.links.page()] == [
        (ids[2], [ids[0], ids[2]]),
        (ids[1], [ids[1]]),
    ]


def test_an_event_is_named_by_every_account_and_by_the_beginning_of_an_id(store, ids):
    link(store, (ids[1], ids[0], 0.9))
    assert {store.links.resolve(each) for each in (ids[0], ids[1], ids[1][:-1])} == {ids[0]}


def test_the_beginning_of_several_ids_or_of_none_is_refused(store, ids):
    with pytest.raises(InputError, match="begins the ids of several events"):
        store.links.resolve("evt-")
    with pytest.raises(InputError, match="no event's id begins with"):
        store.links.resolve("evt-zzz")


def test_as_of_a_moment_later_links_and_codings_are_not_seen(store, ids):
    link(on(store, 2), (ids[1], ids[0], 0.9))
    link(on(store, 4), (ids[1], ids[2], 0.9))
    coded(on(store, 5), told(POST, start=9))

    def seen(day):
        within = store.within(Horizon(as_of=MAY + timedelta(days=day)))
        return {each.event: len(each.accounts) for each in within.links.page()}

    assert seen(0) == {}
    assert seen(1) == {ids[0]: 1, ids[1]: 1, ids[2]: 1}
    assert seen(2) == {ids[0]: 2, ids[2]: 1}
    assert seen(4) == {ids[0]: 1, ids[2]: 2}
    assert len(seen(5)) == 3


def test_what_was_published_later_or_on_no_known_day_was_not_known(store, ids):
    coded(store, [*told(POST, start=7, published=date(2024, 5, 9)), *told(POST, start=8, published=None)])
    within = store.within(Horizon(published_by=date(2024, 5, 8)))
    assert len(list(within.links.page())) == len(list(within.documents())) == 3
    assert within.stats().events == 3
    assert store.stats().events == 5


def test_accounts_that_are_neither_likely_nor_unlikely_wait_for_review(store, ids):
    link(store, (ids[0], ids[0], 0.97), (ids[1], ids[0], 0.6), (ids[2], ids[2], None))
    assert (store.stats().accounts, store.stats().events, store.stats().review) == (3, 2, 1)
