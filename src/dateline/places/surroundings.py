"""Surroundings: what a document says around its place names, read from the words beside them."""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from dateline.documents.records import Document
from dateline.mentions.records import Mention
from dateline.places.beside import sentence_ends
from dateline.places.names import affixes, plain, read_data, strip_affixes
from dateline.values.spans import Span

_REACH = 48  # characters that are read on each side of a name
_MOST_WORDS = 4
_REMEMBERED = 20_000  # words whose plain form is kept
_REMEMBERED_TEXTS = 32  # a report and its names are read several times
_CLAUSE = re.compile(r"[^\n,.;:!?()\[\]\u2014]*")
_CLAUSE_BEFORE = re.compile(r"[^\n,.;:!?()\[\]\u2014]*\Z")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_WORD = re.compile(r"[^\W\d_][\w.'\u2019-]*")
_UNIT_AFTER = re.compile(r"\s?[,(]\s?(?:in |the )*([A-Z][\w'.\u2019-]*(?: (?:of |the |and )*[A-Z][\w'.\u2019-]*){0,2})")
_RUNS_ON = re.compile(r"[ -][A-Z][^\W\d_]")
_AFTER_DATELINE = re.compile(r"(?:\s*,[^,(\n\u2014]{1,30}){0,2}\s*(?:\(|\u2014|\u2013|--|-\s|,\s*\d|\[)")
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he (\w+ )?\Z")
_DATELINE_REACH = 600  # a dateline stands at the start of one of the first lines


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The words around one mention: kinds they announce, and whether they make the place vaguer or only near."""

    kinds: frozenset[str]
    fuzzy: bool
    near: bool
    dateline: bool
    sentence: int
    following: str = ""  # the capitalised words after a comma or bracket: "La." in "Alexandria, La."
    runs_on: bool = False  # whether the next word is capitalised too
    the: bool = False  # whether "the" stands before the name or a word before it: "the Gao market", "the upper Niger"
    article: bool = False  # whether it is the name's own: not for the sake of a word after it
    local_life: bool = False  # whether a word of local life follows: "Cuba man"


@dataclass(frozen=True, slots=True)
class _Cues:
    """Words for near, what may stand between a place and its unit, and between the names of a list."""

    near: frozenset[str]
    glue: frozenset[str]
    lists: frozenset[str]
    closes: frozenset[str]
    of_nature: frozenset[str]
    with_article: frozenset[str]
    nature_with_article: frozenset[str]
    local_life: frozenset[str]


@dataclass(frozen=True, slots=True)
class Words:
    """Names in plain letters and abbreviations with what they name, and the words of the longest name by its first."""

    names: Mapping[str, str]
    abbreviations: Mapping[str, str]
    longest: Mapping[str, int]

    @classmethod
    def of(cls, names: Mapping[str, str], abbreviations: Mapping[str, str]) -> "Words":
        longest: dict[str, int] = {}
        for words in map(str.split, names):
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
        return cls(names, abbreviations, longest)


def read_surroundings(document: Document, mentions: Sequence[Mention]) -> list[Surroundings]:
    """Return what stands around each mention, in order of position. A list's names share the kind at its end."""
    text = document.text
    ends = sentence_ends(text)
    found = []
    taken = 0  # where the words that belong to an earlier mention end: "tribal district" in "Bajaur tribal district of"
    for mention in mentions:
        found.append(_around(text, mention.span, bisect_right(ends, mention.span.start), taken=taken))
        taken = mention.span.end + _length_of_affix(text, mention.span.end)
    for index in range(len(mentions) - 2, -1, -1):
        here, following = found[index], found[index + 1]
        gap = gap_between(text, mentions[index], mentions[index + 1])
        if not here.kinds and following.kinds and gap and gap <= _cues().lists:
            found[index] = replace(here, kinds=following.kinds)
    return found


