"""Responsibility: who claims, is accused of, denies or condemns an event, and in whose words."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.charge_cues import find_cue, is_not_said, is_of_something_else, matching_cue
from dateline.claims.coders.rules.coreference_words import listed, words_for_groups
from dateline.claims.coders.rules.factuality import denial_of
from dateline.claims.coders.rules.grouping import Cluster, load_rules
from dateline.claims.coders.rules.lexicon import Responsibility
from dateline.claims.coders.rules.own_deeds import deeds_told
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.sightings import find_trigger
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun
from dateline.claims.coders.rules.speakers import (
    accuser_of,
    as_rival,
    named_speaker,
    speaker_of,
    suspected_by,
    suspicion_of,
)
from dateline.claims.coders.rules.voices import voice_of
from dateline.claims.coders.rules.who import Who, actors_between, named_at, who
from dateline.claims.records import Speaker, SpeakerKind, Stance
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Quote

_DEFINITE = {"the", "this", "that", "his", "her", "its", "their"}
_OWN_WORD = {Stance.CLAIMED, Stance.DENIED, Stance.CONDEMNED}
_ACCUSED = {Stance.ACCUSED, Stance.ACCUSED_BY_AUTHORITIES}
_FURTHEST = 2  # sentences back that "them" and "the group" may reach for an armed actor


@dataclass(frozen=True, slots=True)
class Charge:
    """One actor tied to an event by one cue: the actor's noun, the stance, and whose word it is.

    `mention` is the name that the noun's phrase has or stands for; `hedge` are words by which a charge is taken back.
    """

    verb: int
    actor: int
    stance: Stance
    speaker: Speaker
    mention: Mention | None
    hedge: str | None = None


def find_charges(page: Page) -> list[Charge]:
    """Return the page's charges, in order."""
    charges: list[Charge] = []
    for token in page.tokens:
        if token.pos not in {"VERB", "AUX"} or is_not_said(page, token.index):
            continue
        cue = find_cue(page, token.index)
        if cue is None and token.lemma in page.lexicon.speech_verbs:
            charges.extend(_own_charges(page, token.index))
        elif cue is not None and cue.actor == "earlier":
            charges.extend(_taken_back(page, token.index, charges))
        elif cue is not None:
            charges.extend(_charges(page, token.index, cue))
    return charges


def find_dismissed(page: Page) -> Iterator[tuple[int, int]]:
    """Yield the verbs of charges that are none, each with its actor's noun: negated, or about something else.

    "The front has not claimed responsibility", "the front, blamed for similar attacks": who is named is not charged.
    """
    for token in page.tokens:
        cue = matching_cue(page, token.index) if token.pos in {"VERB", "AUX"} else None
        if cue is not None and (
            is_not_said(page, token.index)
            or find_cue(page, token.index) is None
            or is_of_something_else(page, token.index, cue)
        ):
            yield from ((token.index, noun) for noun in _actors(page, token.index, cue))


def _taken_back(page: Page, verb: int, charges: Sequence[Charge]) -> list[Charge]:
    """Return the last accusation as a denial by whoever takes it back: "the police withdrew the accusation"."""
    accusation = next((charge for charge in reversed(charges) if charge.stance in _ACCUSED), None)
    speakers = grammar.agents(page, verb)
    if accusation is None or not speakers:
        return []
    speaker, hedge = named_speaker(page, speakers[0]), page.tokens[verb].text
    words = grammar.patients(page, verb) if accusation.mention is not None else []
    actor = next(iter(words), accusation.actor)
    return [replace(accusation, verb=verb, actor=actor, stance=Stance.DENIED, speaker=speaker, hedge=hedge)]


def charged_words(page: Page, charge: Charge) -> Quote:
    """Return the words of a charge that name its actor or stand for it, in the sentence of the charge."""
    name = charge.mention.span if charge.mention is not None else None
    if name is not None and page.tokens_in(name).start in grammar.own_words(page, charge.actor):
        return page.quote(name.start, name.end)
    return page.quote_tokens(*grammar.whole_phrase(page, charge.actor))


