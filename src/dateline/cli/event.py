"""`dateline event`: one event with the timeline of its accounts: who told what when, and what the reports agree on."""

from typing import TYPE_CHECKING, Any

from dateline.cli.screen import console, plain, print_json, print_table
from dateline.cli.sentences import joined
from dateline.cli.settings import AsJson, AsOf, Book, EventId, Names, Policy, PublishedBy

if TYPE_CHECKING:
    from dateline.events.records import Cell
    from dateline.views.records import Dossier, Row

_ACCOUNTS = ("published", "source", "says", "deaths", "injured", "perpetrator", "link")
_CELLS = ("slot", "value", "low", "high", "voices", "confidence", "why", "set aside")
_REASONS = 3  # names of features that a line shows
_COUNTED = 2  # reports that say one thing, from which it is worth saying how many they are


def event(
    event: EventId,
    *,
    as_of: AsOf = None,
    published_by: PublishedBy = None,
    policy: Policy = None,
    as_json: AsJson = False,
    names: Names = False,
    casebook: Book = None,
) -> None:
    """Show an event: each report's account in order of publication, then what they come to and why."""
    from dateline.cli.holding import open_book
    from dateline.documents.copies import voices
    from dateline.views.timeline import timeline

    with open_book(casebook, as_of=as_of, published_by=published_by, policy=policy) as holdings:
        dossier = holdings.dossier(event)
        links, copies, former = holdings.links(dossier), holdings.copies(dossier), holdings.former(dossier)
    spoken = voices([file.document for file in dossier.files])
    rows = timeline(dossier, links, copies, voices=spoken, names=names)
    if as_json:
        _print_json(dossier, rows, former, names=names)
    else:
        _print(dossier, rows, former, names=names)


def _print_json(dossier: "Dossier", rows: "list[Row]", former: tuple[str, ...], *, names: bool) -> None:
    from dateline.views.objects import cell_object

    cells = {
        cell.slot: cell_object(dossier, cell, names=names) | {"why_set_aside": dict(cell.reasons)}
        for cell in dossier.event.cells
    }
    print_json(
        {
            "event": dossier.event.id,
            "judged": _ruling(dossier),
            "former_ids": [*former],
            "accounts": rows,
            "cells": cells,
        }
    )


def _print(dossier: "Dossier", rows: "list[Row]", former: tuple[str, ...], *, names: bool) -> None:
    from rich.text import Text

    screen = console()
    told = f"{len(rows)} {'account' if len(rows) == 1 else 'accounts'}"
    screen.print(Text(f"{dossier.event.id}: {told}", "bold green"), soft_wrap=True)
    for line in filter(None, (_ruling(dossier), f"earlier ids: {', '.join(former)}" if former else None)):
        screen.print(Text(f"  {plain(line)}"), soft_wrap=True)
    print_table(_ACCOUNTS, [[*account_says(row), link_says(row, dossier.event.id)] for row in rows])
    print_table(_CELLS, [_cell(dossier, cell, names=names) for cell in dossier.event.cells], wide_only=("voices",))


def _ruling(dossier: "Dossier") -> str | None:
    from dateline.views.rulings import said_by_person

    return said_by_person(dossier.ruling) if dossier.ruling else None


def account_says(row: "Row") -> list[str | None]:
    """Return when and by whom an account was published, and what it says: all columns of an account but its link."""
    who = f"{row['perpetrator']} ({row['perpetrator_stance']})" if row["perpetrator"] else None
    says = joined(row["kind"], row["place"], row["date"], by=", ")
    return [
        str(row["published_on"] or "undated"),
        joined(row["source"] or row["origin"], _copies(row), by="; "),
        says,
        *(None if row[name] is None else str(row[name]) for name in ("deaths", "injured")),
        who,
    ]


def _copies(row: "Row") -> str | None:
    copies: Any = row["copies"]
    own = f"voice {row['voice']}" if row["voice"] else None
    copied = joined(*(each["source"] or each["origin"] for each in copies), by=", ")
    return joined(own, f"copied by {copied}" if copied else None) or None


def link_says(row: "Row", event_id: str) -> str:
    """Return how sure the link is and why: "0.97: same_town_same_day, tolls_compatible"."""
    if row["by"] is None:
        return "not linked yet"
    founds = "founds the event" if row["account_id"] == event_id else None
    by = row["by"] if str(row["by"]).startswith("judgement") else None
    sure = None if row["probability"] is None else f"{row['probability']:.2f}"
    reasons: Any = row["reasons"]
    weighty = ", ".join(reasons[:_REASONS]) or None
    other = f"else {str(row['runner_up'])[:12]} {row['runner_up_probability']:.2f}" if row["runner_up"] else None
    moved = "moved with others" if sure is None and by is None else None
    return joined(founds, by, joined(sure, weighty, by=": "), moved, other)


def _cell(dossier: "Dossier", cell: "Cell", *, names: bool) -> list[str | None]:
    from dateline.values.counts import Count
    from dateline.views.cells import cell_name

    count = cell.value if isinstance(cell.value, Count) else None
    bounds = [None if end is None else str(end) for end in (count.low, count.high)] if count else [None, None]
    value = cell_name(dossier, cell, names=names) or "unknown"
    return [
        cell.slot,
        f"{value} (disputed)" if cell.disputed else value,
        *bounds,
        str(len(cell.voices)) if len(cell.voices) >= _COUNTED else None,
        f"{cell.confidence:.2f}",
        cell.rule,
        _aside(cell),
    ]


def _aside(cell: "Cell") -> str | None:
    """Return how many claims were set aside, and for which reasons."""
    if not cell.set_aside:
        return None
    reasons = dict.fromkeys(filter(None, map(cell.reason_of, cell.set_aside)))
    return f"{len(cell.set_aside)}: {'; '.join(reasons)}" if reasons else str(len(cell.set_aside))
