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
RELEVANCE = "relevance"


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

    `stage` is "read", "language", "relevance", or the room that gave up: "mentions", "places", "actors", "claims",
    "events".
    """

    origin: str
    stage: str
    reason: str

    @property
    def is_skipped(self) -> bool:
        """Tell whether nothing went wrong: the document is irrelevant, or in a language that is not coded."""
        return self.stage in (LANGUAGE, RELEVANCE)

    @property
    def came_to(self) -> str:
        """Return what the document is counted as at the end of a run: "skipped", "irrelevant" or "failed"."""
        return {LANGUAGE: "skipped", RELEVANCE: "irrelevant"}.get(self.stage, "failed")


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
    """The end of a run, how many documents came to what; `read` is the sum of the others.

    `irrelevant` are those that the relevance gate kept from the coder.
    """

    read: int
    new: int
    known: int
    duplicates: int
    skipped: int
    failed: int
    irrelevant: int = 0


Progress = Coded | Known | Duplicate | Failed | Finished


@dataclass(frozen=True, slots=True)
class LinkedAccount:
    """An account that was placed, and the event that it belongs to."""

    account: str
    event: str


@dataclass(frozen=True, slots=True)
class LinkedAll:
    """The end of a run of linking: how many accounts it placed, and how many others moved with them."""

    placed: int
    moved: int


LinkProgress = LinkedAccount | LinkedAll
