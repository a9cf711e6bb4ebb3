"""Codes labelled reports and holds their accounts as items, ready to be linked."""

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.bench.coding import code_all, stages_with
from dateline.bench.incidents import Report, in_order
from dateline.bench.records import Order
from dateline.documents.records import Document
from dateline.events.items import Telling, item_of_text, items_of
from dateline.linkage.records import Item
from dateline.pipeline import Coded, Failed


@dataclass(frozen=True, slots=True)
class Told:
    """A report's incident by the key, its lead account, and the accounts of what else it tells."""

    report: str
    incident: str
    lead: Item
    others: tuple[Item, ...] = ()

    @property
    def items(self) -> tuple[Item, ...]:
        return self.lead, *self.others


def code_reports(reports: Sequence[Report], order: Order) -> list[Told]:
    """Code reports in the order in which they were published; see `told_by`."""
    ordered = list(in_order(reports))
    documents = [report.as_document() for report in ordered]
    outcomes = code_all(documents, stages_with(order), order.on_progress)
    return [
        told_by(report, document, outcome)
        for report, document, outcome in zip(ordered, documents, outcomes, strict=True)
    ]


def told_by(report: Report, document: Document, outcome: Coded | Failed) -> Told:
    """Return a report's accounts; one of which no account was coded stands as an item of its text alone."""
    if isinstance(outcome, Failed):
        return Told(report.id, report.incident, item_of_text(Telling.of(document, ())))
    telling = Telling.of(
        document, outcome.frames, mentions=outcome.mentions, places=outcome.places, actors=outcome.actors
    )
    items = items_of(outcome.events, telling)
    lead = next((item for item in items if item.is_lead), None) or item_of_text(telling)
    return Told(report.id, report.incident, lead, tuple(item for item in items if not item.is_lead))
