"""The nouns of attribution: who is cited, with which word, for what."""

from dataclasses import dataclass
from enum import StrEnum

from dateline.values.spans import Span


class AttributionKind(StrEnum):
    """What a cue says that its source does."""

    SPEECH = "speech"  # says, writes, announces: words that were uttered
    THOUGHT = "thought"  # believes, fears, knows
    INTENT = "intent"  # wants, plans, refuses
    JUDGEMENT = "judgement"  # criticises, praises, accuses: the source's word on somebody
    EVIDENCE = "evidence"  # a report finds, a poll shows
    HEARSAY = "hearsay"  # reportedly, allegedly: nobody is named


@dataclass(frozen=True, slots=True)
class Attribution:
    """One attribution of a text, after PARC 3.0 and PolNeAR (Newell et al. 2018): source, cue and content.

    Offsets are code points of the document. `source` is None where the text names nobody ("it is believed that").
    `content` comes in the order of the text and has several spans where something else stands between
    ("X", he said, "Y"); quotation marks that enclose all of it belong to it. `cue` holds the cue's helping words
    ("has also said").
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: AttributionKind


@dataclass(frozen=True, slots=True)
class Cited:
    """An attribution as token indices, before its spans are cut. `head` is the cue's main word."""

    head: int
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: frozenset[int]
    kind: AttributionKind
