"""The page: one document as the rules coder reads it, with its words, names, dates and counts side by side."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, Protocol, TypeVar

from dateline.claims.coders.rules.lexicon import Lexicon
from dateline.claims.coders.rules.records import Cited, Referent
from dateline.documents.records import Document
from dateline.mentions.records import DEED, Findings, Mention, MentionKind, Sentence, Token
from dateline.values.counts import CountPolicy
from dateline.values.counts_in_text import CountMention, find_counts
from dateline.values.dates_in_text import find_dates
from dateline.values.dates_mentions import DateMention, DateReading
from dateline.values.recasing import reading_text
from dateline.values.spans import Quote, Span


class Placed(Protocol):
    """What stands somewhere in a text: a mention, a date, a count."""

    @property
    def span(self) -> Span: ...


_Placed = TypeVar("_Placed", bound=Placed)
_Answer = TypeVar("_Answer")
_NO_THINGS = {MentionKind.DEMONYM, MentionKind.ROLE}
_PERSONS = {MentionKind.PERSON, MentionKind.ORGANISATION}  # the recogniser takes many a person's name for a body's
_HOLDERS = {MentionKind.ACTOR, MentionKind.PERSON}  # a place inside their names is nowhere that anything happens


@dataclass(frozen=True, slots=True)
class Page:
    """A document, opened for coding. Token indices run over the whole document."""

    document: Document
    reading: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    children: tuple[tuple[int, ...], ...]  # of each token, in order
    sentence_of: tuple[int, ...]  # the sentence's index, of each token
    mentions: tuple[Mention, ...]
    mention_at: Mapping[int, Mention]  # by token: the longest mention that covers it
    aliases: Mapping[str, str]
    dates: DateReading
    counts_at: Mapping[int, CountMention]  # by token: the count that its number belongs to
    counts: tuple[CountMention, ...]
    policy: CountPolicy
    lexicon: Lexicon
    starts: tuple[int, ...]  # offset of each token
    cited: tuple[Cited, ...] = ()  # what is said in somebody's name; empty until it is looked for
    name_words: frozenset[str] = frozenset()  # words, in small letters, of persons' names of two words and more
    roles_at: Mapping[int, Mention] = field(default_factory=dict)  # by token: "the army", "police", whose is not said
    deeds_at: Mapping[int, Mention] = field(default_factory=dict)  # by token: "airstrikes", "warplanes"
    lands_at: Mapping[int, Mention] = field(default_factory=dict)  # by token: "Mali", "Malian"
    referents: Mapping[int, Referent] = field(default_factory=dict)  # by token: whom "it" and "the group" stand for
    answers: dict[tuple[object, int], Any] = field(default_factory=dict, compare=False, repr=False)  # once_a_word's

    def tokens_in(self, span: Span) -> range:
        """Return the indices of the tokens that begin inside a span."""
        return range(bisect_left(self.starts, span.start), bisect_left(self.starts, span.end))

    def quote(self, start: int, end: int) -> Quote:
        return self.document.quote(start, end)

    def quote_sentence(self, token: int) -> Quote:
        span = self.sentences[self.sentence_of[token]].span
        return self.document.quote(span.start, span.end)

    def quote_tokens(self, first: int, last: int) -> Quote:
        """Quote the words from token `first` to token `last`, both included."""
        return self.document.quote(self.tokens[first].start, self.tokens[last].end)

    def sentence(self, token: int) -> Sentence:
        return self.sentences[self.sentence_of[token]]


def once_a_word(ask: Callable[[Page, int], _Answer]) -> Callable[[Page, int], _Answer]:
    """Ask a question about a token once, where its answer depends on nothing but the text, its parse and the lists."""

    @wraps(ask)
    def answer(page: Page, token: int) -> _Answer:
        key = (ask, token)
        if key not in page.answers:
            page.answers[key] = ask(page, token)
        found: _Answer = page.answers[key]
        return found

    return answer


def lay_out(document: Document, findings: Findings, *, policy: CountPolicy, lexicon: Lexicon) -> Page:
    """Return the page without referents: whom its pronouns mean is read from it (opening.py)."""
    reading = reading_text(document.text)
    tokens, sentences = findings.parse.tokens, findings.parse.sentences
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    sentence_of = [0] * len(tokens)
    for number, sentence in enumerate(sentences):
        sentence_of[sentence.first : sentence.last] = [number] * (sentence.last - sentence.first)
    starts = tuple(token.start for token in tokens)
    counts = find_counts(reading, policy=policy)
    mentions = _of_things(findings.mentions)
    roles = [each for each in findings.mentions if each.kind is MentionKind.ROLE]
    return Page(
        document=document,
        reading=reading,
        tokens=tokens,
        sentences=sentences,
        children=tuple(tuple(of) for of in children),
        sentence_of=tuple(sentence_of),
        mentions=mentions,
        mention_at=_by_token(mentions, starts),
        aliases=findings.aliases,
        dates=find_dates(reading, published=document.published),
        counts_at=_counts_by_token(counts, starts),
        counts=counts,
        policy=policy,
        lexicon=lexicon,
        starts=starts,
        name_words=frozenset(_name_words(mentions, lexicon)),
        roles_at=_by_token(tuple(each for each in roles if DEED not in each.labels), starts),
        lands_at=_by_token(tuple(each for each in findings.mentions if _is_land(each)), starts),
        deeds_at=_by_token(tuple(each for each in roles if DEED in each.labels), starts),
    )


def _is_land(mention: Mention) -> bool:
    return mention.kind is MentionKind.DEMONYM or (mention.kind is MentionKind.PLACE and "country" in mention.labels)


def _of_things(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    """Leave out roles and what is only called after a place: "Afghan", and "Afghanistan" in the name of a person."""
    holders = [mention.span for mention in mentions if mention.kind in _HOLDERS]
    starts = [span.start for span in holders]

    def is_held(mention: Mention) -> bool:
        index = bisect_right(starts, mention.span.start)
        return mention.kind is MentionKind.PLACE and index > 0 and holders[index - 1].contains(mention.span)

    return tuple(each for each in mentions if each.kind not in _NO_THINGS and not is_held(each))


def _name_words(mentions: Sequence[Mention], lexicon: Lexicon) -> Iterator[str]:
    """Yield the words of each name of several words that may be a person's."""
    for mention in mentions:
        words = mention.text.lower().split()
        if mention.kind in _PERSONS and len(words) > 1 and not lexicon.words["bodies"] & set(words):
            yield from words


