"""Unpacking: the shipped table becomes, once a machine, a SQLite file in the cache folder."""

import hashlib
import io
import json
import lzma
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dateline.errors import InstallationError
from dateline.places.names import name_key
from dateline.places.phrases import phrases_of, read_stop_list

_LAYOUT = 1  # raised whenever this file makes another database of the same table
_LOCK_SECONDS = 120.0  # unpacking takes about 10 s; another process waits for the first

_TABLES = """
CREATE TABLE place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL, kind TEXT NOT NULL, country TEXT NOT NULL, admin1 INTEGER, admin2 INTEGER,
    name TEXT NOT NULL, lat REAL, lon REAL, population INTEGER, capital INTEGER NOT NULL);
CREATE TABLE spelling (key TEXT, place INTEGER, how INTEGER, text TEXT, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE phrase_list (body TEXT NOT NULL);
CREATE TEMP TABLE loose_spelling (key TEXT, place INTEGER, how INTEGER, text TEXT);
CREATE TEMP TABLE loose_phrase (text TEXT, label TEXT);
"""
_SETTLE = """
INSERT OR IGNORE INTO spelling SELECT key, place, how, text FROM loose_spelling ORDER BY key, place, how;
INSERT INTO phrase_list SELECT coalesce(group_concat(line, char(10)), '') FROM (
    SELECT text || char(9) || group_concat(DISTINCT label) AS line FROM loose_phrase GROUP BY text ORDER BY text);
CREATE UNIQUE INDEX place_by_id ON place (id);
"""
_KINDS = {"c": "country", "1": "admin1", "2": "admin2", "s": "settlement", "r": "region", "g": "region"}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; `tools/build_gazetteer.py` describes the columns."""

    id: str
    kind: str
    parent: str
    country: str
    name: str
    lat: float | None
    lon: float | None
    population: int | None
    capital: bool
    names: tuple[str, ...]
    abbreviations: tuple[str, ...]
    demonyms: tuple[str, ...]

    @classmethod
    def parse(cls, text: str) -> "Line":
        cells = text.rstrip("\n").split("\t")
        cells += [""] * (12 - len(cells))
        id_, kind, parent, country, name, lat, lon, population, flags = cells[:9]
        lists = (tuple(cell.split("|")) if cell else () for cell in cells[9:12])
        position = (float(lat) if lat else None, float(lon) if lon else None)
        return cls(
            id_, _KINDS[kind], parent, country, name, *position, int(population or 0) or None, "C" in flags, *lists
        )

    @property
    def public_id(self) -> str:
        if self.kind == "country":
            return f"iso:{self.id}"
        return self.id if ":" in self.id else f"gn:{self.id}"


def shipped_table() -> bytes:
    """Return the packed table; raise InstallationError if it is missing or is not the one that was built."""
    folder = files("dateline.places").joinpath("data")
    try:
        packed = folder.joinpath("gazetteer.tsv.xz").read_bytes()
    except FileNotFoundError as error:
        raise InstallationError("the gazetteer's table is missing from the package: install Dateline again") from error
    if hashlib.sha256(packed).hexdigest() != _shipped_hash():
        raise InstallationError("the gazetteer's table is not the one that was built: install Dateline again")
    return packed


def _shipped_hash() -> str:
    manifest = files("dateline.places").joinpath("data", "gazetteer.json").read_text("utf-8")
    return str(json.loads(manifest)["sha256"])


def cache_folder() -> Path:
    """Return the folder that keeps unpacked gazetteers: $DATELINE_CACHE, else the system's place for caches."""
    if named := os.environ.get("DATELINE_CACHE"):
        return Path(named)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/dateline"
    base = os.environ.get("LOCALAPPDATA") or os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "dateline"


def unpacked_gazetteer() -> Path:
    """Return the SQLite file of the shipped table, making it first if this version was never unpacked here."""
    rules = files("dateline.places").joinpath("data", "stoplist.yaml").read_bytes()
    version = hashlib.sha256(f"{_shipped_hash()} {_LAYOUT}".encode() + rules).hexdigest()[:12]
    target = cache_folder() / f"gazetteer-{version}.sqlite"
    try:
        if not target.exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            with _only_one(target.parent / "unpacking.lock"):
                if not target.exists():
                    unpack(shipped_table(), target)
    except (OSError, sqlite3.Error) as error:
        raise InstallationError(
            f"the gazetteer cannot be unpacked into {target.parent} ({error}): "
            "set DATELINE_CACHE to a folder that can be written to"
        ) from error
    return target


@contextmanager
def _only_one(lock: Path) -> Iterator[None]:
    """Hold a lock that the system lets go when the process dies: SQLite's own."""
    with closing(sqlite3.connect(lock, timeout=_LOCK_SECONDS, isolation_level=None)) as connection:
        connection.execute("BEGIN EXCLUSIVE")
        yield


def unpack(packed: bytes, target: Path) -> None:
    """Make the SQLite file of a packed table; it appears under its name only when it is whole.

    One process at a time: what one that was killed left unfinished is taken away.
    """
    unfinished = target.with_name(f"{target.name}.part")
    unfinished.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(unfinished)) as connection:
            connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;" + _TABLES)
            with io.TextIOWrapper(lzma.LZMAFile(io.BytesIO(packed)), "utf-8") as lines:
                _fill(connection, (Line.parse(line) for line in lines))
            connection.executescript(_SETTLE)
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)


def _fill(connection: sqlite3.Connection, lines: Iterator[Line]) -> None:
    stop = read_stop_list()
    numbers: dict[str, tuple[int, int | None, int | None]] = {}  # id -> its number, and those of its admin1 and admin2
    for number, line in enumerate(lines, start=1):
        _, admin1, admin2 = numbers.get(line.parent, (None, None, None))
        row = (number, line.public_id, line.kind, line.country, admin1, admin2, line.name)
        measures = (line.lat, line.lon, line.population, line.capital)
        connection.execute("INSERT INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?)", row + measures)
        connection.executemany("INSERT INTO loose_spelling VALUES (?,?,?,?)", _spellings(number, line))
        phrases = phrases_of(line.kind, line.population, (line.name, *line.names), line.abbreviations, stop=stop)
        connection.executemany("INSERT INTO loose_phrase VALUES (?,?)", phrases)
        if line.kind == "admin1":
            admin1 = number
        elif line.kind == "admin2":
            admin2 = number
        if line.kind != "settlement":
            numbers[line.id] = (number, admin1, admin2)


def _spellings(number: int, line: Line) -> Iterator[tuple[str, int, int, str]]:
    for how, texts in enumerate(((line.name,), line.names, line.abbreviations, line.demonyms)):
        for text in texts:
            yield name_key(text), number, how, text if how == 2 else ""
