"""The store: one casebook's documents, claims and events in a database; SQLite by default, others by URL."""

from dateline.store.horizon import Horizon
from dateline.store.items_json import as_kept
from dateline.store.linkbook import Links, Placing
from dateline.store.opening import open_store
from dateline.store.records import Account, Failure, Fault, Gathered, Kept, Link, Stats
from dateline.store.seek import Sought, Spelled
from dateline.store.store import Store

__all__ = [
    "Account",
    "Failure",
    "Fault",
    "Gathered",
    "Horizon",
    "Kept",
    "Link",
    "Links",
    "Placing",
    "Sought",
    "Spelled",
    "Stats",
    "Store",
    "as_kept",
    "open_store",
]
