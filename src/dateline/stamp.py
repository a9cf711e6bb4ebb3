"""Stamps: which coder, in which version and configuration, made a record."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path


@dataclass(frozen=True, slots=True, order=True)
class Stamp:
    """The maker of a record: its public name ("rules.v1"), release, and the hash of its configuration and data."""

    coder: str
    version: str
    config_hash: str


def hash_config(config: Mapping[str, object]) -> str:
    """Return 12 hex digits that change when any setting or data file in `config` changes."""
    canonical = json.dumps(config, sort_keys=True, default=str, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]


def hash_files(files: Iterable[Traversable | Path]) -> str:
    """Return 12 hex digits that change when any of the files changes, comes or goes; a file that is not there is none.

    For files of a megabyte at most: a larger one has a version, or its hash in a small file, that stands for it.
    """
    there = sorted((file for file in files if file.is_file()), key=lambda file: file.name)
    return hash_config({file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in there})
