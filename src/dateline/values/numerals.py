"""Numerals: numbers in digits and in words, as patterns and as values."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

# A space inside an expression: a few blanks, or one line break with its indent, never a blank line.
SPACE = r"(?: {1,3}| ?\n {0,6})"
# 1,500 - 1.500 - 1 500 - 12 - 1.5 (the last only before a scale word)
_DIGITS = r"(?:\d{1,3}(?:,\d{3}){1,3}(?!\d)|\d{1,3}(?:\.\d{3}){1,3}(?!\d)|\d{1,3}(?: \d{3}){1,3}(?!\d)|\d{1,9}(?!\d))"


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The number words of one language."""

    units: Mapping[str, int]
    teens: Mapping[str, int]
    tens: Mapping[str, int]
    scales: Mapping[str, int]
    dozen: tuple[str, ...]
    half_dozen: tuple[str, ...]


def one_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first, with any line break for a blank."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", SPACE) for word in ordered) + ")"


def number_pattern(words: NumberWords, *, after: str = "") -> str:
    """Return a pattern, without groups, for every number that `read_number` reads; it never gives up half a number.

    The number begins at a word's edge, or where the pattern `after` ends.
    """
    begins = after or r"(?<![\w.,:/#$€£@])(?<!\w-)"
    spelled = _spelled_pattern(words)
    dozen = one_of(words.dozen)
    scales = one_of(words.scales)
    digits = rf"(?:\d{{1,9}}\.\d{{1,2}}{SPACE}{scales}|{_DIGITS}(?:{SPACE}(?:{scales}|{dozen})\b)?)"
    in_words = rf"(?:{one_of(words.half_dozen)}|a{SPACE}{dozen}|{spelled}(?:{SPACE}{dozen}\b)?)\b"
    return f"{begins}(?>{digits}|{in_words})"


def _spelled_pattern(words: NumberWords) -> str:
    units = rf"{one_of(set(words.units) - {'zero'})}\b"
    teens = rf"{one_of(words.teens)}\b"
    below_hundred = rf"(?:{one_of(words.tens)}\b(?:[ -]{units})?|{teens}|{units})"
    rest = rf"(?:{SPACE}(?:and{SPACE})?{below_hundred})?"
    hundreds = rf"(?:(?:{units}|{teens}|a){SPACE}hundred\b{rest})"
    below_thousand = rf"(?:{hundreds}|{below_hundred})"
    tail = rf"(?:{SPACE}(?:and{SPACE})?{below_thousand})?"
    thousands = rf"(?:(?:{below_thousand}|a){SPACE}thousand\b{tail})"
    millions = rf"(?:(?:{below_thousand}|a){SPACE}million\b(?:{SPACE}(?:and{SPACE})?{thousands}|{tail}))"
    return rf"(?:zero\b|{millions}|{thousands}|{below_thousand})"


def read_number(text: str, words: NumberWords) -> int:
    """Return the number that a text matched by `number_pattern` stands for."""
    lowered = text.lower()
    if lowered in words.half_dozen:
        return 6
    if lowered[0].isdigit():
        return _read_digits(lowered, words)
    return _read_words(re.split(r"[\s-]+", lowered), words)


def _read_digits(text: str, words: NumberWords) -> int:
    *digits, last = text.split()
    factor = words.scales.get(last, 12) if last.isalpha() else 1
    compact = "".join(digits if last.isalpha() else [*digits, last])
    if re.fullmatch(r"\d+\.\d{1,2}", compact):
        whole, _, part = compact.partition(".")
        return int(whole) * factor + int(part) * factor // (100 if len(part) == 2 else 10)
    return int(re.sub(r"\D", "", compact)) * factor


def _read_words(parts: list[str], words: NumberWords) -> int:
    values = {**words.units, **words.teens, **words.tens, "a": 1}
    total = current = 0
    for part in parts:
        if part in values:
            current += values[part]
        elif part in words.dozen:
            current *= 12
        elif part in words.scales:
            scale = words.scales[part]
            current = max(current, 1) * scale
            if scale > 100:
                total, current = total + current, 0
    return total + current
