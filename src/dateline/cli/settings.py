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
