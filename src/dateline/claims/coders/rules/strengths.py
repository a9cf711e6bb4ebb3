"""Strengths: how many people belong to an actor, never how many were harmed."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar, positions
from dateline.claims.coders.rules.assertion import Assertion, assertion_of
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.speakers import named_speaker
from dateline.claims.coders.rules.told import Part, Telling, actor_part, circumstances
from dateline.claims.coders.rules.who import Who, actors_between, who
from dateline.claims.records import AUTHOR, Stance
from dateline.values.counts import Operator
from dateline.values.counts_in_text import CountMention

_REACH = 6  # words between a verb and its number: "has a combined strength of around 30,000"
_FEWEST = 10  # a smaller number counts a cell or a patrol, not the strength of an actor


@cache
def load_strength_words() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (files(__package__) / "data" / "strengths.yaml").read_text("utf-8")
    )
    return data


def find_strengths(page: Page) -> Iterator[Telling]:
    """Yield what the page tells of strengths, in order of the numbers."""
    for count in page.counts:
        tokens = page.tokens_in(count.span)
        if not tokens or count.part or count.additional or _is_small_or_vague(count):
            continue
        telling = _telling(page, count, tokens)
        if telling is not None:
            yield telling


def _is_small_or_vague(count: CountMention) -> bool:
    numbers = [n for n in (count.value.low, count.value.best, count.value.high) if n is not None]
    return max(numbers) < _FEWEST or count.value.operator is Operator.VAGUE


def _telling(page: Page, count: CountMention, tokens: range) -> Telling | None:
    found = _had(page, tokens) or _numbered(page, tokens) or _strong(page, tokens) or _counted(page, tokens)
    if found is None:
        return None
    cue, actor = found
    assertion = assertion_of(page, (cue,))
    if actor.side == "state" or assertion is None or _speaks_of_harm(page, cue, tokens):
        return None
    assertion = _with_source(page, cue, assertion)
    hedge = page.document.text[count.span.start : count.number_span.start].strip()
    whose = " ".join(actor.mention.text.split())
    people = Part("people", replace(count.value, whose=whose), page.quote_tokens(tokens.start, tokens.stop - 1), hedge)
    heads = dict.fromkeys((cue, *_nouns_of(page, cue), page.tokens[tokens.stop - 1].head))
    parts = (actor_part(page, "actor", actor), people, *circumstances(page, heads, after=page.sentence(cue).first))
    words = (cue, actor.first, actor.last, tokens.start, tokens.stop - 1)
    return Telling((actor.key,), min(words), max(words), parts, assertion)


def _nouns_of(page: Page, cue: int) -> Iterator[int]:
    """Yield the nouns that the cue counts: "the number of [fighters] in Mali"."""
    yield from grammar.prepositional(page, cue, "of")
    yield from grammar.all_children(page, cue, "dobj", "attr")


def _had(page: Page, tokens: range) -> tuple[int, Who] | None:
    """Read "the front has up to 2,000 fighters" and "has a strength of 2,000"."""
    lists = load_strength_words()
    sentence = page.sentence(tokens.start)
    for index in range(tokens.start - 1, max(sentence.first, tokens.start - _REACH) - 1, -1):
        token = page.tokens[index]
        if token.pos in {"VERB", "AUX"} and token.dep != "amod":
            if token.lemma not in lists["having"]["verbs"] or not _are_members(page, index + 1, tokens):
                return None
            actors = positions.whos(page, [*positions.doers(page, index), *_groups_of(page, index)])
            return (index, actors[0]) if actors else None
    return None


def _groups_of(page: Page, verb: int) -> Iterator[int]:
    """Yield the owners of a subject: "the front's various factions have"."""
    for noun in positions.doers(page, verb):
        yield from positions.possessors(page, noun)


def _are_members(page: Page, first: int, tokens: range) -> bool:
    """Tell whether a word for members or for strength stands before the number or right after it."""
    words = load_strength_words()["members"]["words"]
    sentence = page.sentence(tokens.start)
    for index in (*range(first, tokens.start), *range(tokens.stop, min(tokens.stop + 4, sentence.last))):
        token = page.tokens[index]
        if token.lemma in words:
            return True
        if index >= tokens.stop and token.pos in {"VERB", "AUX", "PUNCT"} and token.text != "-":
            return False
    return False


def _numbered(page: Page, tokens: range) -> tuple[int, Who] | None:
    """Read "the number of front fighters is estimated at 700"."""
    lists = load_strength_words()["number_of"]
    sentence = page.sentence(tokens.start)
    nouns = [i for i in range(sentence.first, tokens.start) if page.tokens[i].lemma in lists["nouns"]]
    verbs = [i for i in range(sentence.first, tokens.start) if page.tokens[i].lemma in lists["is"]]
    for noun in nouns:
        if not any(noun < verb and tokens.start - verb <= _REACH for verb in verbs):
            continue
        actors = positions.whos(page, [*positions.possessors(page, noun), *grammar.prepositional(page, noun, "of")])
        if actors:
            return noun, actors[0]
    return None


def _strong(page: Page, tokens: range) -> tuple[int, Who] | None:
    """Read "a 500-strong militia" and "the front is 500 strong"."""
    words = load_strength_words()["strong"]["words"]
    beside = range(tokens.stop, min(tokens.stop + 2, page.sentence(tokens.start).last))
    strong = next((i for i in beside if page.tokens[i].lemma in words), None)
    if strong is None:
        return None
    head = page.tokens[strong].head
    owner = who(page, head)
    if owner is None and page.tokens[head].lemma == "be":
        owner = next(iter(positions.whos(page, grammar.subjects(page, head))), None)
    if owner is None and page.tokens[head].dep == "attr":
        owner = next(iter(positions.whos(page, grammar.subjects(page, page.tokens[head].head))), None)
    if owner is None or not owner.is_named:
        following = actors_between(page, strong + 1, min(strong + 4, page.sentence(strong).last))
        owner = next(following, owner)
    return (strong, owner) if owner else None


def _counted(page: Page, tokens: range) -> tuple[int, Who] | None:
    """Read "there are about 900 front fighters" and "an estimated 900 front fighters are based in Mali"."""
    lists, sentence = load_strength_words(), page.sentence(tokens.start)
    begin = page.tokens[max(sentence.first, tokens.start - 2)].start
    before = page.reading[begin : page.tokens[tokens.stop - 1].end].lower()
    if not any(word in before for word in lists["estimated"]["words"]):
        return None
    for index in range(tokens.stop, min(tokens.stop + _REACH, sentence.last)):
        if page.tokens[index].lemma in lists["members"]["words"]:
            found = who(page, index)
            return (index, found) if found else None
    return None


def _speaks_of_harm(page: Page, cue: int, tokens: range) -> bool:
    """Tell whether a word of harm stands between the cue and the number, around the number, or governs them."""
    words = load_strength_words()["harm"]["words"]
    sentence = page.sentence(cue)
    window = range(max(min(cue, tokens.start) - 2, sentence.first), min(max(cue, tokens.stop) + 5, sentence.last))
    near = (*window, *grammar.ancestors(page, cue))
    return any(page.tokens[i].lemma in words or page.tokens[i].text.lower() in words for i in near)


def _with_source(page: Page, cue: int, assertion: Assertion) -> Assertion:
    """Add whose estimate it is ("estimates suggest"), and the doubt where the sentence says that nobody knows."""
    lists, sentence = load_strength_words(), page.sentence(cue)
    for head in grammar.ancestors(page, cue):
        if page.tokens[head].lemma in lists["suggesting"]["verbs"] and assertion.speaker == AUTHOR:
            sources = grammar.subjects(page, head)
            assertion = replace(assertion, speaker=named_speaker(page, sources[0])) if sources else assertion
    words = (token.text for token in page.tokens[sentence.first : sentence.last])
    doubt = next((word for word in words if word.lower() in lists["uncertain"]["words"]), None)
    return replace(assertion, stance=Stance.POSSIBLE, hedge=doubt) if doubt else assertion
