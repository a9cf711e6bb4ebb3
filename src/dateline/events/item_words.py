"""Words of an item: what of a text's wording tells one event from another. Weights and patterns are data."""

import json
import lzma
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import log, sqrt
from typing import Any

import yaml

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")  # "Sana'a", "Jean-Pierre", with either apostrophe
_NAMES = r"(?:[A-Z0-9][\w'\u2019.-]*)(?: [A-Z0-9][\w'\u2019.-]*){0,2}"
_DATA = "data"
TERMS = 40  # the heaviest words are kept: the rest of a report adds little and costs room
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of items.yaml, compiled."""

    addresses: tuple[re.Pattern[str], ...]
    ages: tuple[re.Pattern[str], ...]
    streets: Mapping[str, str]  # short form -> word
    directions: frozenset[str]
    offices: frozenset[str]
    separators: tuple[str, ...]  # of a headline and the name of its site


@cache
def load_wording() -> Wording:
    table: Mapping[str, Any] = yaml.safe_load((files("dateline.events") / _DATA / "items.yaml").read_text("utf-8"))
    streets = {short: word for word, forms in table["streets"].items() for short in forms}
    street = "|".join(rf"{form}\.?|{form.title()}\.?" for form in sorted(streets, key=len, reverse=True))
    return Wording(
        addresses=tuple(_compiled(entry["pattern"], street) for entry in table["addresses"]),
        ages=tuple(re.compile(entry["pattern"]) for entry in table["ages"]),
        streets=streets,
        directions=frozenset(table["directions"]),
        offices=frozenset(table["offices"]["words"]),
        separators=tuple(table["sites"]["separators"]),
    )


def _compiled(pattern: str, street: str) -> re.Pattern[str]:
    return re.compile(rf"\b{pattern}".replace("{names}", _NAMES).replace("{street}", f"(?:{street})"))


@cache
def load_rarity() -> Mapping[str, float]:
    """Return how rare each word of ordinary reports is: the logarithm of documents by those that hold it."""
    packed = (files("dateline.events") / _DATA / "rarity.json.xz").read_bytes()
    table: Mapping[str, float] = json.loads(lzma.decompress(packed))
    return table


def words_of(text: str) -> list[str]:
    """Return the words of a text, folded; a genitive is its noun."""
    words = (match.group().casefold().replace("\u2019", "'") for match in _WORD.finditer(text))
    return [word.removesuffix("'s") for word in words if len(word) >= _SHORTEST]


def weigh(text: str, number: int = TERMS) -> dict[str, float]:
    """Return the heaviest words of a text by tf-idf, as a vector of length 1; a word on no list is a rare one."""
    rarity = load_rarity()
    rarest = rarity[""]
    weights = {word: (1 + log(count)) * rarity.get(word, rarest) for word, count in Counter(words_of(text)).items()}
    heaviest = sorted(weights.items(), key=lambda each: (-each[1], each[0]))[:number]
    length = sqrt(sum(weight * weight for _, weight in heaviest)) or 1.0
    return {word: round(weight / length, 4) for word, weight in heaviest if weight > 0}


def find_ages(text: str) -> frozenset[int]:
    """Return the ages that a text gives."""
    return frozenset(int(match["age"]) for pattern in load_wording().ages for match in pattern.finditer(text))


def find_addresses(text: str) -> frozenset[str]:
    """Return streets, and house numbers or blocks in them, as a text gives them, folded."""
    found = (match for pattern in load_wording().addresses for match in pattern.finditer(text))
    return frozenset(each for match in found for each in _address(match))


def _address(match: re.Match[str]) -> Iterator[str]:
    wording, found = load_wording(), match.groupdict()
    street = wording.streets[found["street"].casefold().rstrip(".")]
    for name in (found["name"], found.get("other")):
        words = [word for word in (name or "").casefold().replace(".", "").split() if word not in wording.directions]
        if words and not all(word.isdigit() for word in words):
            yield " ".join([*words, street])
            if found.get("number"):
                yield " ".join([found["number"], *words, street])


def without_site(headline: str) -> str:
    """Return a headline without the name of the site that stands behind it."""
    ends = sorted(end for each in load_wording().separators if (end := headline.find(each)) >= 0)
    return next((headline[:end] for end in ends if headline[:end].count(" ") >= _SHORTEST), headline)


def holds_office(text: str, start: int) -> bool:
    """Tell whether the words before a name say that its bearer holds an office: "Sgt. Dana Whitlock"."""
    before = text[max(0, start - 40) : start].casefold().replace(".", " ").replace(",", " ").split()
    return bool(before) and before[-1] in load_wording().offices
