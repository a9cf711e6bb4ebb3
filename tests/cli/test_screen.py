import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.cli.screen import plain, print_table


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[2Jgone", "\\u001b[2Jgone"),
        ("a\x07b", "a\\u0007b"),
        ("abc\u202etxt", "abc\\u202etxt"),
        ("two\nlines\tand tabs", "two lines and tabs"),
        ("\x9b31m", "\\u009b31m"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_nothing_in_a_report_can_drive_the_terminal(text, shown):
    assert plain(text) == shown


@given(st.text())
def test_plain_text_stays_on_one_line_and_holds_no_control_characters(text):
    shown = plain(text)
    assert not any(ord(each) < 32 or 127 <= ord(each) < 160 for each in shown)
    assert "\u202e" not in shown


def test_markup_in_a_report_is_text(capsys):
    print_table(("a",), [["[bold]x[/bold] :smile:"]])
    assert "[bold]x[/bold] :smile:" in capsys.readouterr().out


def test_a_narrow_terminal_does_without_the_columns_that_are_for_wide_ones(capsys, monkeypatch):
    for width, shown in (("80", False), ("150", True)):
        monkeypatch.setenv("COLUMNS", width)
        print_table(("a", "b"), [["x", "y"]], wide_only=["b"])
        assert ("y" in capsys.readouterr().out) is shown


def test_no_colour_codes_are_written_where_there_is_no_terminal(capsys):
    print_table(("a",), [["x"]], title="t")
    assert "\x1b" not in capsys.readouterr().out