def _own_charges(page: Page, verb: int) -> list[Charge]:
    """Return the claims and denials in an armed actor's own words: "said that it had bombed a bank"."""
    return [
        Charge(verb, deed.noun, deed.stance, _own_speaker(page, deed.noun), deed.actor.mention)
        for deed in deeds_told(page, verb)
    ]


def _charges(page: Page, verb: int, cue: Responsibility) -> list[Charge]:
    if is_of_something_else(page, verb, cue):
        return []
    found = []
    for noun in _actors(page, verb, cue):
        mention = meant_by(page, noun)
        sort = sort_noun(page, noun)
        if _is_nobody(page, noun) or (mention is None and sort.thing not in PEOPLE):
            continue
        if cue.actor == "copula" and sort.thing is Thing.PRONOUN:
            continue
        stance, speaker, hedge = _said(page, verb, noun, cue)
        found.append(Charge(verb, noun, stance, speaker, mention, hedge))
    return found


def _said(page: Page, verb: int, noun: int, cue: Responsibility) -> tuple[Stance, Speaker, str | None]:
    """Return how a cue charges an actor, whose word it is, and the words that doubt it or take it back."""
    stance = Stance(cue.stance)
    if cue.actor in {"copula", "of"} or (cue.actor == "agent" and stance is Stance.ACCUSED):
        return _connected(page, verb, noun, stance)
    if stance in _OWN_WORD and cue.actor in {"subject", "agent"}:
        hedge = page.tokens[verb].text if cue.id == "retract_claim" else None
        return stance, _own_speaker(page, noun), hedge
    accuser = accuser_of(page, verb, [] if cue.subject else grammar.agents(page, verb))
    speaker = as_rival(accuser, meant_by(page, noun))
    return suspected_by(stance, speaker), speaker, None


def _connected(page: Page, verb: int, noun: int, stance: Stance) -> tuple[Stance, Speaker, str | None]:
    """Read "was behind it": denied, doubted, an accusation by whoever says so, or stated as fact."""
    speaker = as_rival(speaker_of(page, verb), meant_by(page, noun))
    if denial_of(page, verb) is not None:
        return Stance.DENIED, speaker, None
    doubt, hedge = suspicion_of(page, noun, noun, verb)
    if Stance.POSSIBLE in {doubt, stance}:
        return Stance.POSSIBLE, speaker, hedge
    is_fact = speaker.kind is SpeakerKind.AUTHOR and hedge is None
    return Stance.REPORTED if is_fact else suspected_by(stance, speaker), speaker, hedge


def meant_by(page: Page, noun: int) -> Mention | None:
    """Return the actor that a phrase names or stands for: by name, through "its forces", "the group" or "them"."""
    own = name_in(page, noun) or _state(page, noun) or _armed_meant(page, noun)
    voice = voice_of(page, noun) if own is None else None
    return voice.mention if voice is not None else own


def _armed_meant(page: Page, noun: int) -> Mention | None:
    """Return the armed actor that "the group", "its men" or "them" stands for: the last named before."""
    meant = who(page, noun)
    if meant is not None:
        return meant.mention if meant.side == "armed" else None
    if not _may_stand_for_armed(page, noun):
        return None
    begin = page.sentences[max(0, page.sentence_of[noun] - _FURTHEST)].first
    armed = [each for each in actors_between(page, begin, noun) if each.side == "armed"]
    return armed[-1].mention if armed else None


def _may_stand_for_armed(page: Page, noun: int) -> bool:
    """Tell whether a word is "them", or a word for an armed group behind "the" or somebody's: "his group"."""
    if page.tokens[noun].text.lower() in listed("pronouns", "words"):
        return True
    definite = {page.tokens[i].text.lower() for i in grammar.all_children(page, noun, "det", "poss")}
    is_own = bool(definite & page.lexicon.selves) and sort_noun(page, noun).side == "armed"
    return is_own or (page.tokens[noun].lemma in words_for_groups() and bool(definite & _DEFINITE))


