"""Things: the people, bodies, places, weapons and platforms that a text speaks of, by name, noun or pronoun."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.bond_links import Party
from dateline.claims.coders.rules.page import Page
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Span

_KINDS = {
    MentionKind.ACTOR: "body",
    MentionKind.ORGANISATION: "body",
    MentionKind.PERSON: "person",
    MentionKind.PLACE: "place",
    MentionKind.FACILITY: "place",
}
_SINGULAR = {"NN", "NNP"}
_PRONOUNS = {"PRP", "PRP$"}
_NOUNS = {"NOUN", "PROPN"}
_WITHIN = {"compound", "amod", "nmod", "nummod"}  # edges by which a name belongs to its noun: "Red Column fighters"
_ACTING = {"nsubj", "poss"}  # "Peru sent police", "Peru's police"


@cache
def load_thing_words() -> Mapping[str, Mapping[str, Any]]:
    data: Mapping[str, Mapping[str, Any]] = yaml.safe_load(
        (files(__package__) / "data" / "things.yaml").read_text("utf-8")
    )
    return data


def find_things(page: Page) -> tuple[Party, ...]:
    """Return what the page's words speak of, in the order of the text; none stands inside another.

    A thing's span is its noun's phrase or its name, whichever is the longer, without what follows by "of".
    """
    found = sorted({*find_named(page), *_described(page)}, key=lambda party: (-len(party.span), party.span, party.kind))
    kept: list[Party] = []
    for party in found:
        if not any(party.span.overlaps(other.span) for other in kept):
            kept.append(party)
    return tuple(sorted(kept, key=lambda party: party.span))


def find_named(page: Page) -> Iterator[Party]:
    """Yield what the page speaks of by name, in the order of the text."""
    for mention in page.mentions:
        inside = page.tokens_in(mention.span)
        if mention.kind in _KINDS and inside:
            yield Party(mention.span, _kind_of_name(page, mention, inside[-1]))


def _kind_of_name(page: Page, mention: Mention, last: int) -> str:
    """Return a name's kind.

    A country that does something is a body: "Peru sent police", not "in Peru". What the recogniser takes for the name
    of a body may be a weapon's: "UAV".
    """
    if "country" in mention.labels and mention.kind is MentionKind.PLACE:
        return "body" if page.tokens[_first_of_list(page, last)].dep in _ACTING else "place"
    if mention.kind is MentionKind.ORGANISATION:
        return _kinds("weapons", "platforms").get(page.tokens[last].text.lower(), _KINDS[mention.kind])
    return _KINDS[mention.kind]


def _first_of_list(page: Page, index: int) -> int:
    """Return the first of the nouns that a noun is joined to by "and" or commas."""
    while page.tokens[index].dep == "conj":
        index = page.tokens[index].head
    return index


def _described(page: Page) -> Iterator[Party]:
    for token in page.tokens:
        kind = _kind_of_word(page, token.index)
        if kind is not None:
            first, last = grammar.phrase(page, token.index)
            while first < last and page.tokens[first].pos in {"DET", "PUNCT", "SPACE"}:
                first += 1
            yield Party(Span(page.tokens[first].start, page.tokens[last].end), kind)


def _kind_of_word(page: Page, index: int) -> str | None:
    """Return what a noun or pronoun speaks of; a noun within another's phrase speaks of nothing by itself."""
    token = page.tokens[index]
    if token.tag in _PRONOUNS:
        return _kinds("our_pronouns", "my_pronouns").get(token.text.lower())
    if token.pos not in _NOUNS or token.dep in _WITHIN:
        return None
    if token.tag in _SINGULAR and token.lemma in _kinds("persons"):
        return "person"
    return _kinds("bodies", "places", "weapons", "platforms").get(token.lemma.lower())


@cache
def _kinds(*names: str) -> Mapping[str, str]:
    lists = load_thing_words()
    return {word: lists[name]["kind"] for name in names for word in lists[name]["words"]}
