"""Verbs that cite: said, called for, blamed."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.attribution.contents import FRAMES, Content, after_preposition
from dateline.claims.coders.rules.attribution.cues import Cue, Cues
from dateline.claims.coders.rules.attribution.sources import source_of_verb, source_words
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Cited

_HELPING = {"aux", "auxpass", "neg", "advmod"}
_NEAR = 2  # words between a verb and its particle that the cue may span: "called loudly for"
_NEAR_CARRIER = 3  # words from a carrier to its verb: "continued loudly to call"
_PARTICLES = ("prt", "prep", "advmod", "dative")


@dataclass(frozen=True, slots=True)
class _Match:
    """A list that holds a verb, and the particle or preposition with which it does."""

    cue: Cue
    particle: int | None = None


def cited_by_verb(page: Page, verb: int, cues: Cues, quoted: Content) -> Cited | None:
    """Return what a verb cites, or None. `quoted` is the quotation beside it, if no grammar ties one to it."""
    for match in _matches(page, verb, cues):
        content = _content(page, verb, match, quoted)
        if content:
            return _cited(page, verb, cues, match, content)
    return None


def _matches(page: Page, verb: int, cues: Cues) -> Iterator[_Match]:
    """Yield the lists that hold the verb, those that hold it with its particle or preposition first."""
    lemma = page.tokens[verb].lemma
    for index in grammar.all_children(page, verb, *_PARTICLES):
        if index > verb:
            for cue in cues.verbs.get(f"{lemma} {page.tokens[index].lemma}", ()):
                yield _Match(cue, index)
    for cue in cues.verbs.get(lemma, ()):
        yield _Match(cue)


def _content(page: Page, verb: int, match: _Match, quoted: Content) -> Content:
    frames = match.cue.frames
    if "prep" in frames and match.particle is not None:
        return after_preposition(page, match.particle)
    for name, frame in FRAMES.items():
        if name in frames and (content := frame(page, verb)):
            return content
    return quoted if "quote" in frames else frozenset()


def _cited(page: Page, verb: int, cues: Cues, match: _Match, content: Content) -> Cited:
    top, particle = carrier_of(page, verb, cues), match.particle
    last = particle if particle is not None and particle - verb <= _NEAR else verb
    words = tuple(i for i in range(first_helping(page, top), last + 1) if i not in content)
    noun = source_of_verb(page, verb) if "seeming" not in match.cue.frames else None
    is_somebody = noun is not None and page.tokens[noun].text.lower() not in cues.nobody and noun not in content
    said_by = source_words(page, noun, cue=frozenset({verb, top})) if noun is not None and is_somebody else ()
    source = tuple(index for index in said_by if index not in content)
    return Cited(verb, words, source, content - frozenset((*source, *words)), match.cue.kind)


def carrier_of(page: Page, verb: int, cues: Cues) -> int:
    """Return the verb that carries this one ("continued to call for"), or the verb itself."""
    token = page.tokens[verb]
    if (
        token.dep == "xcomp"
        and 0 < verb - token.head <= _NEAR_CARRIER
        and page.tokens[token.head].lemma in cues.carriers
    ):
        return token.head
    return verb


def first_helping(page: Page, verb: int) -> int:
    """Return the first of the helping words right before a verb: "has also said"."""
    first = verb
    while first > 0 and page.tokens[first - 1].head == verb and page.tokens[first - 1].dep in _HELPING:
        first -= 1
    return first
