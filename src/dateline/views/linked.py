"""Linked: an event computed from the accounts that tell of it, as its links and people's rulings have it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from dateline.actors import Roster
from dateline.claims.records import Frame
from dateline.codebook import Codebook
from dateline.events import reconcile
from dateline.events.records import Event
from dateline.store import Gathered, Kept, Store
from dateline.views.files import dossier, file
from dateline.views.records import Dossier, File
from dateline.views.reviewed import reviewed
from dateline.views.rulings import Rulings, ruled

_AT_HAND = 64  # documents: those of one large event, or of some neighbouring ones; memory stays flat


class Shelf:
    """The documents that were read last, with what was made of them.

    `take` returns a document and its file as people judged its actors; None if there is no such document.
    """

    def __init__(self, store: Store, roster: Roster | None = None) -> None:
        self._store = store
        self._roster = roster if roster is not None and roster.is_judged else None
        self.take = lru_cache(_AT_HAND)(self._fetch)

    def _fetch(self, document_id: str) -> tuple[Kept, File] | None:
        kept = self._store.kept(document_id)
        if kept is None:
            return None
        kept = reviewed(kept, self._roster) if self._roster is not None else kept
        return kept, file(kept.document, kept.frames, mentions=kept.mentions, places=kept.places, actors=kept.actors)


@dataclass(frozen=True, slots=True)
class Reading:
    """How events are computed: by which policy, with which rulings of people."""

    codebook: Codebook
    rulings: Rulings
    policy: str


def linked(gathered: Gathered, shelf: Shelf, reading: Reading) -> Dossier | None:
    """Return the dossier of an event; None where nothing of what its accounts tell is left."""
    taken = [found for each in gathered.accounts if (found := shelf.take(each.document_id)) is not None]
    kept = {each.document.id: (each, filed) for each, filed in taken}
    wanted = {each.id for each in gathered.accounts}
    accounts = tuple(event for each, _ in kept.values() for event in each.events if event.id in wanted)
    frames = {frame.id: frame for each, _ in kept.values() for frame in each.frames}
    told = [frames[name] for account in accounts for name in account.frames if name in frames]
    if not told:
        return None
    event = replace(_reconciled(gathered.event, told, [each for each, _ in kept.values()], reading), id=gathered.event)
    claims = [claim for frame in told for claim in frame.claims]
    event = ruled(event, reading.rulings, claims, reading.codebook)
    holding = {frame.id: filed for each, filed in kept.values() for frame in each.frames}
    made = dossier(event, holding)
    return replace(made, accounts=accounts, ruling=reading.rulings.events.get(gathered.event))


def _reconciled(event_id: str, frames: Sequence[Frame], kept: Sequence[Kept], reading: Reading) -> Event:
    return reconcile(
        frames,
        places={each.mention_id: each for whole in kept for each in whole.places},
        actors={each.mention_id: each for whole in kept for each in whole.actors},
        codebook=reading.codebook,
        documents={each.document.id: each.document for each in kept},
        policy=reading.policy,
        rejected=frozenset(reading.rulings.claims),
        pinned=reading.rulings.pinned(event_id),
    )
