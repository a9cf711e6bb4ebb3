"""When a relation or a strength held, wherever in its sentence the time stands."""

import pytest

from dateline.claims.records import FrameKind


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Since 2015 the Red Column has fought the Blue Front in Mali.", "2015-01-01/.."),
        ("The Red Column has fought the Blue Front since 2015.", "2015-01-01/.."),
        ("Since August 2016 the Red Column has been an ally of the Blue Front.", "2016-08-01/.."),
        ("The Red Column has been an ally of the Blue Front since March 2015.", "2015-03-01/.."),
        ("Mali supported the Blue Front until August 2017.", "../2017-08-31"),
        ("Until 2017 Mali supported the Blue Front.", "../2017-12-31"),
        ("In March 2019 the Red Column signed an agreement with the Blue Front in Goma.", "2019-03"),
    ],
)
def test_a_relation_has_its_time(text, when, frames_of):
    (frame,) = frames_of(text, FrameKind.RELATION)
    assert [claim.value.isoformat() for claim in frame.slot("date")] == [when]


def test_a_time_of_something_else_in_the_sentence_is_not_the_relations(frames_of):
    text = "The Red Column, which lost Goma in 2012, is an ally of the Blue Front."
    (frame,) = frames_of(text, FrameKind.RELATION)
    assert frame.slot("date") == ()


def test_a_strength_has_its_time(frames_of):
    (frame,) = frames_of("In 2019 the Red Column had 300 fighters.", FrameKind.STRENGTH)
    assert [claim.value.isoformat() for claim in frame.slot("date")] == ["2019"]


def test_a_place_before_the_words_is_not_where_it_held(frames_of):
    (frame,) = frames_of("From Goma, the Red Column fought the Blue Front.", FrameKind.RELATION)
    assert frame.slot("place") == ()
