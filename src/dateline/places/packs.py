"""Packs: the tables of places that are installed, the core's own and those of other wheels."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import entry_points
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from dateline.errors import InstallationError

GROUP = "dateline.places"  # a pack is an entry point of this group: its name, and the module beside whose files it lies
CORE = "core"
_REMEDY = "install it again, or uninstall it"


@dataclass(frozen=True, slots=True)
class Source:
    """Where rows come from: the code that rows carry, its name, its licence, and the words of credit it asks for."""

    code: str
    name: str
    licence: str
    credit: str


@dataclass(frozen=True, slots=True)
class Pack:
    """One table of places: its name, and what its manifest promises: hash, rows (also by ISO country), and sources."""

    name: str
    sha256: str
    rows: int
    rows_by_country: Mapping[str, int]
    sources: tuple[Source, ...]
    table: Traversable

    def read(self) -> bytes:
        """Return the packed table; raise InstallationError if it is missing or is not the one that was built."""
        try:
            packed = self.table.read_bytes()
        except OSError as error:
            raise damaged(self.name, f"its table {self.table.name} cannot be read ({error})") from error
        if hashlib.sha256(packed).hexdigest() != self.sha256:
            raise damaged(self.name, f"its table {self.table.name} is not the one that was built")
        return packed


def installed_packs() -> tuple[Pack, ...]:
    """Return the core's table, then those of the installed packs by name.

    A pack is a wheel with an entry point in the group "dateline.places" whose value is a module; beside the module
    lie `places.tsv.xz` and `places.json`. Raises InstallationError, naming the pack, where one is damaged.
    """
    core = read_pack(CORE, core_folder(), stem="gazetteer")
    return (core, *(read_pack(name, folder) for name, folder in pack_folders()))


def core_folder() -> Traversable:
    """Return the folder of the core's own tables."""
    return files("dateline.places").joinpath("data")


def pack_folders() -> Iterator[tuple[str, Traversable]]:
    """Yield each installed pack's name and folder, by name; raise InstallationError for one that cannot be imported."""
    for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
        try:
            yield entry.name, files(entry.module)
        except (ImportError, TypeError) as error:
            raise damaged(entry.name, f"its module {entry.module} cannot be imported ({error})") from error


def read_pack(name: str, folder: Traversable, *, stem: str = "places") -> Pack:
    """Return the pack whose `<stem>.json` and `<stem>.tsv.xz` lie in a folder; the table itself is not read yet.

    The manifest holds `sha256` and `rows` of the table, `sources` (by code, each with name, licence and credit), and
    maybe `rows_by_country`.
    """
    try:
        manifest = json.loads(folder.joinpath(f"{stem}.json").read_text("utf-8"))
        sources = tuple(_source(code, said) for code, said in manifest.get("sources", {}).items())
        countries = {str(code): int(rows) for code, rows in manifest.get("rows_by_country", {}).items()}
        table = folder.joinpath(f"{stem}.tsv.xz")
        return Pack(name, str(manifest["sha256"]), int(manifest["rows"]), countries, sources, table)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise damaged(name, f"its manifest {stem}.json cannot be read ({error!r})") from error


def _source(code: str, said: Mapping[str, Any]) -> Source:
    return Source(code, str(said["name"]), str(said["licence"]), str(said.get("credit", "")))


def damaged(name: str, what: str) -> InstallationError:
    """Return the error that says what is wrong with a pack, or with the core's own table, and the remedy."""
    if name == CORE:
        return InstallationError(f"the gazetteer is damaged: {what}; install Dateline again")
    return InstallationError(f"the pack of places {name!r} is damaged: {what}; {_REMEDY}")
