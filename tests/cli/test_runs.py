import pytest
import typer

from dateline.cli.runs import watch, watch_and_close
from dateline.pipeline.records import Duplicate, Failed, Finished, Known
from factories import document

DOC = document()
FAILED = Failed("bad\x1b[2J.txt", "read", "the file is empty")
SKIPPED = Failed("fr.txt", "language", "skipped: language fr is not coded")


def test_outcomes_are_counted_by_what_they_are():
    counts = watch([DOC, Known(DOC), Duplicate(DOC, "doc-1"), FAILED, SKIPPED, Finished(5, 1, 1, 1, 1, 1)])
    assert counts == {"new": 1, "known": 1, "duplicates": 1, "failed": 1, "skipped": 1}


def test_a_failure_is_named_on_stderr_and_cannot_drive_the_terminal(capsys):
    watch([FAILED])
    assert capsys.readouterr().err == "bad\\u001b[2J.txt: the file is empty\n"


def test_the_closing_line_counts_and_the_exit_code_tells_that_some_failed(capsys):
    with pytest.raises(typer.Exit) as stopped:
        watch_and_close([DOC, FAILED])
    assert stopped.value.exit_code == 3
    assert capsys.readouterr().err.endswith("2 read - 1 new - 1 failed (see `dateline doctor`)\n")


def test_a_skipped_document_is_no_failure(capsys):
    watch_and_close([DOC, SKIPPED])
    assert capsys.readouterr().err == "2 read - 1 new - 1 skipped\n"


def test_quiet_says_nothing_but_the_exit_code_stands(capsys):
    with pytest.raises(typer.Exit):
        watch_and_close([FAILED], quiet=True)
    assert capsys.readouterr().err == ""


def test_a_run_stops_at_its_limit():
    assert watch([DOC, Known(DOC), DOC, DOC], limit=2) == {"new": 2, "known": 1}
