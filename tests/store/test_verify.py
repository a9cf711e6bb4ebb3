import sqlite3
from datetime import UTC, datetime

import pytest

from dateline.judgement import Judgement, Verdict
from factories import STAMP
from pipeline.linkers import MARKET, POST, coded, linked, told

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)


@pytest.fixture
def tampered(store, tmp_path):
    """Change a store of three linked reports and two judgements behind its back; return what is wrong with it."""
    coded(store, told(POST, POST, MARKET))
    linked(store)
    for number in range(2):
        store.write_judgement(Judgement(Verdict.ACCEPT, f"evt-{number}", "ana", NOON))

    def tamper(*statements):
        with sqlite3.connect(tmp_path / "casebook.db") as other:
            for statement in statements:
                other.execute(statement)
        other.close()
        return [(each.where, each.what) for each in store.faults()]

    return tamper


def test_a_store_that_nobody_touched_has_no_faults(tampered):
    assert tampered() == []


def test_a_judgement_that_was_altered_is_found(tampered):
    ((where, what),) = tampered("UPDATE judgements SET author = 'bo' WHERE seq = 1")
    assert where == "judgements"
    assert "judgement 1 was altered" in what


def test_an_undo_of_what_is_not_there_is_found(store, tampered):
    store.write_judgement(Judgement(Verdict.UNDO, "7", "ana", NOON))
    assert tampered() == [("judgement 3", "takes back judgement 7, which is none before it")]


def test_a_link_of_an_account_that_nobody_tells_is_found(store, tampered):
    run = store.begin_run(STAMP)
    row = f"('evt-none', 'evt-never', '[]', 'test', {run}, '2024-05-01T00:00:00+00:00')"
    found = tampered(f"INSERT INTO links (account, event, reasons, by, run, made_at) VALUES {row}")
    assert [where for where, _ in found] == ["link of evt-none", "links to evt-never"]


def test_redirects_in_a_circle_are_found(tampered):
    rows = "('a', 'b', '2024-05-01', 'test'), ('b', 'a', '2024-05-01', 'test')"
    found = tampered(f"INSERT INTO redirects (event, into, made_at, why) VALUES {rows}".replace("into,", '"into",'))
    assert {what for _, what in found} == {"leads in a circle"}


def test_an_item_that_is_not_where_its_link_says_is_found(tampered):
    ((where, what),) = tampered("UPDATE link_items SET event = account || 'x' WHERE id = 1")
    assert where.startswith("item of evt-")
    assert "where its link does not say so" in what


def test_a_text_that_was_altered_is_found_and_so_are_the_quotes_that_it_lost(tampered):
    found = tampered("UPDATE documents SET text = 'Nothing.' WHERE seq = 1")
    assert "its text is not the one that it was kept with" in {what for _, what in found}
    assert any("its quote does not stand in document" in what for _, what in found)
