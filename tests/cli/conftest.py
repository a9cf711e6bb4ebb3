"""Commands run in this process on real stages, which are loaded once."""

import json

import pytest
from typer.testing import CliRunner

from dateline.cli.app import app
from loaded import replace_loading

REPORT = (
    "KHAR, Pakistan (July 31, 2023) - A suicide bomber killed at least 44 people at a party convention in Khar on "
    "Sunday, police said.\n\nA hospital spokesman put the number of dead at 46.\n"
)
OTHER = "Gunmen attacked a police post in Quetta, Pakistan, on 2 May 2023. Nobody was hurt, officials said.\n"


@pytest.fixture(autouse=True)
def _stages_loaded_once(monkeypatch):
    replace_loading(monkeypatch)
    monkeypatch.setenv("COLUMNS", "200")  # so that no cell is folded where a test looks for it


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """A folder with two reports, which the commands are run in."""
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "khar.txt").write_text(REPORT, encoding="utf-8")
    (tmp_path / "reports" / "quetta.txt").write_text(OTHER, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def run():
    """Run a command; `run("events", "--json").json` is what it printed."""

    def call(*arguments, code=0, stdin=None):
        result = CliRunner().invoke(app, [str(each) for each in arguments], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert result.exit_code == code, result.output
        if "--json" in arguments:
            result.json = json.loads(result.stdout)
        return result

    return call


@pytest.fixture
def casebook(folder, run):
    """A casebook with both reports coded."""
    run("init")
    run("add", "reports")
    run("code")
    return folder
