"""Innocence: words of violence that tell of accidents, illness, dismissals and films, or of a war that goes on."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.sorts import Thing, sort_noun


@cache
def load_innocent() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((files(__package__) / "data" / "innocent.yaml").read_text("utf-8"))
    return data


def is_innocent(page: Page, index: int) -> bool:
    """Tell whether a trigger's own words say that nobody did it, that nobody was harmed, or that it goes on."""
    is_of_nobody = _is_qualified_away(page, index) or _has_natural_cause(page, index) or _harms_nobody(page, index)
    return is_of_nobody or _goes_on(page, index)


def _goes_on(page: Page, index: int) -> bool:
    """Tell whether a verb says how two stand to each other: "is fighting alongside", "have been fighting since"."""
    lists, token = load_innocent()["going_on"], page.tokens[index]
    if token.pos != "VERB" or token.lemma not in lists["verbs"]:
        return False
    is_lasting = token.tag == "VBG" and grammar.child(page, index, "aux") is not None
    words = {page.tokens[i].text.lower() for i in grammar.all_children(page, index, "prep", "advmod")}
    return bool(words & set(lists["beside"]) or (is_lasting and words & set(lists["since"])))


def _is_qualified_away(page: Page, index: int) -> bool:
    own = {word for phrase in page.lexicon.nouns.get(page.tokens[index].lemma, ()) for word in phrase.rest}
    modifiers = set(load_innocent()["modifiers"]["words"]) - own  # a "peace agreement" is one; a "peace offensive" none
    before = grammar.all_children(page, index, "compound", "amod", "nmod")
    return any(page.tokens[i].text.lower() in modifiers for i in before)


def _has_natural_cause(page: Page, index: int) -> bool:
    causes = load_innocent()["causes"]["words"]
    return any(
        (page.tokens[i].lemma in causes and not _is_of_arms(page, i)) or _is_qualified_away(page, i)
        for i in _causes(page, index)
    )


def _is_of_arms(page: Page, noun: int) -> bool:
    """Tell whether fire is of weapons, by the words before it: "mortar fire", "hostile fire", "returned fire"."""
    lists = load_innocent()["arms"]
    if page.tokens[noun].lemma not in lists["words"]:
        return False
    opens = noun > page.sentence(noun).first and page.tokens[noun - 1].lemma in lists["verbs"]
    before = grammar.all_children(page, noun, "compound", "amod", "nmod", "poss")
    return opens or any(page.tokens[i].lemma in lists["before"] or _is_armed(page, i) for i in before)


def _is_armed(page: Page, noun: int) -> bool:
    sort = sort_noun(page, noun)
    return sort.thing is Thing.WEAPON or sort.side in {"armed", "state"}


def _causes(page: Page, index: int) -> Iterator[int]:
    token = page.tokens[index]
    if token.pos == "VERB":
        own = grammar.child(page, index, "nsubj")
        if own is not None and not grammar.is_passive(page, index):
            yield own
        yield from grammar.prepositional(page, index, "by", "of", "from")
        yield from (noun for noun in grammar.prepositional(page, index, "in") if _is_mishap(page, noun))


def _is_mishap(page: Page, noun: int) -> bool:
    """Tell whether "in a crash" is a cause: "in a bus" is where it happened."""
    return page.tokens[noun].lemma not in page.lexicon.facilities


def _harms_nobody(page: Page, index: int) -> bool:
    lists = load_innocent()["objects"]
    if page.tokens[index].pos != "VERB" or page.tokens[index].lemma not in lists["verbs"]:
        return False
    dismisses = page.tokens[index].lemma in lists["dismissals"]  # ministers are fired, not fired at
    harmless = set(lists["words"]) if dismisses else set(lists["words"]) - page.lexicon.people.keys()
    return any(page.tokens[i].lemma in harmless for i in grammar.patients(page, index))
