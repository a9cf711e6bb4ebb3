"""Chapters: branches named by their organisation and their land, "Islamic State's Sahel branch"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import yaml

from dateline.mentions.plain import plain
from dateline.mentions.records import MentionKind, Phrase


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A branch: whose it is, and how its land is called after "in", and before "branch"."""

    id: str
    of: str
    lands: tuple[str, ...]
    adjectives: tuple[str, ...]


def chapter_phrases(kinds: Mapping[str, str]) -> Iterator[Phrase]:
    """Yield the ways to name a chapter by its organisation and land; `kinds` are the labels of known actors by id.

    Where only "the group" stands for the organisation, the phrase fits the chapters of several.
    """
    data = _data()
    named = {row["id"]: tuple(row["names"]) for row in data["organisations"]}
    for chapter in _chapters():
        if chapter.id in kinds:
            wholes = (*named[chapter.of], *data["stand_ins"])
            texts = (text for whole in wholes for text in _spelt(chapter, whole))
            for text in dict.fromkeys(texts):
                yield Phrase(text, MentionKind.ACTOR, chapter.id, (kinds[chapter.id],), case_sensitive=True)


def organisation_of(chapter_id: str) -> str | None:
    """Return the id of the organisation whose chapter an actor is, or None."""
    return next((chapter.of for chapter in _chapters() if chapter.id == chapter_id), None)


def is_chapter_phrase(name: str) -> bool:
    """Tell whether a name describes a chapter: it has a word for one."""
    return not _words(name).isdisjoint(_data()["branches"])


def needs_its_organisation(name: str) -> bool:
    """Tell whether a description of a chapter leaves open whose: "the group's Yemen branch"."""
    return is_chapter_phrase(name) and not _words(name).isdisjoint(_data()["stand_ins"])


def _spelt(chapter: _Chapter, whole: str) -> Iterator[str]:
    data = _data()
    stands_in = whole in data["stand_ins"]
    owned = (f"{whole}'s",) if stands_in else (f"{whole}'s", f"{whole}'") if whole.endswith("s") else (f"{whole}'s",)
    adjectives = dict.fromkeys((*chapter.adjectives, *(land.removeprefix("the ") for land in chapter.lands)))
    for pattern, branch in product(data["patterns"], data["branches"]):
        if stands_in and pattern.startswith("{of}"):
            continue  # "group Yemen branch" is nobody's English
        wholes = owned if "{whose}" in pattern else _after_of(whole, pattern, stands_in=stands_in)
        for whose, place in product(wholes, adjectives if "{adjective}" in pattern else chapter.lands):
            yield pattern.format(whose=whose, of=whose, adjective=place, land=place, branch=branch)


def _after_of(whole: str, pattern: str, *, stands_in: bool) -> tuple[str, ...]:
    """Return an organisation's name as it follows "of", where it may have an article."""
    if pattern.startswith("{of}"):
        return (whole,)
    return (f"the {whole}",) if stands_in else (whole, f"the {whole}")


@cache
def _chapters() -> tuple[_Chapter, ...]:
    rows = _data()["chapters"]
    return tuple(_Chapter(row["id"], row["of"], tuple(row["lands"]), tuple(row["adjectives"])) for row in rows)


def _words(name: str) -> set[str]:
    return set(plain(name).split())


@cache
def _data() -> dict[str, Any]:
    data: dict[str, Any] = yaml.safe_load((files("dateline.actors") / "data" / "chapters.yaml").read_text("utf-8"))
    return data
