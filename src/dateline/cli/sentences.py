"""Rows printed with their sentences: a line for what is said, then one for each sentence that says it."""

from collections.abc import Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.screen import note, plain

if TYPE_CHECKING:
    from pathlib import Path

    from rich.console import Console
    from rich.text import Text

    from dateline.actors import Roster
    from dateline.views.casebook import Holdings
    from dateline.views.cast import Wanted
    from dateline.views.records import Row

FEW = 50  # rows on the screen, where the reader does not say how many
Most = Annotated[
    int | None, typer.Option("--limit", min=1, help=f"Show N at most; by default {FEW}, and all of them with --json.")
]
Skip = Annotated[int, typer.Option("--skip", min=0, help="Leave out the first N: the next page.")]
Whom = Annotated[str | None, typer.Option("--actor", help="A name, another spelling, or an id.")]


def paged(rows: "Sequence[Row]", *, limit: int | None, skip: int, as_json: bool) -> "list[Row]":
    """Return the rows of the page that was asked for."""
    most = len(rows) if limit is None and as_json else limit or FEW
    return list(islice(rows, skip, skip + most))


def note_rest(total: int, shown: int, skip: int, what: str) -> None:
    """Say on stderr how many there are, and how to see those that are not shown."""
    if not total:
        note(f"no {what}")
    elif shown < total:
        rest = f"; see the next with --skip {skip + shown}, or more with --limit" if skip + shown < total else ""
        span = f"{skip + 1} to {skip + shown}" if shown else "none"
        note(f"{span} of {total} {what} shown{rest}")


def whom(asked: str, holdings: "Holdings", roster: "Roster") -> "Wanted":
    """Return whom the reader means; raises InputError with the choices."""
    from dateline.views.cast import find_party

    return find_party(asked, holdings.spelled(), roster)


def casebook_roster(folder: "Path | None") -> "tuple[str, Roster]":
    """Return the address of the casebook's store, and its roster; raises ConfigError where there is no casebook."""
    from dateline.actors import open_roster
    from dateline.cli.casebooks import open_casebook

    config = open_casebook(folder)
    return config.store_url, open_roster(config.folder)


def print_row(screen: "Console", head: str, row: "Row") -> None:
    """Print what a row says, then its sentences, each with its own time where the row as a whole has none."""
    from rich.text import Text

    screen.print(Text(plain(head), "bold"), soft_wrap=True)
    for each in _said(row):
        own = None if row.get("date") else each.get("date_said")
        screen.print(sentence(each, time=own), soft_wrap=True)


def sentence(said: Any, *, time: str | None = None) -> "Text":
    """Return a sentence on a line: its document and day, who says it, the stance, the quote and its offsets.

    `time` is when what it says held, in its own words.
    """
    from rich.text import Text

    who = said["speaker"]
    kind = str(said["speaker_kind"]).replace("_", " ")
    speaker = who if who == kind else f"{who} ({kind})"
    hedge = f", {said['hedge']!r}" if said["hedge"] else ""
    day = said["published_on"] or "undated"
    head = f"{said['source'] or said['origin']}, {day}, {speaker}, {said['stance']}{hedge}:"
    place = f"  [{said['document_id']}:{said['start']}-{said['end']}]"
    first, last = (said[end] - said["start"] for end in ("highlight_start", "highlight_end"))
    head = f"{head} ({time})" if time else head
    return Text.assemble("    ", plain(head), " ", marked(said["quote"], first, last), (place, "dim"))


def marked(quote: str, first: int, last: int) -> "Text":
    """Return a quote on one line with the words from `first` to `last` marked."""
    from rich.text import Text

    words = (plain(quote[first:last]), "bold reverse")
    return Text.assemble(_kept_apart(quote[:first]), words, _kept_apart(quote[last:]))


def _kept_apart(text: str) -> str:
    """Return the text on one line, keeping the space at its ends that parts it from the highlight."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def event_line(event: "Row", *, besides: str | None = None) -> str:
    """Return an event on a line: its day, place, kind, deaths, and who did it where that is not the party `besides`."""
    who = f"perpetrator: {event['perpetrator']} ({event['perpetrator_stance']})" if event["perpetrator"] else None
    deaths = f"deaths: {event['deaths']}" if event["deaths"] else None
    parts = (event["date"] or "undated", event["place"] or "place unknown", event["kind"], deaths)
    other = None if besides is not None and event["perpetrator_id"] == besides else who
    return joined(*parts, other, str(event["event_id"])[:12], by=", ")


def joined(*parts: object, by: str = "; ") -> str:
    """Return the parts that are there as one text; a list is parted by commas."""
    texts = (", ".join(map(str, part)) if isinstance(part, list) else part for part in parts)
    return by.join(str(text) for text in texts if text not in (None, ""))


def _said(row: "Row") -> Iterable[Any]:
    said = row["said"]
    assert isinstance(said, list)
    return said
