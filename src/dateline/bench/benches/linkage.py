"""The linkage bench: which reports tell of one incident, linked one after another and all at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from dateline.bench.bootstrap import Table, interval, percentage
from dateline.bench.datasets import locate, locate_folder, write_predictions
from dateline.bench.ecb import ecb_rows, has_ecb
from dateline.bench.incidents import Report, earlier_and_later, read_incidents
from dateline.bench.linking import Told, code_reports
from dateline.bench.linking_peers import peers
from dateline.bench.linking_stream import Decided, stream
from dateline.bench.records import Bench, BenchResult, Order, Prediction, Row
from dateline.bench.scorers.clusters import rows
from dateline.linkage.batch import link_all
from dateline.linkage.cluster import BAND
from dateline.linkage.index import MemoryIndex

BENCH = Bench(
    name="linkage",
    measures=(
        "reports of one incident: clusters, candidates, and how sure each decision is; texts with labels of several "
        "incidents, texts under 100 characters and exact copies are left out; of a file with `dev` in its name the "
        "incidents first reported in the later 40 % are scored, of any other file all"
    ),
    origin="Vossen et al. 2018 (SemEval-2018 task 5; Gun Violence Corpus); Cybulska and Vossen 2014 (ECB+)",
    format='a line: {"id", "inc", "title", "text", "dct"}; a folder may also hold the files of ECB+',
    licence="third-party news, for evaluation on the machine; ECB+ CC BY 3.0",
    folder="linkage",
)
_MEASURES = ("b3", "lea", "pair", "conll")
_BINS = 10
_NAMED = "gun_violence*.jsonl*"


def run(order: Order) -> BenchResult:
    """Score the reports of incidents, and mentions of ECB+ where the data is a folder that holds it."""
    place = locate_folder(order.data, BENCH.folder)
    figures: list[Row] = []
    told: list[Told] = []
    path = _incidents_in(place)
    if path is not None:
        told = code_reports(_scored(path, order.limit), order)
        figures += _incident_rows(told, order)
    if place.is_dir() and has_ecb(place):
        figures += ecb_rows(place, order)
    return BenchResult(BENCH.name, str(path or place), len(told), tuple(figures))


def _incidents_in(place: Path) -> Path | None:
    if place.is_file():
        return place
    found = sorted(place.glob(_NAMED), key=lambda path: ("dev" not in path.name, path.name))
    if not found and has_ecb(place):
        return None
    return found[0] if found else locate(place, BENCH.folder)


def _scored(path: Path, limit: int | None) -> list[Report]:
    reports = read_incidents(path)
    return (earlier_and_later(reports)[1] if "dev" in path.name else reports)[:limit]


def _incident_rows(told: Sequence[Told], order: Order) -> Iterator[Row]:
    decided, placed = stream(told)
    gold = [each.incident for each in told]
    streamed = [placed[each.lead.id] for each in told]
    if order.out is not None:
        write_predictions(order.out, map(_prediction, told, decided, streamed))
    for row in rows("linkage.", streamed, gold, measures=_MEASURES):
        yield row if row.metric != "linkage.b3.f1" else _beside_peers(row, told)
    at_once = link_all([item for each in told for item in each.items])
    batch = [at_once[each.lead.id] for each in told]
    yield from rows("linkage.batch.", batch, gold, measures=_MEASURES, note="all at once")
    yield _recall(told)
    yield from _decision_rows(told, decided)


def _beside_peers(row: Row, told: Sequence[Told]) -> Row:
    found = peers(told)
    best = max(found, key=lambda peer: peer.value)
    return replace(row, peer=best.system, peer_value=best.value, peers=found)


def _recall(told: Sequence[Told]) -> Row:
    """Return the share of true pairs of lead accounts that blocking finds among all accounts told before."""
    index, before = MemoryIndex(), dict[str, list[str]]()
    table = {each.incident: [0.0, 0.0] for each in told}
    for each in told:
        near = {item.id for item in index.near(each.lead)}
        earlier = before.setdefault(each.incident, [])
        table[each.incident][0] += len(near.intersection(earlier))
        table[each.incident][1] += len(earlier)
        for item in each.items:
            index.add(item, item.id)
        earlier.append(each.lead.id)
    sums = np.array(list(table.values()))
    note = "true pairs of reports that are among the candidates"
    return Row("linkage.candidate_recall", *interval(sums, percentage), int(sums[:, 1].sum()), note=note)


def _decision_rows(told: Sequence[Told], decided: Sequence[Decided]) -> Iterator[Row]:
    incidents = {name: number for number, name in enumerate(dict.fromkeys(each.incident for each in told))}
    at = [incidents[each.incident] for each in told]
    gaps = np.zeros((len(incidents), _BINS + 1))
    waits, wrong = np.zeros((len(incidents), 2)), np.zeros((len(incidents), 2))
    for number, each in zip(at, decided, strict=True):
        gaps[number, min(int(each.chance * _BINS), _BINS - 1)] += each.chance - each.is_right
        gaps[number, _BINS] += 1
        waits[number] += (each.chance < BAND[1], 1)
        if each.chance >= BAND[1]:
            wrong[number] += (not each.is_right, 1)
    note = "0 is best; the probability that the report was placed right, ten equally wide bins"
    yield Row("linkage.decision.ece", *interval(gaps, _mean_gap), len(told), note=note)
    yield Row("linkage.review.share", *interval(waits, percentage), len(told), note="surer than .9 neither way")
    sure = int(wrong[:, 1].sum())
    yield Row("linkage.review.error_outside", *interval(wrong, percentage), sure, note="of those, placed wrongly")


def _mean_gap(sums: Table) -> Table:
    gaps: Table = np.abs(sums[:, :_BINS]).sum(axis=1) / np.maximum(sums[:, _BINS], 1)
    return gaps


def _prediction(told: Told, decided: Decided, cluster: str) -> Prediction:
    said: Mapping[str, object] = {"cluster": cluster, "probability": round(decided.chance, 3)}
    return {"id": told.report, "prediction": said, "gold": told.incident, "right": decided.is_right}
