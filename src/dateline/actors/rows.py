"""Rows: actors as people write them down, in YAML; checked field by field before anything believes them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.countries import load_countries
from dateline.actors.records import Actor, ActorKind, Level, Name, Tie, TieKind
from dateline.errors import InputError

Row = Mapping[str, Any]

NAME_LISTS = {"aliases": "alias", "acronyms": "acronym", "native": "native", "listed": "listed"}
_TEXTS = ("id", "name", "kind", "country", "parent", "state", "source", "licence", "reason")
_YEARS = ("since", "until")
_OTHERS = ("ordinary", "external", "ties", "level", "ucdp")
FIELDS = (*_TEXTS, *_YEARS, *NAME_LISTS, *_OTHERS)
_NEEDED = ("id", "name", "kind")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_FIRST_YEAR, _LAST_YEAR = 1500, 2100  # anything else is a slip of the pen


def read_rows(path: Path) -> list[Row]:
    """Return the rows of a YAML file of actors, each checked.

    Raises InputError with file, row and field where the file is no list, a field is unknown, missing or of another
    form, or two rows have one id.
    """
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise InputError(f"{path} cannot be read as YAML: {error}") from error
    if not isinstance(content, list | None):
        raise InputError(f"{path}: a list of actors is needed, each beginning with '- id:'")
    return checked_rows(content or [], str(path))


def checked_rows(rows: Sequence[Any], origin: str) -> list[Row]:
    """Return the rows after a check of each; raises InputError as `read_rows` does, with `origin` as the file."""
    seen: dict[str, int] = {}
    for number, row in enumerate(rows, start=1):
        where = f"{origin}, row {number}"
        problem = next(_problems(row), None)
        if problem is not None:
            field, said = problem
            raise InputError(f"{where}, {field}: {said}")
        if row["id"] in seen:
            raise InputError(f"{where}, id: {row['id']} is the id of row {seen[row['id']]} too")
        seen[row["id"]] = number
    return list(rows)


def _problems(row: Any) -> Iterator[tuple[str, str]]:
    """Yield each field that is wrong, and why."""
    if not isinstance(row, dict):
        yield "row", f"{row!r} is no actor: fields are needed, such as id, name and kind"
        return
    yield from ((name, "is missing; every actor needs it") for name in _NEEDED if name not in row)
    yield from ((str(name), f"is no field; there are {', '.join(FIELDS)}") for name in row if name not in FIELDS)
    yield from ((name, f"{row[name]!r} is no text") for name in _TEXTS if name in row and not _is_text(row[name]))
    yield from _wrong_words(row)
    yield from _wrong_years(row, "")
    for field in NAME_LISTS:
        yield from _wrong_names(field, row.get(field, []))
    yield from _wrong_ties(row.get("ties", []))
    if not isinstance(row.get("ordinary", False), bool):
        yield "ordinary", f"{row['ordinary']!r} is neither true nor false"


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _wrong_words(row: Row) -> Iterator[tuple[str, str]]:
    kinds = [kind.value for kind in ActorKind]
    if "kind" in row and row["kind"] not in kinds:
        yield "kind", f"{row['kind']!r} is none of {', '.join(kinds)}"
    for field in ("id", "parent"):
        if field in row and not _SLUG.fullmatch(str(row[field])):
            yield field, f"{row[field]!r} is no id: small letters, digits and single hyphens"
    for field in ("country", "state"):
        if field in row and row[field] not in load_countries():
            yield field, f"{row[field]!r} is no ISO 3166-1 alpha-2 code (quote NO in YAML)"
    if "level" in row and row["level"] not in list(Level):
        yield "level", f"{row['level']!r} is none of 1 (formal), 2 (supporters), 3 (communal), 4 (state)"


def _wrong_years(row: Row, what: str) -> Iterator[tuple[str, str]]:
    years = [row[field] for field in _YEARS if field in row]
    if any(not isinstance(year, int) or not _FIRST_YEAR <= year <= _LAST_YEAR for year in years):
        yield "since/until", f"{what}{years} are no years"
    elif len(years) > 1 and years[0] > years[1]:
        yield "since/until", f"{what}{years[0]} is after {years[1]}"


def _wrong_names(field: str, names: Any) -> Iterator[tuple[str, str]]:
    if not isinstance(names, list):
        yield field, f"{names!r} is no list; write [{names}]"
        return
    for name in names:
        if isinstance(name, dict):
            if not _is_text(name.get("text")) or not name.keys() <= {"text", *_YEARS}:
                yield field, f"{name!r}: a dated name is {{text: ..., since: YEAR, until: YEAR}}"
            yield from _wrong_years(name, f"{name.get('text')}: ")
        elif not _is_text(name):
            yield field, f"{name!r} is no text; quote it"


def _wrong_ties(ties: Any) -> Iterator[tuple[str, str]]:
    kinds = [kind.value for kind in TieKind]
    for tie in ties if isinstance(ties, list) else [ties]:
        if not isinstance(tie, dict) or not {"kind", "other"} <= tie.keys() <= {"kind", "other", "reason", *_YEARS}:
            yield "ties", f"{tie!r}: a tie is {{kind: ..., other: ID, since: YEAR, until: YEAR, reason: ...}}"
            continue
        if tie["kind"] not in kinds:
            yield "ties", f"{tie['kind']!r} is none of {', '.join(kinds)}"
        yield from _wrong_years(tie, "")


def actor_from_row(row: Row) -> Actor:
    """Make an actor of a checked row, or of a row of the built roster."""
    elsewhere = {_text(name) for field in ("acronyms", "listed") for name in row.get(field, ())}
    own = () if row["name"] in elsewhere else (Name(row["name"], "name"),)
    spelt = (_name(name, kind) for field, kind in NAME_LISTS.items() for name in row.get(field, ()))
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=(*own, *spelt),
        country=row.get("country"),
        parent=row.get("parent"),
        external=tuple((scheme, number) for scheme, number in row.get("external", ())),
        source=row.get("source", ""),
        licence=row.get("licence", ""),
        reason=row.get("reason", ""),
        since=row.get("since"),
        until=row.get("until"),
        state=row.get("state"),
        level=row.get("level"),
    )


def ties_from_row(row: Row) -> tuple[Tie, ...]:
    """Return the ties of a checked row; a parent is one of them where no tie to it says more."""
    ties = tuple(Tie(**{**tie, "kind": TieKind(tie["kind"])}) for tie in row.get("ties", ()))
    parent = row.get("parent")
    if parent is None or any(tie.other == parent for tie in ties):
        return ties
    return (*ties, Tie(TieKind.PART_OF, parent))


def _text(name: Any) -> str:
    return str(name["text"] if isinstance(name, Mapping) else name)


def _name(name: Any, kind: str) -> Name:
    return Name(**name, kind=kind) if isinstance(name, Mapping) else Name(name, kind)
