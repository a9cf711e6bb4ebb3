"""`dateline events`: the table of events."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.screen import print_json, print_table
from dateline.cli.settings import AsJson, AsOf, Book, Names, Policy, PublishedBy

if TYPE_CHECKING:
    from dateline.views.records import Plain, Row

_SHORT = 12  # characters of an event's id: enough for a casebook of a hundred thousand events
COLUMNS = ("event", "date", "place", "kind", "perpetrator", "deaths", "injured", "disputed", "sources")
WIDE_ONLY = ("injured", "disputed")

Country = Annotated[str | None, typer.Option("--country", help="ISO 3166-1 alpha-2 code: PK.")]
Since = Annotated[str | None, typer.Option("--since", help="First day, month or year.")]
Until = Annotated[str | None, typer.Option("--until", help="Last day, month or year.")]
Kind = Annotated[str | None, typer.Option("--type", help="A part of the kind's or ACLED type's name.")]
All = Annotated[bool, typer.Option("--all", help="Also the events that a person rejected, with their mark.")]
Perpetrator = Annotated[str | None, typer.Option("--perpetrator", help="A part of the perpetrator's name or id.")]


def events(  # noqa: PLR0913 - one parameter an option
    *,
    country: Country = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    perpetrator: Perpetrator = None,
    as_of: AsOf = None,
    published_by: PublishedBy = None,
    policy: Policy = None,
    rejected: All = False,
    as_json: AsJson = False,
    names: Names = False,
    casebook: Book = None,
) -> None:
    """Print the casebook's events, each with its sources; also as the casebook stood at an earlier time."""
    from dateline.cli.holding import open_book
    from dateline.codebook import load_codebook
    from dateline.places.admin import open_units
    from dateline.views.filters import Filter, filtered
    from dateline.views.rows import event_rows

    wanted = Filter(country, day(since, "first"), day(until, "last"), kind, perpetrator)
    with open_book(casebook, as_of=as_of, published_by=published_by, policy=policy) as holdings:
        found = holdings.dossiers(rejected=rejected)
        rows = filtered(event_rows(found, load_codebook(), open_units(), names=names), wanted)
        if as_json:
            print_json({"events": list(rows)})
        else:
            print_table(COLUMNS, map(table_row, rows), wide_only=WIDE_ONLY)


def table_row(row: "Row") -> list[str | None]:
    """Return an event's row for the terminal, the cells of COLUMNS."""
    shown = (_id(row), row["date"], _place(row), row["kind"], _perpetrator(row))
    counts = (_count(row, "deaths"), _count(row, "injured"))
    return [None if cell is None else str(cell) for cell in (*shown, *counts, row["disputed"], row["sources"])]


def _id(row: "Row") -> str:
    mark = f" ({row['judged']})" if row.get("judged") else ""
    return f"{str(row['event_id'])[:_SHORT]}{mark}"


def day(text: str | None, end: str) -> str | None:
    """Return the first or last day of the day, month or year that the text names; raises InputError for another."""
    from dateline.values.dates_in_text import parse_published

    if text is None:
        return None
    bound = getattr(parse_published(text), end)
    return bound.isoformat() if bound else None


def _place(row: "Row") -> str | None:
    parts = [str(row[name]) for name in ("place", "country") if row[name]]
    return ", ".join(parts) or None


def _perpetrator(row: "Row") -> str | None:
    return f"{row['perpetrator']} ({row['perpetrator_stance']})" if row["perpetrator"] else None


def _count(row: "Row", slot: str) -> str | None:
    """Return a count in words, with its bounds where reports differ: `at least 60`, `46 (44 to 54)`."""
    from dateline.values.counts import Count, Operator
    from dateline.views.shown import shown_count

    low, best, high = (row[f"{slot}_{part}"] for part in ("low", "best", "high"))
    if low is None and best is None and high is None:
        return None
    count = Count(_whole(low), _whole(best), _whole(high), Operator(str(row[f"{slot}_operator"])))
    shown = shown_count(count)
    if slot not in str(row["disputed"]).split("; ") or "(" in shown:
        return shown
    return f"{shown} ({'?' if low is None else low} to {'?' if high is None else high})"


def _whole(number: "Plain") -> int | None:
    return number if isinstance(number, int) else None
