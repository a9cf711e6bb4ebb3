"""Counts of people: a low, a best and a high with the operator and the word that the text uses."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from dateline.errors import InputError


class Operator(StrEnum):
    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    ABOUT = "about"
    NEARLY = "nearly"
    BETWEEN = "between"
    VAGUE = "vague"  # a word instead of a number: "dozens", "several", a bare plural


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people as a text gives it; None is not given. 0 is a stated zero ("no casualties").

    `word` is the vague word as the text has it, `policy` the codebook's table that gave it numbers,
    `scope` what the text adds about who is counted ("including 20 minors", "including the attacker"),
    `whose` the counted people in the text's words ("police officers"), `side` what they are:
    "armed", "state", "civilian", "mixed", or None where the text does not tell.
    """

    low: int | None
    best: int | None
    high: int | None
    operator: Operator = Operator.EXACT
    word: str | None = None
    policy: str | None = None
    scope: str | None = None
    whose: str | None = None
    side: str | None = None

    def __post_init__(self) -> None:
        given = [n for n in (self.low, self.best, self.high) if n is not None]
        if not given:
            raise InputError("a count needs at least one number; leave the value out if none is given")
        if given != sorted(given) or given[0] < 0:
            raise InputError(f"a count needs 0 <= low <= best <= high, not {self.low}, {self.best}, {self.high}")

    @classmethod
    def exactly(cls, number: int) -> "Count":
        return cls(number, number, number)


@dataclass(frozen=True, slots=True)
class Reading:
    """The numbers that a policy gives to a vague word, and where the rule is written."""

    low: int | None
    best: int | None
    high: int | None
    source: str


@dataclass(frozen=True, slots=True)
class CountPolicy:
    """A named table of what vague words are read as; `plural` is the word for a bare plural ("insurgents")."""

    name: str
    readings: Mapping[str, Reading]

    def read(self, word: str, *, written: str | None = None) -> Count:
        """Return the count that a vague word stands for, `written` as in the text; InputError if it has no reading."""
        if word not in self.readings:
            known = ", ".join(sorted(self.readings))
            raise InputError(f"the count policy {self.name} has no reading for {word!r}; it reads {known}")
        reading = self.readings[word]
        return Count(reading.low, reading.best, reading.high, Operator.VAGUE, word=written or word, policy=self.name)


def bare_plural(policy: CountPolicy) -> Count:
    """Return the count of a plural without a number: "insurgents were detained"."""
    return policy.read("plural")


def bare_singular() -> Count:
    """Return the count of a singular: "a soldier was killed"."""
    return Count.exactly(1)
