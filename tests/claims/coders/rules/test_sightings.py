"""What hangs on a word that says that something happened."""

from dateline.claims.records import FrameKind


def test_of_two_dates_beside_a_word_of_saying_the_nearer_is_when_it_was_said(code_text):
    text = "The army today confirmed the arrest of a rebel during an operation near Goma, Friday."
    (event,) = [frame for frame in code_text(text) if frame.kind is FrameKind.EVENT]
    assert [c.published for c in event.slot("date")] == ["Friday"]


def test_the_only_date_beside_a_word_of_saying_is_when_it_was_said(code_text):
    text = "Police said on Monday that rebels had killed two guards near Goma."
    (event,) = [frame for frame in code_text(text) if frame.kind is FrameKind.EVENT]
    assert event.slot("date") == ()
