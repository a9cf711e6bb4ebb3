"""The nouns of the claims room: the claim, its speaker and stance, and the frame that holds claims together."""

from dataclasses import InitVar, dataclass, field
from enum import StrEnum

from dateline.documents.records import Document
from dateline.errors import QuoteError
from dateline.stamp import Stamp
from dateline.values.certainty import checked_probability
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.values.ids import make_id
from dateline.values.spans import Quote


class FrameKind(StrEnum):
    EVENT = "event"
    RELATION = "relation"
    STRENGTH = "strength"
    AREA = "area"
    RELEASE = "release"


class Stance(StrEnum):
    """Who did it and whether it happened, after MUC-4 slot 11, widened."""

    REPORTED = "reported"  # stated as fact
    CLAIMED = "claimed"  # the speaker says that it did it itself
    ACCUSED = "accused"
    ACCUSED_BY_AUTHORITIES = "accused_by_authorities"
    POSSIBLE = "possible"
    DENIED = "denied"
    CONDEMNED = "condemned"
    PREDICTED = "predicted"


UNSAID = frozenset({Stance.DENIED, Stance.CONDEMNED, Stance.PREDICTED})  # these say that it is not, or not yet, so


class SpeakerKind(StrEnum):
    AUTHOR = "author"  # the document's own word
    PERPETRATOR = "perpetrator"
    AUTHORITY = "authority"
    HOSPITAL = "hospital"
    WITNESS = "witness"
    RIVAL = "rival"
    NGO = "ngo"
    MEDIA = "media"
    ANONYMOUS = "anonymous"
    NOBODY_NAMED = "nobody_named"  # "has been attributed to", by whom is not said
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Whose word a claim is. `name` is as the text has it; `key` the roster entry, where the name is on it."""

    kind: SpeakerKind
    name: str | None = None
    key: str | None = None


AUTHOR = Speaker(SpeakerKind.AUTHOR)


@dataclass(frozen=True, slots=True)
class Code:
    """A value from a closed list of the codebook: `scheme` names the list ("acled.sub_event", "stage", "medium")."""

    scheme: str
    code: str


@dataclass(frozen=True, slots=True)
class Named:
    """A value that is a name or description in the text. `keys` and `mention_id` lead to the roster or gazetteer.

    `reason` says why they do where the words only stand for a name ("the group", "they"); `is_guess` that the text
    brings whom they name to the event so loosely that it is likelier another. Neither makes another value.
    """

    text: str
    mention_id: str | None = None
    keys: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    reason: str = field(default="", compare=False, repr=False)
    is_guess: bool = field(default=False, compare=False, repr=False)


Value = Code | Named | Count | DateValue


@dataclass(frozen=True, slots=True)
class Claim:
    """One value that one document gives for one slot of one frame, with the quote that says it.

    Made only against its document: raises QuoteError if the quote does not stand there. `published` is the value as
    the text has it, `value` as read, None where it could not be read. `confidence` is the probability that a careful
    coder of the same document would code the same value; how far it is calibrated is stated with each coder.
    """

    document: InitVar[Document]
    frame_id: str
    slot: str
    published: str
    value: Value | None
    quote: Quote  # the whole passage that says it, usually the sentence
    highlight: Quote  # the words inside the quote that are the value
    stamp: Stamp
    speaker: Speaker = AUTHOR
    stance: Stance = Stance.REPORTED
    hedge: str | None = None  # the hedging words: "appears to be", "reportedly"
    confidence: float = 0.5
    document_id: str = field(init=False)
    id: str = field(init=False)

    def __post_init__(self, document: Document) -> None:
        for quote in (self.quote, self.highlight):
            if not quote.stands_in(document.text):
                raise QuoteError(f"{document.origin}: the quote {quote.text[:60]!r} does not stand at {quote.span}")
        if not self.quote.span.contains(self.highlight.span):
            raise QuoteError(f"{document.origin}: the highlight {self.highlight.text[:60]!r} is outside its quote")
        checked_probability(self.confidence)
        object.__setattr__(self, "document_id", document.id)
        parts = (self.frame_id, self.slot, self.value, self.highlight.span, self.speaker, self.stance)
        object.__setattr__(self, "id", make_id("clm", *parts))


@dataclass(frozen=True, slots=True)
class Frame:
    """The claims of one document about one thing. `mentions` are the words that speak of it, first mention first."""

    id: str
    document_id: str
    kind: FrameKind
    mentions: tuple[Quote, ...]
    claims: tuple[Claim, ...]
    stamp: Stamp

    def slot(self, name: str) -> tuple[Claim, ...]:
        """Return the claims of one slot, in the coder's order: best first."""
        return tuple(claim for claim in self.claims if claim.slot == name)


def frame_id(document: Document, kind: FrameKind, first: Quote, coder: str) -> str:
    """Return the id of a frame: its document, kind, first mention and coder make it unique."""
    return make_id("frm", document.id, kind, first.span.start, first.span.end, coder)
