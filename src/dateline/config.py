"""Configuration: `dateline.toml` read once, at the door, into one frozen value."""

import json
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dateline.errors import ConfigError

FILE_NAME = "dateline.toml"


class _Table(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Casebook(_Table):
    """`[casebook]`: what the piece of work is called."""

    name: Annotated[str, Field(min_length=1)] = "casebook"


class Coding(_Table):
    """`[coding]`: which coder makes the claims, how vague counts get numbers, which language is read, what is not."""

    coder: Literal["rules.v1", "model.v1", "combined.v1"] = "combined.v1"
    count_policy: Annotated[str, Field(pattern=r"^[a-z_]+(\.v\d+)?$")] = "dateline.v1"
    language: Annotated[str, Field(pattern=r"^[a-z]{2}$")] = "en"  # ISO 639-1
    gate: bool = True


class Fetch(_Table):
    """`[fetch]`: whether addresses on the network may be read."""

    online: bool = False


class Store(_Table):
    """`[store]`: the SQLAlchemy URL of the store; a relative SQLite path is relative to the casebook's folder."""

    url: Annotated[str, Field(pattern=r"^[a-z0-9+]+://")] = "sqlite:///casebook.db"


class Config(_Table):
    """The whole of `dateline.toml`, frozen. Every field has a default, so an empty file is a valid one."""

    casebook: Casebook = Casebook()
    coding: Coding = Coding()
    fetch: Fetch = Fetch()
    store: Store = Store()
    folder: Path = Field(default=Path(), exclude=True)  # where the file was found; not a setting

    @property
    def store_url(self) -> str:
        """The store's URL with a relative SQLite path made absolute."""
        scheme, _, path = self.store.url.partition(":///")
        if not scheme.startswith("sqlite") or not path or path == ":memory:" or Path(path).is_absolute():
            return self.store.url
        return f"{scheme}:///{(self.folder / path).resolve()}"


def find_casebook(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upwards, that holds a `dateline.toml`; None if there is none."""
    folder = start.resolve()
    return next((each for each in (folder, *folder.parents) if (each / FILE_NAME).is_file()), None)


def read_config(folder: Path) -> Config:
    """Read the folder's `dateline.toml`; raises ConfigError naming the file, the field and what it takes."""
    path = folder / FILE_NAME
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ConfigError(f"{folder} is not a casebook: it has no {FILE_NAME}. Run `dateline init` there.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path} cannot be read: {error}") from error
    return _checked(content, path)


def write_default(folder: Path, *, name: str | None = None) -> Path:
    """Write a `dateline.toml` with every setting at its default.

    Raises ConfigError if one is there already, or the folder cannot be made or written.
    """
    path = folder / FILE_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_default_text(name or folder.resolve().name or "casebook"))
    except FileExistsError:
        if not path.exists():  # the folder's own name is taken by a file
            raise ConfigError(f"{folder} is a file: choose another folder.") from None
        raise ConfigError(f"{path} is there already; edit it, or choose another folder.") from None
    except OSError as error:
        raise ConfigError(f"{path} cannot be written ({error.strerror}): choose another folder.") from error
    return path


def _checked(content: Mapping[str, Any], path: Path) -> Config:
    if "folder" in content:
        raise ConfigError(f"{path}: [folder] is not a setting; the settings are {_names(Config)}.")
    try:
        return Config.model_validate({**content, "folder": path.parent})
    except ValidationError as error:
        raise ConfigError("\n".join(_explain(each, path) for each in error.errors())) from error


def _explain(error: Mapping[str, Any], path: Path) -> str:
    """Turn one of pydantic's errors into: file, field, what was wrong, what it takes."""
    where = [str(part) for part in error["loc"]]
    field = f"[{where[0]}] {'.'.join(where[1:])}".strip()
    if error["type"] == "extra_forbidden":
        table: type[BaseModel] = Config if len(where) == 1 else _table(where[0])
        return f"{path}: {field} is not a setting; it takes {_names(table)}."
    return f"{path}: {field} is {error['input']!r}: {error['msg']}."


def _table(name: str) -> type[BaseModel]:
    table = Config.model_fields[name].annotation
    assert isinstance(table, type)
    assert issubclass(table, BaseModel)
    return table


def _names(table: type[BaseModel]) -> str:
    return ", ".join(name for name in table.model_fields if name != "folder")


def _default_text(name: str) -> str:
    defaults = Config()
    writable = name.encode("utf-8", "replace").decode("utf-8")  # a folder's name may hold any bytes
    quoted = json.dumps(writable, ensure_ascii=False).replace("\x7f", "\\u007f")  # TOML's basic strings are JSON's
    return f"""\
# A casebook of Dateline. Every setting is shown with its default.

[casebook]
name = {quoted}

[coding]
coder = "{defaults.coding.coder}"  # what makes the claims
count_policy = "{defaults.coding.count_policy}"  # the numbers that words like "dozens" stand for
language = "{defaults.coding.language}"  # ISO 639-1; documents in another language are kept but not coded
gate = {str(defaults.coding.gate).lower()}  # false also codes documents without violence, protest or armed actors

[fetch]
online = {str(defaults.fetch.online).lower()}  # true lets `dateline add` read addresses on the network

[store]
url = "{defaults.store.url}"  # SQLAlchemy URL; a relative path is relative to this file
"""
