import json
import os
import random
import signal
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import event as sqlalchemy_event

from dateline.judgement import Judgement, Verdict
from dateline.pipeline import link as linking
from dateline.store import open_store
from pipeline.fakes import FakeCoder, with_stamp
from pipeline.linkers import BOTH, HARBOUR, MARKET, POST, clusters, coded, linked, told

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
TEXTS = (POST, MARKET, POST, HARBOUR, MARKET, POST)
EVENTS = {frozenset({"0.txt", "2.txt", "5.txt"}), frozenset({"1.txt", "4.txt"}), frozenset({"3.txt"})}


@pytest.fixture
def url(tmp_path):
    return f"sqlite:///{tmp_path / 'casebook.db'}"


@pytest.fixture
def store(url):
    with open_store(url, create=True) as opened:
        yield opened


def judge(store, verdict, one, other):
    sides = {"one": [one], "other": [other]}
    return store.judge(Judgement(verdict, one, "ana", NOON, other=other, value=json.dumps(sides)))


def accounts(store):
    """The id of the account of each report, by its origin."""
    return {
        store.document(each.document_id).origin: each.id
        for gathered in store.links.page()
        for each in gathered.accounts
    }


def test_before_anything_is_linked_each_account_is_an_event_of_its_own(store):
    coded(store, told(*TEXTS))
    assert clusters(store) == {frozenset({f"{number}.txt"}) for number in range(6)}


def test_reports_of_one_event_are_linked_and_the_end_says_how_many(store):
    coded(store, told(*TEXTS))
    ended = linked(store)
    assert clusters(store) == EVENTS
    assert (ended.placed, ended.moved) == (6, 0)
    assert (store.stats().accounts, store.stats().events) == (6, 3)


def test_what_is_linked_already_is_left_and_new_reports_join_it(store):
    coded(store, told(*TEXTS[:3]))
    linked(store)
    before = accounts(store)
    coded(store, told(*TEXTS[3:], start=3))
    assert linked(store).placed == 3
    assert clusters(store) == EVENTS
    assert store.links.members(before["0.txt"])[0].id == before["0.txt"]
    assert linked(store).placed == 0


def test_a_late_report_joins_two_events_and_both_ids_lead_to_the_one(store):
    coded(store, told(POST, MARKET))
    linked(store)
    ids = accounts(store)
    coded(store, told(BOTH, start=2))
    assert linked(store).moved == 1
    assert len(clusters(store)) == 1
    assert store.links.lead(ids["0.txt"]) == store.links.lead(ids["1.txt"]) in ids.values()
    event = store.links.lead(ids["0.txt"])
    assert store.links.former(event) == tuple(sorted(set(ids.values()) - {event}))


@pytest.mark.parametrize(("bulk", "at_once"), [(1, 1000), (1, 1), (1000, 1000)])
def test_placed_in_memory_in_passing_or_one_by_one_the_events_are_the_same(store, monkeypatch, bulk, at_once):
    monkeypatch.setattr(linking, "_BULK", bulk)
    monkeypatch.setattr(linking, "_AT_ONCE", at_once)
    monkeypatch.setattr(linking, "_PORTION", 2)
    coded(store, told(*TEXTS, BOTH))
    linked(store)
    assert clusters(store) == {frozenset(f"{number}.txt" for number in (0, 1, 2, 4, 5, 6)), frozenset({"3.txt"})}
    assert list(store.faults()) == []


def test_accounts_are_placed_in_order_of_publication(store):
    late, early = told(POST, published=date(2024, 5, 3)), told(POST, start=1, published=date(2024, 5, 1))
    coded(store, [*late, *early])
    linked(store)
    ids = accounts(store)
    assert store.links.lead(ids["0.txt"]) == ids["1.txt"]


def test_a_document_that_is_coded_anew_stays_in_its_event_under_the_same_id(store):
    documents = told(*TEXTS)
    coded(store, documents)
    linked(store)
    before = {origin: store.links.lead(account) for origin, account in accounts(store).items()}
    coded(store, documents[:1], stamp=with_stamp("0.2.0"))
    assert linked(store).placed == 1
    assert {origin: store.links.lead(account) for origin, account in accounts(store).items()} == before


def test_the_id_of_an_account_that_is_gone_leads_to_what_tells_it_now(store, monkeypatch):
    documents = told(POST, MARKET)
    coded(store, documents)
    linked(store)
    gone = accounts(store)["0.txt"]

    monkeypatch.setattr(FakeCoder, "first", "attacked")
    coded(store, documents[:1], stamp=with_stamp("0.2.0"))
    linked(store)
    today = accounts(store)["0.txt"]
    assert today != gone
    assert store.links.resolve(gone) == store.links.resolve(today)
    assert list(store.faults()) == []


def test_linking_again_gives_the_same_events_and_earlier_ids_lead_there(store):
    coded(store, told(*TEXTS))
    linked(store)
    ids = accounts(store)
    assert linked(store, again=True).placed == 6
    assert clusters(store) == EVENTS
    assert {store.links.lead(each) for each in ids.values()} == {each.event for each in store.links.page()}


def test_people_decide_that_two_events_are_one_and_take_it_back(store):
    coded(store, told(*TEXTS))
    linked(store)
    ids = accounts(store)
    judge(store, Verdict.SAME, ids["1.txt"], ids["3.txt"])
    linked(store)
    assert frozenset({"1.txt", "3.txt", "4.txt"}) in clusters(store)
    assert {link.by for link in store.links.current([ids["3.txt"], ids["1.txt"], ids["4.txt"]]).values()} & {
        "judgement 1"
    }
    store.judge(Judgement(Verdict.UNDO, "1", "ana", NOON))
    linked(store)
    assert clusters(store) == EVENTS


def test_people_decide_that_two_are_not_one_and_new_reports_do_not_join_them(store):
    coded(store, told(POST, POST))
    linked(store)
    ids = accounts(store)
    judge(store, Verdict.DIFFERENT, ids["0.txt"], ids["1.txt"])
    linked(store)
    assert clusters(store) == {frozenset({"0.txt"}), frozenset({"1.txt"})}
    linked(store, again=True)
    assert len(clusters(store)) == 2


def link_and_die(url, at):
    """Link in a process that is killed at its `at`-th statement; tell whether it came so far."""
    child = os.fork()
    if child == 0:
        with open_store(url) as store:
            counted = iter(range(1, 1_000_000))

            def count(*_):
                if next(counted) == at:
                    os.kill(os.getpid(), signal.SIGKILL)

            sqlalchemy_event.listen(store._engine, "before_cursor_execute", count)
            linked(store)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


@pytest.mark.parametrize("bulk", [1, 1000])
def test_killed_at_any_statement_the_store_verifies_and_linking_goes_on_to_the_same_events(tmp_path, monkeypatch, bulk):
    monkeypatch.setattr(linking, "_BULK", bulk)
    monkeypatch.setattr(linking, "_PORTION", 2)
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    with open_store(url, create=True) as store:
        coded(store, told(*TEXTS, BOTH))
        linked(store)
        ids = accounts(store)
        judge(store, Verdict.SAME, ids["3.txt"], ids["0.txt"])
        coded(store, told(MARKET, HARBOUR, start=7))
    chance = random.Random(6)
    for _ in range(12):
        if not link_and_die(url, chance.randint(1, 60)):
            break
        with open_store(url) as store:
            assert list(store.faults()) == []
    with open_store(url) as store:
        linked(store)
        assert clusters(store) == {frozenset(f"{number}.txt" for number in range(9))}
        assert list(store.faults()) == []
