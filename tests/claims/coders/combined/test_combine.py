"""What the combined coder makes of the rules' frames and a reading."""

import re
from dataclasses import replace

import pytest

from claims.coders.model.readings import read
from dateline.claims.coders.combined.combine import combine
from dateline.claims.coders.combined.evidence import log_odds
from dateline.claims.coders.combined.records import Row, Table
from dateline.claims.coders.combined.table import weigh_row
from dateline.claims.records import FrameKind, Stance
from dateline.stamp import Stamp
from dateline.values.spans import Span

MODEL = Stamp("model.v1", "1", "test")
TEXT = (
    "Gunmen killed a teacher near Cali on Monday. The Red Column denied any role in the attack. "
    "The Red Column is allied with the Blue Front. Beside the road lay a nurse."
)
SAID = Row(0.0, {"rules": 1.0, "model": 0.5})
MARKED = Row(0.0, {"model": 1.0}, 0.7)
TABLE = Table({"victim": SAID, "perpetrator": SAID}, {"victim": MARKED, "perpetrator": MARKED})


def combined(report, reading, table=TABLE):
    return combine(report.page, reading, report.frames, table, MODEL)


def events(frames):
    return [frame for frame in frames if frame.kind is FrameKind.EVENT]


def same_but_confidence(claim, document):
    return replace(claim, document=document, confidence=0.0)


def of_rules(frame):
    return [claim for claim in frame.claims if claim.stamp != MODEL]


def added(frames):
    return [
        (claim.slot, claim.published, pytest.approx(claim.confidence, abs=0.001))
        for frame in frames
        for claim in frame.claims
        if claim.stamp == MODEL
    ]


@pytest.fixture
def report(open_report):
    opened = open_report(TEXT)
    assert [claim.published for event in opened.events for claim in event.slot("victim")] == ["a teacher"]
    return opened


def test_nothing_of_the_rules_is_dropped_or_changed_but_its_confidence(report):
    roles = {"victim_description": {"teacher": 0.9, "nurse": 0.9}, "perpetrator_individual": {"Gunmen": 0.1}}
    frames = combined(report, read(TEXT, roles=roles))
    assert [frame.id for frame in frames] == [frame.id for frame in report.frames]
    for ours, theirs in zip(frames, report.frames, strict=True):
        assert replace(ours, claims=()) == replace(theirs, claims=())
        assert [same_but_confidence(claim, report.document) for claim in of_rules(ours)] == [
            same_but_confidence(claim, report.document) for claim in theirs.claims
        ]


def test_a_value_of_the_rules_is_as_sure_as_both_coders_together(report):
    (before,) = report.events[0].slot("victim")
    for chance in (0.9, 0.1):
        reading = read(TEXT, roles={"victim_description": {"teacher": chance}})
        (after, *_) = events(combined(report, reading))[0].slot("victim")
        expected = weigh_row(SAID, {"rules": log_odds(before.confidence), "model": log_odds(chance)})
        assert after.confidence == pytest.approx(expected, abs=0.001)


def test_a_slot_without_a_row_keeps_its_confidence(report):
    (event,) = events(combined(report, read(TEXT)))
    for slot in ("type", "stage", "place", "date"):
        assert event.slot(slot) == report.events[0].slot(slot)


def test_what_is_denied_keeps_its_confidence(report):
    denied = [claim for claim in report.events[0].slot("perpetrator") if claim.stance is Stance.DENIED]
    reading = read(TEXT, roles={"perpetrator_organization": {"Red Column denied": 0.99}})
    assert denied
    assert set(denied) <= set(events(combined(report, reading))[0].claims)


def test_what_is_no_event_stays_as_it_was(report):
    others = [frame for frame in report.frames if frame.kind is not FrameKind.EVENT]
    frames = combined(report, read(TEXT, roles={"perpetrator_organization": {"Blue Front": 0.9}}))
    assert others
    assert [frame for frame in frames if frame.kind is not FrameKind.EVENT] == others


def test_what_only_the_model_says_is_added_with_its_stamp_to_the_event(report):
    frames = combined(report, read(TEXT, roles={"victim_description": {"nurse": 0.9}}))
    assert added(frames) == [("victim", "nurse", 0.9)]
    (claim,) = (claim for claim in events(frames)[0].claims if claim.stamp == MODEL)
    assert claim.frame_id == report.events[0].id
    assert claim.quote.text == "Beside the road lay a nurse."


def test_what_the_table_thinks_too_little_of_is_not_added(report):
    assert added(combined(report, read(TEXT, roles={"victim_description": {"nurse": 0.69}}))) == []


def test_a_slot_that_the_table_does_not_speak_of_gets_nothing(report):
    reading = read(TEXT, roles={"victim_description": {"nurse": 0.9}})
    assert added(combined(report, reading, Table(TABLE.said, {}))) == []


def test_what_the_rules_have_said_is_not_added_again(report):
    assert added(combined(report, read(TEXT, roles={"victim_description": {"teacher": 0.9}}))) == []


def test_a_value_of_the_event_is_not_added_again_from_another_sentence(open_report):
    text = "Gunmen killed a teacher near Cali. The council met. Beside the road lay the teacher."
    report = open_report(text)
    lying = Span(text.rindex("teacher"), text.rindex("teacher") + len("teacher"))
    assert [claim.published for event in report.events for claim in event.slot("victim")] == ["a teacher"]
    assert added(combined(report, read(text, roles={"victim_description": {lying: 0.9}}))) == []


def test_a_value_is_added_once(open_report):
    text = "Gunmen killed a teacher near Cali. Beside the road lay the judge. On Monday the judge was better."
    report = open_report(text)
    assert "judge" not in str([claim.published for event in report.events for claim in event.claims])
    spans = {Span(*found.span()): 0.9 for found in re.finditer("judge", text)}
    assert added(combined(report, read(text, roles={"victim_description": spans}))) == [("victim", "judge", 0.9)]


def test_a_report_without_events_gets_no_claims(open_report):
    text = "The Red Column is allied with the Blue Front."
    report = open_report(text)
    reading = read(text, roles={"perpetrator_organization": {"Red Column": 0.9}})
    assert combined(report, reading) == report.frames
