"""The options that several commands share, said once."""

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Show no progress and no closing line.")]
Names = Annotated[bool, typer.Option("--names", help="Also show the names of private persons.")]
Book = Annotated[
    Path | None,
    typer.Option("--casebook", help="The casebook's folder; by default the nearest one from here upwards."),
]
Published = Annotated[
    str | None,
    typer.Option("--published", help="When the reports were published: 2023-08-01, 2023-08 or 2023."),
]
Limit = Annotated[int | None, typer.Option("--limit", min=1, help="Take the first N documents only.")]
CountPolicy = Annotated[
    str | None,
    typer.Option(
        "--count-policy", help="The codebook's table of numbers for vague words: dateline.v1, acled, ucdp or isaf."
    ),
]
SourceName = Annotated[str | None, typer.Option("--source", help="Who published the reports.")]
AsOf = Annotated[
    str | None,
    typer.Option("--as-of", help="The casebook as it stood then: a day, or a moment such as 2024-05-01T12:30."),
]
PublishedBy = Annotated[
    str | None, typer.Option("--published-by", help="Only what was published up to this day: what could be known then.")
]
Policy = Annotated[
    str | None,
    typer.Option("--policy", help="How reports are reconciled: dateline.v2, conservative.v1, minmax.v1 or ucdp.v1."),
]
EventId = Annotated[str, typer.Argument(help="The event's id, or that of an account of it, or its beginning.")]
