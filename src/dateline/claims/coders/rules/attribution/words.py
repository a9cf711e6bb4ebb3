"""Nouns, adjectives, adverbs and phrases that cite: the claim that, sure that, reportedly, according to."""

from collections.abc import Iterator

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.attribution.contents import Content, after_preposition
from dateline.claims.coders.rules.attribution.cues import Cue, Cues
from dateline.claims.coders.rules.attribution.sources import (
    source_of_noun,
    source_of_verb,
    source_words,
    subtree_of,
)
from dateline.claims.coders.rules.attribution.verbs import first_helping
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Cited

_NEAR = 5  # words from a light verb to its noun: "made a very odd claim"
_ABOUT = {"of", "for", "about", "to", "against", "over", "with", "on", "in"}


def cited_by_noun(page: Page, noun: int, cues: Cues) -> Cited | None:
    """Return what a noun cites ("the army's claim that ..."), or None where it cites nothing."""
    cue = cues.nouns[page.tokens[noun].lemma]
    content, last = _content(page, noun, cue)
    verb = _light_verb(page, noun, cues)
    who = source_of_verb(page, verb) if verb is not None else source_of_noun(page, noun)
    if not content or (who is None and "clause" not in cue.frames) or (last != noun and who is None):
        return None
    first = first_helping(page, verb) if verb is not None else noun
    words = tuple(i for i in range(first, last + 1) if i not in content)
    said_by = source_words(page, who, cue=frozenset({noun})) if who is not None else ()
    source = tuple(index for index in said_by if index not in content and index not in words)
    return Cited(noun, words, source, content - frozenset((*source, *words)), cue.kind)


def _content(page: Page, noun: int, cue: Cue) -> tuple[Content, int]:
    """Return the content and the last word of the cue."""
    for index in grammar.all_children(page, noun, "acl", "ccomp", "relcl"):
        marks = {page.tokens[i].text.lower() for i in grammar.all_children(page, index, "mark", "aux")}
        if ("clause" in cue.frames and "that" in marks) or ("to" in cue.frames and "to" in marks):
            return subtree_of(page, index), noun
    if "of" in cue.frames:
        for index in grammar.all_children(page, noun, "prep"):
            if page.tokens[index].lemma in _ABOUT and index == noun + 1:
                return after_preposition(page, index), index
    return frozenset(), noun


def _light_verb(page: Page, noun: int, cues: Cues) -> int | None:
    token = page.tokens[noun]
    verb = token.head
    return verb if token.dep == "dobj" and page.tokens[verb].lemma in cues.light and noun - verb <= _NEAR else None


def cited_by_adjective(page: Page, word: int, cues: Cues) -> Cited | None:
    """Return what an adjective after "be" cites: "was confident that ...", "is wary of ..."."""
    cue, verb = cues.adjectives[page.tokens[word].lemma], page.tokens[word].head
    if page.tokens[word].dep != "acomp" or page.tokens[verb].pos not in {"AUX", "VERB"}:
        return None
    content, last = frozenset[int](), word
    for index in page.children[word]:
        token = page.tokens[index]
        if token.dep in {"ccomp", "xcomp"} and index > word:
            content = subtree_of(page, index)
        elif token.dep == "prep" and token.lemma in _ABOUT and not content:
            content, last = after_preposition(page, index), index
    who = source_of_verb(page, verb)
    if not content or who is None or page.tokens[who].text.lower() in cues.nobody:
        return None
    words = tuple(i for i in range(first_helping(page, verb), last + 1) if i not in content)
    return Cited(word, words, source_words(page, who, cue=frozenset({verb})), content, cue.kind)


def cited_by_adverb(page: Page, word: int, cues: Cues) -> Cited | None:
    """Return the clause that "reportedly" and its like pass on; nobody is its source."""
    cue = cues.adverbs[page.tokens[word].text.lower()]
    head = grammar.clause_head(page, word)
    content = subtree_of(page, head, without=frozenset({word})) if head != word else frozenset()
    return Cited(word, (word,), (), content, cue.kind) if content else None


def cited_by_phrases(page: Page, cues: Cues) -> Iterator[Cited]:
    """Yield what phrases like "according to X" cite: the clause on which they hang."""
    texts = [token.text.lower() for token in page.tokens]
    for words, cue in cues.phrases:
        for start in range(len(texts) - len(words)):
            if texts[start] == words[0] and tuple(texts[start : start + len(words)]) == words:
                found = _cited_by_phrase(page, start, len(words), cue)
                if found is not None:
                    yield found


def _cited_by_phrase(page: Page, start: int, length: int, cue: Cue) -> Cited | None:
    words = tuple(range(start, start + length))
    noun = next((i for i in page.children[words[-1]] if page.tokens[i].dep == "pobj"), None)
    if noun is None:
        return None
    head = page.tokens[start].head
    content = subtree_of(page, head, without=frozenset(words)) if head != start else frozenset[int]()
    source = source_words(page, noun, cue=frozenset(words))
    content -= frozenset(source)
    return Cited(start, words, source, content, cue.kind) if content else None
