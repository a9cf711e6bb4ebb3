"""The nouns of the events room: what happened, as far as the frames linked to it agree."""

from dataclasses import dataclass

from dateline.claims.records import Value
from dateline.values.ids import make_id


@dataclass(frozen=True, slots=True)
class Cell:
    """One slot of an event: the value chosen, the rule that chose it, and every claim for and against.

    `value` is None where nothing was said or nothing could be read: unknown stays unknown. For counts the chosen
    Count carries low, best and high. `name` is the resolved name to show (roster, gazetteer, codebook) or the text.
    """

    slot: str
    value: Value | None
    name: str
    stance: str
    confidence: float
    rule: str  # the reconciling policy and its step, in words: "dateline.v1: only claim"
    claims: tuple[str, ...]  # ids of the claims that say it
    set_aside: tuple[str, ...] = ()  # ids of the competing claims
    disputed: bool = False
    reference: str | None = None  # roster or gazetteer id of the value


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
