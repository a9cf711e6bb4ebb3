"""Stamps: which coder, in which version and configuration, made a record."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass


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
