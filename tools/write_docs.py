"""Writes the pages and passages that come from the code; `tests/test_docs.py` fails where they differ.

Whole pages: docs/cli.md and docs/columns.md. Passages, between `<!-- name -->` and `<!-- /name -->`: the contracts in
docs/architecture.md, the kinds that are never coded in docs/limits.md, the claim in README.md, which is coded from the
report in docs/tutorial.md, the claims of the reports in docs/concepts/claims.md and docs/concepts/combining.md, and the
table by which the combined coder weighs. The figures of the benches are written by tools/write_limits.py.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from configparser import ConfigParser
from pathlib import Path
from typing import Any

import typer
import yaml

from dateline.cli.app import app
from dateline.codebook import load_codebook
from dateline.views.columns import CLAIM_COLUMNS, EVENT_COLUMNS, FRAME_COLUMNS, UNCODED_COLUMNS
from dateline.views.records import Column

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
RULES = ROOT / "src/dateline/claims/coders/rules/data"
CLAIMS_PAGE = DOCS / "concepts" / "claims.md"
COMBINING_PAGE = DOCS / "concepts" / "combining.md"
TABLE = ROOT / "src/dateline/claims/coders/combined/data/table.json"


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
    for name, command in _commands(group):
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
    tables = {"events": EVENT_COLUMNS, "claims": CLAIM_COLUMNS, "frames": FRAME_COLUMNS, "uncoded": UNCODED_COLUMNS}
    for title, columns in tables.items():
        lines += [f"## {title}", "", *_columns(columns), ""]
    return "\n".join(lines).rstrip() + "\n"


def contracts() -> str:
    """Return the contracts of .importlinter as a list, by their names."""
    parser = ConfigParser()
    parser.read(ROOT / ".importlinter", encoding="utf-8")
    names = [parser[section]["name"] for section in parser.sections() if section.startswith("importlinter:contract:")]
    return "\n".join(f"* {name}" for name in names)


def kinds_without_words() -> str:
    """Return the kinds of the codebook that no word of the rules coder's lists leads to."""
    lists = (yaml.safe_load((RULES / f"{name}.yaml").read_text(encoding="utf-8")) for name in ("triggers", "weapons"))
    reached = {entry.get("kind") for entries in lists for entry in entries}
    kinds = load_codebook().kinds
    missing = [f"`{name}`" for name in kinds if name not in reached]
    return f"{len(missing)} of {len(kinds)}: {', '.join(missing)}."


