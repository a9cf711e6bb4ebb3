"""Countries and their adjectives: "Afghan" is AF; and which countries a text speaks of."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.mentions.plain import plain

_WORDS = re.compile(r"\S+")
_REMEMBERED = 50_000  # words: 10 MB
_LONGEST = 5  # words in the longest name: "Democratic Republic of the Congo"


@dataclass(frozen=True, slots=True)
class Country:
    """A country: ISO 3166-1 alpha-2 and alpha-3 codes, the name that coders write, others, and adjectives."""

    iso: str
    iso3: str
    name: str
    also: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()
    or_else: str | None = None  # the country that its bare name may mean as well: "Congo"


@cache
def load_countries() -> dict[str, Country]:
    """Return the countries of data/countries.yaml by their alpha-2 code."""
    rows = yaml.safe_load((files("dateline.actors") / "data" / "countries.yaml").read_text(encoding="utf-8"))
    return {row["iso"]: _country(row) for row in rows}


def _country(row: Mapping[str, Any]) -> Country:
    also, adjectives = (tuple(row.get(field, ())) for field in ("also", "adjectives"))
    return Country(row["iso"], row["iso3"], row["name"], also, adjectives, row.get("or_else"))


def find_country(name: str) -> Country | None:
    """Return the country that a name or adjective stands for ("Malian", "Afghans", "Pakistan's"), or None."""
    words = name.replace("\u2019", "'").removesuffix("'s").removesuffix("'")
    return _by_name().get(_key(words)) or _by_name().get(_key(words.removesuffix("s")))


def countries_in(text: str) -> Counter[str]:
    """Count the names and adjectives of countries in a text, by alpha-2 code; words in lower case do not count."""
    return Counter(iso for _, iso in country_spots(text))


def country_spots(text: str) -> Iterator[tuple[int, str]]:
    """Yield where a text names a country, by name or adjective, with its alpha-2 code, in order."""
    spots = [(match.start(), _bare(match[0])) for match in _WORDS.finditer(text) if match[0][0].isalnum()]
    words = [word for _, word in spots]
    keys = [_key(word) for word in words]
    counted = 0  # words up to here belong to a name already counted
    for index, word in enumerate(words):
        if index < counted or word[0].islower() or keys[index].split(" ")[0] not in _first_words():
            continue
        named = _longest_name(keys[index : index + _LONGEST])
        if named:
            country, length = named
            yield spots[index][0], country.iso
            counted = index + length


def _bare(word: str) -> str:
    return word.replace("'s", " ").replace("\u2019s", " ").strip()


def _longest_name(keys: list[str]) -> tuple[Country, int] | None:
    for length in range(len(keys), 0, -1):
        country = _by_name().get(" ".join(keys[:length]))
        if country:
            return country, length
    return None


@cache
def _by_name() -> dict[str, Country]:
    named: dict[str, Country] = {}
    for country in load_countries().values():
        plurals = (f"{adjective}s" for adjective in country.adjectives if adjective[0].isalpha())
        for name in (country.name, *country.also, *country.adjectives, *plurals):
            named.setdefault(_key(name), country)
    return named


@lru_cache(_REMEMBERED)
def _key(name: str) -> str:
    return "u s" if name == "US" else " ".join(plain(name).split())  # "us" is a pronoun


@cache
def _first_words() -> frozenset[str]:
    return frozenset(name.split()[0] for name in _by_name())
