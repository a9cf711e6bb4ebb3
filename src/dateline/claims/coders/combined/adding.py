"""Adding: what the model alone says of an event that the rules have found, as claims with its stamp."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.claims.coders.combined.anchors import nearest_event, words_of
from dateline.claims.coders.combined.evidence import ROLES, marked_features
from dateline.claims.coders.combined.records import Anchored, Table
from dateline.claims.coders.combined.table import weigh_row
from dateline.claims.coders.model.candidates import find_candidates
from dateline.claims.coders.model.framing import claim_of
from dateline.claims.coders.model.records import DECIMALS, Candidate, Reading
from dateline.claims.coders.rules.confidence.standings import key_of
from dateline.claims.coders.rules.framer import Framer
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import Claim, Frame
from dateline.stamp import Stamp


def added_claims(
    page: Page, reading: Reading, frames: Sequence[Frame], table: Table, stamp: Stamp
) -> Mapping[str, list[Claim]]:
    """Return, by frame, the claims of which the rules say nothing and the table thinks enough; each value once."""
    found: dict[str, list[Claim]] = {}
    told = {(frame.id, key_of(claim)) for frame in frames for claim in frame.claims}
    for candidate, anchored, features in unclaimed(page, reading, frames):
        row = table.marked.get(candidate.filler.slot)
        confidence = round(weigh_row(row, features), DECIMALS) if row else 0.0
        if row and confidence >= row.least:
            framer = Framer(page, anchored.frame.id, stamp)
            claim = claim_of(framer, reading, candidate, confidence)
            key = (claim.frame_id, key_of(claim))
            if key not in told:
                told.add(key)
                found.setdefault(claim.frame_id, []).append(claim)
    return found


def unclaimed(
    page: Page, reading: Reading, frames: Sequence[Frame]
) -> Iterator[tuple[Candidate, Anchored, dict[str, float]]]:
    """Yield the marked spans that no frame has in their slot yet, each with its likeliest event and its features."""
    claimed = {(claim.slot, piece) for frame in frames for claim in frame.claims for piece in _pieces(reading, claim)}
    events = [words_of(page, reading, frame) for frame in frames]
    for candidate in find_candidates(page, reading):
        first, role = candidate.marked.first, candidate.marked.role
        if any((slot, first) in claimed for slot, roles in ROLES.items() if role in roles):
            continue
        anchored = nearest_event(page, reading, candidate, events)
        if anchored is not None:
            sentence = page.sentence(candidate.filler.head).span
            yield candidate, anchored, marked_features(reading, candidate, anchored, sentence)


def _pieces(reading: Reading, claim: Claim) -> range:
    inside = reading.pieces(claim.highlight.span)
    return range(inside.start, inside.stop)
