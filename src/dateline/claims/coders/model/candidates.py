"""Candidates: the spans that the model marks, as phrases of the page that may fill a slot."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet

from dateline.claims.coders.model.marking import mark
from dateline.claims.coders.model.records import Candidate, Marked, Reading
from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Filler
from dateline.claims.coders.rules.sorts import Thing, sort_noun

SLOTS: Mapping[str, str] = {
    "perpetrator_individual": "perpetrator",
    "perpetrator_organization": "perpetrator",
    "target": "target",
    "victim_name": "victim",
    "victim_description": "victim",
    "weapon": "weapon",
}
"""Role of the network -> slot of a frame that its spans may fill."""

_LEAST = 0.12  # probability below which a span is not worth weighing
_NOUNS = {"NOUN", "PROPN"}
_NO_NAMES = {"ADP", "CCONJ", "DET", "PUNCT"}  # words with which no name begins
_NEVER: Mapping[str, frozenset[Thing]] = {
    "victim": frozenset({Thing.WEAPON, Thing.PLACE, Thing.EVENT, Thing.FACILITY}),
    "target": frozenset({Thing.WEAPON, Thing.EVENT}),
    "perpetrator": frozenset({Thing.WEAPON, Thing.EVENT, Thing.FACILITY}),
    "weapon": frozenset({Thing.PERSON, Thing.ACTOR, Thing.PLACE, Thing.EVENT}),
}
"""What the rules' lists and names say that a noun is, where that cannot fill a slot."""

_SUFFERING = {"victim", "target"}
_NAMED_AFTER = {Thing.ACTOR, Thing.FACILITY, Thing.WEAPON}


def find_candidates(page: Page, reading: Reading) -> Iterator[Candidate]:
    """Yield the marked spans whose noun can fill their slot, role by role, in the order of the text.

    Whoever is only cited suffered nothing: "..., said Ana Duarte, a nurse".
    """
    sources = {index for cited in page.cited for index in cited.source}
    for role, slot in SLOTS.items():
        for marked in mark(reading, role, least=_LEAST):
            filler = _filler(page, slot, marked)
            if filler is not None and _can_fill(page, filler, sources):
                yield Candidate(marked, filler)


def _can_fill(page: Page, filler: Filler, sources: AbstractSet[int]) -> bool:
    """Tell whether nothing that the rules know of the noun and its place in the sentence speaks against its slot."""
    if sort_noun(page, filler.head).thing in _NEVER[filler.slot] or _is_ruled_out(page, filler.head):
        return False
    is_source = filler.slot in _SUFFERING and filler.head in sources
    return not is_source and not _names_another(page, filler)


def _is_ruled_out(page: Page, noun: int) -> bool:
    """Tell whether a noun says what somebody is not: "they are not soldiers"."""
    token = page.tokens[noun]
    return token.dep == "attr" and grammar.child(page, token.head, "neg") is not None


def _names_another(page: Page, filler: Filler) -> bool:
    """Tell whether the words are a part of another thing's name: "the Ana Duarte Battalion", "bomb disposal unit"."""
    token = page.tokens[filler.head]
    outer = token.head
    if token.dep != "compound" or filler.first <= outer <= filler.last:
        return False
    whole = sort_noun(page, outer).thing
    return whole is not Thing.WEAPON if filler.slot == "weapon" else filler.slot in _SUFFERING and whole in _NAMED_AFTER


def _filler(page: Page, slot: str, marked: Marked) -> Filler | None:
    """Return the phrase of a marked span, from its first word that names to its last noun.

    Its head is the noun on which the others hang. A weapon has its whole phrase: "bomb" of "car bomb" says less.
    """
    inside = page.tokens_in(marked.span)
    nouns = [index for index in inside if page.tokens[index].pos in _NOUNS]
    if not nouns:
        return None
    heads = [index for index in nouns if page.tokens[index].head not in inside]
    head = (heads or nouns)[-1]
    if slot == "weapon":
        return Filler(slot, head, *grammar.phrase(page, head))
    first = next(index for index in inside if page.tokens[index].pos not in _NO_NAMES)
    return Filler(slot, head, first, nouns[-1])
