"""`dateline link`: the accounts of many reports linked into events."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.runs import progress
from dateline.cli.screen import note, print_json, print_table
from dateline.cli.settings import AsJson, Book, Quiet

if TYPE_CHECKING:
    from pathlib import Path

    from dateline.pipeline import Learned
    from dateline.pipeline.records import LinkedAll, LinkProgress

_DOUBTFUL = ("account", "event", "published", "source", "says", "deaths", "injured", "perpetrator", "link")
Again = Annotated[bool, typer.Option("--again", help="Link everything anew; earlier ids still lead to their events.")]
Review = Annotated[
    bool, typer.Option("--review", help="Link nothing: list the links that wait for a person, the most doubtful first.")
]
Learn = Annotated[bool, typer.Option("--learn", help="First learn from what people judged here (linking.json).")]


def link(
    *,
    again: Again = False,
    learn: Learn = False,
    review: Review = False,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Link what was coded since the last time: which reports tell of one event."""
    from dataclasses import asdict
    from time import perf_counter

    from dateline.cli.casebooks import open_casebook
    from dateline.pipeline import learn_casebook, link_casebook
    from dateline.views.casebook import open_holdings

    if review:
        _print_doubtful(casebook, as_json=as_json)
        return
    began, config = perf_counter(), open_casebook(casebook)
    learned = learn_casebook(config) if learn else None
    ended = watch_linking(link_casebook(config, again=again), quiet=quiet)
    with open_holdings(config.store_url) as holdings:
        stats = holdings.stats()
    counts = {name: getattr(stats, name) for name in ("accounts", "events", "review")}
    if as_json:
        taught = {"learned": asdict(learned)} if learned is not None else {}
        print_json(taught | counts | asdict(ended) | {"seconds": round(perf_counter() - began, 3)})
        return
    if learned is not None:
        note(taught_by(learned), quiet=quiet)
    waits = f" - {counts['review']} wait for review" if counts["review"] else ""
    note(f"{counts['accounts']} accounts of {counts['events']} events{waits} - {said_of(ended)}", quiet=quiet)


def _print_doubtful(casebook: "Path | None", *, as_json: bool) -> None:
    from dateline.cli.event import account_says, link_says
    from dateline.cli.holding import open_book
    from dateline.views.timeline import doubtful

    with open_book(casebook) as holdings:
        rows = [doubtful(dossier, link) for dossier, link in holdings.in_doubt()]
    if as_json:
        print_json({"review": rows})
        return
    shown = [
        [str(row["account_id"]), str(row["event_id"]), *account_says(row), link_says(row, str(row["event_id"]))]
        for row in rows
    ]
    print_table(_DOUBTFUL, shown)
    note(f"{len(rows)} wait; `dateline same` and `dateline different` decide", quiet=not rows)


def watch_linking(outcomes: "Iterable[LinkProgress]", *, quiet: bool) -> "LinkedAll":
    """Go through a run of linking, showing how far it is; return its end."""
    from dateline.pipeline.records import LinkedAll

    with progress("accounts", quiet=quiet) as advance:
        for outcome in outcomes:
            if isinstance(outcome, LinkedAll):
                return outcome
            advance()
    raise AssertionError("a run of linking ends with its end")


def taught_by(learned: "Learned") -> str:
    """Return "learned from 34 judgements: 21 same, 13 different; 2 teach nothing"."""
    number = "1 judgement" if learned.judgements == 1 else f"{learned.judgements} judgements"
    left_out = f"; {learned.left_out} teach nothing" if learned.left_out else ""
    return f"learned from {number}: {learned.same} same, {learned.different} different{left_out}"


def said_of(ended: "LinkedAll") -> str:
    """Return "9 placed, 1 moved": what a run of linking did."""
    return f"{ended.placed} placed" + (f", {ended.moved} moved" if ended.moved else "")
