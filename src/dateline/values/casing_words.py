"""Casing words: how a language writes its words, names, titles and acronyms; read once."""

import lzma
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import InputError

_SETS = (
    "acronyms",
    "not_acronyms",
    "ordinals",
    "titles",
    "particles",
    "articles",
    "begins",
    "ends",
    "heads",
    "near_heads",
    "openers",
    "opened_heads",
    "joins",
    "stops",
    "months",
    "before_month",
    "month_words",
    "abbreviations",
)


@dataclass(frozen=True, slots=True)
class CasingWords:
    """The words of one language, all in lower case; `either` are words that are also names."""

    common: frozenset[str]
    either: frozenset[str]
    prefixes: tuple[str, ...]
    acronyms: frozenset[str]
    not_acronyms: frozenset[str]
    ordinals: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    articles: frozenset[str]
    begins: frozenset[str]
    ends: frozenset[str]
    heads: frozenset[str]
    near_heads: frozenset[str]
    demonyms: tuple[str, ...]
    openers: frozenset[str]
    opened_heads: frozenset[str]
    joins: frozenset[str]
    stops: frozenset[str]
    phrases: frozenset[tuple[str, ...]]
    phrase_starts: frozenset[str]
    months: frozenset[str]
    before_month: frozenset[str]
    month_words: frozenset[str]
    abbreviations: frozenset[str]


def load_casing_data(language: str) -> dict[str, Any]:
    """Return the parsed data file of a language; InputError if Dateline has none."""
    path = files("dateline.values").joinpath("data", language, "recasing.yaml")
    if not (language.isalpha() and path.is_file()):
        raise InputError(f"there are no casing words for the language {language!r}; use 'en'")
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


@cache
def casing_words(language: str) -> CasingWords:
    """Return the casing words of a language; InputError if Dateline has none."""
    data = load_casing_data(language)
    listed = _read_list(language)
    names, words = set(data["names"]), set(data["words"])
    common = ({word.rstrip("*") for word in listed} - names) | words
    phrases = frozenset(tuple(phrase.split()) for phrase in data["phrases"])
    return CasingWords(
        common=frozenset(common),
        either=frozenset(word[:-1] for word in listed if word.endswith("*")) - names - words,
        prefixes=tuple(sorted(data["prefixes"], key=len, reverse=True)),
        phrases=phrases,
        phrase_starts=frozenset(phrase[0] for phrase in phrases),
        demonyms=tuple(data["demonyms"]),
        **{name: frozenset(data[name]) for name in _SETS},
    )


def _read_list(language: str) -> list[str]:
    packed = files("dateline.values").joinpath("data", language, "words.txt.xz").read_bytes()
    return [line for line in lzma.decompress(packed).decode().splitlines() if line[:1] != "#"]
