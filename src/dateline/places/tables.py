"""Tables: the SQLite tables that packed lines are put into."""

import io
import json
import lzma
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import islice

from dateline.places.lines import ADDITION, Line
from dateline.places.names import name_key, plain
from dateline.places.packs import Pack, damaged
from dateline.places.phrases import DEMONYM, phrases_of, read_stop_list
from dateline.places.skeleton import skeleton_of

LAYOUT = 5  # raised whenever this file makes another database of the same tables
_REMEMBERED = 50_000  # names, whose words come back in other lines
_AT_ONCE = 5_000  # lines between two calls of the progress
_SHARE_OF_READING = 0.7  # of all the time; sorting takes the rest
_SHORTEST_SKELETON = 2  # letters

_TABLES = """
PRAGMA journal_mode=OFF;
PRAGMA synchronous=OFF;
PRAGMA locking_mode=EXCLUSIVE;
PRAGMA cache_size=-100000;
CREATE TABLE place (
    n INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, country TEXT NOT NULL, admin1 INTEGER,
    admin2 INTEGER, name TEXT NOT NULL, lat REAL, lon REAL, population INTEGER, capital INTEGER NOT NULL,
    feature TEXT NOT NULL, other_ids TEXT NOT NULL, sources TEXT NOT NULL);
CREATE TABLE other_id (id TEXT PRIMARY KEY, place INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE spelling (
    key TEXT, place INTEGER, how INTEGER, text TEXT, lang TEXT, PRIMARY KEY (key, place)) WITHOUT ROWID;
CREATE TABLE skeleton (country TEXT, skeleton TEXT, key TEXT, PRIMARY KEY (country, skeleton, key)) WITHOUT ROWID;
CREATE TABLE phrase_list (body TEXT NOT NULL);
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TEMP TABLE loose_id (id TEXT, place INTEGER);
CREATE TEMP TABLE loose_spelling (key TEXT, place INTEGER, how INTEGER, text TEXT, lang TEXT);
CREATE TEMP TABLE loose_skeleton (country TEXT, skeleton TEXT, key TEXT);
CREATE TEMP TABLE loose_phrase (text TEXT, label TEXT);
"""
_SETTLING = {
    "sorting ids": """
INSERT OR IGNORE INTO other_id SELECT id, place FROM loose_id ORDER BY id, place;
CREATE INDEX capital ON place (id) WHERE capital;
""",
    "sorting names": """
INSERT OR IGNORE INTO spelling SELECT key, place, how, text, lang FROM loose_spelling ORDER BY key, place, how;
""",
    "sorting skeletons": """
INSERT INTO skeleton SELECT DISTINCT country, skeleton, key FROM loose_skeleton ORDER BY country, skeleton, key;
""",
    "sorting phrases": """
INSERT INTO phrase_list SELECT coalesce(group_concat(line, char(10)), '') FROM (
    SELECT text || char(9) || group_concat(DISTINCT label) AS line FROM loose_phrase GROUP BY text ORDER BY text);
""",
}
_PLACE = "INSERT OR IGNORE INTO place VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_NUMBER_AND_COUNTRY = "SELECT n, country FROM place WHERE id = ?"
_ADD = """
UPDATE place SET lat = coalesce(lat, ?1), lon = coalesce(lon, ?2), population = coalesce(population, ?3),
    feature = CASE feature WHEN '' THEN ?4 ELSE feature END,
    other_ids = CASE WHEN other_ids = '' THEN ?5 WHEN ?5 = '' THEN other_ids ELSE other_ids || '|' || ?5 END,
    sources = CASE WHEN sources = '' THEN ?6 WHEN ?6 = '' THEN sources ELSE sources || '|' || ?6 END
WHERE n = ?7
"""


def fill(connection: sqlite3.Connection, packs: Sequence[Pack], on_progress: Callable[[str, float], None]) -> None:
    """Put the lines of all packs into an empty database; later packs add to earlier ones.

    Raises InstallationError, naming the pack, where a table is damaged.
    """
    connection.executescript(_TABLES)
    connection.execute("BEGIN")  # one transaction: rows are loose until they are sorted
    filling = _Filling(connection)
    total = max(1, sum(pack.rows for pack in packs))
    for pack in packs:
        for some in _read(pack):
            filling.add(some)
            on_progress(f"reading {pack.name}", min(1.0, filling.lines / total) * _SHARE_OF_READING)
    connection.execute("COMMIT")
    for step, (words, script) in enumerate(_SETTLING.items()):
        on_progress(words, _SHARE_OF_READING + (1 - _SHARE_OF_READING) * step / len(_SETTLING))
        connection.executescript(script)
    connection.executemany("INSERT INTO meta VALUES (?,?)", _meta(packs, filling.homeless))
    on_progress("done", 1.0)


