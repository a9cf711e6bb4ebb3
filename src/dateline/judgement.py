"""Judgements: what a person decided, append-only."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Verdict(StrEnum):
    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision of one person about one record; `other` is the second record of same / different."""

    verdict: Verdict
    record_id: str
    author: str
    made_at: datetime
    reason: str = ""
    other: str | None = None
    value: str | None = None  # the corrected value, as the person typed it
