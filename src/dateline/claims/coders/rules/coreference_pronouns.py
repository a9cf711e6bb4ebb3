"""Whom "it", "they" and "its" stand for, or that they stand for nobody who is named."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.coreference_spots import Spot
from dateline.claims.coders.rules.coreference_weights import choose, others_than_parties
from dateline.claims.coders.rules.coreference_words import listed, quoted
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Referent
from dateline.claims.coders.rules.who import everyone
from dateline.mentions.records import Mention

_JUST_BEFORE = 2  # sentences back that a pronoun may reach
_PRONOUN = 0.8
_SURE, _DOUBTFUL = 0.05, 0.35  # by how much the referent must be likelier than the next; more where it may be a thing
_AMONG = {"among", "amongst", "including"}


def of_reflexive(page: Page, noun: int) -> Referent | None:
    """Read "itself" as the subject of its own verb."""
    actors = [actor for subject in grammar.subjects(page, page.tokens[noun].head) for actor in everyone(page, subject)]
    mentions = tuple(actor.mention for actor in actors)
    return Referent(mentions, _PRONOUN, f"{quoted(page, noun)} is who does it") if mentions else None


def of_pronoun(page: Page, noun: int, told: Sequence[Spot]) -> Referent | None:
    is_many = page.tokens[noun].text.lower() in listed("pronouns", "plural")
    if _is_of_no_actor(page, noun):
        return None
    here = page.sentence_of[noun]
    is_actors = _is_an_actors(page, noun)
    near = [s for s in told if here - s.sentence <= _JUST_BEFORE and _may_be(page, s, noun)]
    if _is_of_a_part(page, noun) and any(spot.sentence == here and not spot.mentions for spot in near):
        return None
    near = others_than_parties(page, near, noun)
    nearest = max((spot.sentence for spot in near), default=here)
    near = [spot for spot in near if spot.sentence >= min(nearest, here - 1)]
    if _is_private(page, noun) and any(not spot.mentions for spot in near):
        return None
    margin = _SURE if is_actors or is_many else _DOUBTFUL
    choice = choose(page, near, noun, margin=margin, counts_clauses=True)
    if choice is None or not choice.spot.mentions:
        return None
    both = _joined(choice.spot, near) if is_many else ()  # "A and B ... they"
    named = choice.referent(_PRONOUN, f"{quoted(page, noun)} is who was spoken of just before")
    return replace(named, mentions=(*named.mentions, *both))


def _may_be(page: Page, spot: Spot, noun: int) -> bool:
    """Tell whether a pronoun may mean a spot: "it" no person, "they" no single thing; an actor's "its" no thing."""
    is_many = page.tokens[noun].text.lower() in listed("pronouns", "plural")
    if spot.mentions:
        return not (is_many and spot.is_place)  # a country is no "they"
    if is_many:
        return spot.is_many and spot.is_person_or_other
    if spot.is_many or spot.is_person:
        return False
    return spot.is_body or not (_is_an_actors(page, noun) or (spot.is_place and _acts_upon_something(page, noun)))


def _acts_upon_something(page: Page, noun: int) -> bool:
    token = page.tokens[noun]
    return token.dep == "nsubj" and grammar.child(page, token.head, "dobj") is not None


def _joined(chosen: Spot, near: Sequence[Spot]) -> tuple[Mention, ...]:
    """Return the mentions joined to a chosen one by "and": "A and B ... they" are both."""
    partners = [s for s in near if s.joined == chosen.joined and s.token != chosen.token and s.mentions]
    return tuple({spot.key: spot.mentions[0] for spot in partners if spot.key != chosen.key}.values())


def _is_of_no_actor(page: Page, noun: int) -> bool:
    """Tell whether "it" stands for no actor: "it was unclear", "it happened"."""
    token = page.tokens[noun]
    verb = page.tokens[token.head]
    if token.dep == "expl" or verb.lemma in listed("pronouns", "happening"):
        return True
    if token.dep == "dobj" and token.text.lower() == "it" and verb.lemma in listed("pronouns", "told"):
        return True
    if token.text.lower() != "it" or verb.lemma not in {"be", "seem", "remain", "appear", "become", "take"}:
        return False
    complements = {page.tokens[index].dep for index in page.children[verb.index]}
    return verb.lemma == "take" or bool(complements & {"acomp", "ccomp", "advcl", "xcomp"}) or token.dep != "nsubj"


def _is_an_actors(page: Page, noun: int) -> bool:
    """Tell whether only an actor owns or does what a pronoun's word says: "its fighters", "it claimed"."""
    token = page.tokens[noun]
    head = page.tokens[token.head]
    if token.dep == "poss":
        return head.lemma.lower() in listed("pronouns", "owned")
    return (
        token.dep == "nsubj" and head.lemma in listed("pronouns", "done") and not grammar.is_passive(page, head.index)
    )


def _is_of_a_part(page: Page, noun: int) -> bool:
    """Tell whether a pronoun says of whom a part is: "many of them", "among them"."""
    token = page.tokens[noun]
    above = page.tokens[token.head]
    is_counted = (
        page.tokens[above.head].lemma in page.lexicon.words["quantities"] or page.tokens[above.head].pos != "NOUN"
    )
    return token.dep == "pobj" and (above.lemma in _AMONG or (above.lemma == "of" and is_counted))


def _is_private(page: Page, noun: int) -> bool:
    """Tell whether people rather than bodies own what a pronoun's word says: "their wives", "their homes"."""
    token = page.tokens[noun]
    return token.dep == "poss" and page.tokens[token.head].lemma.lower() in listed("pronouns", "private")
