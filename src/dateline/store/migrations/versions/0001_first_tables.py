"""The first tables."""

from alembic import op
from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    Text,
    UniqueConstraint,
)

revision = "0001"
down_revision = None


def upgrade() -> None:
    _make_log()
    _make_documents()
    _make_findings()
    _make_frames()
    _make_claims()
    _make_events()
    _make_cells()


def _coding() -> Column[int]:
    return Column("coding", Integer, ForeignKey("codings.seq"), primary_key=True)


def _value_columns() -> tuple[Column[object], ...]:
    return (
        Column("value", Text),
        Column("code", Text),
        Column("low", Integer),
        Column("best", Integer),
        Column("high", Integer),
        Column("operator", Text),
        Column("date_first", Date),
        Column("date_last", Date),
        Column("date_precision", Integer),
        Column("date_basis", Text),
    )


def _make_log() -> None:
    meta = op.create_table(
        "meta",
        Column("key", Text, primary_key=True),
        Column("value", Text, nullable=False),
    )
    op.bulk_insert(meta, [{"key": "kind", "value": "dateline casebook"}])
    op.create_table(
        "stamps",
        Column("id", Integer, primary_key=True),
        Column("coder", Text, nullable=False),
        Column("version", Text, nullable=False),
        Column("config_hash", Text, nullable=False),
        UniqueConstraint("coder", "version", "config_hash", name="one_row_a_stamp"),
    )
    op.create_table(
        "runs",
        Column("id", Integer, primary_key=True),
        Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
        Column("started", Text, nullable=False),
        Column("finished", Text),
        Column("counts", Text),
    )
    op.create_table(
        "judgements",
        Column("seq", Integer, primary_key=True),
        Column("verdict", Text, nullable=False),
        Column("record_id", Text, nullable=False),
        Column("author", Text, nullable=False),
        Column("made_at", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("other", Text),
        Column("value", Text),
        Column("prev_hash", Text, nullable=False),
        Column("hash", Text, nullable=False, unique=True),
    )
    op.create_index("judgements_by_record", "judgements", ["record_id"])


def _make_documents() -> None:
    op.create_table(
        "captures",
        Column("sha256", Text, primary_key=True),
        Column("origin", Text, nullable=False),
        Column("media_type", Text, nullable=False),
        Column("size", Integer, nullable=False),
        Column("captured_at", Text, nullable=False),
        Column("headers", Text, nullable=False),
    )
    op.create_table(
        "documents",
        Column("seq", Integer, primary_key=True),
        Column("id", Text, nullable=False, unique=True),
        Column("text", Text, nullable=False),
        Column("text_hash", Text, nullable=False),
        Column("copy_key", Text),
        Column("copy_of", Text, ForeignKey("documents.id")),
        Column("origin", Text, nullable=False),
        Column("title_start", Integer),
        Column("title_end", Integer),
        Column("published", Text),
        Column("published_first", Date),
        Column("published_last", Date),
        Column("source", Text),
        Column("url", Text),
        Column("language", Text),
        Column("capture", Text),
        Column("notes", Text, nullable=False),
        Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    )
    op.create_index("documents_by_copy_key", "documents", ["copy_key"])
    op.create_index("documents_by_origin", "documents", ["origin"])
    op.create_table(
        "codings",
        Column("seq", Integer, primary_key=True),
        Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
        Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
        Column("run", Integer, ForeignKey("runs.id"), nullable=False),
        UniqueConstraint("document_id", "stamp", name="one_coding_a_stamp"),
    )
    op.create_table(
        "failures",
        Column("seq", Integer, primary_key=True),
        Column("origin", Text, nullable=False),
        Column("stage", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("document_id", Text, ForeignKey("documents.id")),
        Column("capture", Text),
        Column("run", Integer, ForeignKey("runs.id"), nullable=False),
        UniqueConstraint("origin", "stage", "reason", name="one_row_a_failure"),
    )


def _make_findings() -> None:
    op.create_table(
        "mentions",
        _coding(),
        Column("id", Text, primary_key=True),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
        Column("kind", Text, nullable=False),
        Column("finder", Text, nullable=False),
        Column("keys", Text, nullable=False),
        Column("labels", Text, nullable=False),
    )
    op.create_table(
        "place_resolutions",
        _coding(),
        Column("mention_id", Text, primary_key=True),
        Column("place_id", Text),
        Column("name", Text),
        Column("kind", Text),
        Column("country", Text),
        Column("admin1", Text),
        Column("admin1_id", Text),
        Column("admin2", Text),
        Column("admin2_id", Text),
        Column("lat", Float),
        Column("lon", Float),
        Column("population", Integer),
        Column("source", Text),
        Column("licence", Text),
        Column("where_prec", Integer),
        Column("probability", Float, nullable=False),
        Column("reason", Text, nullable=False),
        Column("alternatives", Text, nullable=False),
        ForeignKeyConstraint(["coding", "mention_id"], ["mentions.coding", "mentions.id"], name="place_of_a_mention"),
    )
    op.create_index("place_resolutions_by_place", "place_resolutions", ["place_id"])
    op.create_table(
        "actor_resolutions",
        _coding(),
        Column("mention_id", Text, primary_key=True),
        Column("name", Text, nullable=False),
        Column("actor_id", Text),
        Column("actor", Text),
        Column("probability", Float, nullable=False),
        Column("tier", Text, nullable=False),
        Column("reason", Text, nullable=False),
        Column("alternatives", Text, nullable=False),
        ForeignKeyConstraint(["coding", "mention_id"], ["mentions.coding", "mentions.id"], name="actor_of_a_mention"),
    )
    op.create_index("actor_resolutions_by_actor", "actor_resolutions", ["actor_id"])


def _make_frames() -> None:
    op.create_table(
        "frames",
        _coding(),
        Column("id", Text, primary_key=True),
        Column("position", Integer, nullable=False),
        Column("kind", Text, nullable=False),
        Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
    )
    op.create_index("frames_by_id", "frames", ["id"])
    op.create_table(
        "frame_mentions",
        _coding(),
        Column("frame_id", Text, primary_key=True),
        Column("position", Integer, primary_key=True),
        Column("start", Integer, nullable=False),
        Column("end", Integer, nullable=False),
        Column("text", Text, nullable=False),
        ForeignKeyConstraint(["coding", "frame_id"], ["frames.coding", "frames.id"], name="mention_of_a_frame"),
    )


def _make_claims() -> None:
    op.create_table(
        "claims",
        _coding(),
        Column("id", Text, primary_key=True),
        Column("frame_id", Text, nullable=False),
        Column("position", Integer, nullable=False),
        Column("slot", Text, nullable=False),
        Column("published", Text, nullable=False),
        *_value_columns(),
        Column("quote_start", Integer, nullable=False),
        Column("quote_end", Integer, nullable=False),
        Column("quote", Text, nullable=False),
        Column("highlight_start", Integer, nullable=False),
        Column("highlight_end", Integer, nullable=False),
        Column("highlight", Text, nullable=False),
        Column("speaker_kind", Text, nullable=False),
        Column("speaker_name", Text),
        Column("speaker_key", Text),
        Column("stance", Text, nullable=False),
        Column("hedge", Text),
        Column("confidence", Float, nullable=False),
        Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
        ForeignKeyConstraint(["coding", "frame_id"], ["frames.coding", "frames.id"], name="claim_of_a_frame"),
    )
    op.create_index("claims_by_frame", "claims", ["coding", "frame_id"])
    op.create_index("claims_by_id", "claims", ["id"])
    op.create_index("claims_by_slot", "claims", ["slot"])


def _make_events() -> None:
    op.create_table(
        "events",
        _coding(),
        Column("id", Text, primary_key=True),
        Column("position", Integer, nullable=False),
    )
    op.create_index("events_by_id", "events", ["id"])
    op.create_table(
        "event_frames",
        _coding(),
        Column("event_id", Text, primary_key=True),
        Column("frame_id", Text, primary_key=True),
        Column("position", Integer, nullable=False),
        ForeignKeyConstraint(["coding", "event_id"], ["events.coding", "events.id"], name="link_of_an_event"),
        ForeignKeyConstraint(["coding", "frame_id"], ["frames.coding", "frames.id"], name="link_to_a_frame"),
    )


def _make_cells() -> None:
    op.create_table(
        "cells",
        _coding(),
        Column("event_id", Text, primary_key=True),
        Column("slot", Text, primary_key=True),
        Column("position", Integer, nullable=False),
        *_value_columns(),
        Column("name", Text, nullable=False),
        Column("stance", Text, nullable=False),
        Column("confidence", Float, nullable=False),
        Column("rule", Text, nullable=False),
        Column("claims", Text, nullable=False),
        Column("set_aside", Text, nullable=False),
        Column("disputed", Boolean, nullable=False),
        Column("reference", Text),
        ForeignKeyConstraint(["coding", "event_id"], ["events.coding", "events.id"], name="cell_of_an_event"),
    )
