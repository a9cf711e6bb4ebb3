"""The nouns of the views room: a column of a table, a document's file, an event's dossier, and a trail."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Frame
from dateline.documents.records import Document
from dateline.events.records import Cell, Event
from dateline.judgement import Numbered, Verdict
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution

Scalar = str | int | float | bool | None
Plain = Scalar | list["Plain"] | dict[str, "Plain"]  # what JSON can hold
Row = dict[str, Plain]
ColumnType = Literal["text", "integer", "number", "date", "boolean", "quotes", "slots"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name, the type of its values (each may be null) and what it means."""

    name: str
    type: ColumnType
    meaning: str


@dataclass(frozen=True, slots=True)
class File:
    """One document with what was made of it. `withheld` are the names that a default export does not show."""

    document: Document
    frames: tuple[Frame, ...]
    mentions: tuple[Mention, ...] = ()
    places: Mapping[str, PlaceResolution] = field(default_factory=dict)  # by mention id
    actors: Mapping[str, ActorResolution] = field(default_factory=dict)  # by mention id
    withheld: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event with the files of its documents and its claims by id."""

    event: Event
    files: tuple[File, ...]  # earliest published first
    claims: Mapping[str, Claim]
    accounts: tuple[Event, ...] = ()  # the event as each document tells it, in order of arrival
    ruling: Numbered | None = None  # a person's judgement on the event as a whole: accepted or rejected

    @property
    def is_rejected(self) -> bool:
        return self.ruling is not None and self.ruling.judgement.verdict is Verdict.REJECT

    def file_of(self, claim: Claim) -> File:
        """Return the file of a claim's document."""
        return next(file for file in self.files if file.document.id == claim.document_id)


@dataclass(frozen=True, slots=True)
class Step:
    """One claim on a trail: where it stands and whether the cell follows it or sets it aside."""

    claim: Claim
    document: Document
    chosen: bool


@dataclass(frozen=True, slots=True)
class Trail:
    """From one cell back to its sentences: the claims that say it, then those that compete with it."""

    event_id: str
    cell: Cell
    steps: tuple[Step, ...]
