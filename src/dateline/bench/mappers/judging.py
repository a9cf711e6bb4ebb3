"""Which claims of a report answer keys can judge: whether a careful coder of the same document codes the same value.

A key lists what its task asks for. A claim of which it could say nothing is not known to be wrong: it is not judged.
"""

from collections.abc import Iterator

from dateline.bench.report import Report
from dateline.claims.records import UNSAID, Claim


def told_claims(report: Report) -> Iterator[Claim]:
    """Yield what a report's events that happened are said to be: nothing that is denied, condemned or foreseen."""
    frames = (frame for incident in report.incidents if incident.happened for frame in incident.frames)
    return (claim for frame in frames for claim in frame.claims if claim.stance not in UNSAID)
