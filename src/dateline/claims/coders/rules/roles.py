"""Roles: which nouns around a trigger fill which slots."""

from collections.abc import Iterable

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.circumstances import OF, ON, beyond_circumstances, is_time
from dateline.claims.coders.rules.descriptions import end_of_description, listed_names
from dateline.claims.coders.rules.lexicon import Trigger
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Filler
from dateline.claims.coders.rules.sorts import PEOPLE, Sorted, Thing, sort_noun
from dateline.claims.coders.rules.struck import struck_places

_TARGETS = PEOPLE | {Thing.FACILITY, Thing.PLACE, Thing.OTHER}


def fill_roles(page: Page, token: int, trigger: Trigger) -> tuple[Filler, ...]:
    """Return the fillers of a trigger's slots, each with its phrase; slots nobody fills are absent."""
    pairs = list(_verb_roles(page, token, trigger) if _is_verb(page, token) else _noun_roles(page, token, trigger))
    pairs += [("weapon", noun) for noun in _instruments(page, token)]
    if trigger.where:
        pairs += [(trigger.where, noun) for noun in struck_places(page, token)]
    pairs += [(slot, part) for slot, noun in pairs if slot == "victim" for part in _included(page, noun)]
    fillers = (_filler(page, slot, noun) for slot, noun in pairs if _may_fill(page, slot, noun))
    return tuple(dict.fromkeys(fillers))


def people_acted_upon(page: Page, token: int, trigger: Trigger) -> list[int]:
    """Return the nouns of the people whom a trigger's effect is counted over, before any sorting."""
    if _is_verb(page, token):
        if trigger.agent == "victim":
            return grammar.agents(page, token)
        if trigger.subject and not grammar.is_passive(page, token):
            return grammar.patients(page, token) or grammar.subjects(page, token)
        return grammar.patients(page, token)
    if page.tokens[token].text.lower() in page.lexicon.adjectives:
        return _described(page, token)
    return _noun_patients(page, token, trigger)


def _is_verb(page: Page, token: int) -> bool:
    """Tell whether a trigger acts as a verb; "are missing" describes, whatever the parser calls it."""
    word = page.tokens[token]
    if word.tag in {"VBN", "VBD"} and word.dep != "amod":
        return True
    return word.pos == "VERB" and word.text.lower() not in page.lexicon.adjectives


def _described(page: Page, adjective: int) -> list[int]:
    """Return whom an adjective describes: "twelve dead", "left twelve people dead", "the dead policemen"."""
    subject = grammar.child(page, adjective, "nsubj")
    if subject is not None:
        return grammar.conjuncts(page, subject)
    listed = _listed_as(page, adjective)
    if listed:
        return listed
    token = page.tokens[adjective]
    if token.dep in {"acomp", "oprd", "attr", "advcl"}:
        verb = token.head
        objects = [noun for obj in grammar.all_children(page, verb, "dobj") for noun in grammar.conjuncts(page, obj)]
        return objects or grammar.subjects(page, verb)
    if token.dep in {"amod", "acl"}:
        return [token.head]
    return [adjective]


def _included(page: Page, noun: int) -> list[int]:
    """Return who is told to be among those harmed: "including a mayor and two nuns", ": Ana Ruiz, Rui Lima"."""
    return [*grammar.prepositional(page, noun, "include", "including"), *listed_names(page, noun)]


def _verb_roles(page: Page, verb: int, trigger: Trigger) -> Iterable[tuple[str, int]]:
    patients = grammar.patients(page, verb)
    agents = grammar.agents(page, verb) or (_by_anyone(page, verb) if grammar.is_passive(page, verb) else [])
    if trigger.subject and not patients:
        yield from ((trigger.subject, noun) for noun in agents)
        return
    yield from ((_agent_slot(page, noun, trigger), noun) for noun in agents)
    if trigger.both:
        patients = patients + grammar.prepositional(page, verb, "with", "between", "against")
    if trigger.where or not any(sort_noun(page, noun).thing is not Thing.OTHER for noun in patients):
        yield from (("target", noun) for noun in grammar.prepositional(page, verb, *ON))
    yield from ((trigger.patient, noun) for noun in patients)


def _agent_slot(page: Page, noun: int, trigger: Trigger) -> str:
    """Return the weapon's slot where the weapon acts: "a mine killed two men"."""
    return "weapon" if sort_noun(page, noun).thing is Thing.WEAPON else trigger.agent


def _by_anyone(page: Page, verb: int) -> list[int]:
    """Return whom "by" names anywhere below a passive verb: "kidnapped on Monday, apparently by rebels"."""
    below = (i for i in grammar.subtree(page, verb) if i > verb and page.tokens[i].lemma == "by")
    found = (noun for by in sorted(below) for noun in grammar.objects_of(page, by))
    return [noun for noun in found if sort_noun(page, noun).thing in PEOPLE][:1]


def _noun_roles(page: Page, noun: int, trigger: Trigger) -> Iterable[tuple[str, int]]:
    yield from ((trigger.agent, by) for by in grammar.prepositional(page, noun, "by"))
    yield from ((trigger.patient, patient) for patient in _noun_patients(page, noun, trigger))
    if trigger.both:
        yield from _two_sides(page, noun)
    yield from _modifier_roles(page, noun, trigger)
    yield from _light_verb_roles(page, noun, trigger)


