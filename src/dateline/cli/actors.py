"""`dateline actors`: look into the roster, and add, merge and split actors of a casebook."""

from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dateline.cli.screen import note, print_table
from dateline.cli.settings import AsJson, Book, Quiet
from dateline.errors import InputError

if TYPE_CHECKING:
    from dateline.actors import Actor, Roster

actors = typer.Typer(
    name="actors",
    help="The roster: who is on it, and a casebook's own actors.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

Name = Annotated[str, typer.Argument(help="A name, an acronym or another spelling.")]
ActorId = Annotated[str, typer.Argument(help="The actor's id; `dateline actors find` shows it.")]
OtherId = Annotated[str, typer.Argument(help="The other actor's id.")]
NewId = Annotated[str, typer.Argument(help="The new actor's id: small letters, digits and hyphens.")]
Country = Annotated[str | None, typer.Option("--country", help="ISO 3166-1 alpha-2 code: PK.")]
Kind = Annotated[str, typer.Option("--kind", help="What it is: rebel, political_militia, state_forces ...")]
Parent = Annotated[str | None, typer.Option("--parent", help="The id of the actor that it is part of.")]
Alias = Annotated[list[str] | None, typer.Option("--alias", help="Another name; may be said more than once.")]
Acronym = Annotated[list[str] | None, typer.Option("--acronym", help="An acronym; may be said more than once.")]
Native = Annotated[list[str] | None, typer.Option("--native", help="Its name in another script; may be repeated.")]
Reason = Annotated[str, typer.Option("--reason", help="Why, for those who come after.")]
ListFile = Annotated[Path, typer.Argument(help="The UN's consolidated list in XML, as published.")]
Author = Annotated[str | None, typer.Option("--author", help="Who decides; by default the user of this machine.")]
Spelling = Annotated[str | None, typer.Option("--name", help="The spelling to part off; without it a merge is undone.")]


@actors.command()
def find(name: Name, *, country: Country = None, as_json: AsJson = False, casebook: Book = None) -> None:
    """Show who bears a name, the likeliest first. Nobody is shown for being near."""
    from dateline.actors import look_up

    roster = _roster(casebook)
    found = look_up(name, roster=roster, country=country)
    if as_json:
        _print_json(
            {"name": name, "found": [{**_brief(each.actor), "tier": each.tier, "probability": each.probability,
                                      "reason": each.reason} for each in found]}
        )  # fmt: skip
    elif found:
        rows = ((*_cells(each.actor), each.tier, f"{each.probability:.2f}") for each in found)
        print_table(("id", "name", "kind", "country", "years", "how", "probability"), rows)
    else:
        note(f"nobody on the roster bears the name {name!r}; `dateline actors add` adds an actor to a casebook")


@actors.command()
def show(actor_id: ActorId, *, as_json: AsJson = False, casebook: Book = None) -> None:
    """Show an actor: its names, ties, ids in other lists, source and reason."""
    roster = _roster(casebook)
    actor = roster.get(actor_id)
    if actor is None:
        raise InputError(f"no actor has the id {actor_id!r}; `dateline actors find NAME` shows ids")
    if as_json:
        _print_json(_whole(actor, roster))
    else:
        rows = ((field, _shown(value)) for field, value in _whole(actor, roster).items() if value not in (None, [], {}))
        print_table(("field", "value"), rows)


@actors.command()
def add(  # noqa: PLR0913 - one option a field
    actor_id: NewId,
    name: Name,
    *,
    kind: Kind,
    country: Country = None,
    parent: Parent = None,
    alias: Alias = None,
    acronym: Acronym = None,
    native: Native = None,
    reason: Reason = "",
    as_json: AsJson = False,
    casebook: Book = None,
) -> None:
    """Add an actor to the casebook's actors.yaml, or put another in the place of one that Dateline knows."""
    from dateline.actors.casebook import add_actor, row_of

    names = {"aliases": alias or [], "acronyms": acronym or [], "native": native or []}
    row = row_of(
        actor_id=actor_id, name=name, kind=kind, names=names, country=country, parent=parent, reason=reason or None
    )  # fmt: skip
    roster = add_actor(_folder(casebook), row)
    added = roster.get(actor_id)
    assert added is not None
    _print_json(_whole(added, roster)) if as_json else note(f"added {actor_id}: {name}")


@actors.command("add-list")
def add_list(file: ListFile, *, quiet: Quiet = False, casebook: Book = None) -> None:
    """Add the organisations of a UN Security Council list, which you bring, that the roster does not have."""
    from dateline.actors.casebook import add_list as keep
    from dateline.actors.casebook import open_roster
    from dateline.actors.lists import read_un_list

    folder = _folder(casebook)
    added = keep(folder, read_un_list(file, roster=open_roster(folder)))
    note(f"added {added} organisations of {file}", quiet=quiet)


@actors.command()
def merge(
    actor_id: ActorId,
    into: OtherId,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    casebook: Book = None,
) -> None:
    """Judge that an actor is another one: its names and its id lead there from now on."""
    from dateline.actors.casebook import merge_actors

    made = merge_actors(
        _folder(casebook), actor_id, into, author=author or getuser(), made_at=datetime.now(UTC), reason=reason
    )  # fmt: skip
    _print_judgement(made, f"{actor_id} is now {into}; `dateline actors split` takes it back", as_json, quiet)


@actors.command()
def split(
    actor_id: ActorId,
    other: OtherId,
    *,
    name: Spelling = None,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    quiet: Quiet = False,
    casebook: Book = None,
) -> None:
    """Judge that two actors are not one: take a merge back, or give a spelling to another or a new actor."""
    from dateline.actors.casebook import split_actors

    made = split_actors(
        _folder(casebook), actor_id, other, name=name, author=author or getuser(), made_at=datetime.now(UTC),
        reason=reason,
    )  # fmt: skip
    said = f"{actor_id} and {other} are two" if name is None else f"{name!r} now names {other}"
    _print_judgement(made, said, as_json, quiet)


def _folder(casebook: Any) -> Any:
    from dateline.cli.casebooks import open_casebook

    return open_casebook(casebook).folder


def _roster(casebook: Any) -> "Roster":
    from dateline.actors.casebook import open_roster
    from dateline.cli.casebooks import find_here

    config = find_here(casebook)
    return open_roster(config.folder if config else None)


def _brief(actor: "Actor") -> dict[str, object]:
    return {
        "id": actor.id, "name": actor.name, "kind": str(actor.kind), "country": actor.country, "since": actor.since,
        "until": actor.until, "parent": actor.parent,
    }  # fmt: skip


def _cells(actor: "Actor") -> tuple[str | None, ...]:
    return (actor.id, actor.name, str(actor.kind), actor.country, _years(actor.since, actor.until))


def _whole(actor: "Actor", roster: "Roster") -> dict[str, Any]:
    from dataclasses import asdict

    from dateline.actors import inter_code

    own = [{"kind": str(tie.kind), "other": tie.other, "since": tie.since, "until": tie.until, "reason": tie.reason}
           for tie in roster.ties(actor.id)]  # fmt: skip
    others = [{"kind": str(tie.kind), "from": start, "since": tie.since, "until": tie.until, "reason": tie.reason}
              for start, tie in roster.ties_to(actor.id)]  # fmt: skip
    return {
        **_brief(actor),
        "inter_code": inter_code(actor.kind),
        "level": actor.level,
        "state": actor.state,
        "names": [asdict(name) for name in actor.names],
        "ties": own,
        "ties_of_others": others,
        "external": [f"{scheme}:{number}" for scheme, number in actor.external],
        "source": actor.source,
        "licence": actor.licence,
        "reason": actor.reason,
    }


def _shown(value: Any) -> str:
    if isinstance(value, list):
        return "; ".join(map(_shown, value))
    if isinstance(value, dict):
        years = _years(value.get("since"), value.get("until"))
        words = [value.get("text"), f"({value['kind']})" if "text" in value else value["kind"], value.get("other")]
        words += [f"of {value['from']}" if "from" in value else None, years, value.get("reason")]
        return " ".join(word for word in words if word)
    return str(value)


def _years(since: int | None, until: int | None) -> str | None:
    return None if since is None and until is None else f"{since or '?'}-{until or ''}"


def _print_judgement(made: Any, said: str, as_json: bool, quiet: bool) -> None:
    from dataclasses import asdict

    if as_json:
        _print_json({**asdict(made), "made_at": made.made_at.isoformat()})
    else:
        note(said, quiet=quiet)


def _print_json(value: dict[str, Any]) -> None:
    import json

    typer.echo(json.dumps(value, ensure_ascii=False))
