"""How many people one press release says were killed or captured, by the rules of the people who annotated the data.

A release tells the same thing twice: at its head, in its title, and in later releases that follow it in the same text
(each with its own number). Its sums over several operations give way to what it tells one by one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from dateline.bench.mappers.isaf_words import IsafWords
from dateline.claims.records import Claim
from dateline.values.counts import Count
from dateline.values.folding import fold

_ANEW = re.compile(r"\n\s*-{3,}|\b20\d\d-\d\d?-(?:S|CA|D)-?\d{2,3}\b")  # a line of dashes, a release's number
_FIRST_WORDS = 7  # of what is included: "a senior Taliban weapons facilitator and"
_SPOKEN_OF = frozenset({"the", "he", "she", "him", "her", "they", "them"})


@dataclass(frozen=True, slots=True)
class Tallies:
    """Claims of people killed and captured, where the text's head ends, and where other releases begin in it."""

    killed: tuple[Claim, ...] = ()
    captured: tuple[Claim, ...] = ()
    head_end: int = 0
    starts: tuple[int, ...] = ()

    def total(self, words: IsafWords, slot: str, rank_wanted: str | None = None) -> int:
        """Return how many people were "killed" or "captured", of one rank or of all: the most of any release."""
        return max((_total(part, slot, words, rank_wanted) for part in _parts(self)), default=0)


def total(claims: Sequence[Claim], words: IsafWords) -> int:
    """Return how many people the claims of one slot count together."""
    return Tallies(captured=tuple(claims)).total(words, "captured")


def number(claim: Claim) -> int:
    if not isinstance(claim.value, Count):
        return 0
    return claim.value.low if claim.value.low is not None else claim.value.best or 0


def rank(claim: Claim, words: IsafWords) -> str:
    """Return "facilitator", "leader", "added", "plain", or "trade": whom a count is of, by its own words."""
    said = _said(claim)
    listed = next((rank for rank, of_rank in words.ranks.items() if of_rank & set(said)), None)
    if listed in {None, "plain"} and words.added & set(said):
        return "added"
    if listed == "plain" and number(claim) == 1 and not (words.ranks["plain"] - words.sides) & set(said):
        return "plain" if said[-1] in words.sides else "trade"
    return listed or ("trade" if number(claim) == 1 else "plain")


def is_anybody(claim: Claim, words: IsafWords) -> bool:
    """Tell whether a count's words do not say that militants are meant: "12 people"."""
    return _said(claim)[-1] in words.anybody


def later_releases(text: str, head_end: int) -> tuple[int, ...]:
    """Return where a line of dashes or a release's number says that another release begins behind the first's head."""
    return tuple(match.start() for match in _ANEW.finditer(text, head_end))


def _parts(tallies: Tallies) -> list[Tallies]:
    """Return the claims of each release of a text that holds several."""

    def of(told: Iterable[Claim], part: int) -> tuple[Claim, ...]:
        return tuple(claim for claim in told if bisect_right(tallies.starts, claim.highlight.span.start) == part)

    parts = range(len(tallies.starts) + 1)
    return [replace(tallies, killed=of(tallies.killed, part), captured=of(tallies.captured, part)) for part in parts]


def _total(part: Tallies, slot: str, words: IsafWords, rank_wanted: str | None) -> int:
    own = [claim for claim in _told(part, slot, words) if not _is_included(claim, words)]
    wholes = [claim for claim in own if included(claim, words)]
    if rank_wanted is not None:
        inside = max((_rank_included(claim, words, rank_wanted) for claim in wholes), default=0)
        return max(inside, *_greatest([claim for claim in own if rank(claim, words) == rank_wanted], words).values(), 0)
    greatest = _greatest([claim for claim in own if claim not in wholes], words)
    if greatest.get("added") == greatest.get("plain") and not _stand_together(own, words):
        greatest.pop("added", None)
    return max(sum(greatest.values()), *map(number, wholes), 0)


def _greatest(claims: Iterable[Claim], words: IsafWords) -> dict[str, int]:
    """Return the greatest number told of each rank."""
    greatest: dict[str, int] = {}
    for claim in claims:
        of = rank(claim, words)
        greatest[of] = max(greatest.get(of, 0), number(claim))
    return greatest


def _told(part: Tallies, slot: str, words: IsafWords) -> Sequence[Claim]:
    """Return the claims of a slot that are of the release's own operation, told by themselves.

    Left out are looks back ("since January") and, where the release tells anything else of anybody killed or
    captured, its title, sums over several operations and one man spoken of again ("the insurgent").
    """
    own = {
        "killed": [claim for claim in part.killed if not _said_in(claim, words.background)],
        "captured": [claim for claim in part.captured if not _said_in(claim, words.background)],
    }
    single = {of: [claim for claim in told if not _sums_up(part, claim, words)] for of, told in own.items()}
    told = single if any(single.values()) else own
    return [claim for claim in told[slot] if not _is_back_reference(claim, words)] or told[slot]


def _sums_up(part: Tallies, claim: Claim, words: IsafWords) -> bool:
    """Tell whether a claim stands in the title or sums up several operations: "in four security operations"."""
    return claim.highlight.span.start < part.head_end or words.summary.search(_plain(claim.quote.text)) is not None


def _stand_together(claims: Sequence[Claim], words: IsafWords) -> bool:
    """Tell whether one sentence adds people to others: "two guards and two additional fighters"."""
    added = {claim.quote.span for claim in claims if rank(claim, words) == "added"}
    return any(claim.quote.span in added for claim in claims if rank(claim, words) == "plain")


def _said_in(claim: Claim, phrases: Iterable[str]) -> bool:
    said = _plain(claim.quote.text)
    return any(phrase in said for phrase in phrases)


def _plain(text: str) -> str:
    return " ".join(fold(text).lower().replace(",", " ").split())


def _is_included(claim: Claim, words: IsafWords) -> bool:
    before = claim.quote.text[: claim.highlight.span.start - claim.quote.span.start]
    return _plain(before).endswith(words.included)


def included(claim: Claim, words: IsafWords) -> str:
    """Return what the sentence says a count includes: "three fighters, including [a leader]"; else ""."""
    behind = f" {_plain(claim.quote.text[claim.highlight.span.end - claim.quote.span.start :])} "
    opening = next((f" {word} " for word in words.included if f" {word} " in behind), "")
    return behind.partition(opening)[2] if opening else ""


def _rank_included(claim: Claim, words: IsafWords, rank_wanted: str) -> int:
    first = included(claim, words).split()[:_FIRST_WORDS]
    return int(bool(words.ranks[rank_wanted] & set(first)))


def _is_back_reference(claim: Claim, words: IsafWords) -> bool:
    said = _said(claim)
    is_one = number(claim) == 1 and rank(claim, words) in {"plain", "trade"}
    return said[0] in _SPOKEN_OF and (is_one or len(said) == 1)


def _said(claim: Claim) -> list[str]:
    return fold(claim.highlight.text).lower().replace("-", " ").split()
