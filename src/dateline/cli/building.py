"""Showing how far the making of the gazetteer is."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from dateline.cli.screen import console, note

if TYPE_CHECKING:
    from dateline.places.unpack import Progress


def make_ready(*, quiet: bool) -> None:
    """Make the gazetteer, where a command needs it and it is not there yet, showing how far it is."""
    from dateline.places.unpack import unpacked_gazetteer

    with building(quiet=quiet) as on_progress:
        unpacked_gazetteer(on_progress=on_progress)


@contextmanager
def building(*, quiet: bool) -> "Iterator[Progress]":
    """Give what shows how far it is: a bar on stderr where that is a terminal, one line elsewhere, nothing if quiet.

    Nothing is shown where nothing has to be made.
    """
    if quiet or not sys.stderr.isatty():
        yield _once(quiet=quiet)
        return
    from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("gazetteer: {task.description}"), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console(sys.stderr), transient=True) as shown:
        task = shown.add_task("opening", total=1.0, visible=False)
        yield lambda words, share: shown.update(task, description=words, completed=share, visible=True)


def _once(*, quiet: bool) -> "Progress":
    """Return a progress that says once that the gazetteer is being made."""
    told: list[str] = []

    def tell(words: str, _: float) -> None:
        if not told:
            note("making the gazetteer ready, once on this machine: a minute or two", quiet=quiet)
        told.append(words)

    return tell
