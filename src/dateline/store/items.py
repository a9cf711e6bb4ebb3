"""Items: what linkage compares, kept so that one account is found among a million by equality of keys alone."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, Integer, bindparam, delete, func, insert, select, update

from dateline.linkage.block import LIMIT, LONGEST, asked_keys, kept_keys, ranked
from dateline.linkage.records import Item
from dateline.store import link_schema
from dateline.store.items_json import pack, unpack
from dateline.store.portions import some_of
from dateline.store.records import Account

_LONG_AGO = 400  # days: as `dateline.linkage.block` cuts a long list
_UNKNOWN = 0  # day of what nobody dates
_OF_KEY = select(link_schema.link_keys.c.day, link_schema.link_keys.c.item).where(
    link_schema.link_keys.c.key == bindparam("key"),
    link_schema.link_keys.c.day.between(bindparam("first"), bindparam("last")),
)
_LATER = _OF_KEY.order_by(link_schema.link_keys.c.day).limit(bindparam("many", type_=Integer))
_EARLIER = _OF_KEY.order_by(link_schema.link_keys.c.day.desc()).limit(bindparam("many", type_=Integer))
_PAGE = 1000  # items read at once


class StoredIndex:
    """The index of what is placed, in the tables of a store; lives as long as one transaction.

    An account is entered before it is placed. What is asked for by keys is found without reading any item.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._events: dict[str, str] = {}  # of the accounts that were found: nobody else writes meanwhile

    def near(self, item: Item, limit: int = LIMIT) -> list[Item]:
        asked = asked_keys(item)
        numbers = [int(each) for each in ranked(asked, _found(self._connection, item, asked), limit + 1)]
        return [each for each in self._items(numbers) if each.id != item.id][:limit]

    def add(self, item: Item, cluster: str) -> None:
        put(self._connection, [(item, cluster)])
        self._events[item.id] = cluster

    def move(self, moved: Mapping[str, str]) -> None:
        items = link_schema.link_items
        for account, event in moved.items():
            self._connection.execute(update(items).where(items.c.account == account).values(event=event))
            self._events[account] = event

    def cluster_of(self, item_id: str) -> str | None:
        if item_id in self._events:
            return self._events[item_id]
        items = link_schema.link_items
        event: str | None = self._connection.scalar(select(items.c.event).where(items.c.account == item_id))
        return event

    def members(self, cluster: str) -> list[Item]:
        items, packs = link_schema.link_items, link_schema.link_packs
        query = select(items.c.account, packs.c.packed).join(packs, packs.c.item == items.c.id)
        rows = self._connection.execute(query.where(items.c.event == cluster).order_by(items.c.id))
        return [unpack(row.account, row.packed) for row in rows]

    def _items(self, numbers: Sequence[int]) -> list[Item]:
        items, packs = link_schema.link_items, link_schema.link_packs
        query = select(items, packs.c.packed).join(packs, packs.c.item == items.c.id)
        rows = self._connection.execute(query.where(items.c.id.in_(numbers))).all()
        self._events |= {row.account: row.event for row in rows}
        found = {row.id: unpack(row.account, row.packed) for row in rows}
        return [found[each] for each in numbers]


def _found(connection: Connection, item: Item, asked: Mapping[int, float]) -> dict[int, list[str]]:
    """Return the numbers of the placed items under each key; of a long list only those told nearest to the item.

    Numbers are as text, as ids are to linkage.
    """
    keys = link_schema.link_keys
    many: dict[int, int] = {}
    for some in some_of(asked):
        counted = select(keys.c.key, func.count().label("many")).where(keys.c.key.in_(some)).group_by(keys.c.key)
        many |= {row.key: row.many for row in connection.execute(counted).all()}
    found: dict[int, list[str]] = {}
    for some in some_of(key for key, number in many.items() if number <= LONGEST):
        for key, number in connection.execute(select(keys.c.key, keys.c.item).where(keys.c.key.in_(some))).all():
            found.setdefault(key, []).append(str(number))
    for key in (key for key, number in many.items() if number > LONGEST):
        found[key] = [str(number) for number in _nearest(connection, key, _day(item))]
    return found


def _nearest(connection: Connection, key: int, day: int) -> list[int]:
    """Return the items of a long list that were told nearest to a day; the latest, where it is not known."""
    if day == _UNKNOWN:
        keys = link_schema.link_keys
        latest = select(keys.c.item).where(keys.c.key == key).order_by(keys.c.day.desc(), keys.c.item.desc())
        return list(connection.scalars(latest.limit(LONGEST)))
    asked = {"key": key, "many": LONGEST}
    later = connection.execute(_LATER, {**asked, "first": day, "last": day + _LONG_AGO}).all()
    earlier = connection.execute(_EARLIER, {**asked, "first": day - _LONG_AGO, "last": day - 1}).all()
    near = [(told - day, item) for told, item in later]
    near += [(day - told, item) for told, item in earlier]
    return [item for _, item in sorted(near)[:LONGEST]]


