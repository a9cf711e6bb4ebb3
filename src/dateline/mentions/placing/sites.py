"""Sites: the spans of a text that may name a place, each with what stands around it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dateline.mentions.placing.records import NameFacts, Names, Setting, Site
from dateline.mentions.placing.words import place_words
from dateline.mentions.plain import plain
from dateline.mentions.records import Mention, MentionKind, Parse
from dateline.values.spans import Span

_REACH = 40  # characters that hold three words
_WORDS_AROUND = 3
_MOST_WORDS = 4  # of a place name that no list finds
_TOKEN = re.compile(
    rf"(?i:\b(?:{'|'.join(sorted(place_words('abbreviated')))})\.)|[^\W_]+(?:[.'\u2019-][^\W_]+)*|[^\w\s]"
)
_SMALL_WORD = re.compile(r"(?<![^\W_])[a-z][a-z]{2,}")
_CAPITALISED = r"[A-Z][^\W\d_]+(?:['\u2019-][^\W\d_]+)*"
_NO_NAME = rf"(?!(?i:{'|'.join(sorted(place_words('no_names')))})\b)"
_NAME = rf"{_NO_NAME}{_CAPITALISED}(?: (?:(?:al|el|de|la|du|del|ul|bin)[ -])?{_CAPITALISED}){{0,2}}"
_CUED = re.compile(rf"\b(?:in|near|at|from|to|outside) ({_NAME})|\b({_NAME})(?=, [A-Z])")
_CALLED = re.compile(
    rf"\b(?:{'|'.join(sorted(place_words('called_before')))}) ({_NAME})"
    rf"|\b({_NAME})(?= (?:{'|'.join(sorted(place_words('called_after')))})\b)"
)
_COMMA = ", "
_MOST_NEAR = 6  # entities that begin before a name ends and may still touch it
_PLACES = ("GPE", "LOC")
_OTHERS = ("PERSON", "ORG", "FAC", "ACTOR")
_AREAS = {"country", "region"}  # what an actor of the roster may be too: "EU"
_KIND_TYPES = {
    MentionKind.PERSON: "PERSON",
    MentionKind.ORGANISATION: "ORG",
    MentionKind.FACILITY: "FAC",
    MentionKind.PLACE: "GPE",
    MentionKind.ACTOR: "ORG",
}


@dataclass(frozen=True, slots=True)
class Scene:
    """A document as placing sees it: what to match on, its parse, the listed and the recognised names."""

    reading: str
    parse: Parse
    listed: Sequence[Mention]
    named: Sequence[Mention]
    names: Names


@dataclass(frozen=True, slots=True)
class _Entity:
    span: Span
    type: str


def find_sites(scene: Scene) -> tuple[Site, ...]:
    """Return the spans that may name a place, in order of position: listed, recognised, part of a name, or cued."""
    entities = _entities(scene)
    spans: dict[Span, bool] = {m.span: True for m in scene.listed if m.kind is MentionKind.PLACE}
    cued: set[Span] = set()
    for span in _unlisted(scene, entities):
        spans.setdefault(span, False)
    taken = _Cover(spans)
    for span in _cued(scene):
        if not taken.overlaps(span):
            spans.setdefault(span, False)
            cued.add(span)
    ordered = sorted(spans)
    facts = {span: scene.names(span.cut(scene.reading)) for span in ordered}
    starting, ending = _kinds_by(lambda span: span.start, facts), _kinds_by(lambda span: span.end, facts)
    return tuple(
        replace(
            _site(scene, span, facts[span], entities),
            is_listed=spans[span],
            is_cued=span in cued,
            follows=_beside(scene.reading, span.start - len(_COMMA), ending, span.start - len(_COMMA)),
            precedes=_beside(scene.reading, span.end, starting, span.end + len(_COMMA)),
        )
        for span in ordered
    )


def _beside(reading: str, comma: int, kinds: Mapping[int, frozenset[str]], place: int) -> frozenset[str]:
    """Return the kinds of the name at a place, where a comma stands between."""
    return kinds.get(place, frozenset()) if reading.startswith(_COMMA, max(comma, 0)) else frozenset()


class _Cover:
    """Which characters some spans cover."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = sorted(spans)
        self._starts = [span.start for span in self._spans]

    def overlaps(self, span: Span) -> bool:
        first = max(0, bisect_right(self._starts, span.start) - 3)
        return any(other.overlaps(span) for other in self._spans[first : bisect_left(self._starts, span.end)])


def _entities(scene: Scene) -> list[_Entity]:
    """Return the recogniser's names in order, and runs of words of its other types."""
    found = [_Entity(m.span, _KIND_TYPES[m.kind]) for m in scene.named]
    found += [_Entity(m.span, "ACTOR") for m in scene.listed if m.kind is MentionKind.ACTOR]
    held = {e.span.start for e in found}
    run: list[int] = []
    for token in scene.parse.tokens:
        if run and token.entity != scene.parse.tokens[run[-1]].entity:
            found.append(_run(scene, run))
            run = []
        if token.entity and token.entity not in (*_PLACES, *_OTHERS) and token.start not in held:
            run.append(token.index)
    if run:
        found.append(_run(scene, run))
    return sorted(found, key=lambda e: (e.span.start, -e.span.end))


