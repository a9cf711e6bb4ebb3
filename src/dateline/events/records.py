"""The nouns of the events room: what happened, as far as the frames linked to it agree."""

from dataclasses import dataclass, field

from dateline.claims.records import Value
from dateline.values.ids import make_id


@dataclass(frozen=True, slots=True)
class Candidate:
    """One who may have done it: by whose word, with what stance, and how probable the words make it."""

    name: str
    reference: str | None  # the roster's id
    probability: float  # over all candidates and nobody of them: by the table of data/suspects.yaml, not calibrated
    claims: tuple[str, ...]  # ids of the claims that name it, denials too
    stances: tuple[str, ...]
    speakers: tuple[str, ...]  # names, else kinds, of those whose word it is


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of an event: the value chosen, the rule that chose it, and every claim for and against.

    `value` is None where nothing was said or nothing could be read: unknown stays unknown. For counts the chosen
    Count carries low, best and high. `name` is the resolved name to show (roster, gazetteer, codebook) or the text.
    What is told of an event's many documents (`voices`, `reasons`, `candidates`) is computed, never stored.
    """

    slot: str
    value: Value | None
    name: str
    stance: str
    confidence: float
    rule: str  # the reconciling policy and its step, in words: "dateline.v2: only claim"
    claims: tuple[str, ...]  # ids of the claims that say it
    set_aside: tuple[str, ...] = ()  # ids of the competing claims
    disputed: bool = False
    reference: str | None = None  # roster or gazetteer id of the value
    voices: tuple[tuple[str, ...], ...] = field(
        default=(), compare=False
    )  # documents that say it, an independent voice each
    reasons: tuple[tuple[str, str], ...] = field(
        default=(), compare=False
    )  # why each claim was set aside: id, sentence
    candidates: tuple[Candidate, ...] = field(default=(), compare=False)  # of a perpetrator, the likeliest first

    def reason_of(self, claim_id: str) -> str:
        """Return why a claim was set aside; empty where the rule alone tells."""
        return dict(self.reasons).get(claim_id, "")


@dataclass(frozen=True, slots=True)
class Event:
    """What happened: computed from frames, never stored over anything."""

    id: str
    frames: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, slot: str) -> Cell | None:
        return next((cell for cell in self.cells if cell.slot == slot), None)


def event_id(frame_ids: tuple[str, ...]) -> str:
    """Return the id of an event: that of its earliest frame id, so that a later frame does not change it."""
    return make_id("evt", min(frame_ids))
