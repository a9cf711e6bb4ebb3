"""Acronyms that a text defines: "Islamic State-Khorasan (IS-K)", "NATIONAL LIBERATION FRONT [FMLN]"."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.values.spans import Span

_BRACKETED = re.compile(r"[(\[]\s?\"?([^\W\d_][\w.-]{1,11})\"?\s?[)\]]")
_LONG_IN_BRACKETS = re.compile(r"(?<![\w-])([A-Z][A-Z0-9-]{1,11}) [(\[]([^\W\d_][^()\[\]]{5,90})[)\]]")
_PART = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_CUT = re.compile(r"[;:!?()\[\],\"]|\n\s*\n|(?<=[^\W\d_]{2})\. ")
_REACH = 150  # characters before the bracket: the longest names have about 100
_FEWEST_LOOSE = 3  # with two letters, half of them would be one chance letter


@dataclass(frozen=True, slots=True)
class Definition:
    """An acronym and its long form; `in_order` when the acronym's letters are the initials, in order."""

    acronym: Span
    long: Span
    in_order: bool


@dataclass(frozen=True, slots=True)
class _Part:
    """A word, or a part of a word that hyphens split, before the bracket; offsets in the whole text."""

    text: str
    start: int
    end: int
    follows_hyphen: bool
    is_small: bool


@cache
def bracket_words(section: str) -> frozenset[str]:
    """Return the words of one section of data/brackets.yaml."""
    data = yaml.safe_load((files("dateline.mentions") / "data" / "brackets.yaml").read_text(encoding="utf-8"))
    return frozenset(word for entry in data[section] for word in entry["words"])


def find_definitions(text: str) -> tuple[Definition, ...]:
    """Return the acronyms that the text defines in brackets, in order of appearance.

    `text` is folded but not recased. Initials are compared without case, so text in capitals works too. Where the
    letters are not the initials in order (an English name with a Spanish acronym), the definition is loose:
    half of the letters must be among the initials, and the name must have a clear beginning.
    """
    if "(" not in text and "[" not in text:
        return ()
    found = [_before_bracket(text, match) for match in _BRACKETED.finditer(text)]
    found += [_inside_bracket(text, match) for match in _LONG_IN_BRACKETS.finditer(text)]
    return tuple(sorted((each for each in found if each), key=lambda each: each.acronym))


def _before_bracket(text: str, match: re.Match[str]) -> Definition | None:
    if sum(letter.isupper() for letter in match[1]) < 2:
        return None
    first = max(0, match.start() - _REACH)
    closed = len(text[first : match.start()].rstrip(' "\n')) + first
    cuts = [cut.end() for cut in _CUT.finditer(text, first, closed)]
    parts = _parts(text, cuts[-1] if cuts else first, closed)
    if len(parts) < 2 or text[parts[-1].end : match.start()].strip(' "\n'):
        return None
    return _define(Span(match.start(1), match.end(1)), match[1], parts)


def _inside_bracket(text: str, match: re.Match[str]) -> Definition | None:
    parts = _parts(text, match.start(2), match.end(2))
    begin = _initials_begin(_letters(match[1]), parts)
    if begin != 0 or len(parts) < 2:
        return None
    return Definition(Span(match.start(1), match.end(1)), Span(parts[0].start, parts[-1].end), in_order=True)


def _define(acronym: Span, written: str, parts: tuple[_Part, ...]) -> Definition | None:
    letters = _letters(written)
    begin = _initials_begin(letters, parts)
    if begin is not None and len(parts) - begin >= 2:
        return Definition(acronym, Span(parts[begin].start, parts[-1].end), in_order=True)
    begin = _name_begin(letters, parts)
    if begin is None:
        return None
    return Definition(acronym, Span(parts[begin].start, parts[-1].end), in_order=False)


def _parts(text: str, first: int, last: int) -> tuple[_Part, ...]:
    small = bracket_words("small_words")
    return tuple(
        _Part(
            match[0],
            match.start(),
            match.end(),
            follows_hyphen=match.start() > first and text[match.start() - 1] == "-",
            is_small=match[0].lower() in small,
        )
        for match in _PART.finditer(text, first, last)
    )


def _letters(acronym: str) -> str:
    return "".join(letter for letter in acronym if letter.isalnum()).casefold()


def _initials_begin(letters: str, parts: tuple[_Part, ...]) -> int | None:
    """Return the index of the part where the initials begin, or None; small words count only where they must."""
    for small_words_count in (False, True):
        left = len(letters)
        for index in range(len(parts) - 1, -1, -1):
            part = parts[index]
            counts = small_words_count or not part.is_small
            if counts and part.text[:1].casefold() == letters[left - 1]:
                left -= 1
            elif not (part.is_small or part.follows_hyphen) or left == len(letters):
                break
            if left == 0:
                return index
    return None


def _is_border(part: _Part) -> bool:
    is_lower_case_word = part.text[:1].islower() and not part.is_small and not part.follows_hyphen
    return is_lower_case_word or part.text.lower() in bracket_words("borders")


def _name_begin(letters: str, parts: tuple[_Part, ...]) -> int | None:
    """Return where a name begins whose initials share half of the letters: after a border word or at the start."""
    after_border = [index + 1 for index, part in enumerate(parts) if _is_border(part)]
    begin = after_border[-1] if after_border else 0
    while begin < len(parts) and parts[begin].is_small:
        begin += 1
    content = [part for part in parts[begin:] if not part.is_small]
    if not 2 <= len(content) <= len(letters) + 2 or len(letters) < _FEWEST_LOOSE:
        return None
    shared = Counter(letters) & Counter(part.text[:1].casefold() for part in content)
    return begin if 2 * shared.total() >= len(letters) else None
