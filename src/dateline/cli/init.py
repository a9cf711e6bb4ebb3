"""`dateline init`: begin a casebook."""

from pathlib import Path
from typing import Annotated

import typer

from dateline.cli.screen import note
from dateline.cli.settings import Quiet

Folder = Annotated[Path, typer.Argument(help="The folder of the new casebook.")]
Title = Annotated[str | None, typer.Option("--name", help="What the piece of work is called.")]


def init(folder: Folder = Path(), *, name: Title = None, quiet: Quiet = False) -> None:
    """Begin a casebook: a folder with one dateline.toml and one store."""
    from dateline.config import read_config, write_default
    from dateline.pipeline import create_store

    path = write_default(folder, name=name)
    create_store(read_config(folder))
    note(f"casebook begun: {path}. Add reports with `dateline add`.", quiet=quiet)
