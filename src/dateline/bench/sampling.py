"""Where the time goes: which room the coder is in, asked every few milliseconds from a second thread."""

import sys
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

INTERVAL = 0.002  # seconds
_STAGES: Mapping[str, str] = {
    "dateline.mentions.finders.spacy_parser": "parse",
    "dateline.mentions": "find",
    "dateline.places": "places",
    "dateline.actors": "actors",
    "dateline.claims": "code",
    "dateline.events": "events",
}
STAGES = (*dict.fromkeys(_STAGES.values()), "other")


@contextmanager
def sampled_stages() -> Iterator[Counter[str]]:
    """Count, while the block runs, in which stage the calling thread was found."""
    seen: Counter[str] = Counter()
    done = threading.Event()
    watched = threading.get_ident()

    def watch() -> None:
        while not done.wait(INTERVAL):
            seen[stage_of(sys._current_frames().get(watched))] += 1  # noqa: SLF001 - the documented way to see a thread

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield seen
    finally:
        done.set()
        watcher.join()


def stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost frame that belongs to one."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        for prefix, stage in _STAGES.items():
            if module == prefix or module.startswith(f"{prefix}."):
                return stage
        frame = frame.f_back
    return "other"
