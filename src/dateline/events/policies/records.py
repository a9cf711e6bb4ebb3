"""The nouns of the policies: what a policy makes of the accounts of one count, and the contract of a policy."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from dateline.events.accounts import Account, Aside
from dateline.values.counts import Count


@dataclass(frozen=True, slots=True)
class Fused:
    """The count that many accounts support together, the accounts that say it, those set aside and why."""

    count: Count
    chosen: tuple[Account, ...]  # the deciding one first
    aside: tuple[Aside, ...]
    why: str
    disputed: bool = False


class Policy(Protocol):
    """A named, versioned way of making one count of the accounts of many documents; there is at least one account."""

    @property
    def name(self) -> str: ...

    @property
    def means(self) -> str:
        """What the rule is, in one sentence."""
        ...

    def fuse(self, accounts: Sequence[Account]) -> Fused: ...
