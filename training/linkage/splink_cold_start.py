"""Links the same reports by Splink, without labels: `python -m training.linkage.splink_cold_start DATA [--kept FILE]`.

Needs `pip install splink` (5.0, with DuckDB), which nothing else does; some minutes of CPU. DATA holds
`linkage/gun_violence.dev.jsonl.xz`. Expectation maximisation sees no label; the threshold above which two reports are
one event is the best on the earlier part of the incidents, and what is printed are scores of the later part. `--kept`
is a file of items of both parts, written if it is not there.
"""

from argparse import ArgumentParser
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import splink.comparison_level_library as level
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_library import CustomComparison, ExactMatch

from dateline.bench.linking import Told
from dateline.bench.linking_stream import stream
from dateline.bench.scorers.clusters import rows, score
from dateline.linkage.average import average_link
from dateline.linkage.records import Item
from training.linkage.parts import both_parts

WINDOW = 120  # days between two tellings that are compared, as wide as most of our own candidates lie
THRESHOLDS = (0.5, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999, 0.99999)
TERMS = 20  # heaviest words of a report, where words are compared
SAMPLED = 1e7  # pairs that the chance of an agreement by accident is taken from
Pairs = Mapping[tuple[str, str], float]
Clustering = Callable[[Linker, Any, Sequence[Told], float], list[Hashable]]
HIDDEN: Mapping[str, Mapping[str, Any]] = {  # what is taken from every item, to see who leans on what
    "nothing": {},
    "places": {"spots": (), "setting": frozenset()},
    "names and ages": {"names": frozenset(), "ages": frozenset()},
    "days of events": {"first": None, "last": None},
}


def as_row(item: Item) -> dict[str, Any]:
    """Return an item as a row of a table; None and empty lists are not known."""
    spot = min(item.spots, key=lambda each: each.precision, default=None)
    point = spot.point if spot is not None else None
    heaviest = sorted(item.terms, key=lambda term: (-item.terms[term], term))[:TERMS]
    return {
        "unique_id": item.id,
        "told": item.told,
        "week": item.told // 7 if item.told is not None else None,
        "day": item.first,
        "place": spot.id if spot is not None else None,
        "lat": point.lat if point is not None else None,
        "lon": point.lon if point is not None else None,
        "names": sorted(name for name in item.names if not name[0].isdigit()) or None,
        "addresses": sorted(name for name in item.names if name[0].isdigit()) or None,
        "ages": sorted(item.ages) or None,
        "kind": item.kind,
        "deaths": item.counts["deaths"][0] if "deaths" in item.counts else None,
        "injured": item.counts["injured"][0] if "injured" in item.counts else None,
        "terms": heaviest or None,
    }


SCHEMA = pa.schema(
    [(name, pa.string()) for name in ("unique_id", "place", "kind")]
    + [(name, pa.int64()) for name in ("told", "week", "day", "deaths", "injured")]
    + [(name, pa.float64()) for name in ("lat", "lon")]
    + [(name, pa.list_(pa.string())) for name in ("names", "addresses", "terms")]
    + [("ages", pa.list_(pa.int64()))]
)


def comparisons(*, with_words: bool) -> list[CustomComparison]:
    made = [
        _apart("day", (0, 1, 7, 30)),
        _apart("told", (1, 4, 14, 45)),
        CustomComparison(
            output_column_name="place",
            comparison_levels=[
                level.NullLevel("lat"),
                level.ExactMatchLevel("place"),
                *(level.DistanceInKMLevel("lat", "lon", km) for km in (10, 50, 250)),
                level.ElseLevel(),
            ],
        ),
        _shared("names", (4, 2, 1)),
        _shared("ages", (2, 1)),
        _shared("addresses", (1,)),
        ExactMatch("kind"),
        _apart("deaths", (0, 1)),
        _apart("injured", (0, 1)),
    ]
    return [*made, _shared("terms", (8, 5, 3, 2))] if with_words else made


def _apart(column: str, steps: Sequence[int]) -> CustomComparison:
    levels = [level.CustomLevel(f"abs({column}_l - {column}_r) <= {step}", f"at most {step}") for step in steps]
    return CustomComparison([level.NullLevel(column), *levels, level.ElseLevel()], column)


def _shared(column: str, sizes: Sequence[int]) -> CustomComparison:
    levels = [level.ArrayIntersectLevel(column, min_intersection=size) for size in sizes]
    return CustomComparison([level.NullLevel(column), *levels, level.ElseLevel()], column)


