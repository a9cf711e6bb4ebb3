"""A casebook's own actors: a file of rows, and judgements that merge and part actors without rewriting anything."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.roster import Roster, load_roster, name_key
from dateline.actors.rows import NAME_LISTS, Row, checked_rows, read_rows
from dateline.errors import InputError
from dateline.judgement import Judgement, Verdict

OWN_ACTORS = "actors.yaml"
OWN_JUDGEMENTS = "actor_judgements.jsonl"
OWN_FILES = (OWN_ACTORS, OWN_JUDGEMENTS)
_HEAD = """\
# This casebook's own actors. A row with the id of an actor that Dateline knows replaces it.
"""


def open_roster(folder: Path | None) -> Roster:
    """Return the roster of a casebook: the one that ships, the casebook's actors before it, its judgements applied.

    Raises InputError with file, row and field, or file and line, where one of the casebook's files is wrong.
    """
    if folder is None:
        return load_roster()
    own = folder / OWN_ACTORS
    roster = load_roster(extra=own) if own.is_file() else load_roster()
    return judged(roster, read_judgements(folder), origin=str(folder / OWN_JUDGEMENTS))


def judged(roster: Roster, judgements: Sequence[Judgement], *, origin: str = OWN_JUDGEMENTS) -> Roster:
    """Return the roster after the judgements, in their order; one that was taken back counts for nothing.

    SAME leads `record_id` to `other`. DIFFERENT with a value gives that spelling of `record_id` to `other`; without
    one it takes back what made the two the same. Raises InputError where a judgement names an id that is not there.
    """
    for judgement in _standing(judgements):
        other = judgement.other or ""
        known = [actor.id for actor_id in (judgement.record_id, other) if (actor := roster.get(actor_id))]
        if judgement.verdict is Verdict.SAME and len(known) == 2 and known[0] != known[1]:
            roster = roster.merged(*known)
        elif judgement.verdict is Verdict.DIFFERENT and judgement.value and known:
            roster = roster.parted(known[0], judgement.value, other)
        else:
            raise InputError(
                f"{origin}: {_shown(judgement)} cannot be carried out: it names an actor that is not there"
            )
    return roster


def _standing(judgements: Sequence[Judgement]) -> list[Judgement]:
    standing: list[Judgement] = []
    for judgement in judgements:
        if judgement.verdict is Verdict.DIFFERENT and judgement.value is None:
            pair = {judgement.record_id, judgement.other}
            standing = [each for each in standing if {each.record_id, each.other} != pair or each.value is not None]
        else:
            standing.append(judgement)
    return standing


def _shown(judgement: Judgement) -> str:
    return f"{judgement.verdict} {judgement.record_id} {judgement.other} by {judgement.author}, {judgement.made_at:%F}"


def read_judgements(folder: Path) -> list[Judgement]:
    """Return a casebook's judgements on actors, oldest first; raises InputError with file and line for a broken one."""
    path = folder / OWN_JUDGEMENTS
    if not path.is_file():
        return []
    return [_judgement(path, number, line) for number, line in _lines(path)]


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return ((number, line) for number, line in enumerate(lines, start=1) if line.strip())


def _judgement(path: Path, number: int, line: str) -> Judgement:
    try:
        fields = json.loads(line)
        made_at = datetime.fromisoformat(fields.pop("made_at"))
        return Judgement(verdict=Verdict(fields.pop("verdict")), made_at=made_at, **fields)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}, line {number}: no judgement ({error}); take the line out or mend it") from error


def add_actor(folder: Path, row: Row) -> Roster:
    """Append a row to the casebook's actors and return its roster; raises InputError before anything is written."""
    path = folder / OWN_ACTORS
    rows = read_rows(path) if path.is_file() else []
    known = next((number for number, each in enumerate(rows, start=1) if each.get("id") == row.get("id")), None)
    if known is not None:
        raise InputError(f"{path}, row {known} has the id {row['id']} already; edit it there, or choose another id")
    checked_rows([row], "the new actor")
    for field in {"parent"} & row.keys():
        if open_roster(folder).get(row[field]) is None:
            raise InputError(f"the new actor, {field}: no actor has the id {row[field]!r}; see `dateline actors find`")
    _append(path, [row])
    return open_roster(folder)


