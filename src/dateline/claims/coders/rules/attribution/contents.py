"""Contents: what a cue cites, by the frame in which it stands."""

from collections.abc import Callable, Mapping

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.attribution.sources import subtree_of
from dateline.claims.coders.rules.page import Page

Content = frozenset[int]  # token indices
_NOTHING: Content = frozenset()
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_RELATIVES = {"who", "whom", "which", "that", "what"}


def _below(page: Page, heads: list[int]) -> Content:
    return frozenset(index for head in heads for index in subtree_of(page, head))


def clause(page: Page, cue: int) -> Content:
    """Read "said that X", and "X, he said", where the cue is a clause beside what it cites."""
    heads = list(grammar.all_children(page, cue, "ccomp"))
    if heads:
        return _below(page, heads)
    token = page.tokens[cue]
    is_beside = token.dep == "parataxis" or (token.dep == "advcl" and _has_as(page, cue))
    if is_beside:
        return subtree_of(page, token.head, without=frozenset({cue}))
    return _NOTHING


def _has_as(page: Page, verb: int) -> bool:
    return any(page.tokens[i].lemma == "as" for i in grammar.all_children(page, verb, "mark", "advmod", "prep"))


def to(page: Page, cue: int) -> Content:
    """Read "urged residents to leave", "wants to leave", "is expected to leave"."""
    heads = [i for i in grammar.all_children(page, cue, "xcomp", "ccomp", "acl", "advcl") if _has_to(page, i)]
    if not heads:
        return _NOTHING
    asked = list(grammar.all_children(page, cue, "dobj"))
    if grammar.is_passive(page, cue):
        asked = list(grammar.all_children(page, cue, "nsubjpass"))
    return _below(page, [*asked, *heads[:1]])


def _has_to(page: Page, verb: int) -> bool:
    return any(page.tokens[i].text.lower() == "to" for i in grammar.all_children(page, verb, "aux"))


def bare_object(page: Page, cue: int) -> Content:
    """Read "announced a curfew", "a curfew was announced", "the curfew that he announced"."""
    if grammar.is_passive(page, cue):
        return _below(page, list(grammar.all_children(page, cue, "nsubjpass")))
    objects = list(grammar.all_children(page, cue, "dobj"))
    if objects:
        return _NOTHING if page.tokens[objects[0]].lemma in _RELATIVES else _below(page, objects)
    token = page.tokens[cue]
    subject = grammar.child(page, cue, "nsubj")
    if token.dep == "relcl" and subject is not None and page.tokens[subject].lemma not in _RELATIVES:
        return subtree_of(page, token.head, without=frozenset({cue}))
    return _NOTHING


def object_with(page: Page, cue: int) -> Content:
    """Read "blamed X for Y", "was accused of Y": the object with the phrases of its verb."""
    found = bare_object(page, cue)
    if not found:
        return _NOTHING
    added = [
        index
        for index in grammar.all_children(page, cue, "prep", "oprd", "xcomp")
        if index > cue and page.tokens[index].lemma in {"of", "for", "as", "with", "to", "against"}
    ]
    return found | _below(page, added)


def naming(page: Page, cue: int) -> Content:
    """Read "called the truce a trap": an object and what it is called, or a small clause of both."""
    named = list(grammar.all_children(page, cue, "oprd"))
    if named and grammar.is_passive(page, cue):
        return _below(page, [*grammar.all_children(page, cue, "nsubjpass"), *named])
    if named:
        return _below(page, [*grammar.all_children(page, cue, "dobj"), *named])
    below = grammar.all_children(page, cue, "ccomp")
    clauses = [i for i in below if i > cue and page.tokens[i].pos in {"NOUN", "PROPN", "ADJ"}]
    return _below(page, [*grammar.all_children(page, cue, "dobj"), *clauses]) if clauses else _NOTHING


def seeming(page: Page, cue: int) -> Content:
    """Read "X seems to Y": both are cited, and by nobody."""
    below = list(grammar.all_children(page, cue, "xcomp", "oprd", "ccomp", "acomp"))
    if not below:
        return _NOTHING
    return _below(page, [*grammar.all_children(page, cue, "nsubj"), *below])


def after_preposition(page: Page, preposition: int) -> Content:
    """Read "called for X": what the preposition governs."""
    return _below(page, list(grammar.all_children(page, preposition, "pobj", "pcomp", "ccomp", "xcomp")))


FRAMES: Mapping[str, Callable[[Page, int], Content]] = {
    "clause": clause,
    "naming": naming,
    "to": to,
    "with": object_with,
    "object": bare_object,
    "seeming": seeming,
}
