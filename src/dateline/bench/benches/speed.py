"""The speed bench: words a CPU-second, where the time goes, memory, and how long the command takes to start."""

import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from dateline.bench.bootstrap import Table, interval
from dateline.bench.coding import stages_with
from dateline.bench.datasets import data_root, locate, read_lines
from dateline.bench.gate_texts import read_everyday
from dateline.bench.records import Bench, BenchResult, Order, Progress, Row
from dateline.bench.sampling import STAGES, sampled_stages
from dateline.bench.stream import mixed
from dateline.bench.unseen_gates import gate_for
from dateline.documents.records import Document
from dateline.pipeline import Stages, code_documents

BENCH = Bench(
    name="speed",
    measures="words coded in a CPU-second, of reports and of a stream, share of each stage, memory, start-up",
    origin="the texts of the ISAF data, else the demonstration's, over and over until --limit documents are coded",
    format='a line: {"text": ...}',
    licence="as the texts'",
    folder="isaf",
)
_DEMONSTRATION = files("dateline") / "cli" / "data" / "demo.jsonl"  # read as a file: the bench knows no command
_CHUNK = 32  # documents timed together; also what is coded before the clock starts
_STARTS = 3  # processes started for each start-up figure; the fastest counts
_HELP = "import sys; sys.argv = ['dateline', '--help']; from dateline.cli import main; main()"
_SPACY = "import spacy"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some documents coded together: their words, the CPU seconds they took, and the memory held afterwards (MB)."""

    words: int
    seconds: float
    held: float | None


def run(order: Order) -> BenchResult:
    """Code the texts and measure; the documents coded before the clock starts are not counted."""
    path = _texts_at(order.data)
    texts = [line["text"] for line in read_lines(path, ("text",))]
    stages = stages_with(order)
    list(code_documents(_documents(texts[:_CHUNK], _CHUNK), stages))
    n = order.limit or len(texts)
    with sampled_stages() as seen:
        chunks = list(_measured(_documents(texts, n), stages, order.on_progress))
    words = _rate_row("speed.words_per_cpu_s", chunks)
    rows = (words, _stream_row(texts, stages, order.limit), *_share_rows(seen), *_memory_rows(chunks), _import_row())
    return BenchResult(BENCH.name, str(path), n, rows)


def _texts_at(data: Path | None) -> Path:
    """Return the file of texts: the one asked for, the ISAF releases, or the demonstration's reports."""
    root = data_root()
    if data is None and (root is None or not (root / BENCH.folder).exists()):
        return Path(str(_DEMONSTRATION))
    return locate(data, BENCH.folder)


def _documents(texts: Sequence[str], n: int) -> Iterator[Document]:
    for number, text in enumerate(islice(cycle(texts), n), 1):
        yield Document(text, f"speed#{number}", language="en")


def _measured(waiting: Iterator[Document], stages: Stages, on_progress: Progress | None = None) -> Iterator[Chunk]:
    done = 0
    while chunk := list(islice(waiting, _CHUNK)):
        begin = time.process_time()
        for _ in code_documents(chunk, stages):
            done += 1
        seconds = time.process_time() - begin
        yield Chunk(sum(len(document.text.split()) for document in chunk), seconds, _held_megabytes())
        if on_progress is not None:
            on_progress(done)


def _stream_row(reports: Sequence[str], stages: Stages, limit: int | None) -> Row:
    """Return the words a CPU-second where a tenth of them is a report's; None where there is no everyday news."""
    root = data_root()
    chunks: list[Chunk] = []
    for dataset, everyday in read_everyday(root).items() if root is not None else ():
        stream = list(mixed(everyday[:limit], reports))
        gated = replace(stages, gate=gate_for(dataset))
        chunks.extend(_measured(_documents(stream, len(stream)), gated))
    return _rate_row("speed.stream_words_per_cpu_s", chunks)


def _rate_row(metric: str, chunks: Sequence[Chunk]) -> Row:
    if not chunks:
        return Row(metric, None, note="no everyday news on this machine")
    table = np.array([[chunk.words, chunk.seconds] for chunk in chunks], dtype=np.float64)
    words = sum(chunk.words for chunk in chunks)
    return Row(metric, *interval(table, _rate), words, note=f"interval over chunks of {_CHUNK} documents")


def _rate(sums: Table) -> Table:
    return sums[:, 0] / sums[:, 1]


def _share_rows(seen: Counter[str]) -> list[Row]:
    """Return the share of each stage in percent; None where the machine has no timer of CPU time."""
    total = seen.total()
    return [Row(f"speed.share.{stage}", 100 * seen[stage] / total if total else None, n=total) for stage in STAGES]


def _memory_rows(chunks: Sequence[Chunk]) -> tuple[Row, Row]:
    """Return the peak, and how much more is held at the end than after the first tenth: a flat run grows by nothing."""
    early = chunks[max(1, len(chunks) // 10) - 1].held
    late = chunks[-1].held
    growth = None if early is None or late is None else late - early
    return (
        Row("speed.peak_mb", _peak_megabytes(), n=len(chunks) * _CHUNK, note="resident, the whole process"),
        Row("speed.growth_mb", growth, n=len(chunks), note="resident after the last chunk less after the first tenth"),
    )


def _peak_megabytes() -> float:
    import resource  # noqa: PLC0415 - not on Windows, where the other benches run

    unit = 1 if sys.platform == "darwin" else 1024  # bytes on macOS, kilobytes on Linux
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def _held_megabytes() -> float | None:
    status = Path("/proc/self/statm")
    if not status.is_file():
        return None
    return int(status.read_text(encoding="ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def _import_row() -> Row:
    command, spacy = _start_seconds(_HELP), _start_seconds(_SPACY)
    note = (
        f"CPU seconds: `dateline --help` {command:.2f}, `import spacy` {spacy:.2f}; the fastest of {_STARTS} processes"
    )
    return Row("speed.import_ratio", command / spacy, n=_STARTS, note=note)


def _start_seconds(code: str) -> float:
    """Return the CPU seconds of a new process that runs `code`."""
    return min(_child_seconds(code) for _ in range(_STARTS))


def _child_seconds(code: str) -> float:
    import resource  # noqa: PLC0415 - as above

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)  # noqa: S603 - our own interpreter
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