def report_of(page: Path) -> str:
    """Return the report that a page codes."""
    found = re.search(r"<!-- report -->\n```\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found, f"{page.name} has no report"
    return found.group(1)


def tutorial_report() -> str:
    """Return the report that the tutorial codes."""
    return report_of(DOCS / "tutorial.md")


def readme_claim() -> str:
    """Return the tutorial's claim about the dead, as `dateline code --json` prints it."""
    import dateline  # noqa: PLC0415 - only the README needs the stages
    from dateline.views.files import dossiers, file  # noqa: PLC0415
    from dateline.views.objects import claim_object  # noqa: PLC0415

    coded = dateline.code(tutorial_report(), origin="report.txt")
    made = file(coded.document, coded.frames, mentions=coded.mentions, places=coded.places, actors=coded.actors)
    claims = [claim for dossier in dossiers(coded.events, [made]) for claim in dossier.claims.values()]
    deaths = next(claim for claim in claims if claim.slot == "deaths")
    return f"```json\n{json.dumps(claim_object(made, deaths), ensure_ascii=False, indent=2)}\n```"


def claims_table() -> str:
    """Return the claims that the report of docs/concepts/claims.md gives, one row each."""
    import dateline  # noqa: PLC0415 - as above
    from dateline.views.shown import shown_speaker, shown_value  # noqa: PLC0415

    coded = dateline.code(report_of(CLAIMS_PAGE).strip(), origin="report.txt")
    rows = [
        (claim.slot, claim.published, shown_value(claim.value), claim.stance, shown_speaker(claim.speaker))
        for frame in coded.frames
        for claim in frame.claims
    ]
    return "\n".join(["| slot | published | value | stance | speaker |", "|---|---|---|---|---|", *map(_row, rows)])


def combining_claims() -> str:
    """Return the claims that the report of docs/concepts/combining.md gives, each with the coder that made it."""
    from dateline.config import Coding, Config  # noqa: PLC0415 - as above
    from dateline.documents.records import Document  # noqa: PLC0415
    from dateline.pipeline import code_documents, load_stages  # noqa: PLC0415

    document = Document(report_of(COMBINING_PAGE).strip(), "report.txt", language="en")
    stages = load_stages(Config(coding=Coding(coder="combined.v1", gate=False)))
    (coded,) = code_documents([document], stages)
    claims = [claim for frame in coded.frames for claim in frame.claims]
    rows = [(claim.slot, claim.published, claim.stance, f"`{claim.stamp.coder}`") for claim in claims]
    return "\n".join(["| slot | published | stance | coder |", "|---|---|---|---|", *map(_row, rows)])


def weights_said() -> str:
    """Return the rows of the combined coder's table for values that the rules give."""
    return _weights("said", ("rules", "model"))


def weights_marked() -> str:
    """Return the rows of the combined coder's table for values that the model alone gives."""
    return _weights("marked", ("model", "together", "sentences_away", "slot_is_empty", "tells_of_event"), "least")


def weighed_examples() -> str:
    """Return what the table makes of values of which the rules and the model are sure or unsure."""
    from dateline.claims.coders.combined.evidence import log_odds  # noqa: PLC0415 - as above
    from dateline.claims.coders.combined.table import read_table, weigh_row  # noqa: PLC0415

    cases = [(0.9, 0.9), (0.9, 0.01), (0.5, 0.9), (0.5, 0.01)]
    lines = [
        f"| slot | {' | '.join(f'rules {rules}, model {model}' for rules, model in cases)} |",
        f"|---|{'---|' * len(cases)}",
    ]
    for slot, row in read_table(_table()).said.items():
        features = ({"rules": log_odds(rules), "model": log_odds(model)} for rules, model in cases)
        lines.append(_row([slot, *(f"{weigh_row(row, each):.2f}" for each in features)]))
    return "\n".join(lines)


def _weights(part: str, names: tuple[str, ...], *more: str) -> str:
    heads = [name.replace("_", " ") for name in names]
    lines = [_row(["slot", "start", *heads, *more, "judged"]), f"|---|{'---|' * (len(names) + len(more) + 2)}"]
    for slot, row in _table()[part].items():
        weights = [row["weights"][name] for name in names]
        lines.append(_row(map(str, [slot, row["start"], *weights, *(row[name] for name in more), row["judged"]])))
    return "\n".join(lines)


def _table() -> Mapping[str, Any]:
    given: Mapping[str, Any] = json.loads(TABLE.read_text(encoding="utf-8"))
    return given


def filled(page: str, name: str, passage: str) -> str:
    """Return the page with the passage between its marks."""
    marked = rf"<!-- {name} -->\n.*?<!-- /{name} -->"
    return re.sub(marked, lambda _: f"<!-- {name} -->\n{passage}\n<!-- /{name} -->", page, flags=re.DOTALL)


LISTED: tuple[tuple[Path, str, Callable[[], str]], ...] = (
    (DOCS / "architecture.md", "contracts", contracts),
    (DOCS / "limits.md", "kinds", kinds_without_words),
    (COMBINING_PAGE, "said", weights_said),
    (COMBINING_PAGE, "marked", weights_marked),
    (COMBINING_PAGE, "weighed", weighed_examples),
)
CODED: tuple[tuple[Path, str, Callable[[], str]], ...] = (
    (ROOT / "README.md", "claim", readme_claim),
    (CLAIMS_PAGE, "claims", claims_table),
    (COMBINING_PAGE, "claims", combining_claims),
)
PAGES = {"cli.md": cli_page, "columns.md": columns_page}


def _commands(group: typer.core.TyperGroup) -> Iterator[tuple[str, typer.core.TyperCommand]]:
    """Yield every command with its name; those of a group follow it: "places", "places lookup"."""
    for name, command in group.commands.items():
        yield name, command
        for inner, below in getattr(command, "commands", {}).items():
            yield f"{name} {inner}", below


def _parameters(parameters: list[typer.core.TyperOption | typer.core.TyperArgument]) -> Iterator[str]:
    rows = [_parameter(each) for each in parameters if each.name != "help"]
    if rows:
        yield from ("| | |", "|---|---|", *rows)


def _parameter(parameter: typer.core.TyperOption | typer.core.TyperArgument) -> str:
    is_argument = parameter.param_type_name == "argument"
    spelled = parameter.name.upper() if is_argument else ", ".join([*parameter.opts, *parameter.secondary_opts])
    return f"| `{spelled}` | {parameter.help} |"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _columns(columns: tuple[Column, ...]) -> Iterator[str]:
    yield from ("| column | type | meaning |", "|---|---|---|")
    for column in columns:
        yield f"| `{column.name}` | {column.type} | {column.meaning} |"


if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
        print(f"wrote docs/{name}")
    for path, mark, passage in (*LISTED, *CODED):
        path.write_text(filled(path.read_text(encoding="utf-8"), mark, passage()), encoding="utf-8")
        print(f"wrote the {mark} in {path.name}")