def _noun_patients(page: Page, noun: int, trigger: Trigger) -> list[int]:
    behind = grammar.prepositional(page, noun, *ON) + grammar.prepositional(page, noun, *OF)
    found = [each for each in behind if not is_time(page, each)]
    if page.tokens[noun].lemma in page.lexicon.words["harms"]:
        found += grammar.sufferers(page, noun)
    owner = grammar.child(page, noun, "poss")
    if owner is not None and not found and trigger.effect:
        found = [owner]
    return _listed_as(page, noun) or found or list(beyond_circumstances(page, noun))


def _listed_as(page: Page, noun: int) -> list[int]:
    """Return who is said to be a group: "among the victims were two nuns", "the dead were identified as ..."."""
    token = page.tokens[noun]
    if token.dep == "nsubjpass" and page.tokens[token.head].lemma in page.lexicon.words["naming_verbs"]:
        return grammar.prepositional(page, token.head, "as")
    preposition = page.tokens[token.head]
    verb = page.tokens[preposition.head]
    if token.dep != "pobj" or preposition.lemma != "among" or verb.lemma != "be":
        return []
    listed = grammar.all_children(page, verb.index, "nsubj", "attr")
    return [each for one in listed for each in grammar.conjuncts(page, one)]


def _two_sides(page: Page, noun: int) -> Iterable[tuple[str, int]]:
    """Read "clashes between X and Y", "a clash with Y"."""
    sides = grammar.prepositional(page, noun, "between", "among")
    for number, side in enumerate(sides[:2]):
        yield ("perpetrator" if number == 0 else "target"), side
    yield from (("target", other) for other in grammar.prepositional(page, noun, "with"))


def _modifier_roles(page: Page, noun: int, trigger: Trigger) -> Iterable[tuple[str, int]]:
    """Read what stands before the noun: "guerrilla attack", "the rebels' attack", "embassy attack", "bomb attack"."""
    for index in grammar.all_children(page, noun, "compound", "poss", "amod", "nmod"):
        sort = sort_noun(page, index)
        if sort.thing is Thing.WEAPON:
            yield "weapon", index
        elif sort.thing is Thing.FACILITY and page.tokens[index].dep == "compound":
            yield "target", index
        elif sort.thing in PEOPLE and (sort.side == "armed" or _owns(page, index, trigger)):
            yield "perpetrator", index
        elif sort.thing in PEOPLE and trigger.effect and page.tokens[index].dep == "compound":
            yield trigger.patient, index


def _owns(page: Page, index: int, trigger: Trigger) -> bool:
    """Tell whether "X's" names who acts: "the army's raid", but not "the judge's murder"."""
    return page.tokens[index].dep == "poss" and not trigger.effect


def _light_verb_roles(page: Page, noun: int, trigger: Trigger) -> Iterable[tuple[str, int]]:
    """Read who carries the noun's verb: "rebels carried out an attack", "an attack staged by rebels"."""
    for below in grammar.all_children(page, noun, "acl", "relcl"):
        if page.tokens[below].lemma in page.lexicon.words["light_verbs"] and grammar.is_passive(page, below):
            yield from ((trigger.agent, agent) for agent in grammar.agents(page, below))
            yield from ((trigger.patient, on) for on in grammar.prepositional(page, below, *ON))
    token = page.tokens[noun]
    verb = page.tokens[token.head]
    is_done = token.dep in {"dobj", "nsubjpass"} or (token.dep == "nsubj" and grammar.is_passive(page, verb.index))
    if verb.lemma in page.lexicon.words["light_verbs"] and is_done:
        yield from ((trigger.agent, agent) for agent in grammar.agents(page, verb.index))
        yield from ((trigger.patient, on) for on in grammar.prepositional(page, verb.index, *ON))
    elif verb.lemma in page.lexicon.words["suffering_verbs"] and token.dep == "dobj":
        yield from ((trigger.patient, sufferer) for sufferer in grammar.subjects(page, verb.index))


def _instruments(page: Page, token: int) -> Iterable[int]:
    for noun in grammar.prepositional(page, token, "with", "by", "in", "from", "of"):
        if sort_noun(page, noun).thing is Thing.WEAPON:
            yield noun
    for verb in grammar.all_children(page, token, "advcl", "acl", "xcomp"):
        if page.tokens[verb].lemma in {"use", "fire", "throw", "wield"}:
            yield from (n for n in grammar.patients(page, verb) if sort_noun(page, n).thing is Thing.WEAPON)


def _may_fill(page: Page, slot: str, noun: int) -> bool:
    head = grammar.true_head(page, noun)
    sort = sort_noun(page, head)
    if slot == "perpetrator":
        is_state = sort.thing is Thing.PLACE and sort.label == "country"
        is_known = sort.thing is Thing.PRONOUN and head in page.referents  # "said that it had attacked"
        return (sort.thing in PEOPLE or is_state or is_known) and not _is_unarmed_speaker(sort)
    if slot == "victim":
        return sort.thing in PEOPLE
    if slot == "weapon":
        return sort.thing is Thing.WEAPON
    return sort.thing in _TARGETS and not _is_time(page, head)


def _is_unarmed_speaker(sort: Sorted) -> bool:
    return sort.label == "media"


def _is_time(page: Page, noun: int) -> bool:
    return page.tokens[noun].entity in {"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT"}


def _filler(page: Page, slot: str, noun: int) -> Filler:
    head = grammar.true_head(page, noun)
    first, last = grammar.whole_phrase(page, head)
    return Filler(slot, head, first, end_of_description(page, head, last))
