"""The policy ucdp.v1: the most reliable figure, the lower one where that is no help, as UCDP GED codes.

Where reports differ and none is more reliable, UCDP as a rule takes the lower figure (UCDP GED Codebook, "Fatality
estimates"). What a warring party says of its enemy's dead only raises the high.
"""

from collections.abc import Sequence

from dateline.claims.records import SpeakerKind
from dateline.events.accounts import Account
from dateline.events.policies.bounds import fused
from dateline.events.policies.records import Fused
from dateline.events.policies.standing import standing_of

_STANDING = {  # how reliable a speaker is held to be, 0 most; set by hand
    SpeakerKind.HOSPITAL: 0,
    SpeakerKind.NGO: 0,
    SpeakerKind.AUTHORITY: 0,
    SpeakerKind.AUTHOR: 0,
    SpeakerKind.MEDIA: 1,
    SpeakerKind.WITNESS: 1,
    SpeakerKind.OTHER: 1,
    SpeakerKind.NOBODY_NAMED: 2,
    SpeakerKind.ANONYMOUS: 2,
    SpeakerKind.PERPETRATOR: 3,
    SpeakerKind.RIVAL: 3,
}


class UcdpV1:
    """The lowest figure of the most reliable voices; low and high are those of all that stand."""

    name = "ucdp.v1"
    means = "the lower figure of the most reliable voices, as UCDP takes it; low and high are those of all that stand"

    def fuse(self, accounts: Sequence[Account]) -> Fused:
        standing, aside = standing_of(accounts)
        points = [each for each in standing if each.is_point] or standing
        best = min(points, key=lambda each: (_unreliability(each), each.best))
        why = "only one voice gives it" if len(standing) == 1 else "the lower figure of the most reliable voices"
        return fused(best, standing, aside, why)


def _unreliability(account: Account) -> int:
    return min(_STANDING[claim.speaker.kind] for claim in account.told.claims)
