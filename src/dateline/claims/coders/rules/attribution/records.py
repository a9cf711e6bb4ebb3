"""The nouns of attribution: who is cited, with which word, for what."""

from dataclasses import dataclass

from dateline.claims.coders.rules.records import AttributionKind
from dateline.values.spans import Span


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
