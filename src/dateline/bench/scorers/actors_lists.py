"""Lists of organisations looked up in the roster: UCDP's actors and the UN Security Council's list."""

import csv
import lzma
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from dateline.actors import Roster, look_up
from dateline.actors.lists import read_un_list, read_un_names
from dateline.bench.bootstrap import interval, percentage
from dateline.bench.records import Row
from dateline.errors import InputError

_UCDP_COLUMNS = ("NameData", "NameOrig", "NameOrigFull", "NameOrigFullEng", "NewName", "NewNameFullEng")
_RECENT_ID = 1100  # UCDP numbers actors as they come: from about here on they were first active in 2010 or later
# Reference numbers of lists about arms and assets of states, whose entries are firms and ministries.
_NOT_ABOUT_CONFLICT = ("KP", "IR", "IQ")
_CONTAINED = "the list is built into the roster: this says that nothing was lost"


def rows(folder: Path, roster: Roster) -> tuple[Row, ...]:
    """Return the share of each list's organisations of which a name or alias leads to an actor, in percent."""
    ucdp = next(iter(sorted(folder.glob("ucdp_actors_*.csv"))), None)
    un = next(
        iter(sorted([*folder.glob("un_sc_consolidated_*.xml"), *folder.glob("un_sc_consolidated_*.xml.xz")])), None
    )
    return (*(_ucdp_rows(ucdp, roster) if ucdp else ()), *(_un_rows(un, roster) if un else ()))


def _ucdp_rows(path: Path, roster: Roster) -> Iterator[Row]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        actors = list(csv.DictReader(file))
    missing = {"ActorId", *_UCDP_COLUMNS} - (actors[0].keys() if actors else set())
    if missing:
        raise InputError(f"{path}: no column {', '.join(sorted(missing))}; UCDP's actor data set is needed")
    found = [_is_found([row[column] for column in _UCDP_COLUMNS], roster) for row in actors]
    recent = [hit for row, hit in zip(actors, found, strict=True) if int(row["ActorId"]) >= _RECENT_ID]
    yield _share("actors.ucdp.recall", recent, f"ids from {_RECENT_ID}, first active about 2010 or later; {_CONTAINED}")
    yield _share("actors.ucdp.all.recall", found, f"every actor since 1946; {_CONTAINED}")


def _un_rows(path: Path, roster: Roster) -> Iterator[Row]:
    with _unpacked(path) as plain:
        entities = list(read_un_names(plain))
        with_list = roster.with_rows(read_un_list(plain, roster=roster))
    found = [_is_found(names, roster) for _, names in entities]
    armed = [
        hit for (number, _), hit in zip(entities, found, strict=True) if not number.startswith(_NOT_ABOUT_CONFLICT)
    ]
    then = [_is_found(names, with_list) for _, names in entities]
    yield _share("actors.un.recall", found, "as shipped: names of the list are not built in, it carries no licence")
    yield _share("actors.un.conflict.recall", armed, "as shipped, without the lists about arms and assets of states")
    yield _share("actors.un.with_list.recall", then, "after `dateline actors add-list` of the same file")


@contextmanager
def _unpacked(path: Path) -> Iterator[Path]:
    """Give the list as a plain file."""
    if path.suffix != ".xz":
        yield path
        return
    with TemporaryDirectory() as folder:
        plain = Path(folder) / path.stem
        plain.write_bytes(lzma.decompress(path.read_bytes()))
        yield plain


def _is_found(names: Sequence[str], roster: Roster) -> bool:
    return any(look_up(name, roster=roster) for name in names if name.strip().lower() not in {"", "n/a"})


def _share(metric: str, found: Sequence[bool], note: str) -> Row:
    table = np.array([[hit, 1] for hit in found], dtype=np.float64)
    if not len(table):
        return Row(metric, None, n=0, note="the list is empty")
    return Row(metric, *interval(table, percentage), len(found), note=note)
