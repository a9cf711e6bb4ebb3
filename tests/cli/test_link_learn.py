"""`dateline link --learn`, from judgements made on the command line."""

import json

import pytest

from dateline.errors import InputError

AGAIN = (
    "KHAR, Pakistan (August 1, 2023) - The number of people killed in Sunday's suicide bombing of a party convention "
    "in Khar rose to 54 on Tuesday, a hospital spokesman said.\n"
)


@pytest.fixture
def khar(casebook, run):
    """The id of an event that two reports tell."""
    (casebook / "later.txt").write_text(AGAIN, encoding="utf-8")
    run("add", "later.txt", "--published", "2023-08-01", "--source", "Frontier Wire")
    run("code")
    return next(row["event_id"] for row in run("events", "--json").json["events"] if row["documents"] == 2)


def learned(run):
    return run("link", "--learn", "--json").json["learned"]


def test_an_event_that_was_accepted_teaches_that_its_reports_are_the_same(casebook, khar, run):
    run("accept", khar)
    assert "learned from 1 judgement: 1 same, 0 different" in run("link", "--learn").stderr
    kept = json.loads((casebook / "linking.json").read_text(encoding="utf-8"))
    assert (kept["same"], kept["different"], kept["left_out"]) == (1, 0, 0)
    assert kept["weights"].startswith(kept["learned_on"])


def test_a_split_teaches_that_reports_like_these_are_two_and_overrules_what_was_accepted_before(khar, run):
    run("accept", khar)
    assert learned(run)["same"] == 1
    report = run("event", khar, "--json").json["accounts"][-1]["document_id"]
    run("different", khar, report)
    told = learned(run)
    assert (told["same"], told["different"], told["left_out"]) == (0, 1, 0)


def test_what_was_taken_back_teaches_nothing(khar, run):
    run("accept", khar)
    run("undo", "1")
    with pytest.raises(InputError, match="nothing to learn from yet"):
        run("link", "--learn")
