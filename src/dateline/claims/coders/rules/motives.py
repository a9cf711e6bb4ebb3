"""Motives: why an event was done, as stated by those who did it or as assessed by others."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.speakers import named_speaker, speaker_of
from dateline.claims.records import Speaker

_REACH = 9  # words between two words of a cue: "justified this attack on the party by asserting"
_ENDS = {".", ";", "!", "?", ":"}


@dataclass(frozen=True, slots=True)
class Cue:
    """A run of lemmas after which a motive stands, and whose word it is: "subject" or "author"."""

    words: tuple[str, ...]
    speaker: str


@dataclass(frozen=True, slots=True)
class Motive:
    """The words of a motive, from token `first` to token `last`, and who states it."""

    cue: int
    first: int
    last: int
    speaker: Speaker
    hedge: str | None


@cache
def load_cues() -> tuple[Cue, ...]:
    entries = yaml.safe_load((files(__package__) / "data" / "motives.yaml").read_text(encoding="utf-8"))
    cues = [Cue(tuple(cue.split(" ")), entry["speaker"]) for entry in entries for cue in entry["cues"]]
    return tuple(sorted(cues, key=lambda cue: -len(cue.words)))


def find_motives(page: Page) -> Iterator[Motive]:
    """Yield the page's motives in order, at most one a sentence."""
    for sentence in page.sentences:
        for index in range(sentence.first, sentence.last):
            motive = _motive_at(page, index)
            if motive is not None:
                yield motive
                break


@cache
def _first_words() -> frozenset[str]:
    return frozenset(cue.words[0] for cue in load_cues())


def _motive_at(page: Page, index: int) -> Motive | None:
    if _first_words().isdisjoint((page.tokens[index].lemma, page.tokens[index].text.lower())):
        return None
    for cue in load_cues():
        end = _end_of_cue(page, index, cue.words)
        if end is not None and end + 1 < page.sentence(index).last:
            last = _end_of_clause(page, end + 1)
            if last > end + 1:
                return Motive(index, end + 1, last, _speaker(page, index, cue), _hedge(page, index, end))
    return None


def _end_of_cue(page: Page, index: int, words: tuple[str, ...]) -> int | None:
    if words[0] not in {page.tokens[index].lemma, page.tokens[index].text.lower()}:
        return None
    rest, end = list(words[1:]), index
    is_tight = page.tokens[index].pos == "ADP" or page.tokens[index].text.lower() == "to"
    for token in page.tokens[index + 1 : page.sentence(index).last]:
        if not rest or token.index - end > (1 if is_tight else _REACH):
            break
        if rest[0] in {token.lemma, token.text.lower()}:
            rest.pop(0)
            end = token.index
    return None if rest else end


def _end_of_clause(page: Page, first: int) -> int:
    sentence = page.sentence(first)
    last = next((i for i in range(first, sentence.last) if page.tokens[i].text in _ENDS), sentence.last) - 1
    return max(first, last)


def _speaker(page: Page, index: int, cue: Cue) -> Speaker:
    if cue.speaker == "subject":
        subjects = grammar.subjects(page, index)
        if subjects:
            return named_speaker(page, subjects[0])
    return speaker_of(page, index)


def _hedge(page: Page, first: int, last: int) -> str | None:
    """Return "appears to be" and the like where the cue itself doubts."""
    doubting = [t for t in page.tokens[first : last + 1] if t.lemma in {"appear", "seem", "may", "might", "likely"}]
    return doubting[0].text if doubting else None
