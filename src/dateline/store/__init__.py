"""The store: one casebook's documents, claims and events in a database; SQLite by default, others by URL."""

from dateline.store.opening import open_store
from dateline.store.records import Failure, Kept, Stats
from dateline.store.seek import Sought, Spelled
from dateline.store.store import Store

__all__ = ["Failure", "Kept", "Sought", "Spelled", "Stats", "Store", "open_store"]
