"""`dateline link`: the accounts of many reports linked into events."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.runs import progress
from dateline.cli.screen import note, print_json
from dateline.cli.settings import AsJson, Book, Quiet

if TYPE_CHECKING:
    from dateline.pipeline.records import LinkedAll, LinkProgress

Again = Annotated[bool, typer.Option("--again", help="Link everything anew; earlier ids still lead to their events.")]


def link(*, again: Again = False, as_json: AsJson = False, casebook: Book = None, quiet: Quiet = False) -> None:
    """Link what was coded since the last time: which reports tell of one event."""
    from time import perf_counter

    from dateline.cli.casebooks import open_casebook
    from dateline.pipeline import link_casebook

    began = perf_counter()
    ended = watch_linking(link_casebook(open_casebook(casebook), again=again), quiet=quiet)
    if as_json:
        print_json({**as_counts(ended), "seconds": round(perf_counter() - began, 3)})
    else:
        close_linking(ended, quiet=quiet)


def watch_linking(outcomes: "Iterable[LinkProgress]", *, quiet: bool) -> "LinkedAll":
    """Go through a run of linking, showing how far it is; return its end."""
    from dateline.pipeline.records import LinkedAll

    with progress("accounts", quiet=quiet) as advance:
        for outcome in outcomes:
            if isinstance(outcome, LinkedAll):
                return outcome
            advance()
    raise AssertionError("a run of linking ends with its end")


def as_counts(ended: "LinkedAll") -> dict[str, int]:
    from dataclasses import asdict

    return asdict(ended)


def close_linking(ended: "LinkedAll", *, quiet: bool) -> None:
    """Write "40 accounts of 12 events - 9 placed - 1 moved - 2 wait for review" to stderr."""
    parts = [
        f"{ended.accounts} accounts of {ended.events} events",
        f"{ended.placed} placed",
        *([f"{ended.moved} moved"] if ended.moved else []),
        *([f"{ended.review} wait for review"] if ended.review else []),
    ]
    note(" - ".join(parts), quiet=quiet)
