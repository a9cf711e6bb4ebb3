"""`dateline demo`: the reports that ship with Dateline, coded."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.building import make_ready
from dateline.cli.screen import note, print_json, print_table
from dateline.cli.settings import AsJson, Quiet

if TYPE_CHECKING:
    from dateline.documents.records import Document
    from dateline.views.records import Row

Folder = Annotated[Path | None, typer.Argument(help="Keep the casebook in this new folder; by default it is removed.")]


def demo(folder: Folder = None, *, as_json: AsJson = False, quiet: Quiet = False) -> None:
    """Code the demonstration reports and print the table of events with their sources."""
    from contextlib import ExitStack
    from tempfile import TemporaryDirectory

    with ExitStack() as stack:
        kept = folder or Path(stack.enter_context(TemporaryDirectory(prefix="dateline-demo-")))
        rows = code_demo(kept, quiet=quiet)
    if as_json:
        print_json({"events": rows})
    else:
        from dateline.cli.events import COLUMNS, WIDE_ONLY, table_row

        title = "What the demonstration reports say"
        print_table(COLUMNS, map(table_row, rows), title=title, wide_only=WIDE_ONLY)
    if folder is not None:
        note(f"kept in {folder}: try `dateline event EVENT --casebook {folder}`", quiet=quiet)


def demo_documents() -> "Iterator[Document]":
    """Yield the reports that ship with Dateline: invented outlets, our own sentences."""
    from importlib.resources import files

    from dateline.documents.records import Document
    from dateline.values.dates_in_text import parse_published
    from dateline.values.spans import Span

    for line in files("dateline.cli").joinpath("data", "demo.jsonl").read_text("utf-8").splitlines():
        report = json.loads(line)
        yield Document(
            f"{report['title']}\n\n{report['text']}",
            f"demo/{report['id']}",
            title=Span(0, len(report["title"])),
            published=parse_published(report["published"]),
            source=report["source"],
            language="en",
        )


def code_demo(folder: Path, *, quiet: bool = False) -> "list[Row]":
    """Code and link the demonstration reports into a casebook in the folder; return the rows of its events, by date."""
    from dateline.cli.link import watch_linking
    from dateline.cli.runs import watch
    from dateline.codebook import load_codebook
    from dateline.config import FILE_NAME, read_config, write_default
    from dateline.pipeline import code_casebook, link_casebook
    from dateline.places.admin import open_units
    from dateline.views.casebook import open_holdings
    from dateline.views.rows import event_rows

    if not (folder / FILE_NAME).exists():
        write_default(folder, name="demo")
    config = read_config(folder)
    make_ready(quiet=quiet)
    counts = watch(code_casebook(config, demo_documents()), quiet=quiet)
    watch_linking(link_casebook(config), quiet=quiet)
    with open_holdings(config.store_url) as holdings:
        rows = list(event_rows(holdings.dossiers(), load_codebook(), open_units()))
    note(f"{counts.total()} reports read, {len(rows)} events", quiet=quiet)
    return sorted(rows, key=lambda row: (str(row["date_first"] or "9"), str(row["place"] or "")))
