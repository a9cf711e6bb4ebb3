"""Claim rows: the tidy long table, one row a claim, with its quote, offsets, text hash and coder's stamp."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dateline.actors import Roster
from dateline.claims.records import Claim, Frame, FrameKind
from dateline.events.records import Event
from dateline.views.cast import Wanted, party_of
from dateline.views.cells import resolved
from dateline.views.names import WITHHELD, is_private, mask
from dateline.views.records import Dossier, File, Row
from dateline.views.said import event_brief
from dateline.views.shown import shown_value, value_columns


@dataclass(frozen=True, slots=True)
class Choice:
    """Which claims are wanted; None asks for nothing. Days are ISO 8601, of publication: an undated report has none."""

    stance: str | None = None
    slot: str | None = None
    wanted: Wanted | None = None  # is the claim's value, its speaker, or the actor of its frame
    since: str | None = None
    until: str | None = None

    def takes(self, file: File, claim: Claim) -> bool:
        """Tell whether a claim passes every part but `wanted`."""
        return (
            self.stance in (None, claim.stance.value)
            and self.slot in (None, claim.slot)
            and self._is_published_then(file)
        )

    def _is_published_then(self, file: File) -> bool:
        published = file.document.published
        first, last = (published.first, published.last) if published else (None, None)
        return (self.since is None or (last is not None and last.isoformat() >= self.since)) and (
            self.until is None or (first is not None and first.isoformat() <= self.until)
        )


def chosen_claims(
    readings: Iterable[tuple[File, tuple[Event, ...]]], choice: Choice, roster: Roster, *, names: bool = False
) -> list[Row]:
    """Return the rows of the claims that are wanted, of every kind of frame, by day of publication and place in it.

    The columns are CLAIM_COLUMNS, with `name` and `reference` as the roster has them today, and `event`: what
    `event_brief` says of its event, None outside events. Undated reports come last.
    """
    rows: list[Row] = []
    for file, events in readings:
        event_of = {frame: event for event in events for frame in event.frames}
        followed = {claim for event in events for cell in event.cells for claim in cell.claims}
        for claim in (claim for frame in file.frames for claim in _of_actor(file, frame, choice.wanted, roster)):
            if choice.takes(file, claim):
                row = claim_row(file, claim, names=names) | _today(file, claim, roster)
                event = event_of.get(claim.frame_id)
                if event:
                    row |= {"event_id": event.id, "chosen": claim.id in followed}
                rows.append(row | {"event": event_brief(file, event, names=names) if event else None})
    return sorted(rows, key=_order)


def _of_actor(file: File, frame: Frame, wanted: Wanted | None, roster: Roster) -> Iterable[Claim]:
    """Return the frame's claims that are about an actor, or its own word.

    A frame that is no event is about its actors, and so are all of its claims. Who did an event is a claim among
    others: its deaths are not the actor's.
    """

    def names_it(claim: Claim) -> bool:
        return wanted is None or wanted.is_(party_of(file, claim.value, roster))

    if frame.kind is not FrameKind.EVENT and any(map(names_it, frame.claims)):
        return frame.claims
    return [claim for claim in frame.claims if names_it(claim) or (wanted is not None and wanted.speaks(claim.speaker))]


def _today(file: File, claim: Claim, roster: Roster) -> Row:
    party = party_of(file, claim.value, roster)
    return {"name": party.name, "reference": party.id} if party else {}


def _order(row: Row) -> tuple[str, str, int, str]:
    start = row["highlight_start"]
    return (
        str(row["published_on"] or "9999"),
        str(row["origin"]),
        start if isinstance(start, int) else 0,
        str(row["slot"]),
    )


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
