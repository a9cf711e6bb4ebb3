"""The nouns of the pipeline: one document gone through all stages, what else may become of it, and a run's end."""

from dataclasses import dataclass

from dateline.actors.records import ActorResolution
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution

READING = "read"
LANGUAGE = "language"


@dataclass(frozen=True, slots=True)
class Coded:
    """Everything that the stages made of one document; one transaction of the store."""

    document: Document
    mentions: tuple[Mention, ...]
    places: tuple[PlaceResolution, ...]
    actors: tuple[ActorResolution, ...]
    frames: tuple[Frame, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Failed:
    """A document that could not be coded, kept with its reason so that the run goes on.

    `stage` is "read", "language", or the room that gave up: "mentions", "places", "actors", "claims", "events".
    """

    origin: str
    stage: str
    reason: str

    @property
    def is_skipped(self) -> bool:
        """Tell whether nothing went wrong: the document is in a language that the coder does not read."""
        return self.stage == LANGUAGE


@dataclass(frozen=True, slots=True)
class Known:
    """A document that the store holds with a coding of the same stamp: nothing was done."""

    document: Document


@dataclass(frozen=True, slots=True)
class Duplicate:
    """A document whose text the store holds under another origin: kept as its copy, not coded."""

    document: Document
    original_id: str


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of a run, how many documents came to what: read = new + known + duplicates + skipped + failed."""

    read: int
    new: int
    known: int
    duplicates: int
    skipped: int
    failed: int


Progress = Coded | Known | Duplicate | Failed | Finished