def add_list(folder: Path, rows: Sequence[Row]) -> int:
    """Append the rows of a list whose ids the casebook does not have yet; return how many were new."""
    path = folder / OWN_ACTORS
    own = {row["id"] for row in read_rows(path)} if path.is_file() else set()
    new = [row for row in rows if row["id"] not in own]
    if new:
        _append(path, new)
    return len(new)


def _append(path: Path, rows: Sequence[Row]) -> None:
    plain_rows = [dict(row) for row in rows]
    written = yaml.safe_dump(plain_rows, allow_unicode=True, sort_keys=False, width=10_000, default_flow_style=None)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(written if path.stat().st_size else _HEAD + written)


def merge_actors(folder: Path, actor_id: str, into: str, *, author: str, made_at: datetime, reason: str) -> Judgement:
    """Write down that an actor is another one: its names and its id then lead there.

    Raises InputError where an id is unknown or both lead to one actor already.
    """
    roster = open_roster(folder)
    gone, kept = _known(roster, actor_id), _known(roster, into)
    if gone == kept:
        raise InputError(f"{actor_id} and {into} are one actor already: {kept}")
    return _keep(folder, Judgement(Verdict.SAME, gone, author, made_at, reason, kept))


def split_actors(
    folder: Path, actor_id: str, other: str, *, name: str | None, author: str, made_at: datetime, reason: str
) -> Judgement:
    """Write down that two actors are not one: take a merge back or, with `name`, give that spelling to `other`.

    `other` may be a new id: a new actor is then made of the spelling. Raises InputError where there is nothing to
    take back, or the actor has no such spelling, or no other one would be left to it.
    """
    roster = open_roster(folder)
    judgement = Judgement(Verdict.DIFFERENT, actor_id, author, made_at, reason, other, name)
    if name is None:
        merged = [each for each in _standing(read_judgements(folder)) if each.verdict is Verdict.SAME]
        if not any({each.record_id, each.other} == {actor_id, other} for each in merged):
            raise InputError(f"{actor_id} and {other} were never merged here; say --name to part off a spelling")
        return _keep(folder, judgement)
    actor = roster.get(_known(roster, actor_id))
    bearers = {each.id for each in roster.find(name)}
    if actor is None or actor.id not in bearers:
        raise InputError(f"{actor_id} has no name {name!r}; `dateline actors show {actor_id}` lists them")
    checked_rows([{"id": other, "name": name, "kind": str(actor.kind)}], "the new actor")
    if name_key(name) == name_key(actor.name):
        raise InputError(f"{actor_id} would be left without a name; choose another spelling than its own")
    return _keep(folder, judgement)


def _known(roster: Roster, actor_id: str) -> str:
    actor = roster.get(actor_id)
    if actor is None:
        raise InputError(f"no actor has the id {actor_id!r}; `dateline actors find NAME` shows ids")
    return actor.id


def _keep(folder: Path, judgement: Judgement) -> Judgement:
    fields: Mapping[str, Any] = {**asdict(judgement), "made_at": judgement.made_at.isoformat()}
    with (folder / OWN_JUDGEMENTS).open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(fields, ensure_ascii=False) + "\n")
    return judgement


def row_of(*, actor_id: str, name: str, kind: str, names: Mapping[str, Sequence[str]], **others: str | None) -> Row:
    """Return a row as `add_actor` takes it, without the fields that are empty; `names` are lists by NAME_LISTS."""
    lists = {field: list(names[field]) for field in NAME_LISTS if names.get(field)}
    return {"id": actor_id, "name": name, "kind": kind, **lists, **{k: v for k, v in others.items() if v is not None}}
