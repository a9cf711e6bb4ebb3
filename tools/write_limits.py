"""Run the benches and write their figures into docs/limits.md, docs/profile.md and README.md.

    python tools/write_limits.py [FOLDER] [--only NAME ...]

FOLDER holds one folder a data set (isaf, muc4; seed beside it); without it, DATELINE_BENCH_DATA or the default of
`dateline bench` is used. The figures are those of the code as it stands: run this last, and again when a coder changes.

What was measured is kept in tools/figures.json with the coder that it was measured of. With --only, the benches named
are run and the other figures are taken from there; a table that another coder was measured for says so. "others" is
MUC-4's other wires. Nothing is written into the pages before every bench was run once.
"""

import json
import lzma
import os
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill
from typing import Any

from write_docs import DOCS, ROOT, filled

from dateline.bench import run
from dateline.bench.datasets import DATA_VARIABLE, locate
from dateline.bench.records import BenchResult, Peer, Row
from dateline.bench.sampling import STAGES
from dateline.config import Config
from dateline.pipeline import make_coder

KEPT = ROOT / "tools" / "figures.json"
UNTUNED = (700, 1300)  # training wires 701 to 1300, which no list was tuned on
WIDTH = 118  # characters a line of the README
SPEED_DOCUMENTS = 2000  # some 230,000 words: enough for a steady rate
STAGE_NAMES = {
    "parse": "parse: spaCy's tagger, parser and name recogniser",
    "find": "find: the phrase finder",
    "places": "places",
    "actors": "actors",
    "code": "code: the rules and the network",
    "events": "events",
    "other": "everything else",
}
PLACES = (
    ".recall",
    "acc161",
    ".f1_161",
    "ece",
    "cpu_s",
    "ged.candidate25",
    "ged.pick25",
    ".accuracy",
    "polygon.admin1",
)
MORE = {  # a bench: what heads its table, and how the metrics that a reader needs end
    "actors": (
        "**Actors**: lists of organisations, own sentences that confuse, own passages, judged mentions",
        (".recall", "confusable.accuracy", "tempting.accuracy", "coreference.accuracy", ".ece"),
    ),
    "attribution": (
        "**Who says so**: PolNeAR, development part; news snippets labelled as attributions",
        (".f1", ".recall"),
    ),
    "relations": (
        "**Relations and entities**: re3d; the parties given, by weights that have not seen the document",
        (".precision", ".recall", ".f1"),
    ),
    "gate": (
        "**The relevance gate**: documents with an event kept, everyday news rejected",
        ("gate.recall", "gate.rejection", ".docs_per_cpu_s"),
    ),
    "hrds": (
        "**HRDsAttack**: attacks on rights defenders, development part",
        (
            ".violation",
            ".victim_name",
            ".perpetrator_type",
            "hrds.country",
            "hrds.city",
            "hrds.month",
            "hrds.day",
            ".as_published",
        ),
    ),
    "case2021": ("**CASE 2021**: snippets by type", (".weighted_f1",)),
    "plv": ("**PLV**: sentences by PLOVER root", (".macro_f1",)),
    "satp": ("**SATP**: how somebody attacked, in summaries from South Asia", (".micro_f1", ".macro_f1")),
    "india_police": ("**IndiaPoliceEvents**: what the police did, by sentence", (".micro_f1", ".macro_f1")),
    "insightcrime": ("**InSight Crime**: what an article is about", (".micro_f1", ".macro_f1")),
    "linkage": (
        "**Linkage**: reports of one incident, and mentions of one happening",
        (".f1", ".candidate_recall", ".ece", ".share", ".error_outside", ".conll"),
    ),
    "fusion": ("**Fusion**: what several reports of one event come to", (".exact", ".coverage", ".ece")),
    "linking-speed": (
        "**Speed of linking**: synthetic reports",
        (".items_per_cpu_s", ".peak_mb", ".b3.f1", ".new_item_ms"),
    ),
    "calibration": ("**Confidence** against the keys: expected calibration error", (".ece",)),
}
LEADING = ("incident_type", "incident_date", "hum_tgt_effect")  # the slots that the README names