def _run(scene: Scene, run: Sequence[int]) -> _Entity:
    tokens = scene.parse.tokens
    return _Entity(Span(tokens[run[0]].start, tokens[run[-1]].end), tokens[run[0]].entity)


def _unlisted(scene: Scene, entities: Sequence[_Entity]) -> Iterator[Span]:
    """Yield places of the recogniser, its other names that places have too, and places at the head of longer ones."""
    for entity in entities:
        text = entity.span.cut(scene.reading)
        if entity.type in _PLACES:
            yield entity.span
        elif entity.type in _OTHERS:
            words = [
                Span(m.start() + entity.span.start, m.end() + entity.span.start) for m in re.finditer(r"\S+", text)
            ]
            yield from (
                part
                for part in _known_parts(scene, words)
                if entity.type != "ACTOR" or _is_no_actor(scene, part, entity)
            )


def _is_no_actor(scene: Scene, part: Span, actor: _Entity) -> bool:
    """Tell a part of an actor's name, or an actor that is a country or region too, from one called like a town."""
    facts = scene.names(part.cut(scene.reading))
    return part != actor.span or (facts is not None and not facts.kinds.isdisjoint(_AREAS))


def _known_parts(scene: Scene, words: Sequence[Span]) -> Iterator[Span]:
    """Yield the longest head of a name that a place has too: all of it, or its first words; and what follows "of"."""
    for count in range(min(_MOST_WORDS, len(words)), 0, -1):
        head = Span(words[0].start, words[count - 1].end)
        if head.cut(scene.reading)[0].isupper() and scene.names(head.cut(scene.reading)) is not None:
            yield head
            break
    for index, word in enumerate(words[1:-1], 1):
        if word.cut(scene.reading) in ("of", "in", "at", "for"):
            tail = Span(words[index + 1].start, words[-1].end)
            if tail.cut(scene.reading)[0].isupper() and scene.names(tail.cut(scene.reading)) is not None:
                yield tail


def _cued(scene: Scene) -> Iterator[Span]:
    """Yield capitalised words that are called a village or the like, and those beside a weaker cue that a place has."""
    peoples = _Cover(m.span for m in scene.listed if m.kind is MentionKind.DEMONYM)
    for match in _CALLED.finditer(scene.reading):
        span = Span(*match.span(match.lastindex or 0))
        if not peoples.overlaps(span):
            yield span
    for match in _CUED.finditer(scene.reading):
        span = Span(*match.span(match.lastindex or 0))
        if scene.names(span.cut(scene.reading)) is not None:
            yield span


def _site(scene: Scene, span: Span, facts: NameFacts | None, entities: Sequence[_Entity]) -> Site:
    reading = scene.reading
    entity, holder = _recognised(span, entities)
    rest = reading[span.end : holder.span.end].lower().split() if holder else ()
    before = _TOKEN.findall(_line_end(reading[max(0, span.start - _REACH) : span.start]))
    after = _TOKEN.findall(_line_start(reading[span.end : span.end + _REACH]))
    return Site(
        span=span,
        text=span.cut(reading),
        facts=facts,
        entity=entity,
        holder=holder.type if holder else "",
        rest=tuple(rest),
        is_head=holder is not None and holder.span.start == span.start,
        before=tuple(before[-_WORDS_AROUND:]),
        after=tuple(after[:_WORDS_AROUND]),
    )


def _line_end(text: str) -> str:
    return text[text.rfind("\n") + 1 :]


def _line_start(text: str) -> str:
    return text.partition("\n")[0]


def _kinds_by(place: Callable[[Span], int], facts: Mapping[Span, NameFacts | None]) -> dict[int, frozenset[str]]:
    """Return the kinds of the names that start, or that end, at each character."""
    found: dict[int, frozenset[str]] = {}
    for span, fact in facts.items():
        if fact is not None:
            found[place(span)] = found.get(place(span), frozenset()) | fact.kinds
    return found


def _recognised(span: Span, entities: Sequence[_Entity]) -> tuple[str, _Entity | None]:
    """Return the type of the entity with this span, and another one that holds it or crosses it."""
    last = bisect_left(entities, span.end, key=lambda e: e.span.start)
    near = [e for e in entities[max(0, last - _MOST_NEAR) : last] if e.span.overlaps(span) and e.span != span]
    exact = next((e.type for e in entities[max(0, last - _MOST_NEAR) : last] if e.span == span), "")
    holder = next((e for e in near if not span.contains(e.span)), None)
    inner = next((e.type for e in near if span.contains(e.span)), "")
    return exact or ("" if holder or not inner else f"part:{inner}"), holder


def read_setting(scene: Scene) -> Setting:
    """Return what the whole document says of its names."""
    persons = [plain(m.text).split() for m in scene.named if m.kind is MentionKind.PERSON]
    several = [words for words in persons if len(words) > 1]
    return Setting(
        surnames=frozenset(words[-1] for words in several),
        first_names=frozenset(words[0] for words in several),
        as_place=Counter(plain(m.text) for m in scene.named if m.kind is MentionKind.PLACE),
        as_other=Counter(plain(m.text) for m in scene.named if m.kind is not MentionKind.PLACE),
        small_words=frozenset(_SMALL_WORD.findall(scene.reading)),
    )