def _by_token(mentions: tuple[Mention, ...], starts: tuple[int, ...]) -> Mapping[int, Mention]:
    at: dict[int, Mention] = {}
    for mention in sorted(mentions, key=lambda m: len(m.span)):
        first, last = bisect_left(starts, mention.span.start), bisect_left(starts, mention.span.end)
        at.update(dict.fromkeys(range(first, last), mention))
    return at


def _counts_by_token(counts: tuple[CountMention, ...], starts: tuple[int, ...]) -> Mapping[int, CountMention]:
    at: dict[int, CountMention] = {}
    for count in counts:
        first, last = bisect_left(starts, count.span.start), bisect_left(starts, count.span.end)
        at.update(dict.fromkeys(range(first, last), count))
    return at


def beginning_in(span: Span, placed: Sequence[_Placed]) -> Sequence[_Placed]:
    """Return what begins inside a span, of things that come in the order of the text; quick in long documents."""
    return placed[bisect_left(placed, span.start, key=_start) : bisect_left(placed, span.end, key=_start)]


def _start(placed: Placed) -> int:
    return placed.span.start


def dates_within(page: Page, span: Span) -> tuple[DateMention, ...]:
    """Return the date mentions inside a span, the dateline's own excepted."""
    inside = beginning_in(span, page.dates.mentions)
    return tuple(m for m in inside if span.contains(m.span) and m.kind != "dateline")
