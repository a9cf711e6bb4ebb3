"""Showing a run: progress and failures on stderr while it goes on, then its closing line and exit code."""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.closing import close
from dateline.cli.screen import console, note, plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from dateline.documents.records import Document
    from dateline.pipeline.records import Progress


def watch(outcomes: "Iterable[Progress | Document]", *, limit: int | None = None, quiet: bool = False) -> Counter[str]:
    """Go through a run's outcomes, showing them; return how many came to what. Stops after `limit` new ones."""
    from dateline.pipeline.records import Failed, Finished

    counts: Counter[str] = Counter()
    with progress(quiet=quiet) as advance:
        for outcome in outcomes:
            if isinstance(outcome, Finished):
                break
            counts[_name(outcome)] += 1
            if isinstance(outcome, Failed) and not outcome.is_skipped:
                note(f"{plain(outcome.origin)}: {plain(outcome.reason)}", quiet=quiet)
            advance()
            if counts["new"] == limit:
                break
    return counts


def watch_and_close(
    outcomes: "Iterable[Progress | Document]", *, limit: int | None = None, quiet: bool = False
) -> None:
    """Go through a run and end the command with its closing line."""
    close_run(watch(outcomes, limit=limit, quiet=quiet), quiet=quiet)


def close_run(counts: Counter[str], *, quiet: bool = False) -> None:
    """Write how many documents came to what; exits with 3 if any failed."""
    names = ("new", "known", "duplicates", "skipped", "irrelevant", "failed")
    close({"read": counts.total()} | {name: counts[name] for name in names}, where="`dateline doctor`", quiet=quiet)


def _name(outcome: "Progress | Document") -> str:
    from dateline.pipeline.records import Duplicate, Failed, Known

    match outcome:
        case Failed():
            return outcome.came_to
        case Known():
            return "known"
        case Duplicate():
            return "duplicates"
        case _:
            return "new"


@contextmanager
def progress(of: str = "documents", *, quiet: bool) -> "Iterator[Callable[[], None]]":
    """Show a running count on stderr where that is a terminal; elsewhere nothing, so that logs stay readable."""
    if quiet or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.completed} {task.description}"), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as shown:
        task = shown.add_task(of, total=None)
        yield lambda: shown.advance(task)
