"""The phrase finder: every name on a list, found in one pass over the text (Aho-Corasick), and acronyms it defines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

import ahocorasick

from dateline.documents.records import Document
from dateline.mentions.acronyms import bracket_words
from dateline.mentions.definitions import Listed, local_hits, stems
from dateline.mentions.hits import Hit, hits_by_kind, is_piece_of_hyphenated_acronym, longest
from dateline.mentions.plain import plain
from dateline.mentions.records import Mention, MentionKind, Phrase
from dateline.values.folding import fold
from dateline.values.spans import Span

_PUNCTUATION = frozenset('.,;:!?()[]{}"\u2014|*')  # a name goes over these only if it is written with them
_AROUND = 25  # characters on each side that tell whether a passage is all in capitals
_FEWEST_LETTERS = 6  # around an acronym, before its surroundings can be called capitals


@dataclass(frozen=True, slots=True)
class _Passage:
    """A document's text in three forms of one length."""

    text: str
    folded: str
    reading: str


class PhraseFinder:
    """Finds the names on a list, without regard to case, accents, hyphens or line breaks, at word boundaries.

    The longest name wins; several phrases with one spelling make one mention with all their keys, in list order.
    Phrases of kind place stand only where they begin with a capital in `reading`. A case-sensitive phrase needs
    its capitals; a case-sensitive acronym needs them in `reading`, where text in capitals has been recased.
    An acronym that the text defines in brackets means there what the text says, and is found throughout it.
    """

    def __init__(self, phrases: Iterable[Phrase], *, name: str = "phrases.v1") -> None:
        self.name = name
        spellings = _spellings(phrases)
        self._automaton = _build(spellings)
        self._listed = Listed(self._named, _actor_stems(spellings))

    def find(self, document: Document, reading: str) -> tuple[tuple[Mention, ...], dict[str, str]]:
        """Return mentions sorted by position, and what the text's own names stand for (a key, or the long form).

        Raises ValueError if `reading` has not the length of the document's text.
        """
        if len(document.text) != len(reading):
            raise ValueError(f"the reading text has {len(reading)} characters, its document {len(document.text)}")
        passage = _Passage(document.text, fold(document.text), reading)
        hits = longest(self._hits(passage))
        local, aliases = local_hits(passage.folded, reading, hits, self._listed)
        chosen = longest([*local, *hits]) if local else hits
        return tuple(_mention(document, hit, self.name) for hit in chosen), aliases

    def matches(self, reading: str) -> Iterator[tuple[int, Sequence[Phrase]]]:
        """Yield where each listed spelling ends and whose it is, before any filter looks at it."""
        return self._automaton.iter(_padded(reading)) if len(self._automaton) else iter(())

    def _hits(self, passage: _Passage) -> list[Hit]:
        hits: list[Hit] = []
        for last, phrases in self.matches(passage.reading):
            span = Span(last - 1 - len(phrases[0].text), last - 1)  # the padding is one character on each side
            standing = [phrase for phrase in phrases if _stands(passage, span, phrase)]
            if standing:
                hits.extend(hits_by_kind(span, standing))
        return hits

    def _named(self, name: str) -> tuple[Hit, ...]:
        phrases: Sequence[Phrase] = self._automaton.get(_padded(name), ())
        return hits_by_kind(Span(0, len(name)), phrases)


def _spellings(phrases: Iterable[Phrase]) -> dict[str, list[Phrase]]:
    """Group the phrases by what is searched for; their texts are folded, and stand once without apostrophes."""
    spellings: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        for spelling in _variants(phrase):
            needle = _padded(spelling.text)
            if not needle.isspace():
                spellings.setdefault(needle, []).append(spelling)
    return spellings


def _variants(phrase: Phrase) -> tuple[Phrase, ...]:
    text = fold(phrase.text).strip()
    written = phrase if text == phrase.text else replace(phrase, text=text)
    return (written, replace(phrase, text=text.replace("'", ""))) if "'" in text else (written,)


def _build(spellings: dict[str, list[Phrase]]) -> "ahocorasick.Automaton":
    automaton = ahocorasick.Automaton()
    for needle, group in spellings.items():
        automaton.add_word(needle, group)
    automaton.make_automaton()
    return automaton


def _actor_stems(spellings: dict[str, list[Phrase]]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for phrase in (each for group in spellings.values() for each in group):
        if phrase.kind is MentionKind.ACTOR:
            found[phrase.key] = found.get(phrase.key, frozenset()) | stems(phrase.text)
    return found


def _padded(text: str) -> str:
    return f" {plain(text)} "


def _stands(passage: _Passage, span: Span, phrase: Phrase) -> bool:
    if phrase.kind is MentionKind.PLACE and passage.reading[span.start].islower():
        return False
    written = span.cut(passage.folded)
    if not _PUNCTUATION.isdisjoint(written) and any(m in _PUNCTUATION and m not in phrase.text for m in written):
        return False
    if phrase.case_sensitive and not _keeps_capitals(passage, span, phrase.text):
        return False
    is_acronym = phrase.kind is MentionKind.ACTOR and _is_acronym(phrase.text)
    return not (is_acronym and is_piece_of_hyphenated_acronym(passage.reading, span))


def _keeps_capitals(passage: _Passage, span: Span, spelling: str) -> bool:
    if not _is_acronym(spelling):
        pairs = zip(spelling, span.cut(passage.text), strict=True)
        return all(there.isupper() for wanted, there in pairs if wanted.isupper())
    if not _is_written_as(spelling, fold(span.cut(passage.reading))):
        return False
    return spelling not in bracket_words("words_in_capitals") or not _is_among_capitals(passage.reading, span)


def _is_acronym(spelling: str) -> bool:
    """Tell "IS", "LeT" and "Zanu-PF" from names: one word with two capitals."""
    return " " not in spelling and sum(letter.isupper() for letter in spelling) > 1


def _is_written_as(spelling: str, there: str) -> bool:
    """Compare letters; hyphens are free. In capitals throughout, "JEM" may be "JeM", but "LET" is not "LeT"."""
    letters, found = spelling.replace("-", " "), there.replace("-", " ")
    may_be_shouted = spelling.upper() not in bracket_words("words_in_capitals")
    return found == letters or (may_be_shouted and found == letters.upper())


def _is_among_capitals(reading: str, span: Span) -> bool:
    around = reading[max(0, span.start - _AROUND) : span.start] + reading[span.end : span.end + _AROUND]
    letters = [character for character in around if character.isalpha()]
    return len(letters) >= _FEWEST_LETTERS and all(letter.isupper() for letter in letters)


def _mention(document: Document, hit: Hit, finder: str) -> Mention:
    text = hit.span.cut(document.text)
    return Mention(document.id, hit.span, text, hit.kind, finder, keys=hit.keys, labels=hit.labels)
