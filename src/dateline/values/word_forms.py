"""Word forms: how a word in capitals is written by itself, in small letters and with a capital."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from dateline.values.casing_words import CasingWords, casing_words
from dateline.values.folding import lower

_LONGEST_ACRONYM = 6  # letters; a longer unknown word is a name unless it has no vowel
_LONGEST_WORD = 60  # characters; what is longer is no word
_SHORTEST_STEM = 4  # letters behind a prefix
_CONTRACTIONS = frozenset({"s", "t", "re", "ve", "ll", "d", "m"})
_ELISIONS = frozenset({"d", "o", "l", "n"})  # D'Averso, O'Brien, L'Aquila
_HEAD = re.compile(r"[^aeiouy]*")
_TAIL = re.compile(r"[^aeiouy]*$")


class Casing(IntEnum):
    """What a word is by itself."""

    COMMON = 0
    EITHER = 1  # a word that is also a name: "bush", "banks"
    NAME = 2
    ACRONYM = 3
    AS_IT_IS = 4  # "M-16", "12", a word that is not in capitals


@dataclass(frozen=True, slots=True)
class Form:
    """A word's casing with its small and its capital form, both as long as the word."""

    casing: Casing
    small: str
    capital: str


@lru_cache(maxsize=1 << 16)
def form_of(word: str, language: str) -> Form:
    """Return the form of a word as it stands in a text in capitals."""
    words = casing_words(language)
    low = lower(word)
    if "." in word:
        return Form(Casing.ACRONYM, word, word)
    if not word.isupper() or len(word) > _LONGEST_WORD:
        return Form(Casing.AS_IT_IS, word, word)
    if any(letter.isdigit() for letter in word):
        return _form_with_digits(word, low, words)
    if "-" not in word:
        return _form_of_part(word, words)
    parts = [_form_of_part(part, words) for part in word.split("-")]
    small = "-".join(part.small for part in parts)
    return Form(parts[0].casing, small, "-".join([parts[0].capital, *(part.small for part in parts[1:])]))


def _form_with_digits(word: str, low: str, words: CasingWords) -> Form:
    """Ordinals become small ("14th"), words behind a number too ("400-meter"); designations stay ("M-16")."""
    letters = low.lstrip("0123456789")
    if letters in words.ordinals or (
        letters[:1] == "-" and all(part in words.common for part in letters[1:].split("-"))
    ):
        return Form(Casing.AS_IT_IS, low, low)
    return Form(Casing.AS_IT_IS, word, word)


def _form_of_part(word: str, words: CasingWords) -> Form:
    stem, _, rest = word.partition("'")
    low, low_rest = lower(word), lower(rest)
    if rest and low_rest not in _CONTRACTIONS and lower(stem) in _ELISIONS:
        name = f"{stem}'{rest[0]}{low_rest[1:]}"
        return Form(Casing.NAME, name, name)
    casing = _casing(low[: len(stem)], words)
    capital = word[0] + low[1:]
    if casing is Casing.ACRONYM:
        kept = word[: len(stem)] + low[len(stem) :]
        return Form(casing, kept, kept)
    if casing is Casing.NAME:
        return Form(casing, capital, capital)
    return Form(casing, low, capital)


def _casing(low: str, words: CasingWords) -> Casing:
    if low in words.acronyms or (len(low) == 1 and low not in words.common and low not in ("a", "y")):
        return Casing.ACRONYM
    if low in words.particles:
        return Casing.NAME
    if low in words.either:
        return Casing.EITHER
    if low == "a" or low in words.common or _is_prefixed(low, words):
        return Casing.COMMON
    return Casing.ACRONYM if low not in words.not_acronyms and _cannot_be_said(low, words) else Casing.NAME


def _is_prefixed(low: str, words: CasingWords) -> bool:
    return any(low.startswith(prefix) and _is_stem(low[len(prefix) :], words) for prefix in words.prefixes)


def _is_stem(rest: str, words: CasingWords) -> bool:
    return len(rest) >= _SHORTEST_STEM and rest in words.common and rest not in words.either


def _cannot_be_said(low: str, words: CasingWords) -> bool:
    head = _match(_HEAD, low)
    if head == low:
        return low.isascii()
    tail = _match(_TAIL, low)
    sayable = (len(head) < 2 or head in words.begins) and (len(tail) < 2 or tail in words.ends)
    return not sayable and len(low) <= _LONGEST_ACRONYM and low.isascii()


def _match(pattern: re.Pattern[str], text: str) -> str:
    found = pattern.search(text)
    return found[0] if found else ""
