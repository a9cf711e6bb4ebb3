"""Own deeds: what an armed actor says of itself is a claim of responsibility ("said that it had bombed ...")."""

from collections.abc import Iterator

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.factuality import ACCOMPLISHED, read_stage
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.sightings import find_trigger
from dateline.claims.coders.rules.who import Who, who

_BEHIND = {"behind", "responsible"}


def deeds_told(page: Page, verb: int) -> Iterator[tuple[int, Who]]:
    """Yield the speaker's noun and name for each deed of its own that a speech verb's clause tells."""
    for noun in grammar.agents(page, verb):
        speaker = who(page, noun)
        if speaker is not None and speaker.side == "armed":
            clauses = grammar.all_children(page, verb, "ccomp")
            if any(_is_about_itself(page, clause) and _tells_a_deed(page, clause) for clause in clauses):
                yield noun, speaker


def _is_about_itself(page: Page, clause: int) -> bool:
    selves = page.lexicon.selves
    for noun in grammar.agents(page, clause):
        owner = grammar.child(page, noun, "poss")
        of_itself = [*grammar.prepositional(page, noun, "of"), noun]
        owners = [grammar.child(page, each, "poss") for each in of_itself]
        words = {page.tokens[i].text.lower() for i in (noun, owner, *owners) if i is not None}
        if words & selves:
            return True
    return False


def _tells_a_deed(page: Page, clause: int) -> bool:
    if grammar.child(page, clause, "neg") is not None:
        return False
    if page.tokens[clause].lemma == "be":
        return any(page.tokens[i].lemma in _BEHIND for i in page.children[clause])
    told = [clause, *(noun for noun in grammar.patients(page, clause))]
    triggers = ((index, find_trigger(page, index)) for index in told)
    return any(t is not None and t.kind and read_stage(page, index, t) == ACCOMPLISHED for index, t in triggers)
