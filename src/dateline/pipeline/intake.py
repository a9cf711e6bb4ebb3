"""Intake: reports into a casebook, read and kept, to be coded later; their bytes are kept by hash."""

import mimetypes
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path
from typing import TypedDict

from dateline.actors.casebook import OWN_FILES
from dateline.config import FILE_NAME, Config
from dateline.documents import copy_key, read, read_bytes, with_language
from dateline.documents.material import origin_of
from dateline.documents.records import Document, Unread
from dateline.errors import DatelineError
from dateline.pipeline.code import is_storable
from dateline.pipeline.records import READING, Duplicate, Failed, Finished, Known
from dateline.sources import Archive, fetch
from dateline.stamp import Stamp
from dateline.store import Failure, Store, open_store
from dateline.store.sqlite import database_file
from dateline.values.dates import DateValue

CAPTURES = "captures"  # the archive's folder inside the casebook
_MAX_CAPTURE_BYTES = 100_000_000  # a larger file is read where it lies: an archive of tables would double them

Taken = Document | Known | Duplicate | Failed
_NAMES: dict[type, str] = {Document: "new", Known: "known", Duplicate: "duplicates", Failed: "failed"}


class _Given(TypedDict):
    published: DateValue | None
    source: str | None


def add_reports(
    config: Config,
    reports: Iterable[Path | str],
    *,
    published: DateValue | None = None,
    source: str | None = None,
    online: bool = False,
) -> Iterator[Taken | Finished]:
    """Keep the documents of files (paths) and of addresses (text) in the casebook, without coding them.

    What the casebook itself is made of is passed over: its settings, store and captures may lie among the reports.
    Yields each document after it is committed, Known or Duplicate where the store holds it or its text already,
    Failed where it cannot be read or fetched, and Finished at the end. Raises StoreError where the store fails.
    """
    archive = Archive(config.folder / CAPTURES)
    online = online or config.fetch.online
    with open_store(config.store_url, create=True) as store:
        run = store.begin_run(Stamp("intake.v1", version("dateline"), ""))
        counts: Counter[str] = Counter()
        for report in reports:
            if isinstance(report, Path) and _is_own(report, config):
                continue
            given = _Given(published=published, source=source)
            for found in _documents_of(report, archive, store, online=online, given=given):
                taken = _keep(store, found, run)
                counts[_NAMES[type(taken)]] += 1
                yield taken
        numbers = {name: counts[name] for name in ("new", "known", "duplicates", "skipped", "failed")}
        store.end_run(run, {"read": counts.total(), **numbers})
    yield Finished(read=counts.total(), **numbers)


def _documents_of(
    report: Path | str, archive: Archive, store: Store, *, online: bool, given: _Given
) -> Iterator[Document | Unread]:
    if isinstance(report, Path):
        _keep_file(report, archive, store)
        yield from read(report, **given)
        return
    address = origin_of(report)
    try:
        fetched = fetch(address, online=online)
    except DatelineError as error:
        yield Unread(address, str(error))
        return
    store.write_capture(archive.keep(fetched.data, address, fetched.media_type, headers=fetched.headers))
    yield from read_bytes(fetched.data, address, fetched.media_type, url=fetched.final_url, **given)


def _is_own(path: Path, config: Config) -> bool:
    """Tell whether a file is the casebook's own: its settings, its captures, its actors, or its store with its log."""
    file, folder = path.resolve(), config.folder.resolve()
    store = database_file(config.store_url)
    own = {folder / name for name in (FILE_NAME, *OWN_FILES)}
    if store is not None:
        own |= {store.with_name(store.name + ending).resolve() for ending in ("", "-wal", "-shm", "-journal")}
    return file in own or folder / CAPTURES in file.parents


def _keep_file(path: Path, archive: Archive, store: Store) -> None:
    """Keep a file's bytes, as long as they can be had: reading says what is wrong with a file that cannot be opened."""
    try:
        fits = path.is_file() and 0 < path.stat().st_size <= _MAX_CAPTURE_BYTES
        data = path.read_bytes() if fits else b""
    except OSError:
        return
    if data:
        store.write_capture(archive.keep(data, origin_of(path), mimetypes.guess_type(path.name)[0] or ""))


def _keep(store: Store, found: Document | Unread, run: int) -> Taken:
    """Commit one document, or why there is none."""
    if isinstance(found, Unread):
        return _failed(store, found.origin, found.reason, run, capture=found.capture)
    if not is_storable(found.text):
        reason = "the text holds half a surrogate pair: read it again as UTF-8"
        return _failed(store, found.origin, reason, run, capture=found.capture)
    key = copy_key(found)
    original = store.get_original(found.id, key)
    if store.document(found.id) is not None:
        return Known(found)
    if original is not None:
        store.write_copy(found, original, run=run, copy_key=key)
        return Duplicate(found, original)
    kept = with_language(found)
    is_new = store.write_document(kept, run=run, copy_key=key)
    return kept if is_new else Known(found)  # another process was faster


def _failed(store: Store, origin: str, reason: str, run: int, *, capture: str | None) -> Failed:
    store.write_failure(Failure(origin, READING, reason, capture=capture), run=run)
    return Failed(origin, READING, reason)
