"""Verbs that cite: said, called for, blamed."""

from collections.abc import Iterator

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.attribution.contents import FRAMES, Content, after_preposition
from dateline.claims.coders.rules.attribution.cues import Cue, Cues
from dateline.claims.coders.rules.attribution.sources import source_of_verb, source_words
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Cited

_HELPING = {"aux", "auxpass", "neg", "advmod"}
_NEAR = 2  # words between a verb and its particle that the cue may span: "called loudly for"
_PARTICLES = ("prt", "prep", "advmod", "dative")


def cited_by_verb(page: Page, verb: int, cues: Cues, quoted: Content) -> Cited | None:
    """Return what a verb cites, or None. `quoted` is the quotation beside it, if no grammar ties one to it."""
    for cue, particle in _cues_at(page, verb, cues):
        content = _content(page, verb, cue, particle, quoted)
        if content:
            return _cited(page, verb, cues, cue, particle, content)
    return None


def _cues_at(page: Page, verb: int, cues: Cues) -> Iterator[tuple[Cue, int | None]]:
    """Yield the lists that hold the verb, those that hold it with its particle or preposition first."""
    lemma = page.tokens[verb].lemma
    for index in grammar.all_children(page, verb, *_PARTICLES):
        if index > verb:
            for cue in cues.verbs.get(f"{lemma} {page.tokens[index].lemma}", ()):
                yield cue, index
    for cue in cues.verbs.get(lemma, ()):
        yield cue, None


def _content(page: Page, verb: int, cue: Cue, particle: int | None, quoted: Content) -> Content:
    if "prep" in cue.frames and particle is not None:
        return after_preposition(page, particle)
    for name, frame in FRAMES.items():
        if name in cue.frames and (content := frame(page, verb)):
            return content
    return quoted if "quote" in cue.frames else frozenset()


def _cited(page: Page, verb: int, cues: Cues, cue: Cue, particle: int | None, content: Content) -> Cited:
    top = carrier_of(page, verb, cues)
    last = particle if particle is not None and particle - verb <= _NEAR else verb
    words = tuple(i for i in range(first_helping(page, top), last + 1) if i not in content)
    noun = source_of_verb(page, verb) if "seeming" not in cue.frames else None
    if noun is not None and (page.tokens[noun].text.lower() in cues.nobody or noun in content):
        noun = None
    source = tuple(i for i in source_words(page, noun, cue=frozenset({verb, top})) if i not in content)
    own = frozenset(source) | frozenset(words)
    return Cited(verb, words, source, content - own, cue.kind)


def carrier_of(page: Page, verb: int, cues: Cues) -> int:
    """Return the verb that carries this one ("continued to call for"), or the verb itself."""
    token = page.tokens[verb]
    if token.dep == "xcomp" and 0 < verb - token.head <= 3 and page.tokens[token.head].lemma in cues.carriers:
        return token.head
    return verb


def first_helping(page: Page, verb: int) -> int:
    """Return the first of the helping words right before a verb: "has also said"."""
    first = verb
    while first > 0 and page.tokens[first - 1].head == verb and page.tokens[first - 1].dep in _HELPING:
        first -= 1
    return first
