"""The archive: captures kept by the hash of their bytes, so that nothing is kept twice or changed unseen."""

import hashlib
import os
import re
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import NamedTemporaryFile

from dateline.errors import InputError, StoreError
from dateline.sources.records import Capture

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of captures; the capture abcdef... is the file `ab/abcdef...`. Made when the first one is kept."""

    folder: Path

    def keep(
        self,
        data: bytes,
        origin: str,
        media_type: str,
        *,
        captured_at: datetime | None = None,
        headers: tuple[tuple[str, str], ...] = (),
    ) -> Capture:
        """Keep the bytes, once, and return their capture; `captured_at` is now (UTC) unless given.

        The file appears whole or not at all, whenever the process is killed. Raises StoreError if it cannot be written.
        """
        digest = hashlib.sha256(data).hexdigest()
        path = self.path_of(digest)
        try:
            if not _holds(path, digest):
                _write_whole(path, data)
        except OSError as error:
            remedy = f"make room in {self.folder}, or give yourself write permission"
            raise StoreError(f"the capture of {origin} cannot be kept ({error.strerror}): {remedy}") from error
        return Capture(digest, origin, media_type, len(data), captured_at or datetime.now(UTC), headers)

    def read(self, sha256: str) -> bytes:
        """Return a capture's bytes; raises StoreError if they are missing or are not those that were kept."""
        path = self.path_of(sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            message = (
                f"the capture {sha256} cannot be read ({error.strerror}): restore {path} or add its document again"
            )
            raise StoreError(message) from error
        if hashlib.sha256(data).hexdigest() != sha256:
            raise StoreError(f"the capture {path} was altered after it was kept: restore it or add its document again")
        return data

    def path_of(self, sha256: str) -> Path:
        """Return where a capture stands; raises InputError for anything but 64 hex digits, so no path leads out."""
        if not _SHA256.fullmatch(sha256):
            raise InputError(f"a capture is named by 64 hex digits in lower case, not {sha256[:80]!r}")
        return self.folder / sha256[:2] / sha256


def _holds(path: Path, digest: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == digest


def _write_whole(path: Path, data: bytes) -> None:
    """Write under another name, flush to the disk, then rename: POSIX and NTFS rename at once or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=".", delete=False) as draft:
        try:
            draft.write(data)
            draft.flush()
            os.fsync(draft.fileno())
            draft.close()
            Path(draft.name).replace(path)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
