"""Streams reports through the linker and judges each decision by what had been told before it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from dateline.bench.linking import Told
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex


@dataclass(frozen=True, slots=True)
class Decided:
    """How sure the linker was of placing a report, and whether it was right when it was placed.

    Right is: with reports most of which are of its incident; or alone, where none of its incident came before.
    """

    chance: float
    is_right: bool


def stream(told: Sequence[Told]) -> tuple[list[Decided], dict[str, str]]:
    """Place the accounts of one report after another; return the decisions on leads, and where all are at the end."""
    index = MemoryIndex()
    linker = Linker(index)
    incidents = {each.lead.id: each.incident for each in told}
    seen: set[str] = set()
    decided = []
    for each in told:
        decision = linker.place(each.lead).decision
        others = [item for item in index.members(decision.cluster) if item.id != each.lead.id]
        leads = Counter(incidents[item.id] for item in others if item.is_lead)
        is_right = leads.most_common(1)[0][0] == each.incident if leads else not others and each.incident not in seen
        decided.append(Decided(decision.probability, is_right))
        seen.add(each.incident)
        for item in each.others:
            linker.place(item)
    return decided, {item.id: index.cluster_of(item.id) or item.id for each in told for item in each.items}
