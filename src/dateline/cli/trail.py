"""`dateline trail`: from a cell back to its sentences."""

from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.polygons import where_of_events
from dateline.cli.screen import console, plain, print_json
from dateline.cli.sentences import marked
from dateline.cli.settings import AsJson, AsOf, Book, EventId, Names, Policy, PublishedBy

if TYPE_CHECKING:
    from rich.text import Text

    from dateline.views.objects import Where
    from dateline.views.records import Dossier, Step, Trail

Slot = Annotated[str | None, typer.Argument(help="One field: deaths, perpetrator, date ...; by default every one.")]


def trail(
    event: EventId,
    field: Slot = None,
    *,
    as_of: AsOf = None,
    published_by: PublishedBy = None,
    policy: Policy = None,
    as_json: AsJson = False,
    names: Names = False,
    casebook: Book = None,
) -> None:
    """Show a value, every competing claim, and the sentences that say them."""
    from dateline.cli.holding import open_book
    from dateline.views.trail import trail as walk

    with open_book(casebook, as_of=as_of, published_by=published_by, policy=policy) as holdings:
        dossier = holdings.dossier(event)
    trails = walk(dossier, field)
    where = where_of_events()
    if as_json:
        _print_json(dossier, trails, where, names=names)
    else:
        _print(dossier, trails, where, names=names)


def _print_json(dossier: "Dossier", trails: "tuple[Trail, ...]", where: "Where", *, names: bool) -> None:
    from dateline.views.objects import trail_object

    objects = [trail_object(dossier, each, names=names, where=where) for each in trails]
    print_json({"event": dossier.event.id, "trails": objects})


def _print(dossier: "Dossier", trails: "tuple[Trail, ...]", where: "Where", *, names: bool) -> None:
    from rich.text import Text

    from dateline.views.cells import cell_name
    from dateline.views.geography import shown as shown_where

    screen = console()
    for each in trails:
        shown = plain(cell_name(dossier, each.cell, names=names) or "unknown")
        disputed = ", disputed" if each.cell.disputed else ""
        screen.print(Text.assemble((each.cell.slot, "bold"), ": ", (shown, "bold green")), soft_wrap=True)
        screen.print(Text(f"  {each.cell.rule}; confidence {each.cell.confidence:.2f}{disputed}"), soft_wrap=True)
        for line in shown_where(where(dossier)) if each.cell.slot == "place" else ():
            screen.print(Text(f"  {plain(line)}"), soft_wrap=True)
        for step in each.steps:
            screen.print(_sentence(dossier, each, step, names=names), soft_wrap=True)
    for stamp in sorted({claim.stamp for claim in dossier.claims.values()}):
        made = f"coded by {stamp.coder}, version {stamp.version}, configuration {stamp.config_hash}"
        screen.print(Text(made, "dim"), soft_wrap=True)


def _sentence(dossier: "Dossier", trail: "Trail", step: "Step", *, names: bool) -> "Text":
    """Return one claim on a line: its mark, its document, who says it, the sentence, why it was set aside."""
    from rich.text import Text

    from dateline.views.names import mask
    from dateline.views.shown import shown_speaker

    claim, document = step.claim, step.document
    hidden = () if names else dossier.file_of(claim).withheld
    quote = mask(claim.quote.text, hidden)
    first = claim.highlight.span.start - claim.quote.span.start
    last = first + len(claim.highlight.span)
    speaker = mask(shown_speaker(claim.speaker), hidden)
    why = trail.cell.reason_of(claim.id)
    return Text.assemble(
        ("  + " if step.chosen else "  - ", "green" if step.chosen else "red"),
        f"{plain(document.source or document.origin)}, {plain(speaker)}, {claim.stance}: ",
        marked(quote, first, last),
        (f"  [{claim.document_id}:{claim.quote.span.start}-{claim.quote.span.end} {claim.id}]", "dim"),
        ("" if step.chosen or not why else f" set aside: {plain(why)}", "italic"),
    )
