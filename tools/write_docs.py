"""Writes docs/cli.md and docs/columns.md from the code; `tests/test_docs.py` fails where they differ."""

from collections.abc import Iterator
from pathlib import Path

import typer

from dateline.cli.app import app
from dateline.views.columns import CLAIM_COLUMNS, EVENT_COLUMNS, FRAME_COLUMNS
from dateline.views.records import Column

DOCS = Path(__file__).parent.parent / "docs"


def cli_page() -> str:
    """Return docs/cli.md: every command with its arguments and options, from their own help texts."""
    group = typer.main.get_command(app)
    lines = [
        "# Command line",
        "",
        "Data goes to stdout; progress, notes and errors go to stderr. `NO_COLOR` turns colour off.",
        "`--debug`, before the command, or `DATELINE_DEBUG=1` shows an error's whole traceback.",
        "",
        "| exit code | meaning |",
        "|---|---|",
        "| 0 | done |",
        "| 1 | an error: one line on stderr says what was wrong, where, and what to do |",
        "| 2 | wrong usage |",
        "| 3 | done, but some documents failed; the others are coded |",
        "",
    ]
    for name, command in group.commands.items():
        lines += [f"## dateline {name}", "", command.help or "", "", *_parameters(command.params), ""]
    return "\n".join(lines).rstrip() + "\n"


def columns_page() -> str:
    """Return docs/columns.md: every column of every exported table."""
    lines = [
        "# Columns of the exported tables",
        "",
        "An empty cell is unknown: it is never 0 and never a guess. In CSV, quotes are joined into one text;",
        "in JSON Lines and Parquet they are nested. The names of private persons are withheld unless `--names`",
        "is given: blocks of the same length stand in quotes, so that offsets hold.",
        "",
    ]
    for title, columns in (("events", EVENT_COLUMNS), ("claims", CLAIM_COLUMNS), ("frames", FRAME_COLUMNS)):
        lines += [f"## {title}", "", *_columns(columns), ""]
    return "\n".join(lines).rstrip() + "\n"


PAGES = {"cli.md": cli_page, "columns.md": columns_page}


def _parameters(parameters: list[typer.core.TyperOption | typer.core.TyperArgument]) -> Iterator[str]:
    rows = [_parameter(each) for each in parameters if each.name != "help"]
    if rows:
        yield from ("| | |", "|---|---|", *rows)


def _parameter(parameter: typer.core.TyperOption | typer.core.TyperArgument) -> str:
    is_argument = parameter.param_type_name == "argument"
    spelled = parameter.make_metavar(None) if is_argument else ", ".join([*parameter.opts, *parameter.secondary_opts])
    return f"| `{spelled}` | {parameter.help} |"


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield from ("| column | type | meaning |", "|---|---|---|")
    for column in columns:
        yield f"| `{column.name}` | {column.type} | {column.meaning} |"


if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"wrote docs/{name}")
