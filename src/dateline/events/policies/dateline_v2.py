"""The policy dateline.v2, the default: the upper median of independent voices that still stand."""

from collections.abc import Sequence

from dateline.events.accounts import Account, without_overtaken
from dateline.events.policies.bounds import figures_of, fused, highest_bound, upper_median
from dateline.events.policies.records import Fused
from dateline.events.policies.standing import standing_of


class DatelineV2:
    """One figure a voice, its latest; early figures of a toll that rose and counts of a part fall away."""

    name = "dateline.v2"
    means = "the upper median of independent voices, each with its latest figure; low and high of all that stand"

    def fuse(self, accounts: Sequence[Account]) -> Fused:
        voiced, aside = standing_of(accounts)
        standing, overtaken = without_overtaken(voiced)
        figures = figures_of(standing)
        best = upper_median(figures) if any(each.is_point for each in figures) else highest_bound(figures)
        why = "only one voice gives it" if len(standing) == 1 else f"the upper median of {len(standing)} voices"
        return fused(best, standing, [*aside, *overtaken], why)
