"""Find: from documents to their parse and mentions, with each name claimed by one finder."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from dateline.documents.batches import batches
from dateline.documents.records import Document
from dateline.mentions.finders.contract import Finder, Parser
from dateline.mentions.records import Findings, Mention, MentionKind
from dateline.mentions.titles import find_titles
from dateline.values.recasing import reading_text
from dateline.values.spans import Span

_HOLDERS = {MentionKind.FACILITY, MentionKind.ORGANISATION}  # names that may hold another name: "Embassy in Kabul"


def find(
    documents: Iterable[Document], *, parser: Parser, finders: Sequence[Finder]
) -> Iterator[tuple[Document, Findings]]:
    """Yield each document with what was found in it, in order. The finders come in order of trust."""
    for batch in batches(documents):
        readings = [(document, reading_text(document.text)) for document in batch]
        for (document, reading), (parse, named) in zip(readings, parser.parse(readings), strict=True):
            listed, aliases = _find_listed(document, reading, finders)
            mentions = settle([*listed, *named], find_titles(reading))
            yield document, Findings(parse, mentions, aliases)


def _find_listed(document: Document, reading: str, finders: Sequence[Finder]) -> tuple[list[Mention], dict[str, str]]:
    mentions: list[Mention] = []
    aliases: dict[str, str] = {}
    for finder in finders:
        found, defined = finder.find(document, reading)
        mentions.extend(found)
        aliases |= defined
    return mentions, aliases


def settle(mentions: Sequence[Mention], titles: Sequence[Span]) -> tuple[Mention, ...]:
    """Keep one mention where several overlap: a listed name before a guessed one, then the longer.

    A place or actor inside the name of a building or a body is kept beside it. Names inside a quoted title are not
    mentions: "To the Muslims in the Land of ..." names no place.
    """
    standing: defaultdict[int, list[Mention]] = defaultdict(list)  # by each character that a kept mention covers
    kept: list[Mention] = []
    for mention in sorted(mentions, key=_by_trust):
        places = range(mention.span.start, mention.span.end)
        rivals = (other for place in places for other in standing.get(place, ()))
        if not _is_in(titles, mention.span) and all(_may_stand_beside(mention, other) for other in rivals):
            kept.append(mention)
            for place in places:
                standing[place].append(mention)
    return tuple(sorted(kept, key=lambda mention: (mention.span.start, -mention.span.end)))


def _is_in(titles: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the titles, which are in order and do not overlap, contains the span."""
    before = bisect_right(titles, span.start, key=lambda title: title.start)
    return before > 0 and titles[before - 1].contains(span)


def _by_trust(mention: Mention) -> tuple[bool, int, int]:
    is_listed_actor = mention.kind is MentionKind.ACTOR
    return (not is_listed_actor, -len(mention.span), 0 if mention.keys else 1)


def _may_stand_beside(mention: Mention, other: Mention) -> bool:
    """Tell whether a mention may stay although it overlaps one that is kept."""
    return other.kind in _HOLDERS and other.span.contains(mention.span) and len(mention.span) < len(other.span)
