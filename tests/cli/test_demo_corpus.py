"""The demonstration's reports are whole, dated as they say, and tell the events that its key lists."""

import json
import re
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files

import pytest
import yaml

from dateline.actors.roster import load_roster
from dateline.cli.demo import demo_documents
from dateline.codebook import load_codebook
from dateline.values.counts_in_text import find_counts
from dateline.values.dates_in_text import find_dates, parse_published

_DATA = files("dateline.cli") / "data"
_REPORTS = [json.loads(line) for line in (_DATA / "demo.jsonl").read_text("utf-8").splitlines()]
_BY_ID = {report["id"]: report for report in _REPORTS}
_KEY = yaml.safe_load((_DATA / "demo_events.yaml").read_text("utf-8"))
_EVENTS = _KEY["events"]
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FIGURES = [
    (event["id"], slot, report, figure)
    for event in _EVENTS
    for slot in ("deaths", "injured")
    for report, figures in event.get(slot, {}).items()
    for figure in figures
]

_DATELINE = re.compile(r"[A-Z-]+, ([A-Z][a-z]{2})[a-z]* (\d{1,2}) ")


def _published(report):
    return parse_published(report["published"]).first


def _last(weekday, before):
    return before - timedelta(days=(before.weekday() - _DAYS.index(weekday)) % 7)


def _filed_within_a_week():
    for event in _EVENTS:
        for report in event["reports"]:
            if (_published(_BY_ID[report]) - event["date"]).days < 7:
                yield pytest.param(report, event, id=f"{report} on {event['id']}")


each_report = pytest.mark.parametrize("report", _REPORTS, ids=lambda report: report["id"])
each_event = pytest.mark.parametrize("event", _EVENTS, ids=lambda event: event["id"])


def test_there_are_forty_to_fifty_reports():
    assert 40 <= len(_REPORTS) <= 50


def test_no_two_reports_share_an_id_or_a_text():
    for field in ("id", "title", "text"):
        assert max(Counter(report[field] for report in _REPORTS).values()) == 1


def test_the_reports_stand_in_the_order_of_their_publication():
    assert [_published(report) for report in _REPORTS] == sorted(_published(report) for report in _REPORTS)


@each_report
def test_a_report_has_every_field_and_a_full_date(report):
    assert set(report) == {"id", "title", "text", "published", "source"}
    assert all(value == value.strip() and value for value in report.values())
    assert date.fromisoformat(report["published"]) == _published(report)


@each_report
def test_a_report_is_short_and_does_not_repeat_its_title(report):
    assert 60 <= len(report["text"].split()) <= 220
    assert report["title"] not in report["text"]


@pytest.mark.parametrize(("report", "event"), list(_filed_within_a_week()))
def test_a_weekday_named_after_on_lies_between_the_event_and_the_publication(report, event):
    published = _published(_BY_ID[report])
    for weekday in re.findall(rf"\b[Oo]n ({'|'.join(_DAYS)})\b", _BY_ID[report]["text"]):
        assert event["date"] <= _last(weekday, published) <= published


@each_report
def test_no_day_after_its_publication_is_told_as_past(report):
    text = report["text"].replace("tomorrow", "then")  # the opinion piece asks what would be if
    reading = find_dates(text, published=parse_published(report["published"]))
    told = [mention.value.first for mention in reading.mentions if mention.value and mention.value.first]
    assert all(first <= _published(report) for first in told)


@each_report
def test_a_dateline_gives_the_day_of_publication_or_none(report):
    for month, day in _DATELINE.findall(report["text"]):
        assert f"{month} {day}" == f"{_published(report):%b} {_published(report).day}"


def test_the_documents_of_the_demonstration_are_these_reports():
    documents = list(demo_documents())
    assert [document.origin for document in documents] == [f"demo/{report['id']}" for report in _REPORTS]
    assert all(document.text.endswith(report["text"]) for document, report in zip(documents, _REPORTS, strict=True))


@each_event
def test_an_event_is_told_by_two_reports_or_more_none_filed_before_it(event):
    assert len(event["reports"]) >= 2
    for report in (*event["reports"], *event["mentions"]):
        assert _published(_BY_ID[report]) >= event["date"]


@each_event
def test_an_event_has_a_place_a_kind_of_the_codebook_and_actors_of_the_roster(event):
    assert {"settlement", "country"} <= set(event["place"])
    assert event["kind"] in load_codebook().kinds
    roster = load_roster()
    for field in ("perpetrator", "claimed_by", "denied_by"):
        assert event.get(field) is None or roster.get(event[field])


@each_event
def test_a_place_is_named_in_every_report_that_tells_the_event(event):
    names = [event["place"].get(level) for level in ("site", "settlement", "admin2", "admin1")]
    for report in event["reports"]:
        told = f"{_BY_ID[report]['title']} {_BY_ID[report]['text']}"
        assert any(name in told for name in names if name)


@pytest.mark.parametrize(("event", "slot", "report", "figure"), _FIGURES)
def test_every_figure_of_the_key_stands_in_its_report_as_a_count(event, slot, report, figure):
    text = _BY_ID[report]["text"]
    start = text.index(figure)
    counts = find_counts(text, policy=load_codebook().policy())
    assert [each for each in counts if each.span.start < start + len(figure) and start < each.span.end]


def test_every_report_tells_or_mentions_an_event():
    told = {report for event in (*_EVENTS, *_KEY["background"]) for report in event.get("reports", ())}
    told |= {report for event in (*_EVENTS, *_KEY["background"]) for report in event["mentions"]}
    assert told == set(_BY_ID)


def test_events_that_must_stay_apart_are_listed_by_their_ids():
    known = {event["id"] for event in (*_EVENTS, *_KEY["background"])}
    assert all(set(pair) <= known and len(set(pair)) == 2 for pair in _KEY["apart"])
