from dataclasses import replace

import pytest

from dateline.errors import InputError
from dateline.stamp import Stamp
from dateline.store import Failure
from factories import STAMP, claim, document, frame
from store.parts import dump, whole

LATER = Stamp("rules.v1", "0.2.0", "ffffffffffff")


def test_a_coded_document_is_written_once(store, run):
    parts = whole()
    assert store.write_coded(parts, STAMP, run=run, copy_key="k") is True
    assert store.is_coded(parts.document.id, STAMP)


def test_the_same_stamp_writes_nothing_again(store, run, tmp_path):
    parts = whole()
    store.write_coded(parts, STAMP, run=run)
    before = dump(tmp_path / "casebook.db")
    assert store.write_coded(parts, STAMP, run=store.begin_run(STAMP)) is False
    assert dump(tmp_path / "casebook.db") == before


def test_another_stamp_adds_a_coding_and_deletes_nothing(store, run, tmp_path):
    within = document()
    store.write_coded(whole(within), STAMP, run=run)
    before = dump(tmp_path / "casebook.db")
    assert store.write_coded(whole(within), LATER, run=run) is True
    after = dump(tmp_path / "casebook.db")
    assert all(row in after[name] for name, rows in before.items() for row in rows)
    assert len(after["claims"]) == 2 * len(before["claims"])


def test_the_newest_coding_is_what_is_read(store, run):
    within = document()
    store.write_coded(whole(within), STAMP, run=run)
    later = replace(whole(within), frames=(frame(within, deaths=4),), events=())
    store.write_coded(later, LATER, run=run)
    assert store.frames(within.id) == later.frames
    assert list(store.events()) == []


def test_a_claim_made_twice_in_a_frame_is_kept_once(store, run):
    within = document()
    twice = claim(within, deaths=3)
    told = frame(within, twice, twice)
    store.write_coded(replace(whole(within), frames=(told,), events=()), STAMP, run=run)
    assert store.frames(within.id)[0].claims == (twice,)


def test_parts_that_do_not_fit_together_leave_no_trace(store, run, tmp_path):
    parts = whole()
    before = dump(tmp_path / "casebook.db")
    with pytest.raises(InputError, match="cannot be kept"):
        store.write_coded(replace(parts, mentions=()), STAMP, run=run)
    assert dump(tmp_path / "casebook.db") == before


def test_a_number_too_large_for_a_database_is_the_records_fault(store, run):
    within = document()
    with pytest.raises(InputError, match="cannot be kept"):
        store.write_coded(replace(whole(within), frames=(frame(within, deaths=10**20),), events=()), STAMP, run=run)


def test_a_copy_keeps_its_text_and_names_its_original(store, run):
    first, second = document(), document(origin="other.txt")
    store.write_coded(whole(first), STAMP, run=run, copy_key="k")
    store.write_copy(second, first.id, run=run, copy_key="k")
    assert store.kept(second.id).copy_of == first.id
    assert store.document(second.id) == second
    assert store.stats().copies == 1


def test_the_original_of_a_new_text_is_the_first_with_its_key(store, run):
    first = document()
    store.write_coded(whole(first), STAMP, run=run, copy_key="k")
    assert store.get_original(document(origin="other.txt").id, "k") == first.id
    assert store.get_original(document(origin="other.txt").id, "another key") is None


def test_an_original_is_not_its_own_copy(store, run):
    first = document()
    store.write_coded(whole(first), STAMP, run=run, copy_key="k")
    assert store.get_original(first.id, "k") is None


def test_a_failure_is_kept_once_with_its_document(store, run):
    within = document()
    failure = Failure(within.origin, "claims", "ValueError: no", within.id)
    store.write_failure(failure, within, run=run)
    store.write_failure(failure, within, run=store.begin_run(STAMP))
    assert store.failures() == (failure,)
    assert store.document(within.id) == within


def test_a_failure_that_a_later_run_mended_is_not_shown(store, run):
    within = document()
    store.write_failure(Failure(within.origin, "claims", "ValueError: no", within.id), within, run=run)
    store.write_coded(whole(within), STAMP, run=store.begin_run(STAMP))
    assert store.failures() == ()


def test_a_failure_under_a_new_stamp_is_shown_though_an_older_coding_stands(store, run):
    within = document()
    store.write_coded(whole(within), STAMP, run=run)
    failure = Failure(within.origin, "claims", "ValueError: no", within.id)
    store.write_failure(failure, within, run=store.begin_run(LATER))
    assert store.failures() == (failure,)
