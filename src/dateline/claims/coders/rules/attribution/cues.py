"""The cues of attribution, read once from cues.yaml."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules.records import AttributionKind


@dataclass(frozen=True, slots=True)
class Cue:
    """What a list of cues says of its words: their kind, and the frames in which they take a content.

    Frames of verbs: "clause" (says that), "to" (wants to), "object" (cites figures), "quote" (beside a quotation),
    "with" (objects go with their prepositions: blames them for it), and prepositions ("for": calls for).
    """

    id: str
    kind: AttributionKind
    frames: frozenset[str]


@dataclass(frozen=True, slots=True)
class Cues:
    verbs: Mapping[str, tuple[Cue, ...]]  # by lemma, or by lemma and particle: "point out"
    heads: frozenset[str]  # the lemmas of the verbs
    nouns: Mapping[str, Cue]
    adjectives: Mapping[str, Cue]
    adverbs: Mapping[str, Cue]
    phrases: tuple[tuple[tuple[str, ...], Cue], ...]  # words before the source: ("according", "to")
    carriers: frozenset[str]  # verbs that carry a cue below them: "continued to call for"
    light: frozenset[str]  # verbs that give a noun its source: "expressed support for"
    nobody: frozenset[str]  # subjects that are no source: "it", "there"


@cache
def load_cues() -> Cues:
    path = files("dateline.claims.coders.rules") / "data" / "cues.yaml"
    data: Mapping[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    phrases = _by_word(data["phrases"])
    verbs = _gathered(data["verbs"])
    return Cues(
        verbs=verbs,
        heads=frozenset(words.split(" ")[0] for words in verbs),
        nouns=_by_word(data["nouns"]),
        adjectives=_by_word(data["adjectives"]),
        adverbs=_by_word(data["adverbs"]),
        phrases=tuple((tuple(words.split(" ")), cue) for words, cue in phrases.items()),
        carriers=frozenset(data["carriers"]["verbs"]),
        light=frozenset(data["light"]["verbs"]),
        nobody=frozenset(data["nobody"]["words"]),
    )


def _cue(entry: Mapping[str, Any]) -> Cue:
    return Cue(entry["id"], AttributionKind(entry["kind"]), frozenset(entry.get("frames", ())))


def _by_word(entries: Iterable[Mapping[str, Any]]) -> Mapping[str, Cue]:
    return {word: _cue(entry) for entry in entries for word in entry["words"]}


def _gathered(entries: Iterable[Mapping[str, Any]]) -> Mapping[str, tuple[Cue, ...]]:
    found: dict[str, list[Cue]] = {}
    for entry in entries:
        for word in entry["words"]:
            found.setdefault(word, []).append(_cue(entry))
    return {word: tuple(cues) for word, cues in found.items()}
