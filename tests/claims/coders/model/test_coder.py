"""The model coder with the weights that ship."""

import json
from importlib.resources import files

import pytest

from dateline.claims.coders.model import ModelCoder
from dateline.claims.coders.model import coder as room
from dateline.claims.records import FrameKind

REPORT = (
    "Gunmen of the Red Column shot dead two teachers near Cali on 3 May 2020, police said.\n\n"
    "In Goma a bomb wrecked the car of a judge the next day. Nobody claimed the attack."
)


@pytest.fixture(scope="module")
def coder():
    return ModelCoder()


def test_the_same_report_is_coded_alike_each_time(coder, open_report):
    report = open_report(REPORT)
    assert coder.code(report.document, report.findings) == coder.code(report.document, report.findings)


def test_frames_are_events_in_the_order_of_their_first_words(coder, open_report):
    report = open_report(REPORT)
    frames = coder.code(report.document, report.findings)
    firsts = [frame.mentions[0].span for frame in frames]
    assert frames
    assert firsts == sorted(firsts)
    assert {frame.kind for frame in frames} == {FrameKind.EVENT}
    assert {claim.stamp for frame in frames for claim in frame.claims} == {coder.stamp}
    assert all(len(frame.slot("type")) == len(frame.slot("stage")) == 1 for frame in frames)


def test_every_quote_stands_in_the_report(coder, open_report):
    report = open_report(REPORT.upper())
    claims = [claim for frame in coder.code(report.document, report.findings) for claim in frame.claims]
    assert claims
    assert all(claim.quote.stands_in(report.document.text) for claim in claims)


@pytest.mark.parametrize("text", ["The council met on Monday.", "Tea, milk and sugar."])
def test_a_text_in_which_it_marks_nothing_has_no_frames(text, coder, open_report):
    report = open_report(text)
    assert coder.code(report.document, report.findings) == ()


def test_the_stamp_is_the_same_while_nothing_changes(coder):
    assert ModelCoder().stamp == coder.stamp
    assert (coder.stamp.coder, ModelCoder.name) == ("model.v1", "model.v1")


def test_the_stamp_changes_with_what_names_are_resolved_by(coder):
    assert ModelCoder(sources={"roster": "other"}).stamp != coder.stamp


def test_the_stamp_changes_with_the_weights(coder, monkeypatch, tmp_path):
    (tmp_path / "data").mkdir()
    card = json.loads((files(room.__package__) / "data" / "card.json").read_text(encoding="utf-8"))
    (tmp_path / "data" / "card.json").write_text(json.dumps({**card, "weights": "of others"}), encoding="utf-8")
    monkeypatch.setattr(room, "files", lambda _: tmp_path)
    assert ModelCoder().stamp.config_hash != coder.stamp.config_hash
