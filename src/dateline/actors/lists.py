"""Lists: organisations of a published list that a reader has, as rows for a casebook's roster.

Lists without a licence cannot ship with Dateline; whoever may use one reads it in here.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

from dateline.actors.lookup import look_up
from dateline.actors.roster import Roster
from dateline.actors.rows import Row, checked_rows
from dateline.errors import InputError
from dateline.mentions.plain import plain

UN_LIST = "UN Security Council consolidated list"
_BRACKETS = re.compile(r"\s*\([^()]*\)")
_SMALL = {"of", "the", "for", "and", "in", "al", "de", "et", "la", "le", "pour", "wa"}


def read_un_list(path: Path, *, roster: Roster) -> list[Row]:
    """Return a row for each organisation on the UN Security Council's list whom the roster does not know.

    `path` is the consolidated list in XML, as the UN publishes it. Names in capitals get a headline's capitals; all
    spellings are looked up, those of several words are also searched for in texts. The id is the reference number.
    Raises InputError where the file is another.
    """
    rows = [_row(number, names) for number, names in read_un_names(path) if not _knows(roster, names)]
    return checked_rows(rows, str(path))


def read_un_names(path: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield reference number and names of each organisation on the UN's list; raises InputError for another file."""
    try:
        root = ET.fromstring(path.read_bytes())  # noqa: S314 - a file that the reader names; expat expands no bombs
    except (OSError, ET.ParseError) as error:
        raise InputError(f"{path}: not the UN's consolidated list in XML ({error})") from error
    if root.tag != "CONSOLIDATED_LIST":
        raise InputError(f"{path}: its root is {root.tag}, not CONSOLIDATED_LIST; the UN's list in XML is needed")
    for entity in root.iterfind("ENTITIES/ENTITY"):
        names = [_text(entity, "FIRST_NAME"), *(_text(each, "ALIAS_NAME") for each in entity.iter("ENTITY_ALIAS"))]
        yield _text(entity, "REFERENCE_NUMBER"), [name for name in names if name]


def _text(element: ET.Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _knows(roster: Roster, names: list[str]) -> bool:
    return any(len(found) == 1 for name in names if (found := look_up(name, roster=roster)))


def _row(number: str, names: list[str]) -> dict[str, Any]:
    written = list(dict.fromkeys(_headlined(name) for name in names))
    own, *others = dict.fromkeys(_BRACKETS.sub("", name).strip() or name for name in written)
    searched = [name for name in others if len(name.split()) > 1]
    return {
        "id": "-".join(plain(f"un {number}").split()),
        "name": own,
        "kind": "organisation",
        "aliases": searched,
        "listed": [name for name in dict.fromkeys((*written, *others)) if name not in {own, *searched}],
        "external": [["un", number]],
        "ordinary": True,
        "source": UN_LIST,
        "reason": f"{number} on the {UN_LIST}",
    }


def _headlined(name: str) -> str:
    if not name.isupper():
        return name
    words = name.lower().split()
    return " ".join(_capital(word, is_first=index == 0) for index, word in enumerate(words))


def _capital(word: str, *, is_first: bool) -> str:
    if word.startswith("("):
        return word.upper()  # an acronym
    if word in _SMALL and not is_first:
        return word
    return re.sub(r"(^|[-/])(\w)", lambda found: found[1] + found[2].upper(), word)