def _read(pack: Pack) -> Iterator[list[Line]]:
    """Yield the lines of a pack's table, some at once."""
    try:
        with io.TextIOWrapper(lzma.LZMAFile(io.BytesIO(pack.read())), "utf-8", newline="\n") as text:
            lines = map(Line.parse, text)
            while some := list(islice(lines, _AT_ONCE)):
                yield some
    except (lzma.LZMAError, EOFError, ValueError) as error:  # ValueError: not UTF-8, or a line that is none
        raise damaged(pack.name, f"its table {pack.table.name} cannot be read ({error})") from error


def _meta(packs: Sequence[Pack], homeless: int) -> Iterator[tuple[str, str]]:
    told = ("name", "sha256", "rows", "rows_by_country")
    made_from = [{field: getattr(pack, field) for field in told} for pack in packs]
    sources = {source.code: asdict(source) for pack in reversed(packs) for source in pack.sources}
    yield "packs", json.dumps(made_from)
    yield "sources", json.dumps(dict(sorted(sources.items())), ensure_ascii=False)
    yield "additions_to_no_place", str(homeless)


class _Filling:
    """The state of filling: how many lines there were, and the numbers of the units that later lines lie in."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._stop = read_stop_list()
        self._units: dict[str, tuple[int, int | None, int | None]] = {}  # id -> its number, its admin1's and admin2's
        self.lines = 0
        self.homeless = 0  # lines that add to a place which is not there

    def add(self, lines: Sequence[Line]) -> None:
        """Put some lines into the tables."""
        loose: tuple[list[tuple[object, ...]], ...] = ([], [], [], [])
        ids, spellings, skeletons, phrases = loose
        for line in lines:
            self.lines += 1
            if (place := self._place(line)) is None:
                continue
            number, country, is_new = place
            ids += ((id_, number) for id_ in line.other_ids)
            spellings += _spellings(number, line)
            skeletons += _skeletons(country, line)
            if is_new:
                names = (line.name, *(each.text for each in line.names if each.lang in ("", "en", "eng")))
                phrases += phrases_of(line.kind, line.population, names, line.abbreviations, stop=self._stop)
                phrases += ((text, DEMONYM) for text in line.demonyms)
        execute = self._connection.executemany
        execute("INSERT INTO loose_id VALUES (?,?)", ids)
        execute("INSERT INTO loose_spelling VALUES (?,?,?,?,?)", spellings)
        execute("INSERT INTO loose_skeleton VALUES (?,?,?)", skeletons)
        execute("INSERT INTO loose_phrase VALUES (?,?)", phrases)

    def _place(self, line: Line) -> tuple[int, str, bool] | None:
        """Insert the place, or add to the one that is there; return its number, its country and whether it is new."""
        if line.kind != ADDITION and self._is_inserted(line):
            return self.lines, line.country, True
        known = self._connection.execute(_NUMBER_AND_COUNTRY, (line.id,)).fetchone()
        if known is None:
            self.homeless += 1
            return None
        number, country = known
        joined = ("|".join(line.other_ids), "|".join(line.sources))
        self._connection.execute(_ADD, (line.lat, line.lon, line.population, line.feature, *joined, number))
        return number, country, False

    def _is_inserted(self, line: Line) -> bool:
        _, admin1, admin2 = self._units.get(line.parent, (None, None, None))
        row = (self.lines, line.id, line.kind, line.country, admin1, admin2, line.name)
        measures = (line.lat, line.lon, line.population, line.capital)
        origin = (line.feature, "|".join(line.other_ids), "|".join(line.sources))
        if self._connection.execute(_PLACE, row + measures + origin).rowcount == 0:
            return False
        if line.kind == "admin1":
            admin1 = self.lines
        elif line.kind == "admin2":
            admin2 = self.lines
        if line.kind not in ("settlement", "feature"):
            self._units[line.id] = (self.lines, admin1, admin2)
        return True


def _spellings(number: int, line: Line) -> Iterator[tuple[str, int, int, str, str]]:
    """Yield (key, place, how, text, lang): how is 0 main name, 1 other name, 2 abbreviation, 3 demonym."""
    if line.name:
        yield _plain(line.name).replace(" ", ""), number, int(line.kind == ADDITION), "", ""
    for text, lang in line.names:
        yield _plain(text).replace(" ", ""), number, 1, "", lang
    for text in line.abbreviations:
        yield name_key(text), number, 2, text, ""
    for text in line.demonyms:
        yield name_key(text), number, 3, "", ""


def _skeletons(country: str, line: Line) -> Iterator[tuple[str, str, str]]:
    """Yield (country, skeleton, key) for each name that tells a place within its country."""
    if not country or line.kind in ("country", "region"):
        return
    for words in {_plain(line.name), *(_plain(name.text) for name in line.names)}:
        if len(bones := _skeleton(words)) >= _SHORTEST_SKELETON:
            yield country, bones, words.replace(" ", "")


_plain = lru_cache(_REMEMBERED)(plain)
_skeleton = lru_cache(_REMEMBERED)(skeleton_of)
