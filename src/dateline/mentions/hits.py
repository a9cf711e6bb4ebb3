"""Hits: names that stand in a text, and which of them count where several overlap."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dateline.mentions.records import MentionKind, Phrase
from dateline.values.spans import Span

_LONGEST_SUFFIX = 2  # letters after a hyphen that make another name: IS-K, ISIL-KP, NSCN-IM; PKK-YPG are two names


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that stands in a text. `is_local`: by a definition of the text itself."""

    span: Span
    kind: MentionKind
    keys: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    is_local: bool = False


def hits_by_kind(span: Span, phrases: Sequence[Phrase]) -> tuple[Hit, ...]:
    """Return one hit for each kind among the phrases, with the keys and labels of all phrases of that kind."""
    kinds = dict.fromkeys(phrase.kind for phrase in phrases)
    return tuple(_merged(span, kind, [phrase for phrase in phrases if phrase.kind is kind]) for kind in kinds)


def _merged(span: Span, kind: MentionKind, phrases: Sequence[Phrase]) -> Hit:
    keys = tuple(dict.fromkeys(phrase.key for phrase in phrases))
    labels = tuple(dict.fromkeys(label for phrase in phrases for label in phrase.labels))
    return Hit(span, kind, keys, labels)


def longest(hits: Iterable[Hit]) -> tuple[Hit, ...]:
    """Keep the longest of names that overlap; of equal ones the text's own definition, then the first.

    One span keeps a hit of each kind: "Fano" is a town and a militia.
    """
    ordered = sorted(hits, key=lambda hit: (hit.span.start, -hit.span.end))
    return tuple(hit for cluster in _clusters(ordered) for hit in _longest_of(cluster))


def _clusters(ordered: Sequence[Hit]) -> Iterator[list[Hit]]:
    cluster: list[Hit] = []
    reach = 0
    for hit in ordered:
        if cluster and hit.span.start >= reach:
            yield cluster
            cluster = []
        cluster.append(hit)
        reach = max(reach, hit.span.end)
    if cluster:
        yield cluster


def _longest_of(cluster: list[Hit]) -> list[Hit]:
    if len(cluster) == 1:
        return cluster
    chosen: list[Hit] = []
    for hit in sorted(cluster, key=lambda hit: (-len(hit.span), not hit.is_local, hit.span.start)):
        rivals = [other for other in chosen if other.span.overlaps(hit.span)]
        if all(_may_share_the_span(hit, rival) for rival in rivals):
            chosen.append(hit)
    return sorted(chosen, key=lambda hit: hit.span)


def _may_share_the_span(hit: Hit, rival: Hit) -> bool:
    return hit.span == rival.span and hit.kind is not rival.kind and not rival.is_local


def is_piece_of_hyphenated_acronym(text: str, span: Span) -> bool:
    """Tell whether a hyphen ties an acronym to letters that make it another one: "IS" in "IS-K", not in "IS-linked"."""
    after = _piece_after(text, span.end)
    if after.isdigit() or (after.isupper() and len(after) <= _LONGEST_SUFFIX):
        return True
    return len(span) <= _LONGEST_SUFFIX and _piece_before(text, span.start).isupper()


def _piece_after(text: str, end: int) -> str:
    if text[end : end + 1] != "-":
        return ""
    last = end + 1
    while last < len(text) and text[last].isalnum():
        last += 1
    return text[end + 1 : last]


def _piece_before(text: str, start: int) -> str:
    if start == 0 or text[start - 1] != "-":
        return ""
    first = start - 1
    while first > 0 and text[first - 1].isalnum():
        first -= 1
    return text[first : start - 1]
