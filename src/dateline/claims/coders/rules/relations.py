"""Relations: how the actors of a document stand to each other, each with the words that say it."""

from collections.abc import Iterator

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.assertion import assertion_of
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.relation_matches import Match, find_matches
from dateline.claims.coders.rules.relation_patterns import cues_at
from dateline.claims.coders.rules.told import Part, Telling, actor_part, circumstances
from dateline.claims.records import Code, Named
from dateline.codebook import load_codebook
from dateline.mentions.records import MentionKind

_UNLISTED = MentionKind.ORGANISATION


def find_relations(page: Page) -> Iterator[Telling]:
    """Yield what the page tells of relations, in order; a relation that is the same both ways keeps its first order."""
    told: set[tuple[str, ...]] = set()
    for token in page.tokens:
        for cue in cues_at(token):
            for match in find_matches(page, token.index, cue):
                telling = _telling(page, match, told)
                if telling is not None:
                    told.add(telling.key)
                    yield telling


def _telling(page: Page, match: Match, told: set[tuple[str, ...]]) -> Telling | None:
    kind = _kind(match)
    if kind is None or not _is_known(match):
        return None
    assertion = assertion_of(page, match.parts)
    if assertion is None:
        return None
    actor, other = match.actor, match.object
    if load_codebook().relations[kind].symmetric and (other.key, kind, actor.key) in told:
        actor, other = other, actor
    words = [*match.parts, actor.first, actor.last, other.first, other.last]
    first, last = min(match.parts), max(match.parts)
    parts = (
        actor_part(page, "actor", actor),
        Part("relation", Code("relation", kind), page.quote_tokens(first, last)),
        actor_part(page, "object", other),
        *_means(page, match),
        *circumstances(page, match.parts, after=first),
    )
    return Telling((actor.key, kind, other.key), min(words), max(words), parts, assertion)


def _kind(match: Match) -> str | None:
    """Return the kind of relation, which for rivals depends on their sides, or None where they cannot be."""
    pattern = match.pattern
    sides = {who.side for who in (match.actor, match.object) if who.mention.kind is not _UNLISTED}
    return pattern.kind if pattern.sides is None or sides in ({"armed"}, {"state"}) else pattern.mixed


def _is_known(match: Match) -> bool:
    """Tell whether at least one of the two is on a list: two guessed names make no relation."""
    return {match.actor.mention.kind, match.object.mention.kind} != {_UNLISTED}


def _means(page: Page, match: Match) -> Iterator[Part]:
    if match.means is not None:
        highlight = page.quote_tokens(*grammar.phrase(page, match.means))
        yield Part("means", Named(" ".join(highlight.text.split())), highlight)
