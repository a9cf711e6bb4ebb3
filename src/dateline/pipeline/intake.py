"""Intake: reports into a casebook, read and kept, to be coded later; their bytes are kept by hash."""

from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.metadata import version
from pathlib import Path

from dateline.config import Config
from dateline.documents import copy_key, read, read_bytes
from dateline.documents.records import Document, Unread
from dateline.errors import DatelineError
from dateline.pipeline.code import is_storable
from dateline.pipeline.records import READING, Duplicate, Failed, Finished, Known
from dateline.sources import Archive, Capture, fetch
from dateline.stamp import Stamp
from dateline.store import Failure, Store, open_store
from dateline.values.dates import DateValue

CAPTURES = "captures"  # the archive's folder inside the casebook
_MAX_CAPTURE_BYTES = 100_000_000  # a larger file is read where it lies: an archive of tables would double them

Taken = Document | Known | Duplicate | Failed
_NAMES: dict[type, str] = {Document: "new", Known: "known", Duplicate: "duplicates", Failed: "failed"}


def add_reports(
    config: Config,
    reports: Iterable[Path | str],
    *,
    published: DateValue | None = None,
    source: str | None = None,
    online: bool = False,
) -> Iterator[Taken | Finished]:
    """Keep the documents of files (paths) and of addresses (text) in the casebook, without coding them.

    Yields each document after it is committed, Known or Duplicate where the store holds it or its text already,
    Failed where it cannot be read or fetched, and Finished at the end. Raises StoreError where the store fails.
    """
    archive = Archive(config.folder / CAPTURES)
    online = online or config.fetch.online
    with open_store(config.store_url, create=True) as store:
        run = store.begin_run(Stamp("intake.v1", version("dateline"), ""))
        counts: Counter[str] = Counter()
        for report in reports:
            given = {"published": published, "source": source}
            for found in _documents_of(report, archive, store, online=online, given=given):
                taken = _keep(store, found, run)
                counts[_NAMES[type(taken)]] += 1
                yield taken
        numbers = {name: counts[name] for name in ("new", "known", "duplicates", "skipped", "failed")}
        store.end_run(run, {"read": counts.total(), **numbers})
    yield Finished(read=counts.total(), **numbers)


def _documents_of(report: Path | str, archive: Archive, store: Store, *, online: bool, given: dict) -> Iterator[Document | Unread]:
    if isinstance(report, Path):
        _keep_file(report, archive, store)
        yield from read(report, **given)
        return
    try:
        fetched = fetch(report, online=online)
    except DatelineError as error:
        yield Unread(report, str(error))
        return
    store.write_capture(archive.keep(fetched.data, report, fetched.media_type, headers=fetched.headers))
    yield from read_bytes(fetched.data, report, fetched.media_type, url=fetched.final_url, **given)
