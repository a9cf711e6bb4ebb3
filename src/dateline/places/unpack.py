"""Unpacking: the shipped tables become, once a machine, one SQLite file in the cache folder."""

import hashlib
import os
import sqlite3
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.resources import files
from pathlib import Path

from dateline.errors import InstallationError
from dateline.places.packs import Pack, installed_packs
from dateline.places.tables import LAYOUT, fill

_LOCK_SECONDS = 600.0  # unpacking takes a minute or two; another process waits for the first
_KEPT = 2  # files in the cache: this version's, and that of another installation on the same machine
_RULES = ("stoplist.yaml", "skeleton.yaml", "countries.yaml", "regions.yaml")  # they decide what the file holds

Progress = Callable[[str, float], None]  # called with what is being done and which share of all is done, 0 to 1


def cache_folder() -> Path:
    """Return the folder that keeps unpacked gazetteers: $DATELINE_CACHE, else the system's place for caches."""
    if named := os.environ.get("DATELINE_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/dateline"
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "dateline"


def unpacked_gazetteer(*, force: bool = False, on_progress: Progress | None = None) -> Path:
    """Return the SQLite file of the core's table and of all installed packs, making it first if it is not there.

    `force` makes it anew. Raises InstallationError where a table is damaged or the cache folder cannot be written to.
    """
    packs = installed_packs()
    return kept_in_cache(
        "gazetteer", _version(packs), lambda target: unpack(packs, target, on_progress=on_progress), force=force
    )


def kept_in_cache(stem: str, version: str, make: Callable[[Path], None], *, force: bool = False) -> Path:
    """Return `<stem>-<version>.sqlite` in the cache folder, making it first if it is not there or if `force` says so.

    One process makes it, others wait; of older versions all but the newest are taken away. Raises InstallationError
    where the folder cannot be written to.
    """
    target = cache_folder() / f"{stem}-{version}.sqlite"
    try:
        if force or not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with _only_one(target.parent / "unpacking.lock"):
                if force or not target.exists():
                    make(target)
                    _clean(target, stem)
    except (OSError, sqlite3.Error) as error:
        raise InstallationError(
            f"the {stem} cannot be unpacked into {target.parent} ({error}): "
            "set DATELINE_CACHE to a folder that can be written to"
        ) from error
    return target


def unpack(packs: Sequence[Pack], target: Path, *, on_progress: Progress | None = None) -> None:
    """Make the SQLite file of packed tables; it appears under its name only when it is whole."""
    with written_whole(target) as connection:
        fill(connection, packs, on_progress or _unseen)


@contextmanager
def written_whole(target: Path) -> Iterator[sqlite3.Connection]:
    """Give a new database in autocommit that appears under its name only if the block ends well.

    One process at a time: what one that was killed left unfinished is taken away.
    """
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished, isolation_level=None)) as connection:
            yield connection
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _unseen(_: str, __: float) -> None:
    """Tell nobody how far it is."""


def _version(packs: Sequence[Pack]) -> str:
    made_from = hashlib.sha256(f"{LAYOUT} {' '.join(pack.sha256 for pack in packs)}".encode())
    for name in _RULES:
        made_from.update(files("dateline.places").joinpath("data", name).read_bytes())
    return made_from.hexdigest()[:12]


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """Hold a lock that the system lets go when the process dies: SQLite's own."""
    with closing(sqlite3.connect(lock, timeout=_LOCK_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def _clean(target: Path, stem: str) -> None:
    """Take older versions out of the cache. Who has one open keeps it until the end."""
    others = (path for path in target.parent.glob(f"{stem}-*.sqlite") if path != target)
    newest_first = sorted(others, key=lambda path: path.stat().st_mtime, reverse=True)
    for path in newest_first[_KEPT - 1 :]:
        try:
            path.unlink(missing_ok=True)
        except PermissionError:  # Windows, while another process reads it
            continue
