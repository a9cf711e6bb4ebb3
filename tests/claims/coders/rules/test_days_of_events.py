"""Which day, and which place, is the event's: not that of a claim, of another clause, of a later death."""

import pytest

from dateline.claims.records import FrameKind


def told(code_text, text, slot):
    """What the frames of events say of a slot, a list a frame."""
    frames = [frame for frame in code_text(text) if frame.kind is FrameKind.EVENT]
    return [[getattr(c.value, "text", None) or c.value.isoformat() for c in frame.slot(slot)] for frame in frames]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The group claimed 3 May 2019's bombing of the market in Khost.", "2019-05-03"),
        ("The group claimed the bombings in Khost in January 2019.", "2019-01"),
        (
            "Rebels bombed the market in Khost on 3 May 2019, the first attack since the army left in August 2011.",
            "2019-05-03",
        ),
        (
            "A bombing in Khost killed nine people on 3 May 2019. The death toll rose to ten on 9 May 2019.",
            "2019-05-03",
        ),
    ],
)
def test_an_events_day_is_its_own(text, day, code_text):
    (days,) = told(code_text, text, "date")
    assert days == [day]


def test_what_a_report_opens_with_was_not_months_before(code_text):
    text = (
        "The search for bodies in the mosque in Khost ended after the bombing. The governor gave the toll as 100. "
        "In March 2018 a bomber killed 63 worshippers in Khost."
    )
    assert told(code_text, text, "date") == [[], ["2018-03"]]


def test_the_owner_of_an_embassy_is_not_where_it_stands(code_text):
    text = "A film about Mali was shown on Monday. Gunmen shot at Norway's embassy on Tuesday."
    assert told(code_text, text, "place") == [[]]


def test_a_hospital_that_does_something_is_not_where_it_happened(code_text):
    text = (
        "A bomb killed nine people in Khost on Monday. Sixty people were injured, and the hospitals in Goma were full."
    )
    assert told(code_text, text, "place") == [["Khost"]]
