"""The store of one casebook: what goes in, one transaction a document, and what comes out, as records."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from dateline.claims.records import Claim, Frame
from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.events.records import Event
from dateline.judgement import Judgement, Numbered, numbered
from dateline.sources.records import Capture
from dateline.stamp import Stamp
from dateline.store import log, read, seek, verify, write
from dateline.store.faults import explained
from dateline.store.horizon import Horizon
from dateline.store.linkbook import Links
from dateline.store.records import Failure, Fault, Kept, Stats

_SHOWN = 5  # ids named in a message about a prefix that fits several events


def _utc_now() -> datetime:
    return datetime.now(UTC)


class Store:
    """A casebook's store. Open it with `open_store`; close it, or use it in a `with` block.

    Every method raises StoreError where the database is locked, full, read-only or damaged, with what to do.
    """

    def __init__(
        self, engine: Engine, *, clock: Callable[[], datetime] = _utc_now, horizon: Horizon | None = None
    ) -> None:
        self._engine = engine
        self._clock = clock
        self.url = engine.url.render_as_string(hide_password=True)
        self.horizon = horizon or Horizon()
        self.links = Links(self._reading, self._writing, clock)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._engine.dispose()

    def within(self, horizon: Horizon) -> "Store":
        """Return this store as it is seen within a horizon; to be closed by closing this one."""
        return Store(self._engine, clock=self._clock, horizon=horizon)

    def begin_run(self, stamp: Stamp) -> int:
        """Record that a run begins; return its number."""
        with self._writing() as connection:
            return write.begin_run(connection, stamp, self._clock())

    def end_run(self, run: int, counts: Mapping[str, int]) -> None:
        """Record that a run came to its end, with what it counted."""
        with self._writing() as connection:
            write.end_run(connection, run, self._clock(), counts)

    def write_capture(self, capture: Capture) -> None:
        """Keep the record of bytes that came; the same bytes are kept once."""
        with self._writing() as connection:
            write.write_capture(connection, capture)

    def write_document(self, document: Document, *, run: int, copy_key: str) -> bool:
        """Keep a document that is to be coded later; return False if it is kept already."""
        with self._writing() as connection:
            return write.write_document(connection, document, run=run, copy_key=copy_key)

    def write_coded(self, coded: write.Parts, stamp: Stamp, *, run: int, copy_key: str | None = None) -> bool:
        """Keep a document and all that was made of it, in one transaction.

        Returns False, having written nothing, if the document has a coding of this stamp already.
        """
        with self._writing() as connection:
            write.write_document(connection, coded.document, run=run, copy_key=copy_key)
            return write.write_parts(connection, coded, stamp, run=run)

    def write_copy(self, document: Document, original_id: str, *, run: int, copy_key: str) -> None:
        """Keep a document whose text is that of another one; it is not coded."""
        with self._writing() as connection:
            write.write_document(connection, document, run=run, copy_key=copy_key, copy_of=original_id)

    def write_failure(
        self, failure: Failure, document: Document | None = None, *, run: int, copy_key: str | None = None
    ) -> None:
        """Keep what could not be read or coded, with the document where there is one."""
        with self._writing() as connection:
            if document is not None:
                write.write_document(connection, document, run=run, copy_key=copy_key)
            log.write_failure(connection, failure, run=run)

    def write_judgement(self, judgement: Judgement) -> str:
        """Add a judgement to the end of the log; return its hash, which covers every judgement before it."""
        with self._writing() as connection:
            return log.append_judgement(connection, judgement)

    def judge(self, judgement: Judgement) -> Numbered:
        """Add a judgement to the end of the log; return it with its number there."""
        with self._writing() as connection:
            log.append_judgement(connection, judgement)
            return Numbered(log.count(connection), judgement)

    def is_coded(self, document_id: str, stamp: Stamp) -> bool:
        """Tell whether a document has a coding of this stamp."""
        with self._reading() as connection:
            return read.is_coded(connection, document_id, stamp)

    def get_original(self, document_id: str, copy_key: str) -> str | None:
        """Return the id of the document that this one repeats; None if it is an original or the first of its text."""
        with self._reading() as connection:
            return read.get_original(connection, document_id, copy_key)

    def documents(self) -> Iterator[Document]:
        """Yield every document, copies too, in order of arrival; memory stays flat."""
        after = 0
        while page := self._document_page(after):
            yield from (document for _, document in page)
            after = page[-1][0]

    def document(self, document_id: str) -> Document | None:
        with self._reading() as connection:
            return read.document(connection, document_id)

    def kept(self, document_id: str) -> Kept | None:
        """Return a document with all that its newest coding made of it; None if there is no such document."""
        with self._reading() as connection:
            return read.kept(connection, document_id)

    def frames(self, document_id: str) -> tuple[Frame, ...]:
        """Return the frames of a document's newest coding, each claim made anew against the text."""
        with self._reading() as connection:
            document = read.document(connection, document_id)
            return read.frames(connection, document) if document else ()

    def events(self, *, document_id: str | None = None) -> Iterator[Event]:
        """Yield the events, of one document or of all, in the order of coding; memory stays flat."""
        after = (0, 0)
        while page := self._event_page(after, document_id):
            yield from (event for _, event in page)
            after = page[-1][0]

    def event(self, event_id: str) -> Event:
        """Return the event with this id, or with the only id that begins so; raises InputError otherwise."""
        with self._reading() as connection:
            found = read.events_starting(connection, event_id, _SHOWN + 1)
        if not found:
            raise InputError(f"no event's id begins with {event_id!r}; `dateline events` lists them.")
        if len(found) > 1 and found[0].id != event_id:
            shown = ", ".join(event.id for event in found[:_SHOWN])
            raise InputError(f"{event_id!r} begins the ids of several events: {shown}. Give more of it.")
        return found[0]

    def claims_of(self, event: Event) -> tuple[Claim, ...]:
        """Return every claim of an event's frames, chosen or set aside, in the coder's order."""
        with self._reading() as connection:
            return read.claims_of_frames(connection, event.frames)

    def claims(self, claim_ids: Iterable[str]) -> tuple[Claim, ...]:
        """Return the claims with these ids, in this order; an id that is not there is left out."""
        with self._reading() as connection:
            return read.claims(connection, list(claim_ids))

    def claim(self, claim_id: str) -> Claim:
        """Return the claim with this id, or with the only id that begins so; raises InputError otherwise."""
        with self._reading() as connection:
            found = read.claims_starting(connection, claim_id, _SHOWN + 1)
        if not found:
            raise InputError(f"no claim's id begins with {claim_id!r}; `dateline trail EVENT` shows them.")
        if len(found) > 1 and found[0].id != claim_id:
            shown = ", ".join(claim.id for claim in found[:_SHOWN])
            raise InputError(f"{claim_id!r} begins the ids of several claims: {shown}. Give more of it.")
        return found[0]

    def documents_of(self, event: Event) -> tuple[str, ...]:
        """Return the ids of the documents that report an event: those of its frames, then their copies."""
        with self._reading() as connection:
            return read.documents_of_frames(connection, event.frames)

    def copies_of(self, document_ids: Iterable[str]) -> tuple[tuple[str, Document], ...]:
        """Return the copies of these documents, each with the id of its original."""
        with self._reading() as connection:
            return read.copies_of(connection, list(document_ids))

    def spelled(self) -> tuple[seek.Spelled, ...]:
        """Return every spelling of every actor and country that the newest codings name, the most frequent first."""
        with self._reading() as connection:
            return seek.spelled(connection)

    def document_ids(self, sought: seek.Sought) -> tuple[str, ...]:
        """Return the ids of the documents that hold what is sought, in order of arrival."""
        with self._reading() as connection:
            return seek.document_ids(connection, sought)

    def failures(self) -> tuple[Failure, ...]:
        """Return what could not be read or coded and has not been coded by a later run, oldest first."""
        with self._reading() as connection:
            return log.failures(connection)

    def judgements(self) -> tuple[Judgement, ...]:
        """Return the whole log; raises StoreError where a judgement was altered or taken out."""
        with self._reading() as connection:
            return log.judgements(connection)

    def log(self) -> tuple[Numbered, ...]:
        """Return the judgements that the horizon lets see, with their numbers in the whole log."""
        return tuple(each for each in numbered(self.judgements()) if self.horizon.sees(each.judgement.made_at))

    def stats(self) -> Stats:
        """Return how much the store holds."""
        with self._reading() as connection:
            return read.stats(connection)

    def faults(self) -> Iterator[Fault]:
        """Yield all that is not as it must be: in the log, the links, the texts and the quotes."""
        for look in (verify.faults_of_log, verify.faults_of_links, verify.faults_of_items):
            with self._reading() as connection:
                yield from list(look(connection))
        after: int | None = 0
        while after is not None:
            after, found = self._faults_after(after)
            yield from found

    def _faults_after(self, after: int) -> tuple[int | None, list[Fault]]:
        with self._reading() as connection:
            page = verify.document_page(connection, after)
            found = [fault for _, row in page for fault in verify.faults_of_document(connection, row)]
        return (page[-1][0] if page else None), found

    def _document_page(self, after: int) -> list[tuple[int, Document]]:
        with self._reading() as connection:
            return read.document_page(connection, after)

    def _event_page(self, after: tuple[int, int], document_id: str | None) -> list[tuple[tuple[int, int], Event]]:
        with self._reading() as connection:
            return read.event_page(connection, after, document_id)

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self.url), self._engine.connect() as plain:
            connection = plain.execution_options(horizon=self.horizon)
            with connection.begin():
                yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self.url), self._engine.connect() as plain:
            connection = plain.execution_options(writing=True)
            with connection.begin():
                yield connection
