"""The combined coder with the weights and the table that ship."""

import json
from importlib.resources import files

import pytest

from dateline.claims.coders.combined import CombinedCoder
from dateline.claims.coders.combined import coder as room
from dateline.claims.records import FrameKind

REPORT = (
    "Gunmen of the Red Column shot dead two teachers near Cali on 3 May 2020, police said. "
    "The Blue Front denied it.\n\n"
    "In Goma a bomb wrecked the car of a judge the next day. The Red Column is allied with the Blue Front."
)


@pytest.fixture(scope="module")
def coder():
    return CombinedCoder()


def test_the_same_report_is_coded_alike_each_time(coder, open_report):
    report = open_report(REPORT)
    assert coder.code(report.document, report.findings) == coder.code(report.document, report.findings)


@pytest.mark.parametrize("text", [REPORT, REPORT.upper()])
def test_every_claim_of_the_rules_is_there(text, coder, open_report):
    report = open_report(text)
    made = {claim.id: claim for frame in coder.code(report.document, report.findings) for claim in frame.claims}
    said = [claim for frame in report.frames for claim in frame.claims]
    assert said
    for claim in said:
        ours = made[claim.id]
        assert (ours.slot, ours.value, ours.quote, ours.stamp) == (claim.slot, claim.value, claim.quote, claim.stamp)


def test_a_claim_carries_the_stamp_of_the_coder_that_made_it(coder, open_report):
    report = open_report(REPORT)
    rules = {claim.id for frame in report.frames for claim in frame.claims}
    for frame in coder.code(report.document, report.findings):
        for claim in frame.claims:
            assert claim.stamp.coder == ("rules.v1" if claim.id in rules else "model.v1")
            assert claim.quote.stands_in(report.document.text)


def test_events_come_first(coder, open_report):
    report = open_report(REPORT)
    kinds = [frame.kind is FrameKind.EVENT for frame in coder.code(report.document, report.findings)]
    assert kinds == sorted(kinds, reverse=True)
    assert len(set(kinds)) == 2


@pytest.mark.parametrize("text", ["The council met on Monday.", "🙂"])
def test_a_report_of_nothing_has_no_frames(text, coder, open_report):
    report = open_report(text)
    assert coder.code(report.document, report.findings) == ()


def test_the_stamp_is_the_same_while_nothing_changes(coder):
    assert CombinedCoder().stamp == coder.stamp
    assert coder.stamp.coder == CombinedCoder.name == "combined.v1"


def test_the_stamp_changes_with_what_names_are_resolved_by(coder):
    assert CombinedCoder(sources={"roster": "other"}).stamp != coder.stamp


def test_the_stamp_changes_with_the_table(coder, monkeypatch, tmp_path):
    table = json.loads((files(room.__package__) / "data" / "table.json").read_text(encoding="utf-8"))
    table["said"]["victim"]["start"] += 0.001
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "table.json").write_text(json.dumps(table), encoding="utf-8")
    monkeypatch.setattr(room, "files", lambda _: tmp_path)
    assert CombinedCoder().stamp.config_hash != coder.stamp.config_hash
