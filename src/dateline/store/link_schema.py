"""The tables of linking: which accounts tell of which event, and what linkage finds and compares them by."""

from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, Table, Text

from dateline.store.schema import metadata

links = Table(  # append-only: the newest row of an account holds
    "links",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("account", Text, nullable=False),  # an event as one document tells it: `events.id`
    Column("event", Text),  # the event that it belongs to; null: the account is gone, its document was coded anew
    Column("probability", Float),  # null: it was moved along with others, not weighed by itself
    Column("runner_up", Text),
    Column("runner_up_probability", Float),
    Column("reasons", Text, nullable=False),  # JSON list, the weightiest first
    Column("by", Text, nullable=False),  # "linker.v1@0123456789ab" or "judgement 12"
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("made_at", Text, nullable=False),  # ISO 8601, UTC
    Index("links_by_account", "account", "seq"),
    Index("links_by_event", "event"),
)

redirects = Table(  # append-only: the newest row of an id holds
    "redirects",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("event", Text, nullable=False),  # the id of an account that is gone
    Column("into", Text),  # the id that it leads to; null: its document tells of no event any more
    Column("made_at", Text, nullable=False),  # ISO 8601, UTC
    Column("why", Text, nullable=False),
    Index("redirects_by_event", "event", "seq"),
    Index("redirects_by_into", "into"),
)

link_items = Table(  # derived from the newest codings and the links: may be thrown away and made anew
    "link_items",
    metadata,
    Column("id", Integer, primary_key=True),  # in the order in which accounts were placed first
    Column("account", Text, nullable=False, unique=True),
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("coding", Integer, ForeignKey("codings.seq"), nullable=False),  # the one that it was made of
    Column("event", Text),  # where it is placed; null: to be placed
    Index("link_items_by_document", "document_id"),
    Index("link_items_by_event", "event"),
    Index("link_items_by_coding", "coding"),
)

link_packs = Table(  # what linkage compares, apart from the narrow table so that this one is quick to go through
    "link_packs",
    metadata,
    Column("item", Integer, ForeignKey("link_items.id"), primary_key=True),
    Column("packed", Text, nullable=False),  # JSON, see items_json
)

link_keys = Table(  # what each item is found by, those of one day together
    "link_keys",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("day", Integer, primary_key=True, autoincrement=False),  # as of the item; 0 is not known
    Column("item", Integer, ForeignKey("link_items.id"), primary_key=True),
    Index("link_keys_by_item", "item"),
    sqlite_with_rowid=False,
)
