"""Which casebook a command works in."""

from pathlib import Path

from dateline.config import FILE_NAME, Config, find_casebook, read_config
from dateline.errors import ConfigError


def open_casebook(folder: Path | None) -> Config:
    """Return the settings of the folder's casebook, or of the nearest one from here upwards; raises ConfigError."""
    found = find_here(folder)
    if found is None:
        raise ConfigError(f"there is no {FILE_NAME} here or above. Run `dateline init`, or name one with --casebook.")
    return found


def find_here(folder: Path | None) -> Config | None:
    """Return the settings of the folder's or the nearest casebook, or None if there is none; raises ConfigError."""
    if folder is not None:
        return read_config(folder)
    nearest = find_casebook(Path())
    return read_config(nearest) if nearest else None
