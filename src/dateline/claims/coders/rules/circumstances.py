"""Circumstances: whom an event's noun speaks of where its time, its place or its doer stand between the two."""

from collections.abc import Iterator

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page, beginning_in
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun

ON = ("against", "on", "upon", "at", "targeting", "into")  # "attack on", "fired at"
OF = ("of",)
_WHEN_AND_WHERE = ("in", "on", "at", "during", "near", "of")
_STRUCK = PEOPLE | {Thing.FACILITY}
_DEEPEST = 3  # "on the evening of 27 February of six followers"


def beyond_circumstances(page: Page, noun: int) -> Iterator[int]:
    """Yield whom or what is struck in "the murder in Cusco of two nuns", "the raid staged by rebels on a hotel".

    The parser hangs "of two nuns" on the town, the day or the doer before it.
    """
    above = [noun]
    for _ in range(_DEEPEST):
        above = [each for one in above for each in _circumstances(page, one)]
        for circumstance in above:
            behind = grammar.prepositional(page, circumstance, *ON, *OF)
            yield from (each for each in behind if sort_noun(page, each).thing in _STRUCK)


def _circumstances(page: Page, noun: int) -> Iterator[int]:
    """Yield the times and places that hang on a noun, and who is said to have staged it."""
    nouns = [*grammar.prepositional(page, noun, *_WHEN_AND_WHERE), *grammar.all_children(page, noun, "npadvmod")]
    yield from (each for each in nouns if is_time(page, each) or sort_noun(page, each).thing is Thing.PLACE)
    for verb in grammar.all_children(page, noun, "acl"):
        if page.tokens[verb].lemma in page.lexicon.words["light_verbs"]:
            yield from grammar.agents(page, verb)


def is_time(page: Page, noun: int) -> bool:
    """Tell whether a noun is a date or an hour: "the murder on 12 January"."""
    token = page.tokens[noun]
    dates = beginning_in(page.sentence(noun).span, page.dates.mentions)
    is_part = token.entity in {"DATE", "TIME"} or token.lemma in page.lexicon.words["parts_of_days"]
    return is_part or any(date.span.start <= token.start < date.span.end for date in dates)
