"""`dateline export`: tables written to files, each value with its quotes."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.screen import note
from dateline.cli.settings import AsOf, Book, Names, Policy, PublishedBy, Quiet


class FormatName(StrEnum):
    """The formats, named here so that `--help` need not load them; a test holds them to the registry."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    GEOJSON = "geojson"


Wanted = Annotated[FormatName, typer.Option("--format", help="The files' format.")]
Out = Annotated[Path, typer.Option("--out", help="The folder to write into.")]


def export(
    *,
    format_name: Wanted = FormatName.CSV,
    out: Out = Path("export"),
    as_of: AsOf = None,
    published_by: PublishedBy = None,
    policy: Policy = None,
    names: Names = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Write the events, the claims behind them, the other frames, and what was not coded, as one file each."""
    from dateline.cli.holding import open_book
    from dateline.codebook import load_codebook
    from dateline.exports import claim_table, event_table, frame_table, uncoded_table
    from dateline.exports import export as write
    from dateline.places.admin import open_units
    from dateline.views.claims import claim_rows
    from dateline.views.frames import frame_rows
    from dateline.views.rows import event_rows
    from dateline.views.uncoded import uncoded_rows

    with open_book(casebook, as_of=as_of, published_by=published_by, policy=policy) as holdings:
        tables = (
            event_table(event_rows(holdings.dossiers(), load_codebook(), open_units(), names=names)),
            claim_table(claim_rows(holdings.dossiers(), names=names)),
            frame_table(frame_rows(holdings.files(), names=names)),
            uncoded_table(uncoded_rows(holdings.failures())),
        )
        for table in tables:
            path, written = write(table, format_name.value, out)
            note(f"{path}: {written} {table.name}", quiet=quiet)
