"""Texts of any length: an event is not told for ever, and a text does not come back to all that it told."""

from datetime import date, timedelta

from dateline.claims.coders.rules.grouping import _MOST_RECENT, _MOST_TOLD
from dateline.claims.coders.rules.page import beginning_in
from dateline.claims.records import FrameKind
from dateline.values.spans import Span
from factories import document, mention


def events(frames):
    return [frame for frame in frames if frame.kind is FrameKind.EVENT]


def killing_harrow(frames):
    return [frame for frame in events(frames) if any("Harrow" in claim.published for claim in frame.slot("victim"))]


def test_an_event_that_is_told_for_ever_is_closed(code_text):
    told = "A bomb killed three people in Quetta on Friday. "
    assert len(events(code_text(told * 5))) == 1
    assert len(events(code_text(told * (2 * _MOST_TOLD)))) > 1


def test_a_text_does_not_come_back_to_what_it_told_long_ago(code_text):
    first = "Gunmen killed John Harrow in Quetta on 2 May 2020. "
    days = [date(2019, 1, 1) + timedelta(days=number) for number in range(_MOST_RECENT + 5)]
    between = "".join(f"A bomb killed three people in Khost on {day:%d %B %Y}.\n\n" for day in days)
    assert len(killing_harrow(code_text(first + first))) == 1
    assert len(killing_harrow(code_text(first + between + first))) == 2


def test_what_begins_in_a_span_is_found_in_order():
    text = document("Quetta, Khost and Lima fell; Cali held.")
    placed = [mention(name, within=text) for name in ("Quetta", "Khost", "Lima", "Cali")]
    assert [each.text for each in beginning_in(Span(8, 28), placed)] == ["Khost", "Lima"]
    assert list(beginning_in(Span(35, 39), placed)) == []
