import hashlib
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import InputError, StoreError
from dateline.sources import Archive

_NOON = datetime(2023, 8, 1, 12, tzinfo=UTC)


@pytest.fixture
def archive(tmp_path):
    return Archive(tmp_path / "captures")


def test_what_is_kept_is_read_back(archive):
    capture = archive.keep(b"report", "https://example.org/a", "text/plain", captured_at=_NOON)
    assert archive.read(capture.sha256) == b"report"


def test_a_capture_says_what_came_from_where_and_when(archive):
    headers = (("etag", "x"),)
    capture = archive.keep(b"report", "a.txt", "text/plain", captured_at=_NOON, headers=headers)
    assert (capture.origin, capture.media_type, capture.size) == ("a.txt", "text/plain", 6)
    assert (capture.captured_at, capture.headers) == (_NOON, headers)


def test_a_capture_is_named_by_the_sha256_of_its_bytes(archive):
    assert archive.keep(b"report", "a", "", captured_at=_NOON).sha256 == hashlib.sha256(b"report").hexdigest()


def test_a_capture_without_a_time_is_stamped_in_utc(archive):
    assert archive.keep(b"report", "a", "").captured_at.tzinfo is UTC


def test_the_same_bytes_are_kept_once(archive):
    archive.keep(b"report", "a", "")
    archive.keep(b"report", "b", "")
    assert len([path for path in archive.folder.rglob("*") if path.is_file()]) == 1


def test_keeping_again_mends_an_altered_capture(archive):
    capture = archive.keep(b"report", "a", "")
    archive.path_of(capture.sha256).write_bytes(b"altered")
    archive.keep(b"report", "a", "")
    assert archive.read(capture.sha256) == b"report"


def test_an_altered_capture_is_not_read(archive):
    capture = archive.keep(b"report", "a", "")
    archive.path_of(capture.sha256).write_bytes(b"altered")
    with pytest.raises(StoreError, match="altered"):
        archive.read(capture.sha256)


def test_a_missing_capture_is_an_error_that_says_what_to_do(archive):
    with pytest.raises(StoreError, match="add its document again"):
        archive.read("0" * 64)


def test_a_write_that_fails_leaves_nothing_behind(archive, monkeypatch):
    def full(_handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("dateline.sources.archive.os.fsync", full)
    with pytest.raises(StoreError, match="No space"):
        archive.keep(b"report", "a", "")
    assert [path for path in archive.folder.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "0" * 63, "0" * 64 + "\n", "/" + "0" * 63])
def test_a_name_that_is_not_a_hash_leads_nowhere(archive, name):
    with pytest.raises(InputError):
        archive.read(name)


@given(st.text())
def test_no_name_leads_out_of_the_archive(tmp_path_factory, name):
    archive = Archive(tmp_path_factory.getbasetemp())
    with pytest.raises(InputError):
        archive.path_of(name)


def test_a_capture_that_cannot_be_written_says_where_and_what_to_do(archive):
    archive.folder.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StoreError, match=r"cannot be kept .* make room in "):
        archive.keep(b"report", "a.txt", "")
