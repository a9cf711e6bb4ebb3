"""The words of coreference: which nouns and pronouns ask for an actor named elsewhere (data/coreference.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page

_DEFINITE = {"the", "this", "that", "these", "those"}
_PLURAL = {"NNS", "NNPS"}
_TELLING = {"statement", "message", "video", "communique", "post", "tweet", "recording", "interview", "leaflet"}
_SPECIFYING = {"of", "in", "from", "behind", "near", "around", "along", "across", "inside", "outside", "within", "at"}
_OF_LANDS = ("an", "ese", "ish", "i", "ic")
_TIMES = {"DATE", "TIME"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a definite noun asks for: an actor with one of these labels; `is_many` where it is a plural of people.

    Of several the one with a label of `prefers` comes first: "the party" is a party before it is an armed group.
    `is_agent` where it only speaks of who acted just before ("the attackers"), `is_civil` if it may be unarmed,
    `is_of_land` if it is called after a land ("the Lebanese group").
    """

    labels: frozenset[str]
    prefers: frozenset[str]
    is_many: bool = False
    is_agent: bool = False
    is_civil: bool = False
    is_of_land: bool = False


@cache
def load_coreference() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((files(__package__) / "data" / "coreference.yaml").read_text("utf-8"))
    return data


@cache
def listed(*path: str) -> frozenset[str]:
    """Return the words of one list of data/coreference.yaml: `listed("pronouns", "owned")`."""
    found: Any = load_coreference()
    for name in path:
        found = found[name]
    return frozenset(found)


@cache
def _groups() -> Mapping[tuple[bool, str], Mapping[str, Any]]:
    """Return the first group of nouns that has a word, by whether it is used in the plural and the word."""
    found: dict[tuple[bool, str], Mapping[str, Any]] = {}
    for group in load_coreference()["groups"]:
        for word in group["words"]:
            found.setdefault((group.get("many", False), word), group)
    return found


@cache
def words_for_groups() -> frozenset[str]:
    """Return the words for armed groups and their people."""
    return frozenset(w for group in load_coreference()["groups"] if "rebel" in group["labels"] for w in group["words"])


def wanted_by(page: Page, noun: int) -> Wanted | None:
    """Return what a definite noun asks for ("the armed group", "the rebels"), or None: "the first group to"."""
    is_many, lemma = page.tokens[noun].tag in _PLURAL, _lemma(page, noun)
    group = _groups().get((is_many, lemma))
    if group is None or not _is_definite(page, noun, group):
        return None
    prefers, is_civil = frozenset(group.get("prefers", ())), lemma in listed("civil_bodies", "called")
    is_agent, is_of_land = group.get("agents", False), _is_called_after_a_land(page, noun)
    return Wanted(frozenset(group["labels"]), prefers, is_many, is_agent, is_civil, is_of_land)


def is_word_for_a_group(page: Page, noun: int) -> bool:
    """Tell whether a noun is a word for an armed group or its people, definite or not: "a group", "gunmen"."""
    return _lemma(page, noun) in words_for_groups()


def _lemma(page: Page, noun: int) -> str:
    word = page.tokens[noun]
    return word.lemma.lower() if word.lemma != word.text else word.text.lower().removesuffix("s")


def _is_definite(page: Page, noun: int, group: Mapping[str, Any]) -> bool:
    """Tell whether a noun can only mean what was named before: "the armed group", not "the group of men"."""
    first, _ = grammar.phrase(page, noun)
    if page.tokens[first].text.lower() not in _DEFINITE or _is_specified(page, noun):
        return False
    return _are_fitting(page, range(first + 1, noun), group)


def _are_fitting(page: Page, between: range, group: Mapping[str, Any]) -> bool:
    """Tell whether the words before a noun leave open whether it was named: "armed", "Lebanese", "Iran-backed"."""
    allowed = set(group.get("described", ()))
    for index in between:
        token = page.tokens[index]
        is_hyphenated = "-" in {page.tokens[index - 1].text, page.tokens[index + 1].text, token.text}
        is_listed = bool({token.text.lower(), token.lemma.lower()} & allowed)
        if not (is_listed or is_hyphenated or _is_of_a_land(page, index)):
            return False
    return True


def _is_called_after_a_land(page: Page, noun: int) -> bool:
    first, _ = grammar.phrase(page, noun)
    return any(_is_of_a_land(page, index) for index in range(first + 1, noun))


def _is_of_a_land(page: Page, index: int) -> bool:
    """Tell whether a word is a land's or a people's adjective: "Ugandan", "Shia", "Kurdish"."""
    token = page.tokens[index]
    if not token.text[:1].isupper() or index in page.mention_at:
        return False
    return token.entity == "NORP" or token.pos == "ADJ" or token.text.endswith(_OF_LANDS)


def _is_specified(page: Page, noun: int) -> bool:
    """Tell whether what follows a noun says which is meant: "the group that", "the militants in the region"."""
    for index in page.children[noun]:
        token = page.tokens[index]
        after_comma = index > noun and page.tokens[noun + 1].text == ","
        if index < noun or after_comma:
            continue
        if token.dep in {"relcl", "acl", "appos"}:
            return True
        if token.dep == "prep" and token.lemma in _SPECIFYING and not _is_of_telling(page, index):
            return True
    return False


def _is_of_telling(page: Page, preposition: int) -> bool:
    """Tell whether a preposition only says where something was said, or when: "the group, in a statement,"."""
    objects = grammar.objects_of(page, preposition)
    return any(page.tokens[i].lemma in _TELLING or page.tokens[i].entity in _TIMES for i in objects)


def quoted(page: Page, noun: int) -> str:
    """Return a noun's phrase in quotation marks, for the reason of its referent."""
    first, last = grammar.phrase(page, noun)
    return repr(" ".join(token.text for token in page.tokens[first : last + 1]))
