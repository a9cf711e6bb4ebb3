"""The actors bench: who is on the roster, how often easily confused names and words for them lead right, how fast."""

from pathlib import Path

from dateline.actors import load_roster
from dateline.bench.coding import stages_with
from dateline.bench.datasets import DATA_VARIABLE, data_root, write_predictions
from dateline.bench.records import Bench, BenchResult, Order
from dateline.bench.scorers import actors_confusable, actors_coreference, actors_judged, actors_lists, actors_matching

BENCH = Bench(
    name="actors",
    measures="UCDP's and the UN's organisations found by name; confusable names; pronouns; words matched a CPU-second",
    origin="UCDP Actor Dataset 22.1; UN Security Council consolidated list; sentences written for Dateline",
    format="a folder: ucdp_actors_*.csv and un_sc_consolidated_*.xml (or .xml.xz), each if it is there",
    licence="CC BY 4.0; none stated; Apache-2.0",
    folder="actors",
)


def run(order: Order) -> BenchResult:
    """Look the lists' names up, resolve confusable names and the words for them in their texts, and time the matching.

    Without a folder of lists those rows are absent: the others need no data. Raises InputError where a list is of
    another form.
    """
    folder = _folder(order.data)
    roster, stages = load_roster(), stages_with(order)
    answers = actors_confusable.answer_all(stages, order.limit)
    tempting = actors_confusable.answer_all(stages, order.limit, kind="tempting")
    meant = actors_coreference.answer_all(stages, limit=order.limit)
    if order.out is not None:
        write_predictions(order.out, [*(a.as_json() for a in (*answers, *tempting)), *(m.as_json() for m in meant)])
    rows = (
        *(actors_lists.rows(folder, roster) if folder else ()),
        *actors_confusable.rows(answers),
        *actors_confusable.rows(tempting, kind="tempting"),
        *actors_coreference.rows(meant),
        *actors_judged.rows(),
        actors_matching.row(roster),
    )
    data = str(folder) if folder else f"no lists (see {DATA_VARIABLE})"
    return BenchResult(BENCH.name, data, len(answers) + len(tempting) + len(meant), rows)


def _folder(data: Path | None) -> Path | None:
    root = data_root()
    place = data if data is not None else root / BENCH.folder if root is not None else None
    return place if place is not None and place.is_dir() else None
