"""Which spans are of one event, and of which kind and stage it is."""

import pytest

from claims.coders.model.readings import candidate, read
from dateline.claims.coders.model.grouping import Group, group_candidates, kind_of, sentences_of, stage_of

SHOT, BLAST = "Gunmen shot a teacher near Cali.", "A bomb killed a guard in Goma."
TEXT = f"{SHOT} {BLAST}"


def groups(report, reading, *words):
    candidates = [candidate(report.page, reading, each) for each in words]
    grouped = group_candidates(reading, candidates)
    return [[TEXT[m.marked.span.start : m.marked.span.end] for m in group.members] for group in grouped]


def test_spans_that_are_together_are_one_event(open_report):
    reading = read(TEXT, together=[["Gunmen", "teacher"], ["bomb", "guard"]])
    told = groups(open_report(TEXT), reading, "guard", "teacher", "bomb", "Gunmen")
    assert told == [["Gunmen", "teacher"], ["bomb", "guard"]]


def test_spans_that_are_not_together_are_events_of_their_own(open_report):
    assert groups(open_report(TEXT), read(TEXT), "teacher", "guard") == [["teacher"], ["guard"]]


def test_nothing_marked_is_no_event():
    assert group_candidates(read(TEXT), []) == []


def test_the_kind_is_what_its_sentences_likeliest_tell_of(open_report):
    report = open_report(TEXT)
    reading = read(TEXT, sentence={"ATTACK": {SHOT: 0.7}, "BOMBING": {SHOT: 0.2, BLAST: 0.9}})
    for words, kind, chance in (("teacher", "attack", 0.7), ("guard", "bombing", 0.9)):
        group = Group([candidate(report.page, reading, words)])
        said = kind_of(report.page, reading, group)
        assert said[:2] == (kind, pytest.approx(chance))
        assert words in said[2].cut(TEXT)


@pytest.mark.parametrize(("label", "stage"), [("ATTEMPTED", "attempted"), ("THREATENED", "threatened")])
def test_an_event_that_all_its_sentences_say_was_tried_was_tried(label, stage, open_report):
    report = open_report(TEXT)
    reading = read(TEXT, sentence={label: {TEXT: 0.9}})
    group = Group([candidate(report.page, reading, words) for words in ("teacher", "guard")])
    assert stage_of(report.page, reading, group) == stage


def test_an_event_that_one_of_its_sentences_says_happened_happened(open_report):
    report = open_report(TEXT)
    reading = read(TEXT, sentence={"ATTEMPTED": {SHOT: 0.9}})
    group = Group([candidate(report.page, reading, words) for words in ("teacher", "guard")])
    assert stage_of(report.page, reading, group) == "accomplished"


def test_the_sentences_of_a_group_are_told_once(open_report):
    report, reading = open_report(TEXT), read(TEXT)
    group = Group([candidate(report.page, reading, words) for words in ("Gunmen", "teacher", "guard")])
    assert [span.cut(TEXT) for span in sentences_of(report.page, group)] == [SHOT, BLAST]
