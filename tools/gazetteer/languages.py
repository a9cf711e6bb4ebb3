"""Which spellings of a place are kept: by language where it is stated, else by script."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

LARGE = 100_000  # people: from here on a place is written about in every language of the news
_LATIN = "LATIN"


@dataclass(frozen=True, slots=True)
class _Rules:
    everywhere: frozenset[str]
    large: frozenset[str]
    by_country: dict[str, frozenset[str]]
    script_of: dict[str, frozenset[str]]  # a language's scripts


@cache
def _rules() -> _Rules:
    data = yaml.safe_load(Path(__file__).with_name("languages.yaml").read_text("utf-8"))
    by_country = {country: frozenset(each["languages"]) for each in data["countries"] for country in each["of"]}
    scripts: dict[str, set[str]] = {}
    for script, languages in data["scripts"].items():
        for language in languages:
            scripts.setdefault(language, set()).add(script)
    script_of = {language: frozenset(names) for language, names in scripts.items()}
    return _Rules(frozenset(data["everywhere"]), frozenset(data["large"]), by_country, script_of)


@cache
def _script_of_letter(letter: str) -> str:
    return unicodedata.name(letter, "UNKNOWN").split()[0]


def script_of(text: str) -> str:
    """Return the script of a name's first letter as Unicode names it ("LATIN", "ARABIC"); "" without a letter."""
    return next((_script_of_letter(char) for char in text if char.isalpha()), "")


@cache
def _scripts_of(country: str) -> frozenset[str]:
    rules = _rules()
    languages = rules.by_country.get(country, frozenset())
    return frozenset().union(*(rules.script_of.get(language, frozenset()) for language in languages))


def is_kept(language: str, text: str, *, country: str, large: bool = False) -> bool:
    """Tell whether a spelling in this language ("und" where none is stated) is kept for a place of this country."""
    script, rules = script_of(text), _rules()
    if large and script in rules.large:
        return True
    if language == "und":
        return script == _LATIN or script in _scripts_of(country)
    of_country = rules.by_country.get(country, frozenset())
    return script != "" and (language in of_country or (language in rules.everywhere and script == _LATIN))


def kept_in_other_scripts(texts: Iterable[str], *, country: str, large: bool) -> Iterator[str]:
    """Yield, as `und:text`, the names in other scripts than Latin that are kept of names without a language."""
    for text in texts:
        if script_of(text) not in ("", _LATIN) and is_kept("und", text, country=country, large=large):
            yield f"und:{text}"
