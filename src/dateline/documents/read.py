"""Reading: one file, or its bytes, to one or many documents; what cannot be read is recorded, never raised."""

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from stat import S_ISREG

from dateline.documents.material import Material, is_address, origin_of
from dateline.documents.readers import docx, html, pdf, table, text
from dateline.documents.readers.contract import Reader
from dateline.documents.records import Document, Unread
from dateline.errors import DatelineError
from dateline.values.dates import DateValue

READERS: tuple[Reader, ...] = (pdf, docx, table, html, text)  # asked in this order; the last takes everything
_PIECE = 1 << 20  # bytes


def read(path: Path, *, published: DateValue | None = None, source: str | None = None) -> Iterator[Document | Unread]:
    """Yield the documents of one file, in order; never raises for a bad one.

    `published` and `source` are the user's word: for a page they win over the page's own, for a table they fill the
    rows that give none. Text, HTML, PDF and DOCX give one document; a table gives one a row.
    """
    origin = origin_of(path)
    try:
        status = path.stat()
        if not S_ISREG(status.st_mode):
            yield Unread(origin, "this is not a file: name the files inside it")
            return
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        detail = getattr(error, "strerror", None) or error
        yield Unread(origin, f"the file cannot be opened ({detail}): check its path and permissions")
        return
    material = Material(origin, stream, status.st_size, published=published, source=source)
    with stream:
        try:
            yield from _read_material(material)
        except OSError as error:
            yield material.unread(f"the file cannot be read ({error.strerror}): copy it to a sound disk and add that")


def read_bytes(
    data: bytes,
    origin: str,
    media_type: str | None = None,
    *,
    published: DateValue | None = None,
    source: str | None = None,
    url: str | None = None,
) -> Iterator[Document | Unread]:
    """Yield the documents of bytes that came from `origin`, a path or an address; as `read` otherwise.

    `media_type` is the server's ("text/html; charset=utf-8"). An origin that is an address is also the `url`.
    """
    address = url or (origin if is_address(origin) else None)
    stream = BytesIO(data)
    yield from _read_material(
        Material(origin, stream, len(data), media_type, published=published, source=source, url=address)
    )


def _read_material(material: Material) -> Iterator[Document | Unread]:
    reader = next(reader for reader in READERS if reader.accepts(material))
    if refusal := _refuse_by_size(material, reader):
        yield material.unread(refusal)
        return
    captured = replace(material, capture=_hash(material))
    try:
        yield from reader.read(captured)
    except DatelineError as error:
        yield captured.unread(str(error))
    except Exception as error:  # noqa: BLE001 - the one place that records a failed document and goes on
        detail = f"{type(error).__name__}: {error}"[:200]
        yield captured.unread(f"the {reader.NAME} file is damaged ({detail}): save it again, or save it as plain text")


def _hash(material: Material) -> str:
    material.stream.seek(0)
    digest = hashlib.sha256()
    while piece := material.stream.read(_PIECE):
        digest.update(piece)
    return digest.hexdigest()


def _refuse_by_size(material: Material, reader: Reader) -> str | None:
    if material.size == 0:
        return "the file is empty: add its text or remove it"
    limit = reader.MAX_BYTES
    if limit is None or material.size <= limit:
        return None
    megabytes = f"{material.size / 1e6:,.0f} MB"
    return f"the file has {megabytes}, more than the {limit / 1e6:,.0f} MB that are read as {reader.NAME}: split it"