def trained(items: Sequence[Item], *, with_words: bool) -> Linker:
    """Return Splink's linker, its weights estimated without a label."""
    known = [name for name in ("place", "day", "names") if any(as_row(item)[name] for item in items)]
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[each for each in comparisons(with_words=with_words) if _is_known(each, items)],
        blocking_rules_to_generate_predictions=[f"abs(l.told - r.told) <= {WINDOW}"],
        retain_matching_columns=False,
    )
    api = DuckDBAPI()
    linker = Linker(api.register(pa.Table.from_pylist([as_row(item) for item in items], SCHEMA)), settings)
    sure = ["abs(l.told - r.told) <= 3 and list_has_any(l.terms[1:3], r.terms[1:3]) and l.kind = r.kind"]
    if "names" in known:
        sure.append("len(list_intersect(l.names, r.names)) >= 3 and abs(l.told - r.told) <= 30")
    linker.training.estimate_probability_two_random_records_match(sure, recall=0.6)
    linker.training.estimate_u_using_random_sampling(max_pairs=SAMPLED, seed=1)
    for rule in _rules(known):
        linker.training.estimate_parameters_using_expectation_maximisation(
            rule, fix_probability_two_random_records_match=True, record_sample_proportion=1.0
        )
    return linker


def _is_known(comparison: CustomComparison, items: Sequence[Item]) -> bool:
    column = comparison.get_comparison("duckdb").output_column_name
    return any(as_row(item)[column] is not None for item in items)


def _rules(known: Sequence[str]) -> Iterator[Any]:
    """Yield the pairs that each pass sees; what it blocks on gets its weights from another."""
    if "place" in known:
        yield block_on("place", "week")
    if "names" in known:
        yield f"list_has_any(l.names, r.names) and abs(l.told - r.told) <= {WINDOW}"
    if "day" in known:
        yield block_on("day", "kind")
    if len(known) < 2:
        yield block_on("week", "kind")


def components(linker: Linker, predicted: Any, told: Sequence[Told], threshold: float) -> list[Hashable]:
    """Cluster as Splink does: all that is joined by any chain of likely pairs."""
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    cluster = {row["unique_id"]: row["cluster_id"] for row in found.as_record_list()}
    return [cluster[each.lead.id] for each in told]


def by_average(_: Linker, predicted: Any, told: Sequence[Told], threshold: float) -> list[Hashable]:
    """Cluster Splink's chances by our average link, which asks for a mean above one half."""
    chances = {
        (row["unique_id_l"], row["unique_id_r"]): row["match_probability"] * 0.5 / threshold
        for row in predicted.as_record_list()
    }
    groups = average_link((each.lead.id for each in told), chances)
    cluster = {name: group[0] for group in groups for name in group}
    return [cluster[each.lead.id] for each in told]


CLUSTERINGS: Mapping[str, Clustering] = {"connected components": components, "our average link": by_average}


def hide(told: Sequence[Told], hidden: Mapping[str, Any]) -> list[Told]:
    return [
        replace(each, lead=replace(each.lead, **hidden), others=tuple(replace(item, **hidden) for item in each.others))
        for each in told
    ]


def compare(earlier: Sequence[Told], later: Sequence[Told]) -> Iterator[tuple[str, list[Hashable]]]:
    """Yield each way's name and its clusters of the later part."""
    for with_words in (False, True):
        fields = "fields and words" if with_words else "fields"
        both = []
        for told in (earlier, later):
            linker = trained([each.lead for each in told], with_words=with_words)
            both.append((linker, linker.inference.predict(threshold_match_probability=0.05)))
        for name, cluster in CLUSTERINGS.items():
            best = max(THRESHOLDS, key=lambda at, way=cluster: _b3(way(*both[0], earlier, at), earlier))
            yield f"Splink, {fields}, {name} at {best}", cluster(*both[1], later, best)


def _b3(clusters: Sequence[Hashable], told: Sequence[Told]) -> float:
    return score(clusters, [each.incident for each in told])["b3"].f1


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--kept", type=Path)
    given = parser.parse_args()
    parts = both_parts(given.data / "linkage" / "gun_violence.dev.jsonl.xz", given.kept)
    for name, hidden in HIDDEN.items():
        earlier, later = (hide(part, hidden) for part in parts)
        _, placed = stream(later)
        shipped: list[Hashable] = [placed[each.lead.id] for each in later]
        gold = [each.incident for each in later]
        for way, clusters in (("shipped weights, streamed", shipped), *compare(earlier, later)):
            for row in rows("", clusters, gold, measures=("b3", "lea", "pair")):
                said = f"{row.value:.1f} ({row.low:.1f} to {row.high:.1f}), {row.note}"
                print(f"without {name} | {way} | {row.metric} {said}", flush=True)  # noqa: T201 - a script


if __name__ == "__main__":
    main()
