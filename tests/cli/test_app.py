import os
import subprocess
import sys

import pytest

from dateline.cli.app import COMMANDS

DATELINE = [sys.executable, "-c", "from dateline.cli import main; main()"]


def call(*arguments, cwd=None, **environment):
    return subprocess.run(
        [*DATELINE, *arguments],
        capture_output=True,
        text=True,
        cwd=cwd,
        check=False,
        env={**os.environ, **environment},
    )


def test_help_names_every_command_and_loads_nothing_heavy():
    loaded = (
        "import sys; sys.argv = ['dateline', '--help']\n"
        "from dateline.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*({'spacy', 'rich', 'sqlalchemy', 'pyarrow', 'pydantic', 'yaml'} & sys.modules.keys()), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, check=True)
    assert all(command.__name__ in done.stdout for command in COMMANDS)
    assert done.stderr.strip() == ""


def test_an_error_is_one_line_and_exit_code_1(tmp_path):
    done = call("events", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (1, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("dateline: ")


@pytest.mark.parametrize("way", [{"arguments": ["--debug"]}, {"environment": {"DATELINE_DEBUG": "1"}}])
def test_debugging_shows_the_traceback(tmp_path, way):
    done = call(*way.get("arguments", []), "events", cwd=tmp_path, **way.get("environment", {}))
    assert "Traceback" in done.stderr


def test_wrong_usage_is_exit_code_2():
    done = call("events", "--no-such-option")
    assert done.returncode == 2
    assert "--no-such-option" in done.stderr


def test_the_version_is_printed(run):
    assert run("version").stdout.startswith("dateline ")
    assert "dateline" in run("version", "--json").json


def test_an_error_cannot_drive_the_terminal(tmp_path):
    result = call("code", "no\x1b[31mfile", cwd=tmp_path)
    assert result.returncode == 1
    assert result.stderr == "dateline: no\\u001b[31mfile: there is no such file, folder or pattern.\n"
