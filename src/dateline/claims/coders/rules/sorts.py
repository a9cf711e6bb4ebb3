"""Sorts: what a noun speaks of: a person, an actor, a building, a weapon, a place, or something else."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.claims.coders.rules.grammar import ancestors
from dateline.claims.coders.rules.page import Page, once_a_word
from dateline.mentions.records import Mention, MentionKind


class Thing(StrEnum):
    PERSON = "person"
    ACTOR = "actor"
    FACILITY = "facility"
    WEAPON = "weapon"
    PLACE = "place"
    EVENT = "event"
    PRONOUN = "pronoun"
    OTHER = "other"


PEOPLE = {Thing.PERSON, Thing.ACTOR}


@dataclass(frozen=True, slots=True)
class Sorted:
    """A noun's thing, with the label and side that the lexicon or the roster gives it."""

    thing: Thing
    label: str = ""
    side: str = ""
    kind: str = ""  # of event, where a weapon acts


_NAMED = {
    MentionKind.PERSON: Sorted(Thing.PERSON, "person"),
    MentionKind.FACILITY: Sorted(Thing.FACILITY, "other"),
    MentionKind.PLACE: Sorted(Thing.PLACE, "place"),
}
_ROSTER_SIDES = {
    "rebel": "armed",
    "political_militia": "armed",
    "identity_militia": "armed",
    "criminal": "armed",
    "state_forces": "state",
    "external": "state",
    "government": "state",
    "civilians": "civilian",
    "party": "civilian",
    "media": "civilian",
    "organisation": "civilian",
}
_EVERYDAY = {"charge", "fire", "stone", "gun", "cutting_device"}  # words for them speak of other things as often
_PRONOUNS = {"PRON", "DET"}
_LONGEST_PHRASE = 60  # characters before a noun in which the words of its phrase are looked for


def sort_noun(page: Page, noun: int) -> Sorted:
    """Return what a noun speaks of; a listed name decides before its head word, and two words before one."""
    token = page.tokens[noun]
    mention = page.mention_at.get(noun)
    if mention is not None and mention.kind is MentionKind.ACTOR:
        label = mention.labels[0] if mention.labels else "armed_group"
        return Sorted(Thing.ACTOR, label, _ROSTER_SIDES.get(label, ""))
    by_word = sort_by_words(page, noun)
    if by_word is not None:
        return by_word
    if token.entity == "NORP" and token.tag in {"NNS", "NNPS"}:
        return Sorted(Thing.PERSON, "civilian", "civilian")  # "more than 90 Afghans"
    if mention is None and _is_unknown_name(page, noun):
        return _NAMED[MentionKind.PERSON]
    if mention is None and _is_unknown_trade(page, noun):
        return Sorted(Thing.PERSON)
    return _sort_name(page, mention) if mention is not None else Sorted(_thing_by_form(page, noun))


def _is_unknown_name(page: Page, noun: int) -> bool:
    """Tell whether a name that no finder knows is a person's: somebody apposed, killed or wounded by two words.

    One word is enough where its verb happens to nobody but people: "Salgado was kidnapped".
    """
    token = page.tokens[noun]
    if token.tag != "NNP":
        return False
    head, is_full = page.tokens[token.head], any(page.tokens[i].tag == "NNP" for i in _compounds(page, noun))
    if token.dep in {"dobj", "nsubjpass"}:
        needs = {phrase.trigger.needs for phrase in page.lexicon.verbs.get(head.lemma, ())}
        return "person" in needs if is_full else needs == {"person"}
    if not is_full:
        return False
    beside = [i for i in page.children[noun] if page.tokens[i].dep == "appos"]
    beside += [head.index] if token.dep in {"appos", "conj"} else []
    sorts = (sort_by_words(page, index) for index in beside)
    return any(sort is not None and sort.thing is Thing.PERSON for sort in sorts)


