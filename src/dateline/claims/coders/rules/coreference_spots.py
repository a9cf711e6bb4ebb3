"""Spots: where a page speaks of somebody or something that later words may stand for, named or not."""

from dataclasses import dataclass
from functools import cache

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.coreference_words import listed, load_coreference
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.sorts import Sorted, Thing, sort_noun
from dateline.claims.coders.rules.who import Who, everyone
from dateline.mentions.records import Mention

_NOUNS = {"NOUN", "PROPN"}
_INNER = {"compound", "amod", "nmod", "nummod", "quantmod"}
_MANY = {"NNS", "NNPS"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "pobj", "agent", "attr"}
_LONGEST_LIST = 12  # names
_NO_THINGS = {Thing.WEAPON, Thing.EVENT, Thing.PLACE, Thing.FACILITY}
_INDEFINITE = {"a", "an", "another", "some", "several", "unknown", "unidentified", "two", "three", "other"}
_ARMED = {"rebel", "political_militia", "identity_militia", "criminal"}


@dataclass(frozen=True, slots=True)
class Spot:
    """One who is spoken of: `mentions` name them, none where no name is known; `token` is the phrase's noun.

    `verb` governs it; `joined` is the first of the nouns that it is joined to by "and", itself where it stands alone.
    """

    token: int
    sentence: int
    verb: int
    mentions: tuple[Mention, ...]
    key: str
    sort: Sorted
    likelihood: float
    is_subject: bool
    is_object: bool
    is_owner: bool
    is_aside: bool
    is_many: bool
    is_new: bool
    joined: int
    lemma: str
    side: str

    @property
    def labels(self) -> frozenset[str]:
        return frozenset(label for mention in self.mentions for label in mention.labels)

    @property
    def is_armed(self) -> bool:
        return bool(self.labels & _ARMED)

    @property
    def is_state(self) -> bool:
        return self.side == "state"

    @property
    def is_person(self) -> bool:
        return self.sort.thing in {Thing.PERSON, Thing.PRONOUN} and not self.is_body

    @property
    def is_person_or_other(self) -> bool:
        return self.sort.thing not in _NO_THINGS

    @property
    def is_body(self) -> bool:
        """Tell whether it is a body of people that acts, by its noun: "the cabinet", "a charity"."""
        return self.is_civil or self.lemma in _groups()

    @property
    def is_civil(self) -> bool:
        return self.lemma in listed("civil_bodies", "words")

    @property
    def is_place(self) -> bool:
        return self.sort.thing is Thing.PLACE


@cache
def _groups() -> frozenset[str]:
    return frozenset(word for group in load_coreference()["groups"] if not group.get("many") for word in group["words"])


def spot_at(page: Page, noun: int) -> Spot | None:
    """Return who or what a noun or pronoun speaks of, or None where it is a part of another's phrase."""
    token = page.tokens[noun]
    is_noun = token.pos in _NOUNS or noun in page.mention_at  # the parser may not know a name for a noun
    if noun not in page.referents and (not is_noun or not _is_head(page, noun) or _is_beside_a_name(page, noun)):
        return None
    if _is_said_of_an_actor(page, noun):
        return None
    actors = everyone(page, noun)
    if not actors and (token.dep in _INNER or token.text.lower() in listed("pronouns", "words")):
        return None
    return _spot(page, noun, list(actors))


def _is_head(page: Page, noun: int) -> bool:
    """Tell whether a noun is the last word of its name, or no part of a name."""
    mention = page.mention_at.get(noun)
    return mention is None or page.tokens_in(mention.span).stop - 1 == noun


def _is_beside_a_name(page: Page, noun: int) -> bool:
    """Tell whether a noun only says what a name is: "the Red Column, the armed group,"."""
    token = page.tokens[noun]
    return token.dep == "appos" and noun not in page.mention_at and token.head in page.mention_at


def _is_said_of_an_actor(page: Page, noun: int) -> bool:
    """Tell whether a noun only says what an actor is: "the Red Column is a branch of", "it is a rival of"."""
    token = page.tokens[noun]
    return token.dep == "attr" and any(everyone(page, subject) for subject in grammar.subjects(page, token.head))


def _spot(page: Page, noun: int, actors: list[Who]) -> Spot:
    head = _governing(page, noun)
    first = _first_joined(page, head)
    dep = page.tokens[first].dep
    token = page.tokens[noun]
    before = {page.tokens[i].text.lower() for i in page.children[noun] if i < noun}
    return Spot(
        token=noun,
        sentence=page.sentence_of[noun],
        verb=grammar.clause_head(page, first),
        mentions=tuple(actor.mention for actor in actors),
        key=actors[0].key if actors else f"{token.lemma.lower()}@{noun}",
        sort=sort_noun(page, noun),
        likelihood=min((actor.likelihood for actor in actors), default=1.0),
        is_subject=dep in _SUBJECTS,
        is_object=dep in _OBJECTS,
        is_owner=dep == "poss",
        is_aside=dep == "pobj" and page.tokens[page.tokens[page.tokens[first].head].head].pos in _NOUNS,
        is_many=token.tag in _MANY,
        is_new=bool(before & _INDEFINITE) or (token.tag in _MANY and "the" not in before),
        joined=first,
        lemma=token.lemma.lower(),
        side=actors[0].side if actors else "",
    )


def _governing(page: Page, noun: int) -> int:
    """Return the noun whose place in the sentence counts: of a name its governing word, of "members of" the members."""
    mention = page.mention_at.get(noun)
    inside = page.tokens_in(mention.span) if mention is not None else range(noun, noun + 1)
    while page.tokens[noun].head in inside and page.tokens[noun].head != noun:
        noun = page.tokens[noun].head
    return noun


def _first_joined(page: Page, noun: int) -> int:
    """Return the noun that a list hangs by; the parser may hang a name by the next one of its list."""
    for _ in range(_LONGEST_LIST):
        token = page.tokens[noun]
        is_listed = token.dep in {"conj", "appos"} and page.tokens[token.head].pos in _NOUNS
        if not is_listed and not (token.dep in _INNER and token.head in page.mention_at and noun in page.mention_at):
            break
        noun = token.head
    return noun
