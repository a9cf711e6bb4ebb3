"""Listing: who of the people that one document counts in several sentences are the same people.

"A boy was shot dead on Friday." And later: "John Doe, 16, died at the scene." A sentence lists people; another sentence
more often tells of the same ones again than of further ones. Only what is loose is held to be told again: one person,
or a number that is a word ("villagers"). Firm numbers of two groups ("five soldiers", "three farmers") add up as ever.
"""

from collections.abc import Sequence

from dateline.claims.records import Claim
from dateline.values.counts import Count, Operator
from dateline.values.spans import Span

_APART = frozenset({"state", "perpetrator"})  # whom words tell from everybody else; "a man" may be of any side


def told_again(claims: Sequence[Claim], added: frozenset[str]) -> list[Claim]:
    """Return the claims of people who are among those whom another sentence counts; never all of them.

    `added` are words that say that somebody comes on top ("another").
    """
    loose = [claim for claim in claims if _is_loose(claim) and not set(claim.published.casefold().split()) & added]
    groups: dict[str, list[Claim]] = {}
    for claim in loose:
        groups.setdefault(_side(claim), []).append(claim)
    firm = [claim for claim in claims if not _is_loose(claim)]
    return [claim for side, group in groups.items() for claim in _again(group, [f for f in firm if _side(f) == side])]


def _again(loose: Sequence[Claim], firm: Sequence[Claim]) -> list[Claim]:
    """Return the loose claims of every sentence but the fullest; of that too, where a firm number holds them."""
    sentences: dict[Span, list[Claim]] = {}
    for claim in loose:
        sentences.setdefault(claim.quote.span, []).append(claim)
    fullest = max(sentences, key=lambda span: _people(sentences[span]))
    is_held = any(claim.quote.span != fullest and _people([claim]) >= _people(sentences[fullest]) for claim in firm)
    return [claim for span, told in sentences.items() if span != fullest or is_held for claim in told]


def _is_loose(claim: Claim) -> bool:
    count = _count(claim)
    return count.operator is Operator.VAGUE or count.high == 1


def _people(claims: Sequence[Claim]) -> int:
    """Return how many people a sentence lists; a number that is a word counts for nothing beside real ones."""
    firm = {(c.whose, c.best): c.best or 0 for claim in claims if (c := _count(claim)).operator is not Operator.VAGUE}
    return sum(firm.values())


def _side(claim: Claim) -> str:
    side = _count(claim).side
    return side if side in _APART else "anybody"


def _count(claim: Claim) -> Count:
    assert isinstance(claim.value, Count)
    return claim.value
