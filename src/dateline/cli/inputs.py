"""What the user names on the command line: files, folders, patterns, addresses, or "-" for standard input."""

import glob
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.config import FILE_NAME
from dateline.errors import InputError

_CAPTURES, _STORE = "captures", "casebook.db"  # what `dateline init` and `dateline add` call them
_ACTORS = ("actors.yaml", "actor_judgements.jsonl")  # what `dateline actors` calls them


def is_address(name: str) -> bool:
    return name.lower().startswith(("http://", "https://"))


def files_of(names: Iterable[str]) -> Iterator[Path]:
    """Yield the files that the names mean, each once: a folder's files in order of path, hidden ones left out.

    Raises InputError for a name that means nothing.
    """
    seen: set[Path] = set()
    for name in names:
        for path in _expand(name):
            if path not in seen:
                seen.add(path)
                yield path


def _expand(name: str) -> list[Path]:
    path = Path(name)
    if name and path.is_dir():
        return _files_inside(path)
    if name and path.exists():
        return [path]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    found = [Path(each) for each in matches if Path(each).is_file()]
    if not found:
        raise InputError(f"{name or 'an empty name'}: there is no such file, folder or pattern.")
    return found


def _files_inside(folder: Path) -> list[Path]:
    """Return a folder's files, and what should be read but cannot: locked folders, links that lead nowhere."""
    found: list[Path] = []
    for base, inner, names in os.walk(folder, onerror=lambda error: found.append(Path(error.filename))):
        is_left_out = _is_own if FILE_NAME in names else _is_hidden
        inner[:] = [name for name in inner if not is_left_out(name)]
        paths = (Path(base, name) for name in names if not is_left_out(name))
        found.extend(path for path in paths if path.is_file() or not path.exists())
    if not found:
        raise InputError(f"{folder}: there is no file in this folder.")
    return sorted(found)


def _is_hidden(name: str) -> bool:
    return name.startswith(".")


def _is_own(name: str) -> bool:
    """Tell whether a name in a casebook's folder is of the casebook itself: its settings, captures, actors or store."""
    return name in {FILE_NAME, _CAPTURES, *_ACTORS} or name.startswith(_STORE) or _is_hidden(name)
