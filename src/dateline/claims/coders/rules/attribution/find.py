"""Finds who is cited for what in a page: every attribution of its text, the inner ones with the outer ones."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.claims.coders.rules.attribution.contents import Content
from dateline.claims.coders.rules.attribution.cues import Cues, load_cues
from dateline.claims.coders.rules.attribution.quotes import around, find_quotations
from dateline.claims.coders.rules.attribution.records import Attribution
from dateline.claims.coders.rules.attribution.verbs import carrier_of, cited_by_verb
from dateline.claims.coders.rules.attribution.words import (
    cited_by_adjective,
    cited_by_adverb,
    cited_by_noun,
    cited_by_phrases,
)
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import AttributionKind, Cited
from dateline.values.spans import Span

_SILENT = {"PUNCT", "SPACE"}
_MARKS = '“”„«»"'
_GAP = 3  # characters between a quotation and the clause that gives its speaker: '." '


def find_attributions(page: Page) -> tuple[Attribution, ...]:
    """Return the attributions of a page in order of their cues; an attribution may stand in another's content.

    A direct quotation counts whole, over its sentences, and so does the next one of the same paragraph if it follows
    right after the words that gave its speaker ("X," he said. "Y.").
    """
    return tuple(found for cited in find_cited(page) if (found := _cut(page, cited)) is not None)


def with_cited(page: Page) -> Page:
    """Return the page with what is said in it in somebody's name."""
    return replace(page, cited=tuple(find_cited(page)))


def find_cited(page: Page) -> list[Cited]:
    """Return the attributions of a page as token indices, in order of their cues."""
    cues, quotations = load_cues(), find_quotations(page.reading)
    found = [_with_quotations(page, each, quotations) for each in _found(page, cues, quotations)]
    return sorted(found, key=lambda cited: cited.cue)


def _found(page: Page, cues: Cues, quotations: Sequence[Span]) -> Iterator[Cited]:
    by_verbs = [
        found
        for token in page.tokens
        if token.pos in {"VERB", "AUX"}
        and token.lemma in cues.heads
        and (found := cited_by_verb(page, token.index, cues, _beside(page, token.index, quotations))) is not None
    ]
    carrying = {top for each in by_verbs if (top := carrier_of(page, each.head, cues)) != each.head}
    yield from (each for each in by_verbs if each.head not in carrying)
    for token in page.tokens:
        found = _by_word(page, token.index, cues)
        if found is not None:
            yield found
    yield from cited_by_phrases(page, cues)


def _by_word(page: Page, index: int, cues: Cues) -> Cited | None:
    token = page.tokens[index]
    if token.pos == "NOUN" and token.lemma in cues.nouns:
        return cited_by_noun(page, index, cues)
    if token.pos == "ADJ" and token.lemma in cues.adjectives:
        return cited_by_adjective(page, index, cues)
    if token.text.lower() in cues.adverbs:
        return cited_by_adverb(page, index, cues)
    return None


def _beside(page: Page, verb: int, quotations: Sequence[Span]) -> Content:
    """Return the words of a quotation in the verb's sentence, else of one that ends right before or begins after it."""
    sentence, place = page.sentence(verb), page.tokens[verb].start
    if around(quotations, place) is not None:
        return frozenset()
    near = [
        quotation
        for quotation in quotations
        if quotation.end > sentence.span.start - _GAP and quotation.start < sentence.span.end + _GAP
    ]
    best = min(near, key=lambda each: min(abs(each.start - place), abs(place - each.end)), default=None)
    return frozenset(page.tokens_in(best)) if best is not None else frozenset()


def _with_quotations(page: Page, cited: Cited, quotations: Sequence[Span]) -> Cited:
    """Let a citation hold the whole of each quotation that it begins, and the one that goes on after its cue."""
    if cited.kind is AttributionKind.EVIDENCE or not cited.content:
        return cited
    held = _touched(page, cited, quotations)
    words = frozenset(index for span in held for index in page.tokens_in(span))
    own = frozenset(cited.cue) | frozenset(cited.source)
    return replace(cited, content=(cited.content | words) - own)


def _touched(page: Page, cited: Cited, quotations: Sequence[Span]) -> list[Span]:
    place = page.tokens[cited.head].start
    if around(quotations, place) is not None:
        return []
    starts = (page.tokens[index].start for index in sorted(cited.content))
    held = list(dict.fromkeys(span for start in starts if (span := around(quotations, start)) is not None))
    if held and cited.kind is AttributionKind.SPEECH:
        held.extend(_parted(page, cited, quotations))
        held.extend(_going_on(page, cited, quotations))
    return held


def _parted(page: Page, cited: Cited, quotations: Sequence[Span]) -> Iterator[Span]:
    """Yield the quotations of the sentence that end right before or begin right after the words with their speaker."""
    own, sentence = sorted((*cited.cue, *cited.source)), page.sentence(cited.head).span
    start, end = page.tokens[own[0]].start, page.tokens[own[-1]].end
    for quotation in quotations:
        is_beside = 0 <= start - quotation.end <= _GAP or 0 <= quotation.start - end <= _GAP
        if is_beside and quotation.overlaps(sentence):
            yield quotation


def _going_on(page: Page, cited: Cited, quotations: Sequence[Span]) -> Iterator[Span]:
    """Yield the quotation that begins right after the sentence of the cue, in the same paragraph."""
    end = page.sentence(cited.head).span.end
    for quotation in quotations:
        between = page.reading[end : quotation.start]
        if quotation.start >= end and not between.strip() and "\n" not in between:
            yield quotation
            end = quotation.end


def _cut(page: Page, cited: Cited) -> Attribution | None:
    content = tuple(_spans(page, cited.content, {*cited.cue, *cited.source}))
    cue = _span(page, cited.cue)
    if cue is None or not content:
        return None
    return Attribution(_span(page, cited.source), cue, content, cited.kind)


def _span(page: Page, words: Sequence[int]) -> Span | None:
    trimmed = _trimmed(page, words)
    return Span(page.tokens[trimmed[0]].start, page.tokens[trimmed[-1]].end) if trimmed else None


def _trimmed(page: Page, words: Sequence[int]) -> list[int]:
    """Leave out punctuation at both ends, quotation marks excepted."""
    kept = list(words)
    while kept and _is_silent(page, kept[0]):
        kept.pop(0)
    while kept and _is_silent(page, kept[-1]):
        kept.pop()
    return kept


def _is_silent(page: Page, index: int) -> bool:
    token = page.tokens[index]
    return token.pos in _SILENT and token.text not in _MARKS


def _spans(page: Page, content: Iterable[int], others: set[int]) -> Iterator[Span]:
    """Yield the runs of the content; punctuation that is not the cue's or the source's does not part them."""
    run: list[int] = []
    for index in sorted(content):
        between = range(run[-1] + 1, index) if run else range(0)
        if any(i in others or page.tokens[i].pos not in _SILENT for i in between):
            if (span := _span(page, run)) is not None:
                yield span
            run = []
        run.append(index)
    if (span := _span(page, run)) is not None:
        yield span
