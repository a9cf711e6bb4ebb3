from unittest.mock import Mock

from dateline.cli.building import building, make_ready
from dateline.places import unpack


def test_where_nothing_is_made_nothing_is_said(capsys):
    with building(quiet=False):
        pass
    assert capsys.readouterr().err == ""


def test_what_is_being_made_is_said_once(capsys):
    with building(quiet=False) as on_progress:
        on_progress("reading core", 0.1)
        on_progress("reading core", 0.2)
    assert capsys.readouterr().err.count("once on this machine") == 1


def test_quiet_says_nothing(capsys):
    with building(quiet=True) as on_progress:
        on_progress("reading core", 0.1)
    assert capsys.readouterr().err == ""


def test_a_terminal_is_shown_how_far_it_is(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    with building(quiet=False) as on_progress:
        on_progress("reading core", 0.5)
    assert "reading core" in capsys.readouterr().err


def test_the_gazetteer_is_made_ready_where_a_command_needs_it(monkeypatch):
    asked = Mock()
    monkeypatch.setattr(unpack, "unpacked_gazetteer", asked)
    make_ready(quiet=True)
    asked.assert_called_once()
