"""The grammar of dates: compiles a language's words and forms, and finds the phrases of a text in one pass.

A text becomes one character a word, that character says of which classes the word is, and one regular expression of
all forms runs over those characters. So the cost of a word does not grow with the length of the words or of the text
between two dates, and no form can run far: every form has a fixed number of words.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import chain
from typing import Any

import yaml

from dateline.errors import InputError
from dateline.values.dates_forms import (
    Form,
    classes_of_digits,
    compile_form,
    digit_words,
    number_of,
    words_beside,
    words_of_form,
)

Slot = int | str
Words = Mapping[str, Mapping[str, Slot]]

_BLOCK = 50_000  # characters matched at a time: memory stays flat on a text of any size
_TOKEN = re.compile(
    r"[0-9]{1,3}(?:,[0-9]{3}){1,6}(?![0-9])|[0-9]{1,2}:[0-9]{2}|[0-9]++\.[0-9]{1,3}+(?![.0-9])"
    r"|[0-9]++(?:(?:st|nd|rd|th|s)(?!\w))?|[^\W\d_]++|-{2,}+|\n[ \n]*\n|[^\w\s]"
)
_FIRST_CODE = 0xE000  # private-use characters stand for sets of classes
_LONGEST_COUNT = 3  # digits of a count
_LOOK_BACK = 14  # words within which a cue of the future governs a date


@dataclass(frozen=True, slots=True)
class Pattern:
    """One form: its name, the reader that gives it a value, that reader's constants, each slot's groups and classes."""

    name: str
    reads: str
    constants: Mapping[str, Any]
    slots: Mapping[str, Sequence[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of a text that have the form of a date. Offsets are code points; `anchor` is where an event begins."""

    pattern: Pattern
    start: int
    end: int
    slots: Mapping[str, Slot]
    before: str  # the word before it, "" at the beginning
    before_start: int
    after: str  # the word after it, "'s" for a possessive, "" at the end
    is_before_plain_word: bool  # the word after it is on no list
    anchor: int | None
    is_future: bool


@dataclass(frozen=True, slots=True)
class Grammar:
    """A language's compiled words and forms, and its tables as data."""

    words: Words
    tables: Mapping[str, Any]
    capitals: frozenset[str]
    codes: Mapping[str, str]
    plain: str
    other: str
    count: str
    starts: re.Pattern[str]  # a word that any form may begin with
    matchers: Mapping[str, re.Pattern[str]]  # by such a word's class character, the forms that may begin with it
    patterns: Mapping[str, Pattern]

    def code(self, word: str) -> str:
        """Return the character that stands for a word's classes."""
        known = self.codes.get(word)
        if known is not None:
            return known
        if word[0].isalpha():
            return self.plain
        return self.count if len(word) == _LONGEST_COUNT and word.isdecimal() else self.other

    def matches(self, codes: str) -> Iterator[re.Match[str]]:
        """Yield the forms in a text of class characters, from left to right."""
        position = 0
        while start := self.starts.search(codes, position):
            found = self.matchers[start[0]].match(codes, start.start())
            if found:
                yield found
            position = found.end() if found else start.end()


@cache
def load_grammar(language: str) -> Grammar:
    """Read and compile `data/<language>/dates.yaml`; raises InputError if there is none for that language."""
    return compile_grammar(load_data(language))


@cache
def load_data(language: str) -> dict[str, Any]:
    """Return a language's date data as it stands in its file, examples included."""
    folder = resources.files("dateline.values") / "data"
    file = folder / language / "dates.yaml"
    if not language.isalnum() or not file.is_file():
        known = ", ".join(sorted(entry.name for entry in folder.iterdir() if (entry / "dates.yaml").is_file()))
        raise InputError(f"there are no words for dates in the language {language!r}; there are for: {known}")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    data: dict[str, Any] = yaml.load(file.read_text("utf-8"), Loader=loader)  # noqa: S506 - a safe loader, in C if there
    return data


def compile_grammar(data: Mapping[str, Any]) -> Grammar:
    """Give every set of classes that a word can have its character, and compile the forms over those characters."""
    classes = _classes_of_words(data)
    kinds = sorted(set(classes.values()), key=sorted)
    code_of = {kind: chr(_FIRST_CODE + number) for number, kind in enumerate(kinds)}
    plain, other, count = (chr(_FIRST_CODE + len(kinds) + number) for number in range(3))
    members: dict[str, str] = {"plain": plain, "count": count}
    for kind, code in code_of.items():
        for name in kind:
            members[name] = members.get(name, "") + code
    forms = [compile_form(entry, members, data["parts"], number) for number, entry in enumerate(data["patterns"])]
    matchers = _matchers(forms)
    return Grammar(
        words=data["words"],
        tables={name: data[name] for name in ("bare_plural", "positions", "seasons")},
        capitals=frozenset(data["capitals"]),
        codes={word: code_of[kind] for word, kind in classes.items()},
        plain=plain,
        other=other,
        count=count,
        starts=re.compile(f"[{''.join(sorted(matchers))}]"),
        matchers=matchers,
        patterns={
            f"p{number}": Pattern(entry["name"], entry["reads"], entry.get("with", {}), form.slots)
            for number, (entry, form) in enumerate(zip(data["patterns"], forms, strict=True))
        },
    )


