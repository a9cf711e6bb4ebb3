"""To which event of the rules a span of the model belongs."""

import pytest

from claims.coders.model.readings import candidate, first_piece, read
from dateline.claims.coders.combined.anchors import anchor, nearest_event, words_of

TEXT = "Gunmen shot teachers near Cali. The council met. A bomb killed guards in Goma. A nurse was there."


@pytest.fixture
def report(open_report):
    opened = open_report(TEXT)
    assert [event.mentions[0].text for event in opened.events] == ["shot", "killed"]
    return opened


def nearest(report, reading, words):
    """The event to which words of the report are drawn."""
    return nearest_event(report.page, reading, candidate(report.page, reading, words), events_of(report, reading)).frame


def events_of(report, reading):
    return [words_of(report.page, reading, event) for event in report.events]


def reading_of(*together):
    roles = {"victim_description": {"teachers": 0.9, "guards": 0.9, "nurse": 0.9}}
    return read(TEXT, roles=roles, together=together)


def test_a_span_belongs_to_the_event_with_whose_words_the_network_puts_it(report):
    assert nearest(report, reading_of(["teachers", "nurse"]), "nurse") is report.events[0]


def test_where_the_network_puts_it_with_neither_it_belongs_to_the_nearer(report):
    assert nearest(report, reading_of(), "nurse") is report.events[1]


def test_a_report_without_events_has_none_to_belong_to(report):
    reading = reading_of()
    assert nearest_event(report.page, reading, candidate(report.page, reading, "nurse"), []) is None


def test_an_event_is_weighed_by_those_of_its_words_that_the_network_gives_a_role(report):
    reading = read(TEXT, roles={"victim_description": {"teachers": 0.9}}, together=[["teachers", "nurse"]])
    nurse = candidate(report.page, reading, "nurse")
    shot, killed = (anchor(report.page, reading, nurse, event) for event in events_of(report, reading))
    assert shot.together == pytest.approx(0.982, abs=0.001)
    assert killed.together == 0.5  # the network gives none of its words a role


def test_an_events_words_are_where_its_fillers_begin_and_its_sentences_where_it_is_spoken_of(report):
    reading = read(TEXT, roles={"victim_description": {"teachers": 0.9, "guards": 0.1}})
    shot, killed = events_of(report, reading)
    assert shot.pieces == (first_piece(reading, TEXT, "teachers"),)
    assert killed.pieces == ()  # the network is too unsure of the guards
    assert (shot.sentences, killed.sentences) == ({0}, {2})


def test_the_distance_is_in_sentences_up_to_four(open_report):
    text = "Gunmen shot a teacher near Cali. " + "The council met. " * 6 + "A nurse was there."
    report = open_report(text)
    reading = read(text)
    (event,) = events_of(report, reading)
    near, far = (candidate(report.page, reading, words) for words in ("teacher", "nurse"))
    assert anchor(report.page, reading, near, event).distance == 0
    assert anchor(report.page, reading, far, event).distance == 4