def _is_unknown_trade(page: Page, noun: int) -> bool:
    """Tell whether a noun that no list knows is a person's trade: somebody killed or held whose word ends in "-er"."""
    token, words = page.tokens[noun], page.lexicon.words
    if token.pos != "NOUN" or token.dep not in {"dobj", "nsubjpass"} or token.lemma in words["things_in_er"]:
        return False
    if not singular(token.text.lower()).endswith(tuple(words["trades"])):
        return False
    return any(phrase.trigger.needs == "person" for phrase in page.lexicon.verbs.get(page.tokens[token.head].lemma, ()))


def _compounds(page: Page, noun: int) -> list[int]:
    return [index for index in page.children[noun] if page.tokens[index].dep == "compound"]


def _thing_by_form(page: Page, noun: int) -> Thing:
    """Return what the part of speech tells of a word that no list knows."""
    token = page.tokens[noun]
    if token.pos in _PRONOUNS:
        return Thing.PRONOUN
    return Thing.EVENT if token.lemma in page.lexicon.nouns and token.pos in {"NOUN", "PROPN"} else Thing.OTHER


def is_weapon_beside(page: Page, noun: int) -> bool:
    """Tell whether a noun names a weapon that may have been used, not one that was found, carried or sold."""
    token = page.tokens[noun]
    if token.pos not in {"NOUN", "PROPN"} or token.dep == "compound":
        return False
    sort = sort_noun(page, noun)
    if sort.thing is not Thing.WEAPON or sort.label in _EVERYDAY:
        return False
    above = {page.tokens[head].lemma for head in ancestors(page, noun)}
    return not above & page.lexicon.words["unused_weapons"]


def _sort_name(page: Page, mention: Mention) -> Sorted:
    if mention.kind is MentionKind.PLACE and "country" in mention.labels:
        return Sorted(Thing.PLACE, "country")
    return _NAMED.get(mention.kind) or _sort_body(page, mention)


def _sort_body(page: Page, mention: Mention) -> Sorted:
    """Tell a body from a person whom the parser's recogniser took for one: "Castellar" names no organisation.

    A single word is a person's name where it is a part of a longer one in the text.
    """
    words = {word.lower() for word in mention.text.replace("-", " ").split()}
    is_body = words & page.lexicon.words["bodies"] or (len(words) == 1 and not words & page.name_words)
    return Sorted(Thing.ACTOR, "organisation") if is_body else _NAMED[MentionKind.PERSON]


@once_a_word
def sort_by_words(page: Page, noun: int) -> Sorted | None:
    """Return what the lexicon's lists say of a noun with the words before it; None where they do not know it."""
    for words in _spellings(page, noun):
        if words in page.lexicon.weapons:
            sort = page.lexicon.weapons[words]
            return Sorted(Thing.WEAPON, sort.label, kind=sort.kind)
        if words in page.lexicon.people:
            sort = page.lexicon.people[words]
            return Sorted(Thing.PERSON, sort.label, sort.side)
        if words in page.lexicon.facilities:
            return Sorted(Thing.FACILITY, page.lexicon.facilities[words].label)
    return None


def _spellings(page: Page, noun: int) -> list[str]:
    """Return the noun with up to two words before it, longest first: "police station chief", "station chief".

    Words are those that spaces part: "high-tension tower", "mayor's office".
    """
    token = page.tokens[noun]
    text = page.reading[max(token.start - _LONGEST_PHRASE, page.sentence(noun).span.start) : token.start].lower()
    before, gap = text.split()[-2:], " " if text[-1:].isspace() or not text else ""
    own = singular(token.text.lower()) if token.tag in {"NNS", "NNPS", "NNP"} else token.lemma
    forms = dict.fromkeys((own, token.lemma, token.text.lower()))
    whole = [f"{' '.join(before[k:])}{gap}{form}" for k in range(len(before)) for form in forms]
    return [*whole, *forms]


def singular(word: str) -> str:
    """Return an English plural's singular by its ending: the parser does not lemmatise what it takes for names."""
    if word.endswith("men"):
        return f"{word[:-3]}man"
    if word.endswith("ies") and len(word) > 4:
        return f"{word[:-3]}y"
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
