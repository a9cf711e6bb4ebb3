"""Polygons: the shipped areas of administrative units, unpacked once a machine, and points inside them."""

import hashlib
import io
import lzma
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from dateline.places.packs import CORE, Pack, core_folder, pack_folders, read_pack
from dateline.places.unpack import kept_in_cache, written_whole
from dateline.values.points import Point

UNITS_PER_DEGREE = 10_000  # the tables' whole numbers are 1e-4 degree, 11 m at the equator
KM_PER_DEGREE = 111.195  # of latitude, on a sphere of IUGG's mean radius
_STEM = "polygons"
_LAYOUT = 1  # raised whenever this file makes another database of the same tables
_BREAK = np.iinfo(np.int32).min  # parts rings
_TABLES = """
CREATE TABLE unit (
    n INTEGER PRIMARY KEY, level INTEGER NOT NULL, id TEXT, name TEXT NOT NULL, country TEXT NOT NULL,
    above TEXT, above_name TEXT, source TEXT NOT NULL, year INTEGER, code TEXT,
    west INTEGER NOT NULL, south INTEGER NOT NULL, east INTEGER NOT NULL, north INTEGER NOT NULL, rings BLOB NOT NULL);
CREATE TABLE source (code TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE INDEX unit_by_id ON unit (id);
CREATE INDEX unit_by_code ON unit (code);
"""
_INSERT = "INSERT INTO unit VALUES (NULL,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"

Whole = npt.NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """An area as its borders: columns of `starts` and `ends` are degrees east and north, one row a piece of border."""

    starts: npt.NDArray[np.float64]
    ends: npt.NDArray[np.float64]

    @classmethod
    def from_rings(cls, rings: Whole) -> "Shape":
        """Make the shape of rings of whole numbers, shape (points, 2), parted by rows of the smallest number."""
        pieces = (rings[:-1, 0] != _BREAK) & (rings[1:, 0] != _BREAK)
        return cls(rings[:-1][pieces] / UNITS_PER_DEGREE, rings[1:][pieces] / UNITS_PER_DEGREE)

    def encloses(self, point: Point) -> bool:
        """Tell whether the point lies inside: a line from it to the east crosses the border an odd number of times."""
        (x1, y1), (x2, y2) = self.starts.T, self.ends.T
        spans = (y1 > point.lat) != (y2 > point.lat)
        x1, y1, x2, y2 = x1[spans], y1[spans], x2[spans], y2[spans]
        crossings = x1 + (point.lat - y1) * (x2 - x1) / (y2 - y1)
        return bool(np.count_nonzero(crossings > point.lon) % 2)

    def km_to_border(self, point: Point) -> float:
        """Return the distance to the border in kilometres, on a plane that touches the Earth at the point.

        Good to some 0.1 % at 50 km outside the polar circles; the shorter way across the antimeridian is not seen.
        """
        scale = np.array([np.cos(np.radians(point.lat)), 1.0]) * KM_PER_DEGREE
        here = np.array([point.lon, point.lat])
        starts, ends = (self.starts - here) * scale, (self.ends - here) * scale
        along = ends - starts
        lengths = np.maximum((along**2).sum(axis=1), 1e-12)
        nearest = starts + np.clip(-(starts * along).sum(axis=1) / lengths, 0.0, 1.0)[:, None] * along
        return float(np.sqrt((nearest**2).sum(axis=1).min()))


def installed_polygons() -> tuple[Pack, ...]:
    """Return the core's table of polygons, then those of the installed packs that have one, by name."""
    drawn = ((name, folder) for name, folder in pack_folders() if folder.joinpath(f"{_STEM}.json").is_file())
    folders = ((CORE, core_folder()), *drawn)
    return tuple(read_pack(name, folder, stem=_STEM) for name, folder in folders)


def unpacked_polygons() -> Path:
    """Return the SQLite file of all installed polygons, making it first if it is not there; that takes some seconds.

    Raises InstallationError where a table is damaged or the cache folder cannot be written to.
    """
    packs = installed_polygons()
    version = hashlib.sha256(" ".join([str(_LAYOUT), *(pack.sha256 for pack in packs)]).encode()).hexdigest()[:12]
    return kept_in_cache(_STEM, version, lambda target: unpack(packs, target))


def unpack(packs: Iterable[Pack], target: Path) -> None:
    """Make the SQLite file of packed tables; it appears under its name only when it is whole."""
    with written_whole(target) as connection:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; BEGIN;" + _TABLES)
        for pack in packs:
            sources = [(source.code, f"{source.name}, {source.licence}") for source in pack.sources]
            connection.executemany("INSERT OR IGNORE INTO source VALUES (?,?)", sources)
            with io.TextIOWrapper(lzma.LZMAFile(io.BytesIO(pack.read())), "utf-8") as lines:
                connection.executemany(_INSERT, map(_row, lines))
        connection.execute("COMMIT")


def _row(line: str) -> tuple[object, ...]:
    """Return the row of one line of a table; `tools/build_polygons.py` describes the columns."""
    level, id_, name, country, above, above_name, source, year, code, text = line.rstrip("\n").split("\t")
    rings = read_rings(text)
    drawn = rings[rings[:, 0] != _BREAK]
    box = (*map(int, drawn.min(axis=0)), *map(int, drawn.max(axis=0)))
    about = (int(level), id_ or None, name, country, above or None, above_name or None, source)
    return (*about, int(year) if year else None, code or None, *box, rings.tobytes())


def read_rings(text: str) -> Whole:
    """Return the rings of a line: whole numbers of shape (points, 2), a row of the smallest number after each ring."""
    return np.vstack([block for ring in text.split(";") for block in _ring(ring)])


def _ring(text: str) -> Iterator[Whole]:
    yield np.array(text.split(), dtype=np.int32).reshape(-1, 2).cumsum(axis=0, dtype=np.int32)
    yield np.full((1, 2), _BREAK, dtype=np.int32)
