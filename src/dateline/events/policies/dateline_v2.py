"""The policy dateline.v2, the default: the upper median of independent voices that still stand."""

from collections.abc import Sequence

from dateline.events.accounts import COPY, Account, one_a_source, without_overtaken
from dateline.events.policies.bounds import figures_of, fused, highest_bound, upper_median
from dateline.events.policies.records import Fused
from dateline.events.policies.standing import one_a_count


class DatelineV2:
    """One figure a voice, its latest; early figures of a toll that rose and counts of a part fall away.

    Two sorts of figures have no vote, but a place in the range: one that its source has corrected, since what a source
    counts later is not always a correction; and one person beside a larger total ("a boy was killed"), since a report
    of a single death does not say that there were others.
    """

    name = "dateline.v2"
    means = "the upper median of independent voices, each with its latest figure; low and high of all not overtaken"

    def fuse(self, accounts: Sequence[Account]) -> Fused:
        counting, aside = one_a_count(accounts)
        current, overtaken = without_overtaken(counting)
        standing, corrected = one_a_source(current)
        singles = [each for each, why in aside if each.high == 1 and why != COPY]
        figures = figures_of(standing)
        best = upper_median(figures) if any(each.is_point for each in figures) else highest_bound(figures)
        why = "only one voice gives it" if len(standing) == 1 else f"the upper median of {len(standing)} voices"
        return fused(best, standing, [*aside, *overtaken, *corrected], why, ranging=[*current, *singles])
