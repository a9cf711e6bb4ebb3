"""Runs the whole coder over a bench's texts."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dateline.bench.records import Progress, Row
from dateline.documents.records import Document
from dateline.pipeline import Coded, Failed, Stages, code_documents, load_stages, make_coder


def stages_with(count_policy: str | None = None) -> Stages:
    """Return the stages of a fresh installation; a policy for vague counts replaces the default one."""
    stages = load_stages()
    if count_policy is None:
        return stages
    return replace(stages, coder=make_coder(stages.coder.stamp.coder, count_policy=count_policy))


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
