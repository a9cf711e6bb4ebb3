"""`dateline code`: reports to events. With files it prints and keeps nothing; without, it codes the casebook."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.building import make_ready
from dateline.cli.closing import close
from dateline.cli.polygons import where_of_events
from dateline.cli.screen import note, plain, print_json
from dateline.cli.settings import AsJson, Book, CountPolicy, Limit, Names, Published, Quiet, SourceName
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.pipeline.records import Coded, Failed
    from dateline.views.records import Dossier, File

Files = Annotated[
    list[str] | None,
    typer.Argument(help="Files, folders or patterns to code and print; - is standard input. None: the casebook's."),
]
AsLines = Annotated[bool, typer.Option("--jsonl", help="Print one event a line.")]
NoGate = Annotated[
    bool,
    typer.Option("--no-gate", help="Also code reports that speak of no political violence, protest or armed actor."),
]

NoLink = Annotated[bool, typer.Option("--no-link", help="Leave what was coded for `dateline link` to link to events.")]


def code(  # noqa: PLR0913 - one parameter an option
    files: Files = None,
    *,
    published: Published = None,
    source: SourceName = None,
    count_policy: CountPolicy = None,
    limit: Limit = None,
    no_gate: NoGate = False,
    no_link: NoLink = False,
    as_json: AsJson = False,
    as_lines: AsLines = False,
    names: Names = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Code reports into events. Without files: what was added to the casebook and is not yet coded."""
    from dateline.cli.casebooks import find_here, open_casebook
    from dateline.config import Config

    if as_json and as_lines:
        raise InputError("choose one of --json and --jsonl.")
    if not files:
        settings = _settings(open_casebook(casebook), count_policy, no_gate=no_gate)
        _code_casebook(settings, limit=limit, link=not no_link, quiet=quiet)
        return
    from dateline.cli.reading import documents_of, publication
    from dateline.pipeline import code_documents, load_stages

    given = documents_of(files, published=publication(published), source=source)
    make_ready(quiet=quiet)
    stages = load_stages(_settings(find_here(casebook) or Config(), count_policy, no_gate=no_gate))
    outcomes = code_documents(islice(given, limit), stages)
    _print(outcomes, form="json" if as_json else "lines" if as_lines else "tables", names=names, quiet=quiet)


def _code_casebook(config: "Config", *, limit: int | None, link: bool, quiet: bool) -> None:
    from dateline.cli.link import said_of, watch_linking
    from dateline.cli.runs import close_run, watch
    from dateline.pipeline import link_casebook, recode_casebook

    make_ready(quiet=quiet)
    counts = watch(recode_casebook(config), limit=limit, quiet=quiet)
    if link:
        ended = watch_linking(link_casebook(config), quiet=quiet)
        note(f"{said_of(ended)} among the events", quiet=quiet or not ended.placed)
    close_run(counts, quiet=quiet)


def _settings(config: "Config", count_policy: str | None, *, no_gate: bool) -> "Config":
    """Return the settings with the options that were given."""
    chosen = {"count_policy": count_policy or config.coding.count_policy, "gate": config.coding.gate and not no_gate}
    return config.model_copy(update={"coding": config.coding.model_copy(update=chosen)})


def _print(outcomes: "Iterable[Coded | Failed]", *, form: str, names: bool, quiet: bool) -> None:
    from dateline.pipeline.records import Failed

    failed: list[Failed] = []
    read = 0

    def coded() -> "Iterator[Coded]":
        nonlocal read
        for read, outcome in enumerate(outcomes, 1):  # noqa: B007 - the last number is the count
            if isinstance(outcome, Failed):
                failed.append(outcome)
                note(f"{plain(outcome.origin)}: {plain(outcome.reason)}", quiet=quiet and outcome.is_skipped)
            else:
                yield outcome

    _FORMS[form](coded(), failed, names)
    counts = Counter(each.came_to for each in failed)
    came_to = {name: counts[name] for name in ("skipped", "irrelevant", "failed")}
    close({"read": read} | came_to, where="the lines above", quiet=quiet)


def _print_json(coded: "Iterable[Coded]", failed: "list[Failed]", names: bool) -> None:
    from dataclasses import asdict

    from dateline.views.objects import coded_object

    gathered = [_gathered(each) for each in coded]
    dossiers = [dossier for _, each in gathered for dossier in each]
    made = coded_object([file for file, _ in gathered], dossiers, names=names, where=where_of_events())
    irrelevant = [each for each in failed if each.came_to == "irrelevant"]
    made |= {"irrelevant": [{"origin": each.origin, "reason": each.reason} for each in irrelevant]}
    made |= {"failed": [asdict(each) for each in failed if each not in irrelevant]}
    print_json(made)


def _print_lines(coded: "Iterable[Coded]", _failed: "list[Failed]", names: bool) -> None:
    from dateline.views.objects import event_object

    where = where_of_events()
    for each in coded:
        for dossier in _gathered(each)[1]:
            print_json(event_object(dossier, names=names, where=where))


def _print_tables(coded: "Iterable[Coded]", _failed: "list[Failed]", names: bool) -> None:
    from dateline.cli.report import print_coded

    for each in coded:
        file, dossiers = _gathered(each)
        print_coded([file], dossiers, names=names)


def _gathered(coded: "Coded") -> "tuple[File, list[Dossier]]":
    from dateline.views.files import dossiers, file

    made = file(coded.document, coded.frames, mentions=coded.mentions, places=coded.places, actors=coded.actors)
    return made, list(dossiers(coded.events, [made]))


_FORMS = {"json": _print_json, "lines": _print_lines, "tables": _print_tables}
