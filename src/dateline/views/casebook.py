"""Reading a casebook's store: every document's file, every event's dossier, as of any moment; memory stays flat."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property, lru_cache

from dateline.actors import Roster
from dateline.claims.records import Claim
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.events import POLICIES
from dateline.events.records import Event
from dateline.store import Failure, Fault, Gathered, Horizon, Link, Sought, Spelled, Stats, Store, open_store
from dateline.views.linked import Reading, Shelf, linked
from dateline.views.records import Dossier, File
from dateline.views.rulings import rulings_of

__all__ = [
    "DEFAULT_POLICY",
    "Failure",
    "Fault",
    "Holdings",
    "Horizon",
    "Link",
    "Sought",
    "Stats",
    "open_holdings",
]  # the store's own records, for those who may not open it

DEFAULT_POLICY = POLICIES[0]
_AT_HAND = 64  # events that were computed last: neighbouring documents tell of the same ones


class Holdings:
    """What a casebook's store holds, to be read; nothing here writes.

    With a roster on which people judged names or merged actors, everything is shown as they judged. `policy` is how
    events are reconciled. What was judged of events is shown as it was judged.
    """

    def __init__(self, store: Store, roster: Roster | None = None, *, policy: str = DEFAULT_POLICY) -> None:
        self._store = store
        self._shelf = Shelf(store, roster)
        self._policy = policy
        self._dossier = lru_cache(_AT_HAND)(self._linked)

    @cached_property
    def _reading(self) -> Reading:
        return Reading(load_codebook(), rulings_of(self._store.log(), self._store.links.lead), self._policy)

    def files(self) -> Iterator[File]:
        """Yield the file of every document, in order of arrival."""
        for document in self._store.documents():
            taken = self._shelf.take(document.id)
            if taken is not None:
                yield taken[1]

    def files_about(self, sought: Sought) -> Iterator[tuple[File, tuple[Event, ...]]]:
        """Yield the file of each document that holds what is sought, in order of arrival, with its events.

        An event that several documents tell of is whole beside each of them: the claims of all decide its cells.
        """
        for document_id in self._store.document_ids(sought):
            taken = self._shelf.take(document_id)
            if taken is not None:
                events = self._store.links.events_of([event.id for event in taken[0].events])
                found = (self._dossier(event) for event in dict.fromkeys(events.values()))
                yield taken[1], tuple(each.event for each in found if each is not None and not each.is_rejected)

    def spelled(self) -> tuple[Spelled, ...]:
        """Return every spelling of every actor and country that the documents name, the most frequent first."""
        return self._store.spelled()

    def dossiers(self, *, rejected: bool = False) -> Iterator[Dossier]:
        """Yield the dossier of every event, in the order in which their first documents arrived.

        Events that a person rejected are left out unless they are asked for.
        """
        for gathered in self._store.links.page():
            found = linked(gathered, self._shelf, self._reading)
            if found is not None and (rejected or not found.is_rejected):
                yield found

    def dossier(self, event_id: str) -> Dossier:
        """Return the event that an id names, or its beginning: an event's, an account's, one that led elsewhere since.

        Raises InputError where it names none, or several.
        """
        event = self._store.links.resolve(event_id)
        found = self._dossier(event)
        if found is None:
            raise InputError(f"event {event} is gone: people judged that what it tells of is no event.")
        return found

    def lead(self, event_id: str) -> str | None:
        """Return the event that a whole id leads to, None where it leads to none."""
        return self._store.links.lead(event_id)

    def links(self, dossier: Dossier) -> dict[str, Link]:
        """Return the link of each account of an event that has one."""
        return dict(self._store.links.current(account.id for account in dossier.accounts))

    def in_doubt(self) -> Iterator[tuple[Dossier, Link]]:
        """Yield the links that wait for review, the most doubtful first, each with the event that it leads to."""
        for link in self._store.links.in_doubt():
            dossier = self._dossier(link.event) if link.event is not None else None
            if dossier is not None:
                yield dossier, link

    def copies(self, dossier: Dossier) -> tuple[tuple[str, Document], ...]:
        """Return the copies of an event's documents, each with the id of its original."""
        return self._store.copies_of(file.document.id for file in dossier.files)

    def former(self, dossier: Dossier) -> tuple[str, ...]:
        """Return the ids that once named events of their own and now lead to this one."""
        return self._store.links.former(dossier.event.id)

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with this id, or with the only id that begins so; raises InputError otherwise."""
        return self._store.claim(claim_id)

    def faults(self) -> Iterator[Fault]:
        """Yield all that is not as it must be in the store: the log, the links, the texts and the quotes."""
        return self._store.faults()

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read or coded, oldest first."""
        return self._store.failures()

    def stats(self) -> Stats:
        """Return how much the store holds."""
        return self._store.stats()

    def _linked(self, event: str) -> Dossier | None:
        return linked(Gathered(event, self._store.links.members(event)), self._shelf, self._reading)


@contextmanager
def open_holdings(
    url: str, roster: Roster | None = None, *, horizon: Horizon | None = None, policy: str = DEFAULT_POLICY
) -> Iterator[Holdings]:
    """Open the store at a SQLAlchemy URL for reading; raises StoreError where it cannot be.

    Within a horizon it is read as it stood at a moment, or as far as it was published by a day.
    """
    with open_store(url) as store:
        yield Holdings(store.within(horizon or Horizon()), roster, policy=policy)
