"""The policy conservative.v1: the most conservative estimate, as ACLED codes (ACLED Codebook, "Fatalities")."""

from collections.abc import Sequence

from dateline.events.accounts import Account
from dateline.events.policies.bounds import fused
from dateline.events.policies.records import Fused
from dateline.events.policies.standing import standing_of


class ConservativeV1:
    """Where reports differ or are vague the lowest is taken; a source's own revision, up or down, replaces its own."""

    name = "conservative.v1"
    means = "the lowest figure of all voices, as ACLED takes it; low and high are those of all that stand"

    def fuse(self, accounts: Sequence[Account]) -> Fused:
        standing, aside = standing_of(accounts)
        points = [each for each in standing if each.is_point] or standing
        best = min(points, key=lambda each: (each.low, not each.is_stated))
        why = "only one voice gives it" if len(standing) == 1 else f"the lowest of {len(standing)} voices"
        return fused(best, standing, aside, why)
