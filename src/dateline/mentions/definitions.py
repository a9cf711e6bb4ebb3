"""Definitions put to use: what a text's own acronyms and long names mean, and where else in it they stand."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from dateline.mentions.acronyms import Definition, bracket_words, find_definitions
from dateline.mentions.hits import Hit, is_piece_of_hyphenated_acronym
from dateline.mentions.plain import plain
from dateline.mentions.records import MentionKind
from dateline.values.spans import Span

_STEM = 4  # letters: "liberation" and "liberación" share them, "liberal" and "library" do not


@dataclass(frozen=True, slots=True)
class Listed:
    """What a finder's list can tell about names: the hits of one name, and the word stems of each actor's names."""

    named: Callable[[str], tuple[Hit, ...]]
    stems: Mapping[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """What an acronym and its long form stand for in this text; no keys: an actor that only this text knows."""

    acronym: str
    long: str
    hits: tuple[Hit, ...]


def stems(name: str) -> frozenset[str]:
    """Return the first letters of the words of a name that tell something."""
    return frozenset(word[:_STEM] for word in plain(name).split() if word not in bracket_words("small_words"))


def local_hits(folded: str, reading: str, hits: Sequence[Hit], listed: Listed) -> tuple[list[Hit], dict[str, str]]:
    """Return the hits that the text's own definitions add or change, and the aliases that it defines.

    `folded` is the text with plain punctuation, `reading` the same recased; `hits` is what the list found. Aliases
    lead from the acronym (and from a long form new to the list) to a key, or to the long form where no key is known.
    """
    found: list[Hit] = []
    aliases: dict[str, str] = {}
    definitions = find_definitions(folded)
    if not definitions:
        return found, aliases
    haystack = f" {plain(folded)} "
    ending: defaultdict[int, list[Hit]] = defaultdict(list)
    for hit in hits:
        ending[hit.span.end].append(hit)
    for definition in definitions:
        before = ending[definition.long.end]
        meaning = _meaning(definition, folded, before, listed)
        if meaning is None or meaning.acronym in aliases:
            continue
        found.extend(_occurrences(meaning, haystack, reading))
        aliases |= _aliases(meaning)
    return found, aliases


def _aliases(meaning: _Meaning) -> dict[str, str]:
    keys = meaning.hits[0].keys
    return {meaning.acronym: keys[0], meaning.long: keys[0]} if keys else {meaning.acronym: meaning.long}


def _meaning(definition: Definition, folded: str, hits: Sequence[Hit], listed: Listed) -> _Meaning | None:
    acronym, long = definition.acronym.cut(folded), _one_line(definition.long.cut(folded))
    of_long = tuple(hit for hit in hits if hit.span.start <= definition.long.start)  # all end where the long form does
    of_acronym = tuple(hit for hit in listed.named(acronym) if hit.kind is MentionKind.ACTOR)
    if of_long:
        meant = _agreed(of_long, of_acronym, in_order=definition.in_order)
    else:
        meant = tuple(filter(None, (_with_like_names(hit, long, listed) for hit in of_acronym)))
        if not meant and definition.in_order and _may_be_an_actor(long):
            meant = (Hit(definition.long, MentionKind.ORGANISATION),)
    return _Meaning(acronym, long, meant) if meant else None


def _one_line(name: str) -> str:
    return " ".join(name.split())


def _agreed(of_long: tuple[Hit, ...], of_acronym: tuple[Hit, ...], *, in_order: bool) -> tuple[Hit, ...]:
    """Both names are listed: what they share; else the long form's meaning if the acronym is its initials."""
    keys = {key for hit in of_acronym for key in hit.keys}
    shared = tuple(
        replace(hit, keys=tuple(key for key in hit.keys if key in keys)) for hit in of_long if keys & set(hit.keys)
    )
    if shared:
        return shared
    return of_long if in_order or not of_acronym else of_acronym


def _with_like_names(hit: Hit, long: str, listed: Listed) -> Hit | None:
    """Keep the keys under the acronym whose names share half of the long form's words, and half of its telling ones."""
    words = stems(long)
    telling = words - _generic_stems()
    keys = tuple(key for key in hit.keys if _shares(words, telling, listed.stems.get(key, frozenset())))
    return replace(hit, keys=keys) if keys else None


def _shares(words: frozenset[str], telling: frozenset[str], names: frozenset[str]) -> bool:
    return all(2 * len(some & names) >= len(some) for some in (words, telling))


@cache
def _generic_stems() -> frozenset[str]:
    return frozenset(word[:_STEM] for word in bracket_words("generic_words"))


def _may_be_an_actor(long: str) -> bool:
    words = long.replace("-", " ").split()
    capitalised = all(word[0].isupper() for word in words if word.lower() not in bracket_words("small_words"))
    return capitalised and bracket_words("heads_of_things").isdisjoint(_head_nouns(words))


def _head_nouns(words: list[str]) -> set[str]:
    """Return the last word, and the one before "of": "Superintendent of Police"."""
    before_of = [first for first, second in pairwise(words) if second.lower() == "of"]
    return {word.lower() for word in (*before_of[:1], words[-1])}


def _occurrences(meaning: _Meaning, haystack: str, reading: str) -> Iterator[Hit]:
    for span in _spans_of(meaning.acronym, haystack):
        if span.cut(reading) == meaning.acronym and not is_piece_of_hyphenated_acronym(reading, span):
            yield from _placed(meaning, span)
    for span in _spans_of(meaning.long, haystack):
        yield from _placed(meaning, span)


def _placed(meaning: _Meaning, span: Span) -> Iterator[Hit]:
    for hit in meaning.hits:
        yield replace(hit, span=span, is_local=True)


def _spans_of(name: str, haystack: str) -> Iterator[Span]:
    needle = f" {plain(name)} "
    start = haystack.find(needle)
    while start != -1:
        yield Span(start, start + len(name))
        start = haystack.find(needle, start + 1)
