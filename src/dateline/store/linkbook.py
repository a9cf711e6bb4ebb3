"""The link book of a store: which accounts tell of which event; read, and written a transaction at a time."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime

from sqlalchemy import Connection

from dateline.linkage.records import Item
from dateline.store import items, linking, links
from dateline.store.records import Account, Gathered, Link

Opening = Callable[[], AbstractContextManager[Connection]]


class Links:
    """What a store knows of events and their accounts. `Store.links` is one; it reads within the store's horizon."""

    def __init__(self, reading: Opening, writing: Opening, clock: Callable[[], datetime]) -> None:
        self._reading = reading
        self._writing = writing
        self._clock = clock

    def page(self) -> Iterator[Gathered]:
        """Yield every event with its accounts, in the order in which their first documents arrived; memory is flat."""
        after: int | None = 0
        while after is not None:
            with self._reading() as connection:
                after, events = links.page(connection, after)
            yield from events

    def resolve(self, asked: str) -> str:
        """Return the id of the event that an id, or its beginning, names: an event's, an account's, a former one.

        Raises InputError where it names none, or several.
        """
        with self._reading() as connection:
            return links.resolve(connection, asked)

    def lead(self, known: str) -> str | None:
        """Return the event that a whole id leads to, None where it leads to none."""
        with self._reading() as connection:
            return links.lead(connection, known)

    def members(self, event: str) -> tuple[Account, ...]:
        """Return the accounts of an event in order of arrival."""
        with self._reading() as connection:
            return tuple(links.members(connection, [event])[event])

    def accounts_of(self, document_id: str) -> tuple[Account, ...]:
        """Return the accounts that a document's newest coding tells."""
        with self._reading() as connection:
            return tuple(links.accounts_of(connection, document_id))

    def current(self, accounts: Iterable[str]) -> Mapping[str, Link]:
        """Return the link of each account that has one."""
        with self._reading() as connection:
            return links.current(connection, accounts)

    def events_of(self, accounts: Sequence[str]) -> Mapping[str, str]:
        """Return the event of each account: its own where it is not linked."""
        with self._reading() as connection:
            return links.events_of(connection, accounts)

    def history(self, accounts: Iterable[str]) -> tuple[Link, ...]:
        """Return every link that these accounts ever had, oldest first."""
        with self._reading() as connection:
            return tuple(links.history(connection, accounts))

    def former(self, event: str) -> tuple[str, ...]:
        """Return the ids that once named events of their own and now lead to this one."""
        with self._reading() as connection:
            accounts = [each.id for each in links.members(connection, [event])[event]]
            return links.former(connection, event, accounts)

    def told_as(self, accounts: Iterable[str]) -> Mapping[str, str | None]:
        """Return for each account the one that tells it today: itself, or after its document was coded anew another."""
        with self._reading() as connection:
            return links.told_as(connection, list(accounts))

    def in_doubt(self) -> tuple[Link, ...]:
        """Return the links that wait for review, the most doubtful first."""
        with self._reading() as connection:
            return tuple(links.in_doubt(connection))

    def settled(self) -> int:
        """Return the number of the last judgement that the links follow; 0 where they follow none yet."""
        with self._reading() as connection:
            return linking.settled(connection)

    def waiting(self) -> tuple[Account, ...]:
        """Return the accounts that were entered and are still to be placed, in order."""
        with self._reading() as connection:
            return tuple(items.waiting(connection))

    def placed(self) -> Iterator[tuple[Item, str]]:
        """Yield every placed item with its event, in the order of placing."""
        with self._reading() as connection:
            yield from items.placed(connection)

    @contextmanager
    def index(self) -> Iterator[items.StoredIndex]:
        """Open what is placed for looking for like accounts, not for placing."""
        with self._reading() as connection:
            yield items.StoredIndex(connection)

    def count(self) -> int:
        """Return how many accounts are placed."""
        with self._reading() as connection:
            return items.count(connection)

    @contextmanager
    def placing(self, run: int) -> "Iterator[Placing]":
        """Open one transaction of linking: all of it is written, or nothing."""
        with self._writing() as connection:
            yield Placing(connection, run, self._clock())


class Placing:
    """One transaction of linking."""

    def __init__(self, connection: Connection, run: int, at: datetime) -> None:
        self._connection = connection
        self._run = run
        self._at = at
        self.index = items.StoredIndex(connection)

    def enter_anew(self, *, by: str) -> None:
        """Enter what the codings since the last time tell; say of what they no longer tell that it is gone."""
        documents, told = linking.told_anew(self._connection)
        still = {each.id for each in told}
        for each in items.entered(self._connection, documents):
            if each.id not in still:
                self._withdraw(each, by=by)
        items.enter(self._connection, told)

    def keep(self, placed: Iterable[tuple[Item, str]]) -> None:
        """Write entered items that were placed by another index than this transaction's."""
        items.put(self._connection, placed)

    def link(self, made: Iterable[Link]) -> int:
        """Write the links that say something new; return how many."""
        return linking.write_links(self._connection, made, run=self._run, at=self._at)

    def settle(self, number: int) -> None:
        """Say that the links follow the judgements up to this number."""
        linking.settle(self._connection, number)

    def take_all_out(self) -> None:
        """Take every account out, as if nothing had been placed; the links stay until new ones are made."""
        items.take_all_out(self._connection)

    def _withdraw(self, account: Account, *, by: str) -> None:
        """Say that an account is gone, and where its id leads from now on."""
        items.drop(self._connection, [account.id])
        self.link([Link(account.id, None, by)])
        heir = linking.heir_of(self._connection, account)
        why = "its document was coded anew"
        linking.write_redirect(self._connection, account.id, heir, at=self._at, why=why)
