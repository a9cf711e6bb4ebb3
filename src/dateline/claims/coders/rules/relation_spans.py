"""Relations of given spans: what the coder's patterns find where somebody else has said which words are the actors."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.relation_matches import find_matches
from dateline.claims.coders.rules.relation_patterns import cues_at
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Span

_FINDER = "given.v1"


def told_between(page: Page, spans: Sequence[Span]) -> Mapping[tuple[Span, Span], tuple[str, ...]]:
    """Return the kinds of relation (codebook names) found from one span to another, for each two that have any.

    The spans take the place of the page's own mentions; of nested ones the outer is the actor. A pattern that asks for
    armed groups or for states on both sides is taken without asking: spans have no side.
    """
    seated = _seat(page, spans)
    found: dict[tuple[Span, Span], list[str]] = {}
    for token in seated.tokens:
        for cue in cues_at(token):
            for match in find_matches(seated, token.index, cue):
                kinds = found.setdefault((match.actor.mention.span, match.object.mention.span), [])
                kinds.append(match.pattern.kind)
    return {pair: tuple(dict.fromkeys(kinds)) for pair, kinds in found.items()}


def _seat(page: Page, spans: Sequence[Span]) -> Page:
    """Return the page with one actor a span and no other mentions, each an actor of its own."""
    document = page.document
    mentions = tuple(
        Mention(document.id, span, span.cut(document.text), MentionKind.ACTOR, _FINDER, (f"{span.start}-{span.end}",))
        for span in sorted(set(spans))
    )
    inner_first = sorted(mentions, key=lambda mention: len(mention.span))
    at = {token: mention for mention in inner_first for token in page.tokens_in(mention.span)}
    return replace(page, mentions=mentions, mention_at=at)
