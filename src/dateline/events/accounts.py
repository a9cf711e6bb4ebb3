"""Accounts: what each document counts, and which accounts still stand beside the others.

A figure falls away, with its reason, where it is told again (a copy), where its source corrects it, and where everyone
who tells of the event later knows more. What is left are independent voices of comparable standing.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from math import inf

from dateline.claims.records import Claim
from dateline.events.bearing_out import borne_out
from dateline.events.counting import Told, told_by
from dateline.events.tellers import Teller, Tellers
from dateline.values.counts import Count, Operator

POINTS = frozenset({Operator.EXACT, Operator.ABOUT, Operator.NEARLY, Operator.BETWEEN})  # the others only bound it
COPY = "a copy: one voice with the report that is counted"
CORRECTED = "its source gives a later figure"
OVERTAKEN = "an early figure: all who report later give more"
_ABOUT = 0.1  # of a number that "about" or "nearly" stands before; set by hand
_RISING = 2  # figures that must come later before an early one is overtaken


@dataclass(frozen=True, slots=True)
class Account:
    """What one document counts in one slot, and who tells it. `claims` are all that it says of the slot."""

    teller: Teller
    told: Told
    claims: tuple[Claim, ...]
    documents: tuple[str, ...] = ()  # of its voice: copies that give the same count

    @property
    def count(self) -> Count:
        return self.told.count

    @property
    def best(self) -> int:
        """Return the number to compare by: the best, else the bound that is given."""
        return next(n for n in (self.count.best, self.count.low, self.count.high) if n is not None)

    @property
    def low(self) -> float:
        """Return the lowest number that the words allow: "about 170" allows a tenth less, "at most 20" none."""
        if self.count.low is not None:
            return self.count.low
        return self.best * (1 - _ABOUT) if self.is_point else 0

    @property
    def high(self) -> float:
        """Return the highest number that the words allow; infinite for "at least 40"."""
        if self.count.high is not None:
            return self.count.high
        return self.best * (1 + _ABOUT) if self.is_point else inf

    @property
    def span(self) -> tuple[int, float]:
        """Return low and high as the words give them, for the range of an event: "about 170" gives no other number."""
        low = self.count.low if self.count.low is not None else self.best if self.is_point else 0
        return low, self.count.high if self.count.high is not None else self.best if self.is_point else inf

    @property
    def is_point(self) -> bool:
        """Tell whether it gives a figure rather than a bound or a word."""
        return self.count.operator in POINTS

    @property
    def is_firm(self) -> bool:
        """Tell whether the document gives a number of its own, exact or bounded; no word, and no sum of ours."""
        return self.count.operator is not Operator.VAGUE and not self.told.is_sum

    @property
    def is_stated(self) -> bool:
        """Tell whether the document itself gives a firm total."""
        return self.is_point and not self.told.is_sum


Aside = tuple[Account, str]  # an account that was set aside, and why


def accounts_of(claims: Sequence[Claim], tellers: Tellers) -> tuple[Account, ...]:
    """Return the account of each document that counts, in order of publication; undated ones come last."""
    by_document: dict[str, list[Claim]] = {}
    for claim in claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    read = {document: told for document, said in by_document.items() if (told := told_by(said)) is not None}
    accounts = [
        Account(tellers[document], told, tuple(by_document[document]), (document,))
        for document, told in zip(
            read, borne_out(list(read.values()), [by_document[each] for each in read]), strict=True
        )
    ]
    return tuple(sorted(accounts, key=lambda each: each.teller.order))


def one_a_text(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Keep of each group of copies the latest account; a copy that gives the same count stays as its witness."""
    return _latest_of(accounts, lambda each: str(each.teller.text), COPY)


def one_a_source(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Keep of each source the latest account.

    A word or a sum of ours does not take the place of a number. Of reports of one day the one with a firm figure is
    kept, then the one that counts more.
    """
    return _latest_of(accounts, lambda each: each.teller.source, CORRECTED)


def without_overtaken(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Leave out what was counted before all others counted more: a toll that rises is no dispute.

    At least two later figures must agree that it is more, each by a report of a later day.
    """
    standing, aside = [], []
    for account in accounts:
        later = [each for each in accounts if _is_later(each, account)]
        if len(later) >= _RISING and all(each.low > account.high for each in later if each.is_point):
            aside.append((account, OVERTAKEN))
        else:
            standing.append(account)
    return standing, aside


def _latest_of(
    accounts: Sequence[Account], key: Callable[[Account], str | None], why: str
) -> tuple[list[Account], list[Aside]]:
    groups: dict[str, list[Account]] = {}
    for account in accounts:
        groups.setdefault(key(account) or f"document {account.teller.document_id}", []).append(account)
    kept: list[Account] = []
    aside: list[Aside] = []
    for group in groups.values():
        latest = max(
            group, key=lambda each: (each.is_firm, each.teller.day or 0, each.is_stated, each.is_point, each.best)
        )
        same = [each for each in group if each.count == latest.count]
        kept.append(replace(latest, documents=tuple(name for each in same for name in each.documents)))
        aside += [(each, why) for each in group if each is not latest]
    return sorted(kept, key=lambda each: each.teller.order), aside


def _is_later(one: Account, other: Account) -> bool:
    days = one.teller.day, other.teller.day
    return days[0] is not None and days[1] is not None and days[0] > days[1]
