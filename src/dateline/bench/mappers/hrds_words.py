"""The tables of data/hrds.yaml, and the reading of HRDsAttack's keys: the data's own spellings are levelled here."""

import re
from calendar import month_name
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.actors.countries import find_country, load_countries
from dateline.bench.scorers.hrds import Attack
from dateline.mentions.plain import plain

_FILE = files("dateline.bench") / "data" / "hrds.yaml"
_ALIKE = 0.8  # of two spellings, as difflib measures: "Novermber" is November
_UNITS = (" state", " province", " city", " county", " district")
_MONTHS = [name.lower() for name in month_name if name]


_DECORATED = r"(?:,[^,.]{0,80},)?\s*"  # what may stand between a name and its verb: ", 40, a teacher,"
_BE = "was|were|is|are|has been|have been|had been|being|been|who was|, who was"


@dataclass(frozen=True, slots=True)
class VictimWords:
    """The words that make somebody a victim or a speaker; patterns for what stands before a name, or behind it."""

    near: int  # words from a name
    before: frozenset[str]
    behind: frozenset[str]
    speakers: frozenset[str]
    suffers: re.Pattern[str]  # behind
    befallen: re.Pattern[str]  # behind
    callings: re.Pattern[str]  # before
    offices: re.Pattern[str]  # before
    speaks: re.Pattern[str]  # behind
    cited: re.Pattern[str]  # before
    age: re.Pattern[str]  # behind


@dataclass(frozen=True, slots=True)
class HrdsWords:
    violations: Mapping[str, str]  # kind of event -> violation
    topics: Mapping[str, re.Pattern[str]]
    deeds: re.Pattern[str]  # the words of the topics that are violations
    harms: re.Pattern[str]  # those, and the words of the topics that come of them
    located: re.Pattern[str]  # before a place's name
    bodies: re.Pattern[str]  # behind a town's name
    city_states: frozenset[str]
    victims: VictimWords
    perpetrators: Mapping[str, str]  # label or roster kind -> type
    nothing: frozenset[str]
    countries: Mapping[str, str]  # name -> code
    belongs: Mapping[str, str]  # code -> code


@cache
def read_words() -> HrdsWords:
    given = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    topics = given["topics"]
    deeds, comes = (
        [p for topic in given[part] for p in topics[topic]["phrases"]] for part in ("deeds", "comes_of_deeds")
    )
    located, between = (_any(given["located"][part]) for part in ("before", "between"))
    return HrdsWords(
        violations=_turned(given["violations"]),
        topics={topic: _pattern(rf"\b{_any(row['phrases'])}\b") for topic, row in topics.items()},
        deeds=_pattern(rf"\b{_any(deeds)}\b"),
        harms=_pattern(rf"\b{_any([*deeds, *comes])}\b"),
        located=_pattern(rf"\b{located}\s+(?:{between}\s+)*$"),
        bodies=_pattern(rf"(?:'s)?\s+{_any(given['bodies']['phrases'])}\b"),
        city_states=frozenset(given["city_states"]),
        victims=_victim_words(given["victims"]),
        perpetrators=_turned(given["perpetrators"]),
        nothing=frozenset(given["nothing"]),
        countries=_turned(given["countries"]),
        belongs=given["belongs"],
    )


def _victim_words(given: Mapping[str, Any]) -> VictimWords:
    own = rf"'s\s+(?:\w+\s+)?{_any(given['belongings'])}"
    return VictimWords(
        near=given["near"],
        before=frozenset(given["before"]),
        behind=frozenset(given["behind"]),
        speakers=frozenset(given["speakers"]),
        suffers=_pattern(rf"{_DECORATED}(?:\w+\s+)?(?:{_BE})\s+(?:\w+\s+){{0,2}}?{_any(given['suffered'])}\b"),
        befallen=_pattern(rf"{_DECORATED}(?:\w+\s+)?(?:{_any(given['befallen'])}|{own})\b"),
        callings=_pattern(rf"\b{_any(given['callings'])}s?\s*,?\s*$"),
        offices=_pattern(rf"\b{_any(given['offices'])}\s+(?:\w+\s+)?$"),
        speaks=_pattern(rf"[,\s]*(?:who\s+)?(?:\w+\s+){{0,4}}?{_any(given['speaking'])}\b"),
        cited=_pattern(rf"\b{_any(given['citing'])}\s+(?:\w+\s+){{0,3}}$"),
        age=_pattern(r",?\s*(?:\(?\d{1,2}\)?\s*,|aged|\d{1,2}\b|a \d)"),
    )


def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(words, re.IGNORECASE)


def _any(phrases: Iterable[str]) -> str:
    """Return a pattern for any of the phrases, the longest first."""
    return f"(?:{'|'.join(re.escape(each) for each in sorted(phrases, key=len, reverse=True))})"


def _turned(rows: Mapping[str, list[str]]) -> dict[str, str]:
    return {each: name for name, row in rows.items() for each in row}


def read_key(sample: Mapping[str, Any]) -> Attack:
    """Return the key of one article from its `merged_sample`; absences and misspelled months and countries levelled."""
    return Attack(
        bool(sample["perpetrator_mention"]),
        _said(sample["perpetrator_type"]),
        frozenset(sample["violation_types"]),
        tuple(dict.fromkeys(victim["victim_name"] for victim in sample["victims"] if victim["victim_name"])),
        country_code(sample["country"]),
        level_place(sample["region"]),
        level_place(sample["city"]),
        _number(sample["year"]),
        _month(sample["month"]),
        _number(sample["date"]),
    )


def _said(value: object) -> str | None:
    text = str(value if value is not None else "").strip()
    return None if text.lower() in read_words().nothing else text


def country_code(value: object) -> str | None:
    """Return the alpha-2 code of a country by name, the name in small letters where it is none, None for nothing."""
    text = _said(value)
    if text is None:
        return None
    country = find_country(text)
    known = read_words().countries
    code = known.get(text.lower()) or (country.iso if country else None) or _misspelt_country(text)
    return level_country(code or text.lower())


def _misspelt_country(text: str) -> str | None:
    codes = {each.name.lower(): each.iso for each in load_countries().values()} | dict(read_words().countries)
    return codes.get(_nearest(text, codes))


def level_country(code: str | None) -> str | None:
    """Return the code by which keys call a country: that of China for Hong Kong."""
    return read_words().belongs.get(code, code) if code is not None else None


def _nearest(text: str, names: Iterable[str]) -> str:
    """Return the name that a misspelled one is most like; the text itself where it is like none."""
    by_lower = {name.lower(): name for name in names}
    return next((by_lower[near] for near in get_close_matches(text.lower(), by_lower, 1, _ALIKE)), text)


def level_place(value: object) -> str | None:
    """Return a place's name in plain letters without "state", "city" or the like behind it; None for nothing."""
    text = _said(value)
    if text is None:
        return None
    words = " ".join(plain(text).split())
    return next((words.removesuffix(each) for each in _UNITS if words.endswith(each)), words)


def _number(value: object) -> int | None:
    text = _said(value)
    return int(float(text)) if text is not None and text.replace(".", "", 1).isdigit() else None


def _month(value: object) -> int | None:
    text = _said(value)
    named = _nearest(text, _MONTHS) if text is not None else None
    return _MONTHS.index(named) + 1 if named in _MONTHS else _number(text)
