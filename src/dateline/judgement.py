"""Judgements: what a person decided, append-only; a judgement is taken back by another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"
    PIN = "pin"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person about one record; `other` is the second record of same / different / pin.

    The record of an UNDO is the number of the judgement that it takes back: its place in the log, from 1.
    """

    verdict: Verdict
    record_id: str
    author: str
    made_at: datetime
    reason: str = ""
    other: str | None = None
    value: str | None = None  # the corrected value, as the person typed it; of the others, what they were decided on
    slot: str | None = None  # of an event: which of its cells is judged


@dataclass(frozen=True, slots=True)
class Numbered:
    """A judgement with its number: its place in the log, from 1."""

    number: int
    judgement: Judgement

    @property
    def name(self) -> str:
        """Return what a link or a cell that follows it says of it: "judgement 12"."""
        return f"judgement {self.number}"


def numbered(judgements: Sequence[Judgement]) -> tuple[Numbered, ...]:
    """Return the whole log with each judgement's number."""
    return tuple(Numbered(number, judgement) for number, judgement in enumerate(judgements, 1))


def holding(log: Sequence[Numbered]) -> dict[int, bool]:
    """Return for each number whether that judgement holds: no judgement that holds takes it back.

    An UNDO may itself be taken back: what it took back then holds again.
    """
    holds = {each.number: True for each in log}
    for each in reversed(log):
        if each.judgement.verdict is Verdict.UNDO and holds[each.number]:
            holds[int(each.judgement.record_id)] = False
    return holds


def standing(log: Sequence[Numbered]) -> tuple[Numbered, ...]:
    """Return the judgements that hold, in order, without those that only take back."""
    holds = holding(log)
    return tuple(each for each in log if holds[each.number] and each.judgement.verdict is not Verdict.UNDO)
