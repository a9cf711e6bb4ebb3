"""The fit of the combined coder's table: what it is fitted to, and by what rows its errors are counted."""

import json
import lzma

import pytest

pytest.importorskip("scipy", reason="fitting needs scipy and scikit-learn, which Dateline itself does without")
pytest.importorskip("sklearn", reason="fitting needs scipy and scikit-learn, which Dateline itself does without")

from training.combining.fit import SAID, Example, error_by_folds, fit_row, open_all, said_examples

from dateline.claims.coders.combined.table import read_row, weigh_row
from dateline.claims.records import FrameKind
from training.combining import fit as room

WIRE = "GUNMEN OF THE RED COLUMN SHOT DEAD TWO TEACHERS NEAR CALI ON 3 MAY 1989, POLICE SAID."
KEY = {
    "incident_type": [{"alts": ["ATTACK"]}],
    "hum_tgt_description": [{"alts": ["TEACHERS"]}],
    "perp_individual": [{"alts": ["GUNMEN"]}],
}


@pytest.fixture
def opened(tmp_path, monkeypatch):
    """One wire with its key, as it is opened from a file."""
    line = {"docid": "OWN-1", "text": WIRE, "templates": [KEY]}
    with lzma.open(tmp_path / "wires.jsonl.xz", "wt", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")
    monkeypatch.setattr(room, "FILES", ("wires.jsonl.xz",))
    (found,) = open_all(tmp_path)
    return found


def examples(*rows):
    """Examples of one number, each with whether it is right, in the five folds in turn."""
    return [Example({"model": number}, right, fold % room.FOLDS) for fold, (number, right) in enumerate(rows)]


def test_a_document_is_opened_with_its_page_its_frames_and_its_reading(opened):
    assert opened.page.document == opened.coded.document
    assert [frame.kind for frame in opened.events] == [FrameKind.EVENT]
    assert len(opened.reading.starts) > 0
    assert {claim.stamp.coder for event in opened.events for claim in event.claims} == {"rules.v1"}


def test_only_slots_that_the_table_weighs_are_taken_of_what_the_rules_say(opened):
    found = dict(said_examples(opened, 3))
    assert found
    assert set(found) <= set(SAID)
    assert all(set(each.features) == {"rules", "model"} and each.fold == 3 for each in found.values())


def test_a_row_says_that_what_is_surer_is_oftener_right():
    row = fit_row(examples(*[(1.0, True), (-1.0, False)] * 20))
    assert row["judged"] == 40
    assert weigh_row(read_row(row), {"model": 1.0}) > 0.8
    assert weigh_row(read_row(row), {"model": -1.0}) < 0.2


def test_an_error_is_counted_by_a_row_that_has_not_seen_the_document():
    told = examples(*[(1.0, True), (-1.0, False), (1.0, True), (-1.0, False), (1.0, True)] * 8)
    turned = [Example(each.features, each.right != (each.fold == 0), each.fold) for each in told]
    seen = error_by_folds(told)
    assert seen < 0.06
    assert error_by_folds(turned) > 0.2 * 0.5 + seen  # of a fifth the others say the contrary
