"""Relations: how actors stand to each other, by the ways of saying it in relations.yaml."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar, positions
from dateline.claims.coders.rules.assertion import assertion_of
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.told import Part, Telling, actor_part, circumstances
from dateline.claims.coders.rules.who import Who
from dateline.claims.records import Code, Named
from dateline.codebook import load_codebook

_FORMS = ("verbs", "nouns", "adjectives", "roles", "hyphenated", "prefixes")
_BETWEEN = ("between", "among")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One way of saying a relation; relations.yaml says what each field means."""

    id: str
    kind: str
    actor: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    holders: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    as_: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    joint: bool = False
    means: str | None = None
    sides: str | None = None
    mixed: str | None = None
    swap: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may say a relation: its form, the words that must stand with it, and the pattern."""

    form: str
    rest: tuple[str, ...]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Match:
    """Two actors found around a cue; `parts` are the cue's tokens, its head first."""

    pattern: Pattern
    parts: tuple[int, ...]
    actor: Who
    object: Who
    means: tuple[int, int] | None = None


@cache
def load_patterns() -> Mapping[str, tuple[Cue, ...]]:
    """Return the cues by the lemma or word that gives them away."""
    data = yaml.safe_load((files(__package__) / "data" / "relations.yaml").read_text(encoding="utf-8"))
    index: dict[str, list[Cue]] = {}
    for entry in data["patterns"]:
        pattern = _pattern(entry, tuple(data["light"]))
        for form in _FORMS:
            for text in entry.get(form, ()):
                words = tuple(text.split(" "))
                head, rest = (words[-1], words[:-1]) if form in {"roles", "nouns"} else (words[0], words[1:])
                index.setdefault(head, []).append(Cue(form, rest, pattern))
    return {head: tuple(cues) for head, cues in index.items()}


def _pattern(entry: Mapping[str, Any], light: tuple[str, ...]) -> Pattern:
    def listed(name: str) -> tuple[str, ...]:
        value = entry.get(name, ())
        return (value,) if isinstance(value, str) else tuple(value)

    means = entry.get("means")
    return Pattern(
        id=entry["id"],
        kind=load_codebook().relations[entry["kind"]].name,
        actor=listed("actor"),
        object=listed("object"),
        holders=listed("holders") or light,
        of=listed("of"),
        as_=listed("as"),
        to=listed("to"),
        joint=entry.get("joint", False),
        means="object" if means is True else means,
        sides=entry.get("sides"),
        mixed=entry.get("mixed"),
        swap=entry.get("swap", False),
    )


def find_relations(page: Page) -> Iterator[Telling]:
    """Yield what the page tells of relations, in order of the words that tell it."""
    patterns = load_patterns()
    for token in page.tokens:
        for cue in patterns.get(token.lemma, ()) or patterns.get(token.text.lower(), ()):
            for match in _matches(page, token.index, cue):
                telling = _telling(page, match)
                if telling is not None:
                    yield telling


def _matches(page: Page, token: int, cue: Cue) -> Iterator[Match]:
    finder = {
        "verbs": _by_verb,
        "nouns": _by_noun,
        "adjectives": _by_adjective,
        "roles": _by_role,
        "hyphenated": _by_hyphen,
        "prefixes": _by_prefix,
    }[cue.form]
    return finder(page, token, cue)