def stand_beside(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether nothing but glue ("district of", a comma) stands between two mentions."""
    gap = gap_between(text, first, second)
    return bool(gap) and gap <= _cues().glue


def stand_in_a_row(text: str, first: Mention, second: Mention) -> bool:
    """Tell whether nothing but a comma or "and" stands between two mentions."""
    gap = gap_between(text, first, second)
    return bool(gap) and gap <= _cues().lists


@lru_cache(_REMEMBERED)
def kinds_in(name: str) -> frozenset[str]:
    """Return the kinds of place that a name's own words say: {"admin2"} for "Nimba County", {"feature"} for a lake."""
    words = plain(name).split()
    if len(words) > 1 and not _cues().of_nature.isdisjoint((words[0], words[-1])):
        return frozenset({"feature", "region"})
    return frozenset(kind for stripped in strip_affixes(name, depth=1) for kind in stripped.kinds)


def has_an_article(name: str) -> bool:
    """Tell whether a report writes "the" before this name, where it means a region or feature."""
    words = plain(name)
    return words in _cues().with_article or words.rpartition(" ")[2] in _cues().nature_with_article


def gap_between(text: str, first: Mention, second: Mention) -> frozenset[str]:
    """Return the words and marks between two mentions, in small letters; empty if they overlap or stand apart."""
    gap = text[first.span.end : second.span.start]
    return frozenset(_TOKEN.findall(gap.casefold())) if len(gap) <= _REACH and "\n\n" not in gap else frozenset()


def _around(text: str, span: Span, sentence: int, *, taken: int) -> Surroundings:
    following = _words(_CLAUSE.match(text[span.end : span.end + _REACH]))
    leading = _words(_CLAUSE_BEFORE.search(text[max(0, span.start - _REACH, min(taken, span.start)) : span.start]))
    before, after = affixes()
    found = [after[words] for words in _joined(following, last=False) if words in after][:1]
    while leading and (words := next((words for words in _joined(leading, last=True) if words in before), None)):
        found.append(before[words])
        leading = _without_article(leading[: -len(words.split())])
    near = any(words in _cues().near for words in _joined(leading, last=True))
    kinds = frozenset(affix.kind for affix in found if affix.kind)
    dateline = span.start < _DATELINE_REACH and _opens_a_report(text, span)
    unit = _UNIT_AFTER.match(text, span.end)
    runs_on = _RUNS_ON.match(text, span.end) is not None
    fuzzy = any(affix.fuzzy for affix in found)
    the = _ARTICLE_BEFORE.search(text[max(0, span.start - _REACH) : span.start])
    article = the is not None and not the[1] and (not following or following[0] in _cues().closes)
    local = any(words in _cues().local_life for words in _joined(following, last=False))
    unit_after = unit[1] if unit else ""
    return Surroundings(kinds, fuzzy, near, dateline, sentence, unit_after, runs_on, the is not None, article, local)


def _length_of_affix(text: str, start: int) -> int:
    """Return how many characters after a name belong to the word for its kind; 0 if none follows."""
    following = text[start : start + _REACH]
    words = next(
        (words for words in _joined(_words(_CLAUSE.match(following)), last=False) if words in affixes()[1]), ""
    )
    ends = [match.end() for match in _WORD.finditer(following)]
    return ends[words.count(" ")] if words and words.count(" ") < len(ends) else 0


def _words(clause: re.Match[str] | None) -> list[str]:
    return _without_article(plain(clause.group()).split() if clause else [])


def _without_article(words: list[str]) -> list[str]:
    return words[:-1] if words[-1:] == ["the"] else words


def _joined(words: list[str], *, last: bool) -> Iterator[str]:
    """Yield the first (or last) words of a clause together, the longest first."""
    for length in range(min(_MOST_WORDS, len(words)), 0, -1):
        yield " ".join(words[-length:] if last else words[:length])


def _opens_a_report(text: str, span: Span) -> bool:
    """Tell a dateline: nothing before the name on its line, and "(agency)", a dash or a date soon after it."""
    before = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    return not before.strip() and _AFTER_DATELINE.match(text, span.end) is not None


def countries_named(text: str) -> Counter[str]:
    """Count how often a text names each country (ISO code) by its name, an alias, a demonym or an abbreviation."""
    return count_named(text, _country_words())


def count_named(text: str, words: Words) -> Counter[str]:
    """Count what a text names, by the words that name it."""
    return Counter(named for named, _ in find_named(text, words))


def find_named(text: str, words: Words) -> Iterator[tuple[str, Span]]:
    """Yield what a text names and where; abbreviations count only in a text that isn't in capitals."""
    found = _words_in(text)
    end = 0
    for index in found.capitalised:
        if index >= end:
            named, length = _named_at(found.tokens, index, words, abbreviated=not found.in_capitals)
            end = index + length
            if named is not None:
                yield named, Span(found.places[index][0], found.places[end - 1][1])


@dataclass(frozen=True, slots=True)
class _WordsIn:
    """A text's words, where they stand, which begin with a capital, and whether most are all in capitals."""

    tokens: list[str]
    places: list[tuple[int, int]]
    capitalised: list[int]
    in_capitals: bool


@lru_cache(_REMEMBERED_TEXTS)
def _words_in(text: str) -> _WordsIn:
    found = list(_WORD.finditer(text))
    tokens = [match.group() for match in found]
    in_capitals = text.isupper() or sum(map(str.isupper, tokens)) > len(tokens) // 2
    capitalised = [index for index, token in enumerate(tokens) if token[0].isupper()]
    return _WordsIn(tokens, [match.span() for match in found], capitalised, in_capitals)


def _named_at(tokens: Sequence[str], index: int, words: Words, *, abbreviated: bool) -> tuple[str | None, int]:
    """Return what is named from this capitalised word on, or None, and how many words to go on."""
    token = tokens[index]
    if abbreviated and (found := words.abbreviations.get(token.replace(".", ""))) is not None:
        return found, 1
    for length in range(min(words.longest.get(_plain(token), 0), len(tokens) - index), 0, -1):
        if (found := words.names.get(_plain(" ".join(tokens[index : index + length])))) is not None:
            return found, length
    return None, 1


_plain = lru_cache(_REMEMBERED)(plain)


@cache
def _country_words() -> Words:
    names: dict[str, str] = {}
    abbreviations: dict[str, str] = {}
    for code, entry in read_data("countries.yaml").items():
        for name in (entry["name"], *entry.get("aliases", []), *entry.get("demonyms", [])):
            names.setdefault(plain(name), code)
            names.setdefault(plain(f"{name}s"), code)
        abbreviations |= {text.replace(".", ""): code for text in entry.get("abbreviations", [])}
    return Words.of(names, abbreviations)


@cache
def _cues() -> _Cues:
    data = read_data("cues.yaml")
    before, after = affixes()
    of_kind = frozenset(word for words in (*before, *after) for word in words.split())
    glue, lists = (frozenset(data[part]["words"]) | frozenset(data[part]["marks"]) for part in ("glue", "list"))
    rest = ("closes", "of_nature", "with_article", "local_life")
    closes, of_nature, with_article, local_life = (frozenset(map(plain, data[part]["words"])) for part in rest)
    nature_with_article = frozenset(data["of_nature"]["with_article"])
    near = frozenset(map(plain, data["near"]["words"]))
    return _Cues(near, glue | of_kind, lists, closes, of_nature, with_article, nature_with_article, local_life)
