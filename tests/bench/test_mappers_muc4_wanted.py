"""What speaks for and against an event being one that MUC-4 asks for."""

from dataclasses import replace
from datetime import date

import pytest

from bench.coded import coded
from dateline.bench.mappers.muc4_targets import Target
from dateline.bench.mappers.muc4_wanted import load_weights, wanted
from dateline.bench.mappers.muc4_wanted_features import (
    FEATURES,
    Candidate,
    counts_many,
    long_ago,
    speaks_as_one_side,
    strikes_somebody_definite,
    tells_of_fighting,
)
from dateline.bench.mappers.muc4_words import read_words
from dateline.bench.report import open_report
from dateline.claims.records import Code
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from factories import claim, document, frame

TEXT = "LIMA, 12 MAY 89 -- [TEXT] GUNMEN KILLED TWO TEACHERS IN CUSCO YESTERDAY."
JUDGE = Target("ANA RUIZ", "JUDGE", "LEGAL OR JUDICIAL", "1", effects=frozenset({"DEATH"}))
TROOPS = Target("", "SOLDIERS", "ACTIVE MILITARY", "3")


def candidate(*claims, text=TEXT, kind="attack", persons=(JUDGE,)):
    within = document(text)
    made = frame(within, *claims, type=Code("kind", kind))
    report = open_report(coded(within, made))
    reference = DateValue.on(date(1989, 5, 12))
    return Candidate(report, report.incidents[0], (), persons, reference, 1, read_words())


def test_every_feature_has_a_weight_and_an_explanation():
    assert [feature for feature, _ in load_weights()] == list(FEATURES)
    assert all(feature.__doc__ for feature in FEATURES)


def test_a_named_judge_is_wanted_rather_than_soldiers_or_nobody():
    assert wanted(candidate()) > wanted(candidate(persons=(JUDGE, TROOPS))) > wanted(candidate(persons=(TROOPS,)))
    assert not strikes_somebody_definite(candidate(persons=(TROOPS,)))
    assert not strikes_somebody_definite(candidate(persons=()))


@pytest.mark.parametrize(("kind", "holds"), [("shelling", True), ("armed_clash", True), ("bombing", False)])
def test_clashes_and_shelling_are_fighting(kind, holds):
    assert tells_of_fighting(candidate(kind=kind)) is holds
    assert (wanted(candidate(kind=kind)) < wanted(candidate(kind="bombing"))) is holds


def test_an_old_event_is_less_wanted_than_a_new_one():
    within = document(TEXT)
    old, new = (candidate(claim(within, words="YESTERDAY", date=day)) for day in (date(1988, 5, 1), date(1989, 5, 11)))

    assert long_ago(old)
    assert not long_ago(new)
    assert wanted(old) < wanted(new)


def test_hundreds_of_dead_are_a_sum_of_a_war():
    within = document(TEXT)
    deaths = {number: claim(within, words="TWO", deaths=Count(number, number, number)) for number in (2, 300)}

    assert counts_many(candidate(deaths[300]))
    assert not counts_many(candidate(deaths[2]))
    assert wanted(candidate(deaths[300])) < wanted(candidate(deaths[2]))


def test_a_report_that_says_we_speaks_as_one_side():
    assert speaks_as_one_side(candidate(text="WE KILLED A JUDGE. OUR MEN LEFT.")) == 1
    assert speaks_as_one_side(candidate()) == 0


def test_one_of_many_events_is_less_wanted():
    alone = candidate()

    assert wanted(replace(alone, rivals=9)) < wanted(alone)