def _matchers(forms: Sequence[Form]) -> dict[str, re.Pattern[str]]:
    """Return, by class character, one expression of the forms that may begin with it, in their order."""
    chosen: dict[str, str] = {}
    for code in frozenset[str]().union(*(form.firsts for form in forms)):
        chosen[code] = "|".join(form.expression for form in forms if code in form.firsts)
    compiled = {expression: re.compile(expression) for expression in set(chosen.values())}
    return {code: compiled[expression] for code, expression in chosen.items()}


def find_phrases(folded: str, grammar: Grammar) -> Iterator[Phrase]:
    """Yield the phrases of a folded text from left to right; they do not overlap."""
    lowered = folded.replace("\u0130", "I").lower()  # the one letter whose lower case has another length
    for start, end in _blocks(lowered):
        yield from _phrases_of_block(_Block(folded, lowered, start, end, grammar), grammar)


def _classes_of_words(data: Mapping[str, Any]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, words in data["words"].items():
        for word in words:
            found.setdefault(word, set()).add(name)
    forms = [*data["parts"].values(), *(entry["form"] for entry in data["patterns"])]
    named = [*map(words_of_form, forms), *map(words_beside, data["patterns"])]
    for word in chain.from_iterable(named):
        found.setdefault(word, set()).add("=" + word)
    for digits in digit_words():
        found.setdefault(digits, set()).update(classes_of_digits(digits))
    return {word: frozenset(names) for word, names in found.items()}


class _Block:
    """A stretch of text as words: where each begins and ends, and its class character."""

    def __init__(self, folded: str, lowered: str, start: int, end: int, grammar: Grammar) -> None:
        self.lowered = lowered
        self.starts: list[int] = []
        self.ends: list[int] = []
        codes: list[str] = []
        known, code = grammar.codes.get, grammar.code
        for match in _TOKEN.finditer(lowered, start, end):
            word = match.group()
            self.starts.append(match.start())
            self.ends.append(match.end())
            codes.append(known(word) or code(word))
        self.codes = "".join(codes)
        self.folded = folded
        self.is_lower = folded[start:end] == lowered[start:end]

    def word(self, index: int) -> str:
        return self.lowered[self.starts[index] : self.ends[index]] if 0 <= index < len(self.starts) else ""


def _phrases_of_block(block: _Block, grammar: Grammar) -> Iterator[Phrase]:
    for match in grammar.matches(block.codes):
        pattern = grammar.patterns[str(match.lastgroup)]
        slots, anchor = _read_slots(block, match, pattern, grammar)
        if slots is None:
            continue
        first, last = match.start(), match.end() - 1
        yield Phrase(
            pattern=pattern,
            start=block.starts[first],
            end=block.ends[last],
            slots=slots,
            before=block.word(first - 1),
            before_start=block.starts[first - 1] if first else 0,
            after=_word_after(block, last),
            is_before_plain_word=block.codes[last + 1 : last + 2] == grammar.plain,
            anchor=anchor,
            is_future=_is_future(block, first, grammar),
        )


def _read_slots(
    block: _Block, match: re.Match[str], pattern: Pattern, grammar: Grammar
) -> tuple[dict[str, Slot] | None, int | None]:
    slots: dict[str, Slot] = {}
    anchor = None
    groups = ((slot, group, kind) for slot, groups in pattern.slots.items() for group, kind in groups)
    for slot, group, kind in groups:
        index = match.start(group)
        if index < 0 or slot in slots:
            continue
        word = block.word(index)
        if word in grammar.capitals and not block.is_lower and block.folded[block.starts[index]] == word[0]:
            return None, None
        if slot == "event":
            anchor = block.starts[index]
        slots[slot] = _value(word, grammar.words.get(kind))
    return slots, anchor


def _value(word: str, words: Mapping[str, Slot] | None) -> Slot:
    if words is not None:
        return words[word]
    number = number_of(word)
    return word if number is None else number


def _word_after(block: _Block, last: int) -> str:
    word, following = block.word(last + 1), block.word(last + 2)
    return "'s" if word == "'" and following == "s" else word


def _is_future(block: _Block, first: int, grammar: Grammar) -> bool:
    cues, ends, not_behind = (grammar.words[name] for name in ("future_cue", "future_ends", "future_not_behind"))
    for index in range(first - 1, max(-1, first - 1 - _LOOK_BACK), -1):
        word = block.word(index)
        if word in cues and (index == 0 or block.word(index - 1) not in not_behind):
            return True
        if word in ends:
            return False
    return False


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = min(len(text), start + _BLOCK)
        if end < len(text):
            cut = max(text.rfind("\n", start, end), text.rfind(" ", start, end))
            end = cut if cut > start else end
        yield start, end
        start = end
