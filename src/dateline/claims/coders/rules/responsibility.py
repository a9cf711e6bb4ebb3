"""Responsibility: who claims, is accused of, denies or condemns an event, and in whose words."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.factuality import denial_of
from dateline.claims.coders.rules.grouping import Cluster, load_rules
from dateline.claims.coders.rules.lexicon import Responsibility
from dateline.claims.coders.rules.own_deeds import deeds_told, is_about_itself
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.sightings import find_trigger
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun
from dateline.claims.coders.rules.speakers import named_speaker, speaker_of
from dateline.claims.coders.rules.who import named_at
from dateline.claims.records import Speaker, SpeakerKind, Stance
from dateline.mentions.records import Mention, MentionKind

_COPULAR = {"behind", "responsible"}
_REACH = 8  # words after a verb within which a cue's further words stand: "claimed, in a statement, responsibility"
_OWN_WORD = {Stance.CLAIMED, Stance.DENIED, Stance.CONDEMNED}


@dataclass(frozen=True, slots=True)
class Charge:
    """One actor tied to an event by one cue: the actor's noun, the stance, and whose word it is."""

    verb: int
    actor: int
    stance: Stance
    speaker: Speaker
    mention: Mention | None


def find_charges(page: Page) -> list[Charge]:
    """Return the page's charges, in order."""
    charges = []
    for token in page.tokens:
        if token.pos not in {"VERB", "AUX"} or grammar.child(page, token.index, "neg") is not None:
            continue
        cue = next((c for c in page.lexicon.responsibility if _matches(page, token.index, c)), None)
        if cue is not None and (not cue.on_event or _acts_on_event(page, token.index)):
            charges.extend(_charges(page, token.index, cue))
        elif token.lemma in page.lexicon.speech_verbs:
            charges.extend(_own_charges(page, token.index))
    return charges


def _own_charges(page: Page, verb: int) -> list[Charge]:
    """Return the claims and denials in an armed actor's own words: "said that it had bombed a bank"."""
    return [
        Charge(verb, deed.noun, deed.stance, _own_speaker(page, deed.noun, "armed"), deed.actor.mention)
        for deed in deeds_told(page, verb)
    ]


def _acts_on_event(page: Page, verb: int) -> bool:
    """Tell whether the verb's object is something that happened: an attack is condemned, and so is a country."""
    patients = grammar.patients(page, verb)
    return any(find_trigger(page, n) is not None or page.tokens[n].pos in {"PRON", "DET"} for n in patients)


def is_behind(page: Page, verb: int, word: str) -> bool:
    """Tell whether a form of "be" puts its subject behind something: "was behind the attack", "is responsible"."""
    below = grammar.all_children(page, verb, "prep", "acomp", "attr", "advmod", "prt")
    return page.tokens[verb].lemma == "be" and any(page.tokens[i].lemma == word for i in below)


def _matches(page: Page, verb: int, cue: Responsibility) -> bool:
    return any(_cue_stands(page, verb, words) for words in cue.cues)


def _cue_stands(page: Page, verb: int, words: tuple[str, ...]) -> bool:
    if words[0] in _COPULAR:
        return is_behind(page, verb, words[0])
    if words[0] == "be":
        return page.tokens[verb].lemma == words[1] and grammar.is_passive(page, verb)
    if page.tokens[verb].lemma != words[0]:
        return False
    rest = list(words[1:])
    for token in page.tokens[verb + 1 : min(verb + 1 + _REACH, page.sentence(verb).last)]:
        if rest and rest[0] in {token.lemma, token.text.lower()}:
            rest.pop(0)
    return not rest


def _charges(page: Page, verb: int, cue: Responsibility) -> list[Charge]:
    stance = Stance(cue.stance)
    found = []
    for noun in _actors(page, verb, cue):
        mention = name_in(page, noun) or _state(page, noun)
        sort = sort_noun(page, noun)
        if _is_nobody(page, noun) or _speaks_of_others(page, verb, cue) or _is_of_no_deed(page, verb, cue):
            continue
        if mention is None and sort.thing not in PEOPLE:
            continue
        if cue.actor == "copula" and sort.thing is Thing.PRONOUN:
            continue
        if cue.actor == "copula" and denial_of(page, verb) is not None:
            found.append(Charge(verb, noun, Stance.DENIED, speaker_of(page, verb), mention))
        elif stance in _OWN_WORD:
            found.append(Charge(verb, noun, stance, _own_speaker(page, noun, sort.side), mention))
        else:
            speaker = speaker_of(page, verb) if cue.actor == "copula" else _accuser(page, verb)
            by_authorities = speaker.kind is SpeakerKind.AUTHORITY
            found.append(
                Charge(verb, noun, Stance.ACCUSED_BY_AUTHORITIES if by_authorities else stance, speaker, mention)
            )
    return found


def _state(page: Page, noun: int) -> Mention | None:
    """Return the country that a name or "its forces" speaks of: a state claims, denies and is accused like a group."""
    meant = named_at(page, noun)
    return meant.mention if meant is not None and meant.side == "state" else None


def _speaks_of_others(page: Page, verb: int, cue: Responsibility) -> bool:
    """Tell whether a denial is about somebody else: "the army denied that the rebels were behind it"."""
    clauses = list(grammar.all_children(page, verb, "ccomp"))
    return cue.stance == Stance.DENIED and bool(clauses) and not any(is_about_itself(page, each) for each in clauses)


def _is_of_no_deed(page: Page, verb: int, cue: Responsibility) -> bool:
    """Tell whether somebody is accused of what is no event: "accused of smuggling cows", "suspected of links"."""
    if cue.actor != "object":
        return False
    named = [i for i in grammar.all_children(page, verb, "prep") if page.tokens[i].lemma in page.lexicon.deeds["of"]]
    below = [index for preposition in named for index in grammar.subtree(page, preposition)]
    is_deed = any(
        page.tokens[i].lemma in page.lexicon.deeds["words"] or find_trigger(page, i) is not None for i in below
    )
    return bool(named) and not is_deed


def _is_nobody(page: Page, noun: int) -> bool:
    """Tell whether the actor is "no one", "no group", "nobody": a claim that was not made."""
    nobody = page.lexicon.factuality["negation"]["nobody"]
    first, last = grammar.phrase(page, noun)
    return any(page.tokens[index].text.lower() in nobody for index in range(first, last + 1))


def _own_speaker(page: Page, noun: int, side: str) -> Speaker:
    speaker = named_speaker(page, noun)
    return Speaker(SpeakerKind.PERPETRATOR, speaker.name, speaker.key) if side == "armed" else speaker


def _actors(page: Page, verb: int, cue: Responsibility) -> list[int]:
    if cue.actor in {"subject", "copula"}:
        return grammar.subjects(page, verb)
    if cue.actor == "agent":
        return grammar.agents(page, verb)
    if cue.actor == "object":
        return grammar.patients(page, verb)
    return grammar.prepositional(page, verb, cue.actor)


def _accuser(page: Page, verb: int) -> Speaker:
    """Return who accuses; an accusation in the passive without "by" is made by nobody named."""
    accusers = grammar.agents(page, verb)
    if grammar.is_passive(page, verb) and not accusers:
        return Speaker(SpeakerKind.NOBODY_NAMED)
    return named_speaker(page, accusers[0]) if accusers else Speaker(SpeakerKind.NOBODY_NAMED)


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
    is_pronoun = sort_noun(page, charge.actor).thing is Thing.PRONOUN
    return event_spoken_of(page, clusters, charge.verb, only_here=is_pronoun)


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
