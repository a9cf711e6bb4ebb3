"""Words around a name, from data/place_words.yaml."""

from functools import cache
from importlib.resources import files

import yaml


@cache
def place_words(section: str) -> frozenset[str]:
    """Return the words of one section of data/place_words.yaml."""
    data = yaml.safe_load((files("dateline.mentions") / "data" / "place_words.yaml").read_text(encoding="utf-8"))
    return frozenset(word for entry in data[section] for word in entry["words"])
