"""Coreference: whom "the group", "its", "they", "both sides" and "the latter" stand for, in the order of the words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.coreference_pronouns import of_pronoun, of_reflexive
from dateline.claims.coders.rules.coreference_spots import Spot, spot_at
from dateline.claims.coders.rules.coreference_weights import choose, others_than_parties
from dateline.claims.coders.rules.coreference_words import (
    Wanted,
    is_word_for_a_group,
    listed,
    quoted,
    wanted_by,
)
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Referent
from dateline.claims.coders.rules.who import everyone

_NEAR = 6  # sentences back that "the group" may reach where several are spoken of
_JUST_BEFORE = 2  # sentences back that "they" and "the attackers" may reach
_ONLY, _CHOSEN, _FAR, _AHEAD, _PAIR = 0.9, 0.75, 0.6, 0.5, 0.85
_CLEAR = 0.45  # by how much a noun's referent must be likelier than the next
_AHEAD_REASON = "it is the only armed group that the report names"


def with_referents(page: Page) -> Page:
    """Return the page with the referents of its pronouns and definite nouns; where it names no actor there are none."""
    if not page.roles_at and not any(everyone(page, index) for index in page.mention_at):
        return page
    found: dict[int, Referent] = {}
    read = replace(page, referents=found)  # fills as the words are read: "the group ... It"
    told: list[Spot] = []
    named = (spot_at(page, token) for token in page.mention_at)
    armed = {spot.key for spot in named if spot is not None and spot.is_armed}
    for token in page.tokens:
        referent = _referent(read, token.index, told)
        if referent is not None:
            found[token.index] = referent
        spot = spot_at(read, token.index)
        if spot is not None:
            told.append(spot)
    found.update((noun, referent) for noun, referent in _ahead(read, told, armed) if noun not in found)
    return read


def _referent(page: Page, noun: int, told: Sequence[Spot]) -> Referent | None:
    word = page.tokens[noun].text.lower()
    if noun in page.mention_at or noun in page.roles_at:
        return None
    if word in listed("pronouns", "reflexive"):
        return of_reflexive(page, noun)
    if word in listed("pronouns", "words"):
        return of_pronoun(page, noun, told)
    is_noun = page.tokens[noun].dep not in {"amod", "compound"}  # "a former commander"
    if is_noun and word in listed("pairs", "last") | listed("pairs", "other"):
        return _of_pair(page, noun, told, is_last=word in listed("pairs", "last"))
    if _asks_for_both(page, noun):
        return _of_both(page, noun, told)
    wanted = wanted_by(page, noun)
    return _of_noun(page, noun, told, wanted) if wanted is not None else None


def _of_noun(page: Page, noun: int, told: Sequence[Spot], wanted: Wanted) -> Referent | None:
    """Return whom a definite noun means: the likeliest that fits; nobody where two are as likely or one is new."""
    fitting = [spot for spot in told if _fits(page, spot, wanted)]
    fitting = [spot for spot in fitting if spot.labels & wanted.prefers] or fitting
    keys = {spot.key for spot in fitting}
    if wanted.is_of_land and len(keys) > 1:
        return None  # whose land it is, the words do not say
    reach = _JUST_BEFORE if wanted.is_agent else _NEAR if len(keys) > 1 else len(page.sentences)
    here = page.sentence_of[noun]
    if wanted.is_agent:
        fitting = [spot for spot in fitting if not spot.mentions or _has_acted(page, spot)]
    near = others_than_parties(page, [spot for spot in fitting if here - spot.sentence <= reach], noun)
    choice = choose(page, near, noun, margin=_CLEAR, counts_clauses=not wanted.is_many)
    if choice is None or not choice.spot.mentions:
        return None
    apart = here - choice.spot.sentence
    likelihood = _FAR if apart > _NEAR else _ONLY if len(keys) == 1 else _CHOSEN
    return choice.referent(likelihood, f"{quoted(page, noun)} is the last so called")


def _fits(page: Page, spot: Spot, wanted: Wanted) -> bool:
    """Tell whether a spot is such as is asked for; a group without a name or on no list fits where one is asked for."""
    if spot.labels:
        return bool(wanted.labels & spot.labels)
    is_group = is_word_for_a_group(page, spot.token) or (wanted.is_civil and spot.is_civil)
    return "rebel" in wanted.labels and is_group and spot.is_many is wanted.is_many


def _has_acted(page: Page, spot: Spot) -> bool:
    """Tell whether who is spoken of does something that is an event: "stormed", "attacked"."""
    return spot.is_subject and page.tokens[spot.verb].lemma in page.lexicon.verbs


def _of_pair(page: Page, noun: int, told: Sequence[Spot], *, is_last: bool) -> Referent | None:
    named = _two_before(page, noun, told)
    if len(named) < 2:
        return None
    spot = named[-1 if is_last else -2]
    return Referent(spot.mentions[:1], _PAIR, f"{quoted(page, noun)} of the two named before")


def _asks_for_both(page: Page, noun: int) -> bool:
    """Tell whether a noun is "both groups", "the two sides"."""
    token = page.tokens[noun]
    if token.tag not in {"NNS", "NNPS"} or token.lemma.lower() not in listed("pairs", "nouns"):
        return False
    first, _ = grammar.phrase(page, noun)
    before = {token.text.lower() for token in page.tokens[first:noun]}
    return "both" in before or {"the", "two"} <= before


def _of_both(page: Page, noun: int, told: Sequence[Spot]) -> Referent | None:
    is_any_side = page.tokens[noun].lemma.lower() in listed("pairs", "sides")
    named = _two_before(page, noun, [spot for spot in told if is_any_side or not spot.is_state])
    if len(named) != 2:
        return None
    mentions = tuple(spot.mentions[0] for spot in named)
    return Referent(mentions, _PAIR, f"{quoted(page, noun)} are the two named before")


def _two_before(page: Page, noun: int, told: Sequence[Spot]) -> list[Spot]:
    """Return the actors named before a word in its sentence, each once; where it is only one, with those before."""
    here = page.sentence_of[noun]
    for reach in range(_JUST_BEFORE + 1):
        near = [spot for spot in told if spot.mentions and here - spot.sentence <= reach]
        distinct = list({spot.key: spot for spot in near}.values())
        if len(distinct) > 1:
            return distinct
    return []


def _ahead(page: Page, told: Sequence[Spot], armed: set[str]) -> Iterator[tuple[int, Referent]]:
    """Yield what stands before the first name: "the guerrillas" are the one armed group that the report names later."""
    if len(armed) != 1:
        return
    named = next(spot for spot in told if spot.key in armed)
    unnamed = [spot.token for spot in told if not spot.mentions and is_word_for_a_group(page, spot.token)]
    for token in page.tokens[: named.token]:
        wanted = wanted_by(page, token.index)
        is_first = wanted is not None and not any(each < token.index for each in unnamed)
        if wanted is not None and is_first and "rebel" in wanted.labels and not wanted.is_agent:
            yield token.index, Referent(named.mentions[:1], _AHEAD, _AHEAD_REASON)
