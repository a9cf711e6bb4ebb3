"""The nouns of the store: a document with what was made of it, a failure, and how much there is."""

from dataclasses import dataclass
from datetime import datetime

from dateline.actors.records import ActorResolution
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution


@dataclass(frozen=True, slots=True)
class Kept:
    """A document with all that its newest coding made of it; a copy has nothing of its own.

    The actors' rows come without the roster's other spellings, which the roster keeps.
    """

    document: Document
    copy_of: str | None  # the id of the document whose text this one repeats
    mentions: tuple[Mention, ...]
    places: tuple[PlaceResolution, ...]
    actors: tuple[ActorResolution, ...]
    frames: tuple[Frame, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Failure:
    """What could not be read or coded: where it came from, at which stage, and why."""

    origin: str
    stage: str  # "read", "language", "relevance", "mentions", "places", "actors", "claims", "events", "store"
    reason: str
    document_id: str | None = None  # None where there was no text to keep
    capture: str | None = None


@dataclass(frozen=True, slots=True)
class Stats:
    """How many rows the store holds; claims, frames and accounts are those of the newest codings."""

    documents: int
    copies: int
    coded: int
    frames: int
    claims: int
    accounts: int  # events as single documents tell them
    events: int
    review: int  # accounts whose link is neither likely nor unlikely: a person should look at them
    failures: int
    judgements: int
    runs: int


@dataclass(frozen=True, slots=True)
class Account:
    """One event as one document tells it; its id is also a name of the event that it belongs to."""

    id: str
    document_id: str
    coding: int = 0  # the row number of the document's newest coding


@dataclass(frozen=True, slots=True)
class Gathered:
    """An event by its id, with the accounts that tell of it in order of arrival."""

    event: str
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Where an account belongs, who says so, and how probable that is.

    `event` is None where the account is gone, its document having been coded anew. `probability` is None where it was
    moved along with others, or by a person.
    """

    account: str
    event: str | None
    by: str  # "linker.v1@0123456789ab" or "judgement 12"
    probability: float | None = None
    runner_up: str | None = None
    runner_up_probability: float | None = None
    reasons: tuple[str, ...] = ()
    made_at: datetime | None = None  # None: it has not been written

    def is_as(self, other: "Link | None") -> bool:
        """Tell whether another link says the same of the account, whenever it was made."""
        if other is None:
            return False
        return (self.event, self.by, self.probability, self.runner_up) == (
            other.event,
            other.by,
            other.probability,
            other.runner_up,
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in the store that is not as it must be: where, and what."""

    where: str
    what: str
