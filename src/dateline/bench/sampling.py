"""Where the time goes: which stage the coder is in, asked by a timer of CPU time."""

import signal
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from types import FrameType

INTERVAL = 0.002  # CPU seconds between two questions
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
    """Count, while the block runs, in which stage the process was found.

    The counter stays empty where there is no timer of CPU time: on Windows, and outside the main thread.
    """
    seen: Counter[str] = Counter()
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield seen
        return

    def ask(_signal: int, frame: FrameType | None) -> None:
        seen[stage_of(frame)] += 1

    before = signal.signal(signal.SIGPROF, ask)
    signal.setitimer(signal.ITIMER_PROF, INTERVAL, INTERVAL)
    try:
        yield seen
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def stage_of(frame: FrameType | None) -> str:
    """Return the stage of the innermost frame that belongs to one."""
    while frame is not None:
        module = str(frame.f_globals.get("__name__", ""))
        for prefix, stage in _STAGES.items():
            if module == prefix or module.startswith(f"{prefix}."):
                return stage
        frame = frame.f_back
    return "other"
