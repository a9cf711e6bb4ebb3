"""`dateline diff`: what changed between two moments: events added, gone, merged and split, and values, old to new."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.screen import console, plain, print_json
from dateline.cli.sentences import joined
from dateline.cli.settings import AsJson, Book, Names, Policy

if TYPE_CHECKING:
    from dateline.views.records import Row

Earlier = Annotated[str, typer.Argument(help="The earlier moment: a day, or a moment such as 2024-05-01T12:30.")]
Later = Annotated[str | None, typer.Argument(help="The later moment; by default now.")]
Published = Annotated[
    bool, typer.Option("--published", help="Compare what was published by the two days, instead of what was coded.")
]
_WORDS = {"split": "split from", "merged": "merged into"}


def diff(
    earlier: Earlier,
    later: Later = None,
    *,
    published: Published = False,
    policy: Policy = None,
    as_json: AsJson = False,
    names: Names = False,
    casebook: Book = None,
) -> None:
    """Show what changed in the casebook between two moments, deletions included."""
    from dateline.cli.holding import open_book
    from dateline.views.diff import diff as compare

    bound = "published_by" if published else "as_of"
    with (
        open_book(casebook, policy=policy, **{bound: earlier}) as before,
        open_book(casebook, policy=policy, **({bound: later} if later else {})) as after,
    ):
        rows = list(compare(before, after, names=names))
    if as_json:
        print_json({"from": earlier, "to": later, "changes": rows})
    else:
        _print(rows)


def _print(rows: "list[Row]") -> None:
    from rich.text import Text

    screen = console()
    for row in rows:
        screen.print(Text(plain(_head(row)), "bold"), soft_wrap=True)
        cells: Any = row["cells"]
        for cell in cells:
            screen.print(Text(f"    {plain(_cell(cell))}"), soft_wrap=True)
    if not rows:
        screen.print(Text("nothing changed"))


def _head(row: "Row") -> str:
    documents: Any = row["documents_added"]
    more = f"{len(documents)} more {'report' if len(documents) == 1 else 'reports'}" if documents else None
    word = _WORDS.get(str(row["change"])) if row["other"] else None
    change = joined(word, row["other"], by=" ") if word else str(row["change"])
    return f"{row['event_id']}: {joined(change, more, by=', ')}"


def _cell(cell: Any) -> str:
    return f"{cell['slot']}: {cell['old'] or 'nothing'} -> {cell['new'] or 'nothing'}"
