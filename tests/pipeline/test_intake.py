import os
from pathlib import Path

import pytest

from dateline.config import Config
from dateline.documents.records import Document
from dateline.pipeline.intake import CAPTURES, add_reports
from dateline.pipeline.records import Duplicate, Failed, Finished, Known
from dateline.sources.fetch import Fetched
from dateline.store import open_store
from dateline.values.dates_in_text import parse_published

TEXT = "Gunmen attacked a police post near the river on Monday, and two officers were hurt in the fire."


@pytest.fixture
def config(tmp_path):
    return Config(folder=tmp_path / "book")


@pytest.fixture
def report(tmp_path):
    (tmp_path / "book").mkdir()
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def kept(config):
    with open_store(config.store_url) as store:
        return list(store.documents())


def test_a_report_is_kept_with_its_language_and_what_the_user_says_of_it(config, report):
    list(add_reports(config, [report], published=parse_published("2023-05"), source="a daily"))
    (document,) = kept(config)
    assert (document.text, document.language, document.source) == (TEXT, "en", "a daily")
    assert document.published.isoformat() == "2023-05"


def test_a_report_added_again_is_known_and_its_copy_a_duplicate(config, report, tmp_path):
    copy = tmp_path / "copy.txt"
    copy.write_text(TEXT, encoding="utf-8")
    outcomes = [*add_reports(config, [report]), *add_reports(config, [report, copy])]
    assert [type(each) for each in outcomes] == [Document, Finished, Known, Duplicate, Finished]


def test_what_cannot_be_read_is_recorded_and_the_others_go_on(config, report, tmp_path):
    outcomes = list(add_reports(config, [tmp_path / "none.txt", report]))
    assert [type(each) for each in outcomes] == [Failed, Document, Finished]
    with open_store(config.store_url) as store:
        assert [each.origin for each in store.failures()] == [str(tmp_path / "none.txt")]


def test_bytes_are_kept_under_the_hash_that_the_document_names(config, report):
    list(add_reports(config, [report]))
    (document,) = kept(config)
    path = config.folder / CAPTURES / document.capture[:2] / document.capture
    assert path.read_bytes() == report.read_bytes()


def test_an_address_is_not_read_while_fetching_is_off(config, report):
    (failed, finished) = add_reports(config, ["https://example.org/a"])
    assert "fetching is off" in failed.reason
    assert finished.failed == 1


def test_an_address_is_read_where_it_is_switched_on(config, report, monkeypatch):
    page = Fetched(TEXT.encode(), "text/plain; charset=utf-8", "https://example.org/b", ())
    monkeypatch.setattr("dateline.pipeline.intake.fetch", lambda _url, *, online: page if online else None)
    list(add_reports(config, ["https://example.org/a"], online=True))
    (document,) = kept(config)
    assert (document.origin, document.url, document.text) == ("https://example.org/a", "https://example.org/b", TEXT)


def test_the_casebooks_own_files_are_no_reports(config, report):
    list(add_reports(config, [report]))
    (config.folder / "dateline.toml").write_text("", encoding="utf-8")
    own = sorted(path for path in config.folder.rglob("*") if path.is_file())
    assert len(own) > 2
    assert list(add_reports(config, own)) == [Finished(read=0, new=0, known=0, duplicates=0, skipped=0, failed=0)]


@pytest.mark.skipif(os.name != "posix", reason="other systems' file names are text")
def test_a_file_name_that_is_not_utf_8_is_kept_readable(config, report):
    path = Path(os.fsdecode(os.fsencode(report.parent) + b"/caf\xe9.txt"))
    path.write_text("Four people were killed.", encoding="utf-8")
    list(add_reports(config, [path]))
    assert [document.origin for document in kept(config)] == [f"{report.parent}/caf\ufffd.txt"]


def test_an_address_that_cannot_be_written_down_is_recorded(config, report):
    (failed, _) = add_reports(config, ["https://zed.example/\udce9"])
    assert isinstance(failed, Failed)
    with open_store(config.store_url) as store:
        assert len(store.failures()) == 1
