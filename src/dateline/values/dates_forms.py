"""Forms of dates: compiles one form of dates.yaml to a regular expression over class characters.

A word of a text stands as one character that says of which classes it is (see dates_grammar). A form names classes and
words; compiled, it has a fixed greatest length, so matching it cannot run far.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

_ITEM = re.compile(r"\{(\w+)(?::(\w+))?\}|([()|?])|([^\s(){}|?]+)")
_END = "end"  # stands for the end of the text among the words beside a form


@dataclass(frozen=True, slots=True)
class Form:
    """A compiled form: its expression, its slots, and the class characters that it may begin with.

    A slot that stands in several branches has several groups, each with the class of its word there.
    """

    expression: str
    slots: Mapping[str, Sequence[tuple[str, str]]]
    firsts: frozenset[str]


class _Piece(NamedTuple):
    expression: str
    firsts: str
    is_optional: bool


def words_of_form(text: str) -> Iterator[str]:
    """Yield the words that a form names as themselves, not as a class."""
    return (match[4] for match in _ITEM.finditer(text) if match[4])


def words_beside(entry: Mapping[str, Any]) -> Iterator[str]:
    """Yield the words that an entry names as themselves beside its form."""
    sides = ("preceded_by", "not_preceded_by", "followed_by", "not_followed_by")
    words = (word for side in sides for word in entry.get(side, ()))
    return (word for word in words if word != _END and not word.startswith("{"))


def compile_form(entry: Mapping[str, Any], members: Mapping[str, str], parts: Mapping[str, str], number: int) -> Form:
    """Compile one entry of `patterns`; `members` maps a class, or "=word", to its characters, `number` names groups."""
    maker = _Maker(members, parts, number)
    body = maker.choice(maker.items(entry["form"]))
    before = maker.beside(entry.get("preceded_by"), "(?<={})") + maker.beside(entry.get("not_preceded_by"), "(?<!{})")
    end = r"|\Z" if _END in entry.get("followed_by", ()) else ""
    after = maker.beside(entry.get("followed_by"), "(?={}" + end + ")")
    after += maker.beside(entry.get("not_followed_by"), "(?!{})")
    expression = f"(?P<p{number}>{before}(?:{body.expression}){after})"
    return Form(expression, maker.slots, frozenset(body.firsts))


class _Maker:
    """Reads a form by recursive descent; collects its slots."""

    def __init__(self, members: Mapping[str, str], parts: Mapping[str, str], number: int) -> None:
        self.members = members
        self.parts = parts
        self.number = number
        self.slots: dict[str, list[tuple[str, str]]] = {}

    def items(self, form: str) -> deque[re.Match[str]]:
        return deque(_ITEM.finditer(form))

    def choice(self, items: deque[re.Match[str]]) -> _Piece:
        branches = [self._sequence(items)]
        while items and items[0][3] == "|":
            items.popleft()
            branches.append(self._sequence(items))
        return _Piece(
            "|".join(branch.expression for branch in branches),
            "".join(branch.firsts for branch in branches),
            any(branch.is_optional for branch in branches),
        )

    def _sequence(self, items: deque[re.Match[str]]) -> _Piece:
        expression, firsts, is_optional = "", "", True
        while items and items[0][3] not in ("|", ")"):
            piece = self._atom(items)
            if is_optional:
                firsts += piece.firsts
            is_optional = is_optional and piece.is_optional
            expression += piece.expression
        return _Piece(expression, firsts, is_optional)

    def _atom(self, items: deque[re.Match[str]]) -> _Piece:
        item = items.popleft()
        if item[3] == "(":
            piece = self.choice(items)
            items.popleft()
        elif item[1] in self.parts:
            piece = self.choice(self.items(self.parts[item[1]]))
        else:
            return self._mark(self._word(item), items)
        return self._mark(_Piece(f"(?:{piece.expression})", piece.firsts, piece.is_optional), items)

    @staticmethod
    def _mark(piece: _Piece, items: deque[re.Match[str]]) -> _Piece:
        if items and items[0][3] == "?":
            items.popleft()
            return _Piece(f"{piece.expression}?", piece.firsts, is_optional=True)
        return piece

    def _word(self, item: re.Match[str]) -> _Piece:
        name, slot, _, word = item.groups()
        codes = self.members[name or f"={word}"]
        if word or (name == "plain" and not slot):
            return _Piece(f"[{codes}]", codes, is_optional=False)
        groups = self.slots.setdefault(slot or name, [])
        group = f"{slot or name}_{self.number}_{len(groups)}"
        groups.append((group, name))
        return _Piece(f"(?P<{group}>[{codes}])", codes, is_optional=False)

    def beside(self, words: Sequence[str] | None, template: str) -> str:
        if not words:
            return ""
        names = (word[1:-1] if word.startswith("{") else f"={word}" for word in words if word != _END)
        return template.format("[" + "".join(self.members[name] for name in names) + "]")


# -- numbers in digits -----------------------------------------------------------------------------------------------

_SMALL_NUMBERS = (("day", 1, 31), ("month_number", 1, 12))
_LAST_DAY = 31
_YEAR_DIGITS, _SHORT_YEAR_DIGITS = 4, 2
_OUR_TIME = range(1900, 2100)  # without a month beside it a number is a year only within these
_DECADE, _CENTURY = 10, 100


def digit_words() -> Iterator[str]:
    """Yield every word of digits that has classes of its own: to four digits, ordinals, decades."""
    yield from (f"{number:0{width}d}" for width in (1, 2, 4) for number in range(10**width))
    yield from (f"{number}{suffix}" for number in range(1, _LAST_DAY + 1) for suffix in ("st", "nd", "rd", "th"))
    yield from (f"{number}s" for number in _OUR_TIME if number % _DECADE == 0)


def number_of(word: str) -> int | None:
    """Return the number that a word of digits names, with or without an ending ("2nd", "1990s"); else None."""
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdecimal() and digits.isascii() else None


def classes_of_digits(word: str) -> Iterator[str]:
    number = number_of(word)
    assert number is not None
    if not word.isdecimal():
        yield "decade" if number in _OUR_TIME else "ordinal"
    elif len(word) == _YEAR_DIGITS:
        yield from _classes_of_year(number)
    else:
        yield "count"
        yield from (name for name, low, high in _SMALL_NUMBERS if low <= number <= high)
        if len(word) == _SHORT_YEAR_DIGITS:
            yield from ("two_digits", "late_year") if number > _LAST_DAY else ("two_digits",)


def _classes_of_year(number: int) -> Iterator[str]:
    if number:
        yield "year"
    if number in _OUR_TIME:
        yield "near_year"
        if number % _CENTURY:
            yield "stated_year"
        if number % _DECADE == 0:
            yield "ten_year"