def _state(page: Page, noun: int) -> Mention | None:
    """Return the country or the body of a state ("the army"): states claim, deny and are accused like groups."""
    meant = named_at(page, noun) or who(page, noun)
    return meant.mention if meant is not None and meant.side == "state" else None


def _is_nobody(page: Page, noun: int) -> bool:
    """Tell whether the actor is "no one", "no group", "nobody": a claim that was not made."""
    nobody = page.lexicon.factuality["negation"]["nobody"]
    first, last = grammar.phrase(page, noun)
    return any(page.tokens[index].text.lower() in nobody for index in range(first, last + 1))


def _own_speaker(page: Page, noun: int) -> Speaker:
    """Return an actor as the speaker of its own claim: an armed one by its key, also as "the front's branch"."""
    speaker, mention = named_speaker(page, noun), meant_by(page, noun)
    is_armed = mention is not None and Who(mention, noun, noun).side == "armed"
    if sort_noun(page, noun).side != "armed" and not is_armed:
        return speaker
    key = speaker.key or (next(iter(mention.keys), None) if mention is not None else None)
    return Speaker(SpeakerKind.PERPETRATOR, speaker.name, key)


def _actors(page: Page, verb: int, cue: Responsibility) -> list[int]:
    if cue.actor in {"subject", "copula"}:
        return grammar.subjects(page, verb)
    if cue.actor == "agent":
        return grammar.agents(page, verb)
    if cue.actor == "object":
        return [grammar.antecedent(page, noun) for noun in grammar.patients(page, verb)]
    objects = [verb, *grammar.all_children(page, verb, "dobj")]
    return [noun for each in objects for noun in grammar.prepositional(page, each, cue.actor)]


def name_in(page: Page, noun: int) -> Mention | None:
    """Return the actor that a phrase names: its own name, or the one that its apposition narrows it to."""
    own = page.mention_at.get(noun)
    if own is not None and own.kind in {MentionKind.ACTOR, MentionKind.ORGANISATION} and not _is_narrowed(page, noun):
        return own
    named = _actors_among(page, grammar.own_words(page, noun))
    if not named:
        return None
    return named[-1] if _is_narrowed(page, noun) else named[0]


def _is_narrowed(page: Page, noun: int) -> bool:
    words = {page.tokens[index].text.lower() for index in grammar.own_words(page, noun)}
    return bool(words & set(load_rules()["narrowing"]))


def _actors_among(page: Page, words: Iterable[int]) -> list[Mention]:
    mentions = (page.mention_at.get(index) for index in words)
    actors = [m for m in mentions if m is not None and m.kind is MentionKind.ACTOR]
    return list(dict.fromkeys(actors))


def charged_event(page: Page, clusters: Sequence[Cluster], charge: Charge) -> Cluster | None:
    """Return the event that a charge is about, or None where its actor is only "he" or "they" and no event is near."""
    is_nameless = charge.mention is None and sort_noun(page, charge.actor).thing is Thing.PRONOUN
    return event_spoken_of(page, clusters, charge.verb, only_here=is_nameless)


def event_spoken_of(page: Page, clusters: Sequence[Cluster], token: int, *, only_here: bool = False) -> Cluster | None:
    """Return the event that a sentence speaks of: one told in it, else the last told before, else the next."""
    sentence = page.sentence_of[token]
    here = [c for c in clusters if any(page.sentence_of[s.token] == sentence for s in c.sightings)]
    if here or only_here:
        return here[-1] if here else None
    before = [c for c in clusters if page.sentence_of[c.sightings[0].token] < sentence]
    if before:
        return max(before, key=lambda c: max(s.token for s in c.sightings if page.sentence_of[s.token] < sentence))
    return clusters[0] if clusters and _speaks_of_event(page, token) else None


def _speaks_of_event(page: Page, token: int) -> bool:
    sentence = page.sentence(token)
    return any(find_trigger(page, index) is not None for index in range(sentence.first, sentence.last))