NAMES = ("sample", "isaf", "muc4", "others", "places", *MORE, "speed")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a bench gave, and the coder that it was run with."""

    result: BenchResult
    made_by: str


Results = Mapping[str, Measured]


def measure(name: str) -> Measured:
    """Run a bench; raises InputError where data is absent."""
    if name == "others":
        with TemporaryDirectory() as folder:
            result = run("muc4", data=_untuned_wires(Path(folder)))
    else:
        result = run(name, limit=SPEED_DOCUMENTS if name == "speed" else None)
    print(f"measured {name}: {result.n} documents")
    return Measured(result, made_by())


def keep(results: Results, path: Path) -> None:
    """Write what was measured, by name."""
    told = {name: {"made_by": each.made_by, **each.result.as_json()} for name, each in sorted(results.items())}
    path.write_text(json.dumps(told, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def kept(path: Path) -> dict[str, Measured]:
    """Return what was measured before; nothing where there is no such file."""
    told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {name: Measured(_result(each), each["made_by"]) for name, each in told.items()}


def _result(told: Mapping[str, Any]) -> BenchResult:
    rows = (Row(**{**row, "peers": tuple(Peer(**peer) for peer in row["peers"])}) for row in told["rows"])
    return BenchResult(told["bench"], told["data"], told["n"], tuple(rows))


def figures(results: Results) -> str:
    """Return the tables of docs/limits.md, headed by the version that they are of."""
    isaf, muc4, others, sample, places = (
        results[name].result for name in ("isaf", "muc4", "others", "sample", "places")
    )
    return "\n".join(
        [
            f"{made_by()}.",
            "",
            f"**ISAF**: {isaf.n} military press releases, 13 fields; percent{_elsewhere(results['isaf'])}.",
            "",
            *_accuracy_table(isaf),
            "",
            f"**MUC-4, development part**: {muc4.n} wires that the lists were tuned on; n is the fills of the",
            f"key{_elsewhere(results['muc4'])}.",
            "",
            *_slot_table(muc4),
            "",
            f"**MUC-4, {others.n} other wires**: training wires {UNTUNED[0] + 1} to {UNTUNED[1]}; no list was tuned",
            "on them, but the weights that link organisations to events were fitted to",
            f"them{_elsewhere(results['others'])}.",
            "",
            *_slot_table(others),
            "",
            "**One article** with an analyst's answer sheet; percent of its questions, n of",
            f"them{_elsewhere(results['sample'])}.",
            "",
            *_share_table(sample),
            "",
            "**Places**: development parts of LGL, GeoVirus, GeoWebNews, UCDP GED and sentences with events, each by",
            "weights that have not seen it; percent, but for the calibration errors",
            f"(`ece`){_elsewhere(results['places'])}.",
            "",
            *_accuracy_table(_chosen(places, PLACES)),
            *(line for name in MORE for line in _more(results[name])),
        ]
    )


def _elsewhere(measured: Measured) -> str:
    """Return what a table's heading adds where another coder was measured than the one of today."""
    return "" if measured.made_by == made_by() else f"; measured of {measured.made_by.removeprefix('Dateline ')}"


def _more(measured: Measured) -> Iterator[str]:
    heading, endings = MORE[measured.result.bench]
    yield from ("", f"{heading}{_elsewhere(measured)}.", "")
    yield from _accuracy_table(_chosen(measured.result, endings))


def profile(results: Results) -> str:
    """Return the passage of docs/profile.md."""
    speed = results["speed"].result
    rate, peak, growth = (speed.row(f"speed.{name}") for name in ("words_per_cpu_s", "peak_mb", "growth_mb"))
    start = speed.row("speed.import_ratio")
    shares = sorted((speed.row(f"speed.share.{stage}") for stage in STAGES), key=lambda row: -(row.value or 0))
    return "\n".join(
        [
            f"{results['speed'].made_by}, {os.cpu_count()} cores: {speed.n:,} releases, {rate.n:,} words.",
            "",
            _speed_line(rate, peak, growth, start),
            "",
            _stream_line(speed.row("speed.stream_words_per_cpu_s")),
            "",
            "| stage | share of CPU time |",
            "|---|---|",
            *map(_share, shares),
        ]
    )


def _share(row: Row) -> str:
    shown = "not measured" if row.value is None else f"{row.value:.0f} %"
    return f"| {STAGE_NAMES[row.metric.rpartition('.')[2]]} | {shown} |"


def _stream_line(stream: Row) -> str:
    text = (
        f"**{_whole(stream.value)} words a CPU-second** (95 % {_whole(stream.low)} to {_whole(stream.high)}; "
        f"{stream.n:,} words) of a stream of everyday news with a tenth of its words in releases, behind a gate that "
        "has not seen it."
    )
    return fill(text, WIDTH)


def _speed_line(rate: Row, peak: Row, growth: Row, start: Row) -> str:
    text = (
        f"**{_whole(rate.value)} words a CPU-second** (95 % {_whole(rate.low)} to {_whole(rate.high)}). "
        f"{_whole(peak.value)} MB at the peak; memory at the end less that after the first tenth: "
        f"{_whole(growth.value)} MB. `dateline --help` takes {_plain(start.value, 2)} of the CPU time of importing "
        "spaCy."
    )
    return fill(text, WIDTH)


def headline(results: Results) -> str:
    """Return the figures that the README names, each with its interval and n."""
    isaf, others = results["isaf"].result, results["others"].result
    mean = isaf.row("isaf.mean_accuracy")
    kind, day, harm = (_with_interval(others.row(f"muc4.{slot}.f1")) for slot in LEADING)
    text = (
        f"On {isaf.n} military press releases that its lists were tuned on, {_plain(mean.value)} % of 13 fields agree "
        f"with the annotators ({_between(mean)}; on 724 such releases {_named(mean, 'GPT-4o')}, and the best model "
        f"that was trained on such releases {_plain(mean.peer_value)} %). "
        f"On {others.n} newswires of 1988 to 1991 that it was not tuned on, F is {kind} for the type of incident, "
        f"{day} for its date and {harm} for the harm to people. In brackets stand 95 % intervals; "
        "[Limits](docs/limits.md) has every figure."
    )
    return fill(text, WIDTH)


