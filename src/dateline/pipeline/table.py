"""A table of documents to a table of claims: one pure function, the same on a laptop and in a cluster."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pyarrow as pa

from dateline.documents import with_language
from dateline.documents.material import Material
from dateline.documents.records import Document, Unread
from dateline.documents.tables.columns import find_columns
from dateline.documents.tables.rows import Row, read_row
from dateline.pipeline.code import code_documents
from dateline.pipeline.records import Coded, Failed
from dateline.pipeline.stages import Stages
from dateline.stamp import Stamp
from dateline.store.to_rows import claim_rows

CLAIMED, EMPTY, SKIPPED, FAILED = "claim", "no claims", "skipped", "failed"
_TEXTS = (
    "frame_id",
    "frame_kind",
    "event_id",
    "claim_id",
    "slot",
    "published",
    "value",
    "code",
    "operator",
    "date_basis",
)
_NUMBERS = ("low", "best", "high", "date_precision", "quote_start", "quote_end", "highlight_start", "highlight_end")
_WORDS = ("quote", "highlight", "speaker_kind", "speaker_name", "speaker_key", "stance", "hedge")
SCHEMA = pa.schema(
    [
        pa.field("status", pa.string(), nullable=False),  # one of CLAIMED, EMPTY, SKIPPED, FAILED
        pa.field("reason", pa.string()),  # why a document was skipped or failed
        pa.field("origin", pa.string(), nullable=False),
        pa.field("document_id", pa.string()),  # null where there was no text
        *(pa.field(name, pa.string()) for name in _TEXTS),
        *(pa.field(name, pa.int64()) for name in _NUMBERS),
        *(pa.field(name, pa.date32()) for name in ("date_first", "date_last")),
        *(pa.field(name, pa.string()) for name in _WORDS),
        pa.field("confidence", pa.float64()),
        *(pa.field(name, pa.string()) for name in ("coder", "coder_version", "config_hash")),
    ]
)


def code_table(table: pa.Table, stages: Stages, *, origin: str = "table") -> pa.Table:
    """Return one row a claim, of the columns in SCHEMA, in the order of the documents.

    The documents' columns are named as in a file of documents (`text`, `id`, `published`, `source`, `url`,
    `language`). A document that fails, is skipped or has no claims is one row that says so in `status`, so that none is
    lost. Raises UnreadableDocument if the table has no text column.
    """
    documents = list(_documents(table, origin))
    rows = [
        row
        for given, outcome in zip(documents, code_documents(documents, stages), strict=True)
        for row in _rows(given, outcome)
    ]
    return pa.Table.from_pylist(rows, schema=SCHEMA)


def _documents(table: pa.Table, origin: str) -> Iterator[Document | Unread]:
    columns = find_columns(table.column_names)
    material = Material(origin, BytesIO(), 0)
    for number, cells in enumerate(table.select(columns.named()).to_pylist(), start=1):
        found = read_row(material, columns, Row(number, cells))
        yield with_language(found) if isinstance(found, Document) else found


def _rows(given: Document | Unread, outcome: Coded | Failed) -> Iterator[dict[str, Any]]:
    about = {"origin": given.origin, "document_id": given.id if isinstance(given, Document) else None}
    if isinstance(outcome, Failed):
        yield {**about, "status": SKIPPED if outcome.is_skipped else FAILED, "reason": outcome.reason}
        return
    event_of = {frame_id: event.id for event in outcome.events for frame_id in event.frames}
    kinds = {frame.id: frame.kind.value for frame in outcome.frames}
    is_empty = True
    for row in claim_rows(outcome.frames):
        is_empty = False
        frame_id = row["frame_id"]
        linked = {"event_id": event_of.get(frame_id), "frame_kind": kinds[frame_id]}
        yield {**about, "status": CLAIMED, "claim_id": row["id"], **row, **linked, **_stamped(row["stamp"])}
    if is_empty:
        yield {**about, "status": EMPTY}


def _stamped(stamp: Stamp) -> dict[str, str]:
    return {"coder": stamp.coder, "coder_version": stamp.version, "config_hash": stamp.config_hash}
