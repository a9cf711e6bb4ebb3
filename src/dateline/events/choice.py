"""Choices: what a rule made of one slot's claims. Frozen; a cell is a choice with its names looked up."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.claims.records import UNSAID, Claim, SpeakerKind, Stance, Value
from dateline.events.records import Candidate

POLICY = "dateline.v2"  # the default

_STRENGTH = (  # what wins, first to last: stated facts, then admissions, then accusations by their weight
    Stance.REPORTED,
    Stance.CLAIMED,
    Stance.ACCUSED_BY_AUTHORITIES,
    Stance.ACCUSED,
    Stance.POSSIBLE,
    Stance.PREDICTED,
    Stance.CONDEMNED,
    Stance.DENIED,
)
_DISPUTED = 0.5  # a disputed value is held half as sure: set by hand, not calibrated


class Kinds(Protocol):
    """What reconciling needs of the codebook."""

    def more_specific(self, one: str, other: str) -> str | None:
        """Return the more specific of two kinds where one is a kind of the other, else None."""
        ...


@dataclass(frozen=True, slots=True)
class Choice:
    """The value chosen, the claims that say it (the deciding one first), those set aside, and why."""

    value: Value | None
    claims: tuple[Claim, ...]
    set_aside: tuple[Claim, ...]
    why: str
    disputed: bool = False
    confidence: float | None = None  # None: that of the surest claim
    policy: str = POLICY
    voices: tuple[tuple[str, ...], ...] = ()
    reasons: tuple[tuple[str, str], ...] = ()
    candidates: tuple[Candidate, ...] = ()

    @property
    def rule(self) -> str:
        return f"{self.policy}: {self.why}"

    def reason_of(self, claim: Claim) -> str:
        """Return why a claim was set aside: its own reason, else the rule."""
        return dict(self.reasons).get(claim.id, self.why)

    @property
    def sureness(self) -> float:
        """Return the confidence of the cell: a heuristic over calibrated claims, not itself calibrated.

        The surest claim decides, since claims of one document are not independent; a dispute halves it.
        """
        if self.confidence is not None:
            return self.confidence
        surest = max((claim.confidence for claim in self.claims), default=0.0)
        return surest * _DISPUTED if self.disputed else surest


def by_stance(claim: Claim) -> int:
    """Sort key: what is reported comes before what is claimed, accused, possible; a rival's report is an accusation."""
    is_rivals = claim.stance is Stance.REPORTED and claim.speaker.kind is SpeakerKind.RIVAL
    return _STRENGTH.index(Stance.ACCUSED if is_rivals else claim.stance)


def said(claims: Iterable[Claim]) -> list[Claim]:
    """Return the claims that say it is so and whose value could be read."""
    return [claim for claim in claims if claim.stance not in UNSAID and claim.value is not None]


def rest_of(claims: Sequence[Claim], chosen: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims that were not chosen, in order."""
    taken = {claim.id for claim in chosen}
    return tuple(claim for claim in claims if claim.id not in taken)


def nothing_said(claims: Sequence[Claim]) -> Choice | None:
    """Return the choice for a slot of which nothing can be said; None where something can."""
    if said(claims):
        return None
    return Choice(None, (), tuple(claims), "only denied, condemned, predicted or unread: nothing is said to be so")
