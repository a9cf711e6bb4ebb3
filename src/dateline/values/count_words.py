"""Count words: the data of one language, read once and compiled to the patterns that find counts."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.errors import InputError
from dateline.values.counts import Operator
from dateline.values.numerals import SPACE, NumberWords, number_pattern, one_of


@dataclass(frozen=True, slots=True)
class CountWords:
    """What the finder needs to know of a language: patterns for lower-case text, and what their words mean."""

    numbers: NumberWords
    expression: re.Pattern[str]  # any number, vague word or stated zero with the words before and after it
    operators: Mapping[str, Operator]  # word before or after a number -> what it does to it
    vague: Mapping[str, str]  # word as written -> the word that a policy reads
    needs_people: frozenset[str]
    weak: frozenset[str]  # number words that count people only where people or harm follow
    not_before: re.Pattern[str]  # ends where a number that counts no people begins
    not_after: re.Pattern[str]  # begins where such a number ends
    cased_before: re.Pattern[str]  # the same, in the text's own case: "May 12"
    cased_after: re.Pattern[str]
    label_before: re.Pattern[str]
    year_before: re.Pattern[str]
    clock_before: re.Pattern[str]
    address_after: re.Pattern[str]
    things_after: re.Pattern[str]
    people_after: re.Pattern[str]  # a noun for people, at most two words on
    people_next: re.Pattern[str]  # a noun for people, directly
    person_after: re.Pattern[str]
    harm_next: re.Pattern[str]
    change_before: re.Pattern[str]
    additional_before: re.Pattern[str]
    additional_after: re.Pattern[str]
    not_denied: re.Pattern[str]
    scope: re.Pattern[str]
    parts: frozenset[str]
    policy_words: frozenset[str]  # every word that a policy must read


def load_count_data(language: str) -> dict[str, Any]:
    """Return the parsed data file of a language; InputError if Dateline has none."""
    path = files("dateline.values").joinpath("data", language, "counts.yaml")
    if not (language.isalpha() and path.is_file()):
        raise InputError(f"there are no count words for the language {language!r}; use 'en'")
    data: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return data


@cache
def count_words(language: str) -> CountWords:
    """Return the compiled words of a language; InputError if Dateline has none."""
    data = load_count_data(language)
    numbers = _number_words(data["numerals"])
    return CountWords(
        numbers=numbers,
        expression=re.compile(_expression(data, numbers)),
        operators=_operators(data),
        vague={word: entry["reads_as"] for entry in data["vague"] for word in entry["words"]},
        needs_people=frozenset(word for entry in data["vague"] if entry.get("only_people") for word in entry["words"]),
        weak=frozenset(data["numerals"]["weak"]),
        **{name: re.compile(pattern) for name, pattern in _surroundings(data).items()},
        not_denied=re.compile(rf"\b{one_of(data['zero']['not_denied'])}"),
        scope=re.compile(_scope(data["scopes"])),
        parts=frozenset(data["scopes"]["parts"]),
        policy_words=frozenset(entry["reads_as"] for entry in data["vague"]) | {"plural"},
    )


def _operators(data: Mapping[str, Any]) -> dict[str, Operator]:
    entries = (*data["before"], *data["after"])
    return {word: Operator(entry["operator"]) for entry in entries for word in entry["words"]}


def _number_words(numerals: Mapping[str, Any]) -> NumberWords:
    return NumberWords(
        units=numerals["units"],
        teens=numerals["teens"],
        tens=numerals["tens"],
        scales=numerals["scales"],
        dozen=tuple(numerals["dozen"]),
        half_dozen=tuple(numerals["half_dozen"]),
    )


def _expression(data: Mapping[str, Any], numbers: NumberWords) -> str:
    number = number_pattern(numbers)
    second = number_pattern(numbers, after=r"(?<=[\s-])")
    before = one_of(word for entry in data["before"] for word in entry["words"])
    after = one_of(word for entry in data["after"] for word in entry["words"] if word[0] not in ",-+")
    glued = one_of(word for entry in data["after"] for word in entry["words"] if word[0] in ",-+")
    open_words = one_of(entry["open"] for entry in data["ranges"] if entry["open"])
    links = one_of(entry["link"] for entry in data["ranges"] if not entry["open"] and entry["link"] != "-")
    opened = rf"{open_words}{SPACE}(?P<low>{number}){SPACE}and{SPACE}(?P<high>{number})"
    plain = rf"(?P<first>{number})(?:(?:{SPACE}{links}{SPACE}|{SPACE}?-{SPACE}?)(?P<second>{second}))?"
    suffix = rf"(?P<after>{SPACE}{after}(?!\w)|{glued}(?![\w-]))?"
    vague = one_of(word for entry in data["vague"] for word in entry["words"])
    prefix = rf"(?:(?P<before>{before})(?:{SPACE}(?P<also>{before}))?{SPACE})?"
    hedged = rf"{prefix}(?:{opened}|{plain}|(?P<vague>{vague})\b){suffix}"
    both = rf"(?P<both>{one_of(data['both']['words'])})\b"
    alone = rf"(?P<another>{one_of(data['additional']['alone'])})\b"
    return rf"(?<!\w)(?:{_zero(data)}|{both}|{alone}(?!{SPACE}(?:{number}))|{hedged})"


def _zero(data: Mapping[str, Any]) -> str:
    zero = data["zero"]
    nouns = one_of([*zero["harm"], *(plural for _, plural in data["people"])])
    counted = rf"{nouns}\b(?!{SPACE}{one_of(data['compounds'])}\b)"
    noun = rf"(?:(?!{one_of(zero['not_zero'])}\b)[\w'-]{{1,24}}{SPACE}){{0,2}}(?!{one_of(zero['not_zero'])}\b){counted}"
    determiner = rf"(?P<no>{one_of(zero['determiners'])})(?={SPACE}{noun})"
    verbs = rf"(?P<verbs>(?:[\w'-]{{1,24}}{SPACE}){{0,3}})"
    denied = rf"{one_of(zero['denials'])}{SPACE}{verbs}(?P<any>any)(?={SPACE}{noun})"
    return rf"(?P<nobody>{one_of(zero['words'])})\b(?!{SPACE}(?:other|the))|{determiner}|{denied}"


def _surroundings(data: Mapping[str, Any]) -> dict[str, str]:
    """Return the patterns for what stands beside a number; those named `_before` and `not_before` end at it."""
    compound = rf"(?!{SPACE}{one_of(data['compounds'])}\b)"
    thing = rf"(?!{SPACE}{one_of(data['things'])}\b)"  # "another militant faction" is no militant
    people = rf"{one_of(plural for _, plural in data['people'])}\b{compound}"
    persons = rf"{one_of(person for pair in data['people'] for person in pair)}\b{compound}{thing}"
    word = rf"(?:(?!{one_of(data['function_words'])}\b)[\w'-]{{1,24}}{SPACE})"
    thing_word = rf"(?:(?!{people})(?!{one_of(data['function_words'])}\b)[\w'-]{{1,24}}{SPACE})"
    of_the = rf"(?:of{SPACE}(?:(?:the|these|those|its|their|his){SPACE})?)?"
    things = one_of(thing for thing in data["things"] if thing.endswith("s"))
    months = one_of(data["months"])
    cased = one_of(spelling for month in data["months_that_are_words"] for spelling in (month, month.upper()))
    clock = one_of(data["clock"])
    degrees = one_of(data["degrees"])
    designated = rf"(?:#|(?<!\w){one_of(data['designations'])})"
    suffixes = one_of(data["people_suffixes"])
    harm = one_of([*data["zero"]["harm"], *data["additional"]["after"]])
    return {
        "not_before": rf"(?:\b{degrees}{SPACE}|\b{_day_after_month(months)}|{_money(data)}|{designated}#?{SPACE}?)$",
        "not_after": rf"{_month_after_day(months)}|{_unit(data)}|-(?!{suffixes}\b)\w|%|'s\b|[/:.,]\d|\w",
        "cased_before": rf"\b{_day_after_month(cased)}$",
        "cased_after": _month_after_day(cased),
        "label_before": rf"(?<!\w){one_of(data['labels'])}(?:{SPACE}|-)?#?{SPACE}?$",
        "year_before": rf"\b{one_of(data['years'])}{SPACE}$",
        "clock_before": rf"\b{clock}{SPACE}$",
        "address_after": rf"{SPACE}{thing_word}{{0,3}}{one_of(data['addresses'])}\b",
        "things_after": rf"{SPACE}{of_the}{thing_word}{{0,2}}{things}\b",
        "people_after": rf"{SPACE}{of_the}{word}{{0,2}}{people}",
        "people_next": rf"{SPACE}{people}",
        "person_after": rf"{SPACE}{of_the}{word}{{0,2}}{persons}",
        "harm_next": rf"{SPACE}(?:of{SPACE}(?:them|whom)|{harm})\b",
        "change_before": rf"\b{one_of(data['change_verbs'])}\b[^.;\n]{{0,40}}\bfrom{SPACE}$",
        "additional_before": rf"\b{one_of(data['additional']['before'])}{SPACE}$",
        "additional_after": rf"{SPACE}{one_of(data['additional']['after'])}\b(?!{SPACE}(?:than|or)\b)",
    }


def _day_after_month(months: str) -> str:
    return rf"{months}\.?{SPACE}(?:\d{{1,2}}(?:{SPACE}?(?:-|to|and|or|,){SPACE}?|,{SPACE}))?"


def _month_after_day(months: str) -> str:
    other_day = rf"(?:{SPACE}?(?:-|to|and|or|,){SPACE}?\d{{1,2}})?"
    return rf"{other_day}(?:{SPACE}(?:of{SPACE})?|-){months}\b"


def _money(data: Mapping[str, Any]) -> str:
    return rf"(?:[$€£]|\b{one_of(data['currencies'])}) ?"


def _unit(data: Mapping[str, Any]) -> str:
    between = rf"(?:(?:more|consecutive|and{SPACE}a{SPACE}half|and{SPACE}one{SPACE}half){SPACE})?"
    return rf"(?:{SPACE}?-{SPACE}?|{SPACE})?(?:of{SPACE})?(?:the{SPACE})?{between}{one_of(data['units'])}(?!\w)"


def _scope(scopes: Mapping[str, Any]) -> str:
    closing = rf"{one_of(scopes['closes'])}\b"
    end = rf"(?={SPACE}{closing}|[.;:()\[\]\u2014]|,(?!\d)|\n\n|\Z)"
    inside = r"(?:[^.;:()\[\]\u2014\n,]|\n(?!\n)|,(?=\d{3}))"
    return rf"\b(?P<open>{one_of(scopes['opens'])}){SPACE}(?!{closing}){inside}{{1,90}}?{end}"
