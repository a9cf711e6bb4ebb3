"""Links of accounts to events, what they are found by, redirects, and the slot that a judgement is about."""

from alembic import op
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Integer, Text

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("judgements", Column("slot", Text))
    _make_links()
    _make_redirects()
    _make_items()


def _make_links() -> None:
    op.create_table(
        "links",
        Column("seq", Integer, primary_key=True),
        Column("account", Text, nullable=False),
        Column("event", Text),
        Column("probability", Float),
        Column("runner_up", Text),
        Column("runner_up_probability", Float),
        Column("reasons", Text, nullable=False),
        Column("by", Text, nullable=False),
        Column("run", Integer, ForeignKey("runs.id"), nullable=False),
        Column("made_at", Text, nullable=False),
    )
    op.create_index("links_by_account", "links", ["account", "seq"])
    op.create_index("links_by_event", "links", ["event"])


def _make_redirects() -> None:
    op.create_table(
        "redirects",
        Column("seq", Integer, primary_key=True),
        Column("event", Text, nullable=False),
        Column("into", Text),
        Column("made_at", Text, nullable=False),
        Column("why", Text, nullable=False),
    )
    op.create_index("redirects_by_event", "redirects", ["event", "seq"])
    op.create_index("redirects_by_into", "redirects", ["into"])


def _make_items() -> None:
    op.create_table(
        "link_items",
        Column("id", Integer, primary_key=True),
        Column("account", Text, nullable=False, unique=True),
        Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
        Column("coding", Integer, ForeignKey("codings.seq"), nullable=False),
        Column("event", Text),
    )
    op.create_index("link_items_by_document", "link_items", ["document_id"])
    op.create_index("link_items_by_event", "link_items", ["event"])
    op.create_index("link_items_by_coding", "link_items", ["coding"])
    op.create_table(
        "link_packs",
        Column("item", Integer, ForeignKey("link_items.id"), primary_key=True),
        Column("packed", Text, nullable=False),
    )
    op.create_table(
        "link_keys",
        Column("key", BigInteger, primary_key=True, autoincrement=False),
        Column("day", Integer, primary_key=True, autoincrement=False),
        Column("item", Integer, ForeignKey("link_items.id"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("link_keys_by_item", "link_keys", ["item"])
