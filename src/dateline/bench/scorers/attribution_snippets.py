"""Snippets that report who claims, denies or accuses: how many give such a claim, and how many others do too."""

from collections.abc import Sequence

import numpy as np

from dateline.bench.bootstrap import interval, percentage
from dateline.bench.records import Row
from dateline.claims.records import Stance
from dateline.pipeline import Coded, Failed

ATTRIBUTION = "ATTRIB"  # the label of CASE 2021 for snippets about who is responsible
SIDED = frozenset({Stance.CLAIMED, Stance.DENIED, Stance.ACCUSED, Stance.ACCUSED_BY_AUTHORITIES})


def rows(outcomes: Sequence[Coded | Failed], labels: Sequence[str]) -> tuple[Row, ...]:
    """Return the share of attribution snippets with a sided claim in any frame, and of all others, in percent.

    A claim is sided if somebody claims, is accused of or denies it. A snippet has one label, so another that gives
    such a claim is not wrong for it: many tell of a bombing and of who claimed it. A failed snippet gives none.
    """
    sided = [is_sided(outcome) for outcome in outcomes]
    wanted = [hit for hit, label in zip(sided, labels, strict=True) if label == ATTRIBUTION]
    others = [hit for hit, label in zip(sided, labels, strict=True) if label != ATTRIBUTION]
    return (
        _share("attribution.case2021.recall", wanted, "snippets labelled ATTRIB with a claim, denial or accusation"),
        _share("attribution.case2021.others", others, "snippets of all other labels with one: they may say so too"),
    )


def is_sided(outcome: Coded | Failed) -> bool:
    frames = outcome.frames if isinstance(outcome, Coded) else ()
    return any(claim.stance in SIDED for frame in frames for claim in frame.claims)


def _share(metric: str, hits: Sequence[bool], note: str) -> Row:
    if not hits:
        return Row(metric, None, note="no such snippets")
    table = np.array([[hit, 1] for hit in hits], dtype=np.float64)
    return Row(metric, *interval(table, percentage), len(hits), note=note)