def _named(row: Row, system: str) -> str:
    return next(f"{peer.system} {_plain(peer.value)} %" for peer in row.peers if peer.system == system)


def _with_interval(row: Row) -> str:
    return f"{_plain(row.value)} ({_between(row)})"


def _accuracy_table(result: BenchResult) -> Iterator[str]:
    yield from ("| metric | ours | 95 % | n | published |", "|---|---|---|---|---|")
    for row in _shown(result):
        digits = 3 if row.metric.endswith("ece") and row.metric != "actors.ece" else 1  # that one is in percent
        yield f"| `{row.metric}` | {_plain(row.value, digits)} | {_between(row, digits)} | {row.n} | {_peer(row)} |"


def _chosen(result: BenchResult, endings: tuple[str, ...]) -> BenchResult:
    """Return the figures that a reader needs, by how their metrics end: some benches print eighty."""
    rows = (row for row in result.rows if row.metric.endswith(endings))
    return replace(result, rows=tuple(rows))


def _share_table(result: BenchResult) -> Iterator[str]:
    yield from ("| metric | ours | 95 % | n |", "|---|---|---|---|")
    shares = [row for row in _shown(result) if row.n > 1]  # the others are single questions
    for row in shares:
        yield f"| `{row.metric}` | {_plain(row.value)} | {_between(row)} | {row.n} |"


def _slot_table(result: BenchResult) -> Iterator[str]:
    yield from ("| slot | P | R | F | 95 % | n | best published F |", "|---|---|---|---|---|---|---|")
    for row in _shown(result):
        name, _, figure = row.metric.removeprefix("muc4.").partition(".")
        if figure == "f1":
            found, wanted = (_of(result, f"muc4.{name}.{side}") for side in ("precision", "recall"))
            yield f"| {name} | {found} | {wanted} | {_plain(row.value)} | {_between(row)} | {row.n} | {_peer(row)} |"


def _shown(result: BenchResult) -> Iterable[Row]:
    return [row for row in result.rows if not row.metric.endswith(".failed")]


def _of(result: BenchResult, metric: str) -> str:
    return _plain(result.row(metric).value) if metric in result.metrics() else ""


def _peer(row: Row) -> str:
    return f"{_plain(row.peer_value)} ({row.peer})" if row.peer_value is not None else ""


def _between(row: Row, digits: int = 1) -> str:
    is_known = row.low is not None and row.high is not None
    return f"{_plain(row.low, digits)} to {_plain(row.high, digits)}" if is_known else ""


def _plain(value: float | None, digits: int = 1) -> str:
    return "not measured" if value is None else f"{value:.{digits}f}"


def _whole(value: float | None) -> str:
    return "not measured" if value is None else f"{value:,.0f}"


@cache
def made_by() -> str:
    """Return the coder of today: version, name and hash of its configuration."""
    coding = Config().coding
    stamp = make_coder(coding.coder, count_policy=coding.count_policy).stamp
    return f"Dateline {version('dateline')}, coder {stamp.coder}, configuration {stamp.config_hash}"


def _untuned_wires(folder: Path) -> Path:
    train = locate(None, "muc4").parent / "train.jsonl.xz"
    with lzma.open(train, "rt", encoding="utf-8") as lines:
        chosen = list(islice(lines, *UNTUNED))
    path = folder / "others.jsonl"
    path.write_text("".join(chosen), encoding="utf-8")
    return path


PASSAGES = {
    DOCS / "limits.md": ("figures", figures),
    DOCS / "profile.md": ("profile", profile),
    ROOT / "README.md": ("figures", headline),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = ArgumentParser(description="Run benches and write their figures into the pages.")
    parser.add_argument("folder", nargs="?", help="one folder a data set; the default is that of `dateline bench`")
    parser.add_argument("--only", nargs="+", choices=NAMES, default=NAMES, metavar="NAME", help=", ".join(NAMES))
    asked = parser.parse_args(arguments)
    if asked.folder:
        os.environ[DATA_VARIABLE] = asked.folder
    results = kept(KEPT)
    for name in sorted(asked.only, key=lambda name: name != "speed"):  # first: it measures this process's memory
        results[name] = measure(name)
        keep(results, KEPT)
    if missing := [name for name in NAMES if name not in results]:
        print(f"the pages stay as they are: not measured yet: {', '.join(missing)}")
        return
    for path, (mark, passage) in PASSAGES.items():
        path.write_text(filled(path.read_text(encoding="utf-8"), mark, passage(results)), encoding="utf-8")
        print(f"wrote the {mark} in {path.name}")


if __name__ == "__main__":
    main()
