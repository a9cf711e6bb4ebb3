"""The store's tables. Everything that a coder made hangs on a coding: one document gone through one stamp."""

from sqlalchemy import (
    Boolean,
    Column,
    Date,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0003"  # the newest migration; a store of another revision is migrated or refused

metadata = MetaData()


def _value_columns() -> tuple[Column[object], ...]:
    """Return the typed value as JSON, and its parts as columns so that SQL can filter and sort on them."""
    return (
        Column("value", Text),  # JSON, see values_json; null where nothing could be read
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


def _coding() -> Column[int]:
    return Column("coding", Integer, ForeignKey("codings.seq"), primary_key=True)


meta = Table("meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False))

stamps = Table(
    "stamps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("coder", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("config_hash", Text, nullable=False),
    UniqueConstraint("coder", "version", "config_hash", name="one_row_a_stamp"),
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
    Column("started", Text, nullable=False),  # ISO 8601, UTC
    Column("finished", Text),  # null: still running, or killed
    Column("counts", Text),  # JSON: read, new, known, duplicates, skipped, failed
)

captures = Table(
    "captures",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("media_type", Text, nullable=False),
    Column("size", Integer, nullable=False),  # bytes
    Column("captured_at", Text, nullable=False),  # ISO 8601
    Column("headers", Text, nullable=False),  # JSON list of pairs
)

documents = Table(
    "documents",
    metadata,
    Column("seq", Integer, primary_key=True),  # order of arrival
    Column("id", Text, nullable=False, unique=True),
    Column("text", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("copy_key", Text),
    Column("copy_of", Text, ForeignKey("documents.id")),
    Column("origin", Text, nullable=False),
    Column("title_start", Integer),
    Column("title_end", Integer),
    Column("published", Text),  # JSON, see values_json
    Column("published_first", Date),
    Column("published_last", Date),
    Column("source", Text),
    Column("url", Text),
    Column("language", Text),
    Column("capture", Text),  # the capture's SHA-256, which the archive may hold without the store
    Column("notes", Text, nullable=False),  # JSON list
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Index("documents_by_copy_key", "copy_key"),
    Index("documents_by_origin", "origin"),
)

codings = Table(
    "codings",
    metadata,
    Column("seq", Integer, primary_key=True),  # the newest coding of a document is the one that views show
    Column("document_id", Text, ForeignKey("documents.id"), nullable=False),
    Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("document_id", "stamp", name="one_coding_a_stamp"),
)

mentions = Table(
    "mentions",
    metadata,
    _coding(),
    Column("id", Text, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("finder", Text, nullable=False),
    Column("keys", Text, nullable=False),  # JSON list
    Column("labels", Text, nullable=False),  # JSON list
)

place_resolutions = Table(
    "place_resolutions",
    metadata,
    _coding(),
    Column("mention_id", Text, primary_key=True),
    Column("place_id", Text),
    Column("name", Text),
    Column("kind", Text),
    Column("country", Text),  # ISO 3166-1 alpha-2
    Column("admin1", Text),
    Column("admin1_id", Text),
    Column("admin2", Text),
    Column("admin2_id", Text),
    Column("lat", Float),  # degrees, WGS 84
    Column("lon", Float),
    Column("population", Integer),
    Column("source", Text),
    Column("licence", Text),
    Column("feature", Text),  # GeoNames feature code
    Column("other_ids", Text),  # parted by "|"
    Column("within", Text),  # JSON: the place that an unresolved name lies in
    Column("point_lat", Float),  # the best position there is, which the text may have moved from the place's own
    Column("point_lon", Float),
    Column("radius_km", Float),
    Column("tier", Text),
    Column("where_prec", Integer),
    Column("probability", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Column("alternatives", Text, nullable=False),  # JSON list
    ForeignKeyConstraint(["coding", "mention_id"], ["mentions.coding", "mentions.id"], name="place_of_a_mention"),
    Index("place_resolutions_by_place", "place_id"),
)

actor_resolutions = Table(
    "actor_resolutions",
    metadata,
    _coding(),
    Column("mention_id", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("actor_id", Text),
    Column("actor", Text),  # JSON: the roster's row without its spellings
    Column("probability", Float, nullable=False),
    Column("tier", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("alternatives", Text, nullable=False),  # JSON list
    ForeignKeyConstraint(["coding", "mention_id"], ["mentions.coding", "mentions.id"], name="actor_of_a_mention"),
    Index("actor_resolutions_by_actor", "actor_id"),
)

frames = Table(
    "frames",
    metadata,
    _coding(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("stamp", Integer, ForeignKey("stamps.id"), nullable=False),
    Index("frames_by_id", "id"),
)

frame_mentions = Table(
    "frame_mentions",
    metadata,
    _coding(),
    Column("frame_id", Text, primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("text", Text, nullable=False),
    ForeignKeyConstraint(["coding", "frame_id"], ["frames.coding", "frames.id"], name="mention_of_a_frame"),
)

claims = Table(
    "claims",
    metadata,
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
    Index("claims_by_id", "id"),
    Index("claims_by_frame", "coding", "frame_id"),
    Index("claims_by_slot", "slot"),
)

events = Table(
    "events",
    metadata,
    _coding(),
    Column("id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    Index("events_by_id", "id"),
)

event_frames = Table(
    "event_frames",
    metadata,
    _coding(),
    Column("event_id", Text, primary_key=True),
    Column("frame_id", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    ForeignKeyConstraint(["coding", "event_id"], ["events.coding", "events.id"], name="link_of_an_event"),
    ForeignKeyConstraint(["coding", "frame_id"], ["frames.coding", "frames.id"], name="link_to_a_frame"),
)

cells = Table(
    "cells",
    metadata,
    _coding(),
    Column("event_id", Text, primary_key=True),
    Column("slot", Text, primary_key=True),
    Column("position", Integer, nullable=False),
    *_value_columns(),
    Column("name", Text, nullable=False),
    Column("stance", Text, nullable=False),
    Column("confidence", Float, nullable=False),
    Column("rule", Text, nullable=False),
    Column("claims", Text, nullable=False),  # JSON list of claim ids
    Column("set_aside", Text, nullable=False),  # JSON list of claim ids
    Column("disputed", Boolean, nullable=False),
    Column("reference", Text),
    ForeignKeyConstraint(["coding", "event_id"], ["events.coding", "events.id"], name="cell_of_an_event"),
)

failures = Table(
    "failures",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("origin", Text, nullable=False),
    Column("stage", Text, nullable=False),  # "read", "language", "code", ...
    Column("reason", Text, nullable=False),
    Column("document_id", Text, ForeignKey("documents.id")),  # null where there was nothing to keep
    Column("capture", Text),
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("origin", "stage", "reason", name="one_row_a_failure"),
)

judgements = Table(
    "judgements",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("record_id", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("made_at", Text, nullable=False),  # ISO 8601
    Column("reason", Text, nullable=False),
    Column("other", Text),
    Column("value", Text),
    Column("slot", Text),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False, unique=True),
    Index("judgements_by_record", "record_id"),
)
