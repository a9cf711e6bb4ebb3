"""The policy minmax.v1: a minimum and a maximum and no best, as Iraq Body Count records each incident."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.events.accounts import Account
from dateline.events.policies.bounds import count_of, is_disputed
from dateline.events.policies.records import Fused
from dateline.events.policies.standing import standing_of


class MinmaxV1:
    """The lowest and the highest of all voices, those overtaken too; a best only where both are one number."""

    name = "minmax.v1"
    means = "the lowest and the highest that any voice gives, as Iraq Body Count keeps them; no best where they differ"

    def fuse(self, accounts: Sequence[Account]) -> Fused:
        voiced, aside = standing_of(accounts)
        lowest = min(voiced, key=lambda each: each.low)
        rest = [each for each in voiced if each is not lowest]
        count = count_of(lowest, voiced, None)
        only = count.low if count.low == count.high else None
        why = "only one voice gives it" if not rest else f"minimum and maximum of {len(voiced)} voices"
        highest = max(voiced, key=lambda each: each.best)
        return Fused(replace(count, best=only), (lowest, *rest), tuple(aside), why, is_disputed(highest, voiced))
