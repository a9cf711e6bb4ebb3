"""Claim rows: the tidy long table, one row a claim, with its quote, offsets, text hash and coder's stamp."""

from collections.abc import Iterable, Iterator

from dateline.claims.records import Claim
from dateline.views.cells import resolved
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import Dossier, File, Row
from dateline.views.shown import shown_value, value_columns


def claim_rows(dossiers: Iterable[Dossier], *, names: bool = False) -> Iterator[Row]:
    """Yield one row for every claim of every event, chosen or set aside, with the columns of CLAIM_COLUMNS."""
    for dossier in dossiers:
        chosen = {claim_id for cell in dossier.event.cells for claim_id in cell.claims}
        for claim in dossier.claims.values():
            row = claim_row(dossier.file_of(claim), claim, names=names)
            yield row | {"event_id": dossier.event.id, "chosen": claim.id in chosen}


def claim_row(file: File, claim: Claim, *, names: bool = False) -> Row:
    """Return the tidy row of one claim; event_id and chosen are None until an event is known."""
    document = file.document
    kinds = {frame.id: frame.kind.value for frame in file.frames}
    hidden = () if names else file.withheld
    name, reference = resolved(file, claim.value)
    withheld = not names and is_private(claim)
    return {
        "claim_id": claim.id,
        "event_id": None,
        "frame_id": claim.frame_id,
        "frame_kind": kinds.get(claim.frame_id),
        "document_id": document.id,
        "origin": document.origin,
        "source": document.source,
        "published_on": document.published.isoformat() if document.published else None,
        "slot": claim.slot,
        "published": mask(claim.published, hidden),
        "value": WITHHELD if withheld else mask(shown_value(claim.value), hidden) or None,
        "name": None if withheld else name,
        "reference": None if withheld else reference,
        **value_columns(claim.value),
        "speaker_kind": claim.speaker.kind.value,
        "speaker": mask(claim.speaker.name, hidden) if claim.speaker.name else None,
        "stance": claim.stance.value,
        "hedge": claim.hedge,
        "chosen": None,
        "quote": mask(claim.quote.text, hidden),
        "start": claim.quote.span.start,
        "end": claim.quote.span.end,
        "highlight": mask(claim.highlight.text, hidden),
        "highlight_start": claim.highlight.span.start,
        "highlight_end": claim.highlight.span.end,
        "text_hash": document.text_hash,
        "coder": claim.stamp.coder,
        "coder_version": claim.stamp.version,
        "config_hash": claim.stamp.config_hash,
        "confidence": claim.confidence,
    }
