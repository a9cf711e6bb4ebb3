"""Grouping: which of the spans that the network marks belong to one event, and what kind of event it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dateline.claims.coders.model.records import Candidate, Reading
from dateline.claims.coders.rules.page import Page
from dateline.values.spans import Span

KINDS = {"ATTACK": "attack", "BOMBING": "bombing", "KIDNAPPING": "abduction", "ARSON": "arson", "ROBBERY": "robbery"}
"""What a sentence may tell of, as the network labels it -> kind of event."""

_TOGETHER = 0.5  # mean probability from which a span joins the spans of an event
_STAGES = {"ATTEMPTED": "attempted", "THREATENED": "threatened"}
_DONE = "accomplished"
_SURE = 0.5


@dataclass(slots=True)
class Group:
    """The spans of one event, in the order of the text."""

    members: list[Candidate] = field(default_factory=list)

    def chance(self, reading: Reading, candidate: Candidate) -> float:
        """Return the mean probability that a span is of one event with each member."""
        chances = [reading.together(candidate.marked.first, other.marked.first) for other in self.members]
        return sum(chances) / len(chances)


def group_candidates(reading: Reading, candidates: Iterable[Candidate]) -> list[Group]:
    """Return the events as groups of spans: each span joins the group that it likeliest belongs to, or opens one."""
    groups: list[Group] = []
    for candidate in sorted(candidates, key=lambda each: each.marked.span):
        chances = [group.chance(reading, candidate) for group in groups]
        best = max(chances, default=0.0)
        if best >= _TOGETHER:
            groups[chances.index(best)].members.append(candidate)
        else:
            groups.append(Group([candidate]))
    return groups


def kind_of(page: Page, reading: Reading, group: Group) -> tuple[str, float, Span]:
    """Return the kind that the group's sentences likeliest tell of, its probability, and the sentence that says it."""
    return max(
        ((KINDS[label], reading.label(span, label), span) for span in sentences_of(page, group) for label in KINDS),
        key=lambda told: told[1],
    )


def stage_of(page: Page, reading: Reading, group: Group) -> str:
    """Return the stage: attempted or threatened where all the group's sentences say so, else accomplished."""
    spans = sentences_of(page, group)
    told = {stage: min(reading.label(span, label) for span in spans) for label, stage in _STAGES.items()}
    best = max(told, key=lambda stage: told[stage])
    return best if told[best] >= _SURE else _DONE


def sentences_of(page: Page, group: Group) -> Sequence[Span]:
    """Return the sentences in which the group's spans stand, each once."""
    return tuple(dict.fromkeys(page.sentence(member.filler.head).span for member in group.members))
