"""Lists of organisations looked up in the roster: UCDP's actors and the UN Security Council's list."""

import csv
import lzma
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np

from dateline.actors import Roster, look_up
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
    packed = path.read_bytes()
    try:
        root = ET.fromstring(lzma.decompress(packed) if path.suffix == ".xz" else packed)  # noqa: S314 - a list the user names
    except (ET.ParseError, lzma.LZMAError) as error:
        raise InputError(f"{path}: not the UN's consolidated list in XML ({error})") from error
    entities = [(_text(entity, "REFERENCE_NUMBER"), _names(entity)) for entity in root.iterfind("ENTITIES/ENTITY")]
    found = [_is_found(names, roster) for _, names in entities]
    numbers = [number for number, _ in entities]
    armed = [hit for number, hit in zip(numbers, found, strict=True) if not number.startswith(_NOT_ABOUT_CONFLICT)]
    yield _share("actors.un.recall", found, "names of the list are not built in: it carries no licence")
    yield _share("actors.un.conflict.recall", armed, "without the lists about arms and assets of three states")


def _names(entity: ET.Element) -> list[str]:
    return [_text(entity, "FIRST_NAME"), *(_text(each, "ALIAS_NAME") for each in entity.iter("ENTITY_ALIAS"))]


def _text(element: ET.Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _is_found(names: Sequence[str], roster: Roster) -> bool:
    return any(look_up(name, roster=roster) for name in names if name.strip().lower() not in {"", "n/a"})


def _share(metric: str, found: Sequence[bool], note: str) -> Row:
    table = np.array([[hit, 1] for hit in found], dtype=np.float64)
    if not len(table):
        return Row(metric, None, n=0, note="the list is empty")
    return Row(metric, *interval(table, percentage), len(found), note=note)
