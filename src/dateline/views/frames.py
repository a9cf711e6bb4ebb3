"""Frame rows: relations, strengths, areas and releases, one row a frame with all of its slots."""

from collections.abc import Iterable, Iterator

from dateline.claims.records import Claim, Frame, FrameKind
from dateline.views.cells import resolved
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import File, Plain, Row
from dateline.views.shown import shown_speaker, shown_value, value_columns


def frame_rows(files: Iterable[File], *, names: bool = False) -> Iterator[Row]:
    """Yield one row for every frame that is not an event, with the columns of FRAME_COLUMNS."""
    for file in files:
        for frame in file.frames:
            if frame.kind is not FrameKind.EVENT and frame.claims:
                yield frame_row(file, frame, names=names)


def frame_row(file: File, frame: Frame, *, names: bool = False) -> Row:
    """Return one frame's row; raises ValueError for a frame without claims."""
    document, first = file.document, frame.claims[0]
    hidden = () if names else file.withheld
    return {
        "frame_id": frame.id,
        "kind": frame.kind.value,
        "document_id": document.id,
        "origin": document.origin,
        "source": document.source,
        "published_on": document.published.isoformat() if document.published else None,
        "summary": summary(file, frame, names=names),
        "stance": first.stance.value,
        "speaker": mask(shown_speaker(first.speaker), hidden),
        "hedge": "; ".join(dict.fromkeys(claim.hedge for claim in frame.claims if claim.hedge)) or None,
        "quote": mask(first.quote.text, hidden),
        "confidence": min(claim.confidence for claim in frame.claims),
        "slots": [_slot(file, claim, names=names) for claim in frame.claims],
    }


def summary(file: File, frame: Frame, *, names: bool = False) -> str:
    """Return a frame in a line: `actor: IS-K; kind: part_of; other: IS`."""
    return "; ".join(f"{claim.slot}: {_name(file, claim, names=names)}" for claim in frame.claims)


def _name(file: File, claim: Claim, *, names: bool) -> str:
    if is_private(claim) and not names:
        return WITHHELD
    shown = resolved(file, claim.value)[0] or shown_value(claim.value) or claim.published
    return mask(shown, () if names else file.withheld)


def _slot(file: File, claim: Claim, *, names: bool) -> Plain:
    parts = {name: part for name, part in value_columns(claim.value).items() if part is not None}
    withheld = is_private(claim) and not names
    return {
        "slot": claim.slot,
        "value": _name(file, claim, names=names),
        "reference": None if withheld else resolved(file, claim.value)[1],
        "published": mask(claim.published, () if names else file.withheld),
        **parts,
        "stance": claim.stance.value,
        "hedge": claim.hedge,
        "claim_id": claim.id,
        "quote": mask(claim.quote.text, () if names else file.withheld),
        "start": claim.quote.span.start,
        "end": claim.quote.span.end,
    }
