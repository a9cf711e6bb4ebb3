import sqlite3

import pytest

from dateline.errors import StoreError
from dateline.store import open_store


def test_a_missing_store_says_how_to_begin_one(url):
    with pytest.raises(StoreError, match=r"Restore it .* or begin anew with `dateline add`"):
        open_store(url)


def test_a_new_store_is_empty(store):
    assert store.stats().documents == 0
    assert list(store.events()) == []


def test_a_store_opens_again(url):
    open_store(url, create=True).close()
    with open_store(url) as store:
        assert store.stats().runs == 0


def test_a_file_that_is_no_database_is_refused(tmp_path, url):
    (tmp_path / "casebook.db").write_text("KABUL (Jan. 25) - this is a report, not a database. " * 40)
    with pytest.raises(StoreError, match="not an SQLite database"):
        open_store(url)


def test_another_programs_database_is_refused_and_left_alone(tmp_path, url):
    other = sqlite3.connect(tmp_path / "casebook.db")
    other.execute("CREATE TABLE recipes (name)")
    other.close()
    with pytest.raises(StoreError, match="not a casebook's store: it holds recipes"):
        open_store(url, create=True)


def test_a_newer_stores_revision_is_named(tmp_path, url):
    open_store(url, create=True).close()
    later = sqlite3.connect(tmp_path / "casebook.db")
    later.execute("UPDATE alembic_version SET version_num = '9999'")
    later.commit()
    later.close()
    with pytest.raises(StoreError, match=r"newer Dateline .store revision 9999.*Upgrade"):
        open_store(url)


def test_a_folder_that_does_not_exist_is_named(tmp_path):
    with pytest.raises(StoreError, match="cannot be opened"):
        open_store(f"sqlite:///{tmp_path / 'nowhere' / 'casebook.db'}", create=True)


@pytest.mark.parametrize("url", ["no address at all", "carrierpigeon://roof/book"])
def test_what_is_no_address_is_refused(url):
    with pytest.raises(StoreError, match="not a database address"):
        open_store(url)


def test_a_message_never_holds_a_password():
    with pytest.raises(StoreError) as caught:
        open_store("carrierpigeon://keeper:se:cr@et@roof/book")
    assert "se:cr@et" not in str(caught.value)
    assert "keeper:***@roof/book" in str(caught.value)


def test_a_store_in_memory_needs_no_file():
    with open_store("sqlite://") as store:
        assert store.stats().documents == 0


def test_a_locked_store_says_to_wait(tmp_path, store, monkeypatch):
    monkeypatch.setattr("dateline.store.sqlite._WAIT_MS", 1)
    other = sqlite3.connect(tmp_path / "casebook.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with open_store(store.url) as second, pytest.raises(StoreError, match="another process is writing"):
        second.end_run(1, {})
    other.close()
