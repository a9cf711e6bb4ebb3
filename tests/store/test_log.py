import sqlite3
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.errors import StoreError
from dateline.judgement import Judgement, Verdict

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
JUDGEMENTS = st.builds(
    Judgement,
    verdict=st.sampled_from(Verdict),
    record_id=TEXT,
    author=TEXT,
    made_at=st.datetimes(timezones=st.just(UTC)),
    reason=TEXT,
    other=st.none() | TEXT,
    value=st.none() | TEXT,
)


def judgement(record_id="clm-1", **fields):
    return Judgement(Verdict.ACCEPT, record_id, "ana", NOON, **fields)


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(JUDGEMENTS)
def test_a_judgement_comes_back_as_it_was_made(store, made):
    store.write_judgement(made)
    assert store.judgements()[-1] == made


def test_the_same_judgement_twice_is_two_links_of_the_chain(store):
    assert store.write_judgement(judgement()) != store.write_judgement(judgement())
    assert len(store.judgements()) == 2


@pytest.mark.parametrize(
    "tampering",
    [
        "UPDATE judgements SET verdict = 'reject' WHERE seq = 2",
        "UPDATE judgements SET reason = 'another' WHERE seq = 1",
        "DELETE FROM judgements WHERE seq = 2",
        "UPDATE judgements SET seq = 9 WHERE seq = 1",
    ],
)
def test_a_tampered_log_is_refused(store, tmp_path, tampering):
    for number in range(3):
        store.write_judgement(judgement(f"clm-{number}"))
    with sqlite3.connect(tmp_path / "casebook.db") as other:
        other.execute(tampering)
    other.close()
    with pytest.raises(StoreError, match="was altered"):
        store.judgements()
