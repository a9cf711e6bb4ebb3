"""The nouns of the pipeline: one document gone through all stages."""

from dataclasses import dataclass

from dateline.actors.records import ActorResolution
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution


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
    """A document that could not be coded, kept with its reason so that the run goes on."""

    origin: str
    stage: str
    reason: str
