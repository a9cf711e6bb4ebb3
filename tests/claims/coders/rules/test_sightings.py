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


def test_what_was_done_was_not_done_on_a_day_to_come(code_text):
    (event,) = code_text("A judge was killed in Cali and the vote is due on 27 May 2024.", "2024-05-10")
    assert event.slot("date") == ()


def test_what_is_threatened_may_be_on_a_day_to_come(code_text):
    (event,) = code_text("The rebels threatened to kill the mayor of Cali on 27 May 2024.", "2024-05-10")
    assert [c.published for c in event.slot("date")] == ["27 May 2024"]