def _day(item: Item) -> int:
    """Return the day by which items are near in time."""
    day = item.told if item.told is not None else item.first
    return _UNKNOWN if day is None else day


def enter(connection: Connection, accounts: Sequence[Account]) -> None:
    """Give accounts their rows, in the order in which they are to be placed; one that has a row keeps it and waits."""
    items = link_schema.link_items
    known: set[str] = set()
    for some in some_of([each.id for each in accounts]):
        known |= set(connection.scalars(select(items.c.account).where(items.c.account.in_(some))))
    take_out(connection, [each.id for each in accounts if each.id in known])
    rows = [{"account": each.id, "document_id": each.document_id, "coding": each.coding} for each in accounts]
    for row in (row for row in rows if row["account"] in known):
        connection.execute(update(items).where(items.c.account == row["account"]).values(**row))
    for new in some_of(row for row in rows if row["account"] not in known):
        connection.execute(insert(items), new)


def entered(connection: Connection, document_ids: Iterable[str]) -> list[Account]:
    """Return the accounts of these documents that have rows."""
    items = link_schema.link_items
    found: list[Account] = []
    for some in some_of(document_ids):
        query = select(items.c.account, items.c.document_id, items.c.coding).where(items.c.document_id.in_(some))
        found.extend(Account(*row) for row in connection.execute(query))
    return found


def waiting(connection: Connection) -> list[Account]:
    """Return the accounts that have rows and are not placed, in the order in which they are to be."""
    items = link_schema.link_items
    query = select(items.c.account, items.c.document_id, items.c.coding).where(items.c.event.is_(None))
    return [Account(*row) for row in connection.execute(query.order_by(items.c.id))]


def put(connection: Connection, placed: Iterable[tuple[Item, str]]) -> None:
    """Write entered items with their keys, each where it is placed."""
    items = link_schema.link_items
    for some in some_of(placed):
        names = [item.id for item, _ in some]
        number = {row.account: row.id for row in connection.execute(select(items).where(items.c.account.in_(names)))}
        _forget(connection, list(number.values()))
        for item, event in some:
            connection.execute(update(items).where(items.c.id == number[item.id]).values(event=event))
        packs = [{"item": number[item.id], "packed": pack(item)} for item, _ in some]
        connection.execute(insert(link_schema.link_packs), packs)
        keys = [
            {"key": key, "day": _day(item), "item": number[item.id]}
            for item, _ in some
            for key in sorted(kept_keys(item))
        ]
        if keys:
            connection.execute(insert(link_schema.link_keys), keys)


def take_out(connection: Connection, accounts: Sequence[str]) -> None:
    """Take items out of where they are placed: they wait to be placed anew; their order is kept."""
    items = link_schema.link_items
    for some in some_of(accounts):
        _forget(connection, list(connection.scalars(select(items.c.id).where(items.c.account.in_(some)))))
        connection.execute(update(items).where(items.c.account.in_(some)).values(event=None))


def take_all_out(connection: Connection) -> None:
    """Take every item out, as if nothing had ever been placed."""
    for table in (link_schema.link_keys, link_schema.link_packs, link_schema.link_items):
        connection.execute(delete(table))


def drop(connection: Connection, accounts: Sequence[str]) -> None:
    """Forget items altogether: their accounts are gone."""
    take_out(connection, accounts)
    for some in some_of(accounts):
        connection.execute(delete(link_schema.link_items).where(link_schema.link_items.c.account.in_(some)))


def placed(connection: Connection) -> Iterator[tuple[Item, str]]:
    """Yield every placed item with its event, in the order of placing."""
    items, packs = link_schema.link_items, link_schema.link_packs
    after = 0
    query = select(items.c.id, items.c.account, items.c.event, packs.c.packed).join(packs, packs.c.item == items.c.id)
    while rows := connection.execute(query.where(items.c.id > after).order_by(items.c.id).limit(_PAGE)).all():
        yield from ((unpack(row.account, row.packed), row.event) for row in rows)
        after = rows[-1].id


def count(connection: Connection) -> int:
    """Return how many items are placed."""
    items = link_schema.link_items
    return connection.scalar(select(func.count()).where(items.c.event.is_not(None))) or 0


def _forget(connection: Connection, numbers: Sequence[int]) -> None:
    for some in some_of(numbers):
        connection.execute(delete(link_schema.link_keys).where(link_schema.link_keys.c.item.in_(some)))
        connection.execute(delete(link_schema.link_packs).where(link_schema.link_packs.c.item.in_(some)))
