"""Runs the whole coder over a bench's texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.bench.records import Order, Progress, Row
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed, Stages, code_documents, load_stages, make_coder


def stages_with(order: Order, count_policy: str | None = None) -> Stages:
    """Return the stages of a fresh installation, with the coder that is asked for; a policy replaces the default."""
    stages = load_stages()
    if count_policy is None and order.coder is None:
        return stages
    name = order.coder or stages.coder.stamp.coder
    return replace(stages, coder=make_coder(name, count_policy=count_policy or load_codebook().policy().name))


def code_all(
    documents: Iterable[Document], stages: Stages, on_progress: Progress | None = None
) -> Iterator[Coded | Failed]:
    """Yield what became of each document, in order, and tell the progress after each."""
    for number, outcome in enumerate(code_documents(documents, stages), 1):
        yield outcome
        if on_progress is not None:
            on_progress(number)


def failed_row(bench: str, outcomes: Sequence[Coded | Failed]) -> Row:
    """Return `<bench>.failed`: how many documents could not be coded and were scored as empty."""
    reasons = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
    note = f"the first: {reasons[0].origin}: {reasons[0].reason}" if reasons else ""
    return Row(f"{bench}.failed", len(reasons), n=len(outcomes), note=note)
