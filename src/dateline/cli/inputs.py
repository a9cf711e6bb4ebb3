"""What the user names on the command line: files, folders, patterns, addresses, or "-" for standard input."""

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

from dateline.errors import InputError


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
    if path.is_dir():
        return sorted(each for each in path.rglob("*") if each.is_file() and not _is_hidden(each.relative_to(path)))
    if path.exists():
        return [path]
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
    found = [Path(each) for each in matches if Path(each).is_file()]
    if not found:
        raise InputError(f"{name}: there is no such file, folder or pattern.")
    return found


def _is_hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)
