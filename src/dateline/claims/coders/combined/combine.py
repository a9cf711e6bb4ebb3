"""Combining: the frames of the rules, weighed again with the model's reading, and what only the model says."""

from collections.abc import Sequence
from dataclasses import replace

from dateline.claims.coders.combined.adding import added_claims
from dateline.claims.coders.combined.evidence import said_features
from dateline.claims.coders.combined.records import Table
from dateline.claims.coders.combined.table import weigh_row
from dateline.claims.coders.model.records import DECIMALS, Reading
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import UNSAID, Claim, Frame, FrameKind
from dateline.stamp import Stamp


def combine(page: Page, reading: Reading, frames: Sequence[Frame], table: Table, stamp: Stamp) -> tuple[Frame, ...]:
    """Return the frames with every claim of an event weighed by both coders, and the model's own claims added.

    `stamp` is the model's: its claims carry it, those of the rules keep theirs. Nothing of the rules is dropped.
    """
    events = [frame for frame in frames if frame.kind is FrameKind.EVENT]
    others = [frame for frame in frames if frame.kind is not FrameKind.EVENT]
    added = added_claims(page, reading, events, table, stamp)
    weighed = [_joined(page, reading, frame, added.get(frame.id, ()), table) for frame in events]
    return (*weighed, *others)


def _joined(page: Page, reading: Reading, frame: Frame, added: Sequence[Claim], table: Table) -> Frame:
    said = (_weighed(page, reading, claim, table) for claim in frame.claims)
    return replace(frame, claims=(*said, *added))


def _weighed(page: Page, reading: Reading, claim: Claim, table: Table) -> Claim:
    row = table.said.get(claim.slot)
    if row is None or claim.stance in UNSAID:
        return claim
    confidence = weigh_row(row, said_features(reading, claim))
    return replace(claim, document=page.document, confidence=round(confidence, DECIMALS))
