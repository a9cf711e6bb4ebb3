"""The roster: every actor with its names, read from the file that tools/build_roster.py makes."""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.records import Actor, ActorKind, Name
from dateline.errors import InputError, InstallationError
from dateline.mentions.plain import plain
from dateline.mentions.records import MentionKind, Phrase

_BUILT = "roster.jsonl.xz"


class Roster:
    """Actors by id and by name. Where actors share a name, the earlier one is the more prominent.

    `with_capitals` are the ids of actors whose names are also ordinary words, or come from an imported list: as
    phrases they count only with their capitals, as acronyms always do.
    """

    def __init__(self, actors: Iterable[Actor], *, with_capitals: frozenset[str] = frozenset()) -> None:
        self._actors = {actor.id: actor for actor in actors}
        self._with_capitals = with_capitals
        self._by_name = _index(self._actors.values())

    def __len__(self) -> int:
        return len(self._actors)

    def __iter__(self) -> Iterator[Actor]:
        return iter(self._actors.values())

    def get(self, actor_id: str) -> Actor | None:
        return self._actors.get(actor_id)

    def has_ordinary_names(self, actor_id: str) -> bool:
        return actor_id in self._with_capitals

    def find(self, name: str) -> tuple[Actor, ...]:
        """Return the actors with this name, without regard to case, accents and hyphens; most prominent first."""
        return tuple(self._actors[actor_id] for actor_id in self._by_name.get(_key(name), ()))

    def phrases(self) -> Iterator[Phrase]:
        """Yield every spelling for the phrase finder, with the actor's id as key and its kind as label."""
        for actor in self:
            for name in actor.names:
                needs_capitals = name.kind == "acronym" or self.has_ordinary_names(actor.id)
                yield Phrase(name.text, MentionKind.ACTOR, actor.id, (str(actor.kind),), needs_capitals)


def load_roster(*, extra: Path | None = None) -> Roster:
    """Return the roster that ships with Dateline; `extra` adds a file of the reader's own actors before it.

    `extra` is YAML in the form of data/curated/*.yaml: a list of rows with id, name, kind and, where known,
    country, parent, aliases, acronyms, ordinary, reason. A row with a known id replaces that actor.
    Raises InputError where a row of `extra` is wrong, InstallationError where the roster itself is missing.
    """
    if extra is None:
        return _shipped()
    rows = list(_read_extra(extra))
    added = {row["id"]: actor_from_row(row) for row in rows}
    kept = [actor for actor in _shipped() if actor.id not in added]
    capitals = _ordinary(rows) | {actor.id for actor in kept if _shipped().has_ordinary_names(actor.id)}
    return Roster([*added.values(), *kept], with_capitals=capitals)


@cache
def _shipped() -> Roster:
    built = files("dateline.actors") / "data" / _BUILT
    if not built.is_file():
        raise InstallationError(f"the roster {_BUILT} is missing from the package; install Dateline again")
    rows = [json.loads(line) for line in lzma.decompress(built.read_bytes()).splitlines()]
    return Roster(map(actor_from_row, rows), with_capitals=_ordinary(rows))


def _ordinary(rows: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    return frozenset(row["id"] for row in rows if row.get("ordinary"))


def actor_from_row(row: Mapping[str, Any]) -> Actor:
    """Make an actor of a row of the built roster or of a curated file."""
    aliases = [Name(text, "alias") for text in row.get("aliases", ())]
    acronyms = [Name(text, "acronym") for text in row.get("acronyms", ())]
    own = Name(row["name"], "name")
    spelt = [] if own.text in row.get("acronyms", ()) else [own]
    return Actor(
        id=row["id"],
        name=row["name"],
        kind=ActorKind(row["kind"]),
        names=(*spelt, *aliases, *acronyms),
        country=row.get("country"),
        parent=row.get("parent"),
        external=tuple((scheme, number) for scheme, number in row.get("external", ())),
        source=row.get("source", ""),
        licence=row.get("licence", ""),
        reason=row.get("reason", ""),
    )


def _read_extra(path: Path) -> Iterator[Mapping[str, Any]]:
    kinds = [kind.value for kind in ActorKind]
    for number, row in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")) or (), start=1):
        missing = [field for field in ("id", "name", "kind") if field not in row]
        if missing:
            raise InputError(f"{path}, row {number}: {', '.join(missing)} is missing; every actor needs it")
        if row["kind"] not in kinds:
            raise InputError(f"{path}, row {number}, kind: {row['kind']!r} is none of {', '.join(kinds)}")
        yield {"source": path.name, **row}


def _index(actors: Iterable[Actor]) -> dict[str, tuple[str, ...]]:
    by_name: dict[str, tuple[str, ...]] = {}
    for actor in actors:
        for key in dict.fromkeys(_key(name.text) for name in (Name(actor.name), *actor.names)):
            by_name[key] = (*by_name.get(key, ()), actor.id)
    return by_name


def _key(name: str) -> str:
    return " ".join(plain(name).split())
