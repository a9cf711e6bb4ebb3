"""Tolls: numbers of dead that a report tells as a figure ("the toll rose to 54"), not with a verb that kills."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Tally
from dateline.values.counts import Count, Operator
from dateline.values.counts_in_text import CountMention

_FURTHEST = 26  # words between a toll word and its number, "in Friday's attack on a hall in ..." included
_SENTENCES_BACK = 2  # how far back a bare "figure" may look for what was counted


@cache
def load_tolls() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((files(__package__) / "data" / "tolls.yaml").read_text(encoding="utf-8"))
    return data


def read_toll(page: Page, noun: int) -> Tally | None:
    """Return the count that a toll word leads to, or None where the word tells no toll here."""
    slot = _slot(page, noun)
    if slot is None:
        return None
    last = min(noun + _FURTHEST, page.sentence(noun).last)
    for index in range(noun + 1, last):
        count = page.counts_at.get(index)
        if count is not None and _follows_cue(page, count):
            inside = page.tokens_in(count.span)
            return Tally(slot, _read(page, noun, count), inside.stop - 1, inside.start, inside.stop - 1)
    return None


def _slot(page: Page, noun: int) -> str | None:
    words = " ".join(token.text.lower() for token in page.tokens[noun : min(noun + 4, page.sentence(noun).last)])
    nouns = load_tolls()["nouns"]
    for slot in ("deaths", "injured"):
        if any(words == toll or words.startswith(f"{toll} ") for toll in nouns[slot]):
            return slot
    return "deaths" if page.tokens[noun].lemma in nouns["either"] and _dead_were_counted(page, noun) else None


def _dead_were_counted(page: Page, noun: int) -> bool:
    """Tell whether the sentences before speak of the dead, so that "a figure of 12" can only be theirs."""
    number = page.sentence_of[noun]
    first = page.sentences[max(0, number - _SENTENCES_BACK)].first
    said = {token.lemma for token in page.tokens[first:noun]}
    return bool(said & {"kill", "die", "dead", "death", "toll"})


def _follows_cue(page: Page, count: CountMention) -> bool:
    first = page.tokens_in(count.span).start
    before = page.tokens[first - 1]
    own = page.tokens[first].text.lower()
    cues = load_tolls()["before"]
    return before.text.lower() in cues or before.lemma in cues or own in cues or own == "up"


def _read(page: Page, noun: int, count: CountMention) -> Count:
    first = page.tokens_in(count.span).start
    between = {token.lemma for token in page.tokens[noun:first]}
    number = count.value.high
    if count.value.operator is Operator.AT_MOST and number is not None and between & set(load_tolls()["rising"]):
        return replace(count.value, low=number, best=number, high=number, operator=Operator.EXACT)
    return count.value
