"""The MUC-4 bench: templates of terrorist incidents in Latin American wires, slot by slot."""

from collections.abc import Sequence

from dateline.bench.coding import code_all, failed_row, stages_with
from dateline.bench.datasets import locate, read_lines, write_predictions
from dateline.bench.mappers.muc4 import map_report
from dateline.bench.peers import beside_peers
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers import muc4_roles, muc4_slots
from dateline.bench.scorers.muc4_templates import SLOTS, Template, read_template
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed

BENCH = Bench(
    name="muc4",
    measures="templates of incidents, 23 slots: precision, recall and F by slot, and the neural systems' role scores",
    origin="Fourth Message Understanding Conference, 1992: FBIS wires with answer keys",
    format='a line: {"docid", "text": in capitals, "templates": [{slot: [{"alts", "xref", "optional", "raw"}]}]}',
    licence="none on the texts; the keys are US government-sponsored",
    folder="muc4",
)


def run(order: Order) -> BenchResult:
    """Score the reports of one file."""
    path = locate(order.data, BENCH.folder)
    lines = list(read_lines(path, ("docid", "text", "templates"), order.limit))
    documents = (Document(line["text"], line["docid"], language="en") for line in lines)
    outcomes = list(code_all(documents, stages_with(order), order.on_progress))
    pairs = [
        (_mapped(outcome), tuple(map(read_template, line["templates"])))
        for outcome, line in zip(outcomes, lines, strict=True)
    ]
    if order.out is not None:
        rows = zip(lines, pairs, strict=True)
        write_predictions(order.out, (_prediction(line["docid"], len(line["text"]), pair) for line, pair in rows))
    roles = [(_roles(mine), _roles(theirs)) for mine, theirs in pairs]
    scored = beside_peers((*muc4_slots.score(pairs), *muc4_roles.score(roles)))
    return BenchResult(BENCH.name, str(path), len(lines), (*scored, failed_row(BENCH.name, outcomes)))


def _mapped(outcome: Coded | Failed) -> tuple[Template, ...]:
    return map_report(outcome) if isinstance(outcome, Coded) else ()


def _roles(templates: Sequence[Template]) -> list[muc4_roles.RoleTemplate]:
    return [muc4_roles.read_roles(template) for template in templates]


def _prediction(docid: str, length: int, pair: tuple[Sequence[Template], Sequence[Template]]) -> Prediction:
    predicted, gold = pair
    tallies = muc4_slots.tally_document(predicted, gold)
    return {
        "id": docid,
        "length": length,
        "prediction": [template.as_json() for template in predicted],
        "gold": [template.as_json() for template in gold],
        "aligned": muc4_slots.align(predicted, gold),
        "right": {slot: [tallies[slot].earned, tallies[slot].predicted, tallies[slot].wanted] for slot in SLOTS},
    }
