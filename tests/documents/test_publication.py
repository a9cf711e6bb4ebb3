import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.documents.publication import read_publication


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("2023-07-31", "2023-07-31"),
        ("2023-07", "2023-07"),
        ("2023-07-31T23:30:00+05:00", "2023-07-31"),
        ("2023-07-31 09:00:00.000+00:00", "2023-07-31"),
        ("20230731", "2023-07-31"),
        ("20230731T0900Z", "2023-07-31"),
        ("Mon, 31 Jul 2023 09:00:00 GMT", "2023-07-31"),
        ("Monday, July 31, 2023 at 10:00", "2023-07-31"),
        ("Jul 31, 2023 10:00 AM", "2023-07-31"),
        (" 31 July 2023\n", "2023-07-31"),
    ],
)
def test_a_day_is_read_whatever_clock_stands_beside_it(text, published):
    value, note = read_publication(text, "the column 'date'")
    assert value is not None
    assert (value.isoformat(), note) == (published, "published read from the column 'date'")


@pytest.mark.parametrize("text", ["9999-13-45", "2023-02-30", "9999-12-31", "soon", "", "1690761600", "x" * 5000])
def test_what_is_not_a_date_stays_unknown_and_the_note_says_which_field_holds_it(text):
    value, note = read_publication(text, "the column 'date'")
    assert value is None
    assert note.startswith("published left unknown")
    assert "the column 'date'" in note
    assert len(note) < 500


@given(st.text(max_size=200))
def test_any_text_gives_a_date_or_a_note(text):
    value, note = read_publication(text, "field")
    assert (value is None) == note.startswith("published left unknown")
