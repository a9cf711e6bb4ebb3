"""Sources: whose word a verb or a noun is, as the words of the whole phrase."""

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page

_SUBJECTS = ("nsubj", "nsubjpass", "csubj")
_SHARING = {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"}
_LONGEST_CHAIN = 6  # verbs followed upwards for a shared subject
_FROM = {"by", "from", "among"}


def subtree_of(page: Page, head: int, *, without: frozenset[int] = frozenset()) -> frozenset[int]:
    """Return a word and all below it, except the branches that start at a word of `without`."""
    waiting, found = [head], set()
    while waiting:
        current = waiting.pop()
        if current not in without:
            found.add(current)
            waiting.extend(page.children[current])
    return frozenset(found)


def source_of_verb(page: Page, verb: int) -> int | None:
    """Return the noun that speaks: the subject of an active verb, "by X" of a passive one; None if there is none."""
    if grammar.is_passive(page, verb):
        return _agent(page, verb)
    return _subject(page, verb)


def _agent(page: Page, verb: int) -> int | None:
    found = next(grammar.all_children(page, verb, "agent"), None)
    return grammar.child(page, found, "pobj") if found is not None else None


def _subject(page: Page, verb: int) -> int | None:
    for _ in range(_LONGEST_CHAIN):
        own = grammar.child(page, verb, *_SUBJECTS)
        if own is not None:
            return own
        token = page.tokens[verb]
        if token.dep in {"acl", "relcl"}:
            return token.head
        if token.dep == "xcomp" and (asked := grammar.child(page, token.head, "dobj")) is not None:
            return asked  # "heard him say"
        if token.dep not in _SHARING or token.head == verb:
            return None
        verb = token.head
    return None


def source_of_noun(page: Page, noun: int) -> int | None:
    """Return whose claim, fear or plan it is: "the army's claim", "a claim by the army"; None if it is not said."""
    owner = grammar.child(page, noun, "poss")
    if owner is not None:
        return owner
    for index in grammar.all_children(page, noun, "prep", "agent"):
        if page.tokens[index].lemma in _FROM:
            return grammar.child(page, index, "pobj")
    return None


def source_words(page: Page, noun: int, *, cue: frozenset[int]) -> tuple[int, ...]:
    """Return the source's whole phrase in order, with its appositions and relative clauses, without the cue's clause.

    A relative clause or participle that holds the cue ("the report citing") is not part of its own source.
    """
    return tuple(sorted(subtree_of(page, noun, without=cue)))
