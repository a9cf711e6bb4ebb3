"""Standing: the accounts that are weighed by every policy: one a voice, and none that counts only some of the dead."""

from collections.abc import Sequence

from dateline.events.accounts import Account, Aside, one_a_source, one_a_text
from dateline.events.counting import counts_anybody, leaves_out

PART = "counts only some of them: {whom}"
_WHOLE = frozenset({None, "mixed"})


def standing_of(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Leave out copies, then counts of a part, then what a source itself has corrected: a part corrects no total."""
    counting, aside = one_a_count(accounts)
    voices, corrected = one_a_source(counting)
    return voices, [*aside, *corrected]


def one_a_count(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Leave out copies, and counts of a part."""
    texts, copied = one_a_text(accounts)
    wholes, parts = without_parts(texts)
    return wholes, [*copied, *parts]


def without_parts(accounts: Sequence[Account]) -> tuple[list[Account], list[Aside]]:
    """Leave out the accounts of one side or group where another counts everybody, and more.

    "Thirteen soldiers died" is no rival of "about 180 people died"; nor are the two added up.
    """
    wholes = [each for each in accounts if is_whole(each)]
    parts = [each for each in accounts if not is_whole(each) and any(whole.best > each.high for whole in wholes)]
    return [each for each in accounts if each not in parts], [(each, PART.format(whom=_whom(each))) for each in parts]


def is_whole(account: Account) -> bool:
    """Tell whether an account counts everybody, as far as its words go."""
    count = account.count
    if account.told.is_sum or not account.is_point or count.side not in _WHOLE or leaves_out(count):
        return False
    return counts_anybody(account.told.claims[0])


def _whom(account: Account) -> str:
    count = account.count
    return (count.scope if leaves_out(count) else None) or count.whose or count.side or "a group"
