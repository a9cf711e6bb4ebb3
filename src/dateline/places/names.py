"""Names: the forms under which a place is looked up. Case, accents, hyphens, spaces and apostrophes don't count."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml

_MOST_AFFIX_WORDS = 4
_REMEMBERED = 20_000  # names: 5 MB
_LONGEST_REMEMBERED = 60  # characters; longer texts are no names
_BETWEEN_NAMES = re.compile(r"\s*[/()\[\];]\s*")
# Letters that Unicode does not take apart into a letter and an accent, as English spellings write them.
_PLAIN_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "\u0131": "i",
        "æ": "ae",
        "œ": "oe",
        "ə": "a",
        "ħ": "h",
        "ŋ": "n",
        # Arabic script: one letter for the forms that Arabic, Persian, Urdu, Pashto and Kurdish keyboards give.
        "\u0640": None,  # tatweel, which only stretches a word
        "\u0671": "\u0627",  # alef with wasla
        "\u0649": "\u064a",  # alef maksura as yeh
        "\u06cc": "\u064a",
        "\u06d0": "\u064a",
        "\u06cd": "\u064a",
        "\u06d2": "\u064a",
        "\u06a9": "\u0643",
        "\u06aa": "\u0643",
        "\u0629": "\u0647",  # teh marbuta as heh
        "\u06c1": "\u0647",
        "\u06be": "\u0647",
        "\u06d5": "\u0647",
        "\u06c3": "\u0647",
    }
)
_NO_LETTERS = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalnum()})
_ACCENTS = re.compile("[\u0300-\u036f]+")
_VOWEL_SIGNS = ("Mn", "Mc")  # of Devanagari, Bengali, Burmese, Thai: no letters to Unicode, but parts of the word


@dataclass(frozen=True, slots=True)
class Affix:
    """What a word around a name says: the kind of place it announces, and whether it makes the place vaguer."""

    words: str
    kind: str | None
    fuzzy: bool


@dataclass(frozen=True, slots=True)
class Stripped:
    """A plain name with words around it taken off, and what those words said, outermost first."""

    name: str
    affixes: tuple[Affix, ...]

    @property
    def kinds(self) -> frozenset[str]:
        return frozenset(affix.kind for affix in self.affixes if affix.kind)

    @property
    def fuzzy(self) -> bool:
        return any(affix.fuzzy for affix in self.affixes)


def read_data(name: str) -> Any:
    """Return the parsed YAML of `places/data/<name>`; PyYAML's parser in C takes a tenth of the time."""
    text = files("dateline.places").joinpath("data", name).read_text("utf-8")
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506 - both are safe loaders


def plain(text: str) -> str:
    """Return the words of a name in small letters without accents or punctuation, parted by one space.

    Arabic, Persian and Urdu forms of one letter become the same; harakat and tatweel go.
    """
    return _plain_name(text) if len(text) <= _LONGEST_REMEMBERED else _plain_words(text)


@lru_cache(_REMEMBERED)
def _plain_name(text: str) -> str:
    return _plain_words(text)


def _plain_words(text: str) -> str:
    words = (_plain_latin(text) or _plain_any(text)).split()
    if len(words) > 1 and words[-1] == "s" and text.rstrip().endswith(("'s", "\u2019s", "'S", "\u2019S")):
        words.pop()  # "Pakistan's"
    return " ".join(words)


def _plain_latin(text: str) -> str | None:
    """Return the letters of a text in plain Latin letters and accents, quickly; None of any other text."""
    if not text.isascii():
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return text.lower().translate(_NO_LETTERS) if text.isascii() else None


def _plain_any(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text)
    letters = "".join(char for char in parts if not unicodedata.combining(char))
    letters = letters.casefold().translate(_PLAIN_LETTERS)
    return "".join(char if _is_letter(char) else " " for char in letters)


def _is_letter(char: str) -> bool:
    return char.isalnum() or unicodedata.category(char) in _VOWEL_SIGNS


def name_key(text: str) -> str:
    """Return the key under which a name is looked up: "Deir ez-Zor", "DEIR EZ ZOR" and "Deir Ezzor" have the same."""
    return plain(text).replace(" ", "")


@cache
def affixes() -> tuple[dict[str, Affix], dict[str, Affix]]:
    """Return the affixes before and after a name, by their plain words; a word may stand in one entry only."""
    data = read_data("affixes.yaml")
    before, after = ({}, {})  # type: tuple[dict[str, Affix], dict[str, Affix]]
    for side, table in (("prefixes", before), ("suffixes", after)):
        for entry in data[side]:
            for words in map(plain, entry["words"]):
                table.setdefault(words, Affix(words, entry["kind"], entry.get("fuzzy", False)))
    return before, after


@cache
def articles() -> tuple[frozenset[str], tuple[str, ...]]:
    """Return the articles that may be left out of a name, and those to try adding."""
    data = read_data("affixes.yaml")["articles"]
    return frozenset(data["words"]), tuple(data["add"])


def strip_affixes(text: str, *, depth: int = 2) -> Iterator[Stripped]:
    """Yield the name without the words around it, the longest affix first, up to `depth` affixes one after another."""
    for stripped in _strip_one(plain(text).split()):
        yield stripped
        if depth > 1:
            for deeper in strip_affixes(stripped.name, depth=depth - 1):
                yield Stripped(deeper.name, stripped.affixes + deeper.affixes)


def _strip_one(words: list[str]) -> Iterator[Stripped]:
    before, after = affixes()
    for length in range(min(_MOST_AFFIX_WORDS, len(words) - 1), 0, -1):
        if (affix := after.get(" ".join(words[-length:]))) is not None:
            yield Stripped(" ".join(words[:-length]), (affix,))
        if (affix := before.get(" ".join(words[:length]))) is not None:
            yield Stripped(" ".join(words[length:]), (affix,))


def article_variants(text: str) -> Iterator[str]:
    """Yield the keys of the name without its article, then with an Arabic or Spanish article before it."""
    leave_out, add = articles()
    words = plain(text).split()
    if len(words) > 1 and words[0] in leave_out:
        yield "".join(words[1:])
    for article in add if words else ():
        yield article + "".join(words)


def alternatives(text: str) -> Iterator[Stripped]:
    """Yield each of several names that stand as one ("Palmyra/Tadmur", "Khan Sheikhun (north)"), whole or stripped."""
    parts = [part for part in _BETWEEN_NAMES.split(text) if plain(part)]
    if len(parts) > 1:
        for part in parts:
            yield Stripped(plain(part), ())
            yield from strip_affixes(part)
