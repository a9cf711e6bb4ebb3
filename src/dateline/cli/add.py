"""`dateline add`: reports into the casebook."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.settings import Book, Published, Quiet, SourceName

Given = Annotated[list[str], typer.Argument(help="Files, folders, patterns, or addresses.")]
Online = Annotated[bool, typer.Option("--online", help="Let this one call read addresses on the network.")]


def add(
    reports: Given,
    *,
    published: Published = None,
    source: SourceName = None,
    online: Online = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Read reports into the casebook, to be coded by `dateline code`; the same report is kept once."""
    from dateline.cli.casebooks import open_casebook
    from dateline.cli.reading import publication
    from dateline.cli.runs import watch_and_close
    from dateline.pipeline.intake import add_reports

    config = open_casebook(casebook)
    given = _paths_and_addresses(reports)
    when = publication(published)
    watch_and_close(add_reports(config, given, published=when, source=source, online=online), quiet=quiet)


def _paths_and_addresses(reports: Iterable[str]) -> Iterator[Path | str]:
    from dateline.cli.inputs import files_of, is_address

    for report in reports:
        if is_address(report):
            yield report
        else:
            yield from files_of([report])
