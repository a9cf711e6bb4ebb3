"""The nouns of the mentions room: words as parsed, and the spans of a document that name a thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dateline.values.ids import make_id
from dateline.values.spans import Span


class MentionKind(StrEnum):
    ACTOR = "actor"  # a named group, force, government, party, agency: "IS-K", "Pakistan army"
    PLACE = "place"  # a named place: "Bajaur tribal district"
    DEMONYM = "demonym"  # a people or a thing called after a place: "Pakistani", "Kurds"
    PERSON = "person"  # a named person: "Ubaid-ur-Rehman Nizamani"
    FACILITY = "facility"  # a named building or site: "Pakistani Embassy"
    ORGANISATION = "organisation"  # a named body that the roster does not know
    ROLE = "role"  # a body called by what it is: "the army", "police"


DEED = "deed"  # the label of a role's word that is not its body but what it does: "airstrikes"


@dataclass(frozen=True, slots=True)
class Mention:
    """A span of a document that names a thing.

    `keys` are the entries that the finder's list knows under this name, best first: roster ids ("isk") for actors,
    gazetteer name keys for places; empty when the name is not on any list. `labels` are what the list says of the
    entry in words that coders may use ("rebel", "state_forces", "country"). `finder` is its public name.
    """

    document_id: str
    span: Span
    text: str
    kind: MentionKind
    finder: str
    keys: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    id: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "id", make_id("men", self.document_id, self.span.start, self.span.end, self.kind))


@dataclass(slots=True, unsafe_hash=True)
class Token:
    """A word of a parse: offsets in the document, lemma, UD part of speech, Penn tag, dependency, head's index.

    Never changed once it is made, but not frozen: freezing takes five times as long, for every word of every text.
    """

    index: int
    start: int
    end: int
    text: str  # as the parser read it: recased where the document is in capitals
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int  # index of the head token; its own index at the root
    entity: str = ""  # the named-entity type of the parser's own recogniser, or ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` <= i < `last` of a parse."""

    first: int
    last: int
    span: Span


@dataclass(frozen=True, slots=True)
class Parse:
    """A document's words and sentences. Sentences that were not worth parsing are absent, not empty."""

    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """What the finders found in one document; mentions are sorted by position and do not overlap within a kind."""

    parse: Parse
    mentions: tuple[Mention, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)  # acronym -> roster key or long name, defined in this text


@dataclass(frozen=True, slots=True)
class Phrase:
    """One name on a finder's list: every spelling of every actor is a phrase, and so is a place name."""

    text: str
    kind: MentionKind
    key: str
    labels: tuple[str, ...] = ()
    case_sensitive: bool = False  # "IS", "AA": acronyms that are also words
