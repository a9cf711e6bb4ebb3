"""One factory per record, each with a sensible whole: `claim(deaths=3)`, `event(place="Kabul")`."""

import re
from datetime import date

from dateline.claims.records import (
    AUTHOR,
    Claim,
    Code,
    Frame,
    FrameKind,
    Named,
    Speaker,
    Stance,
    Value,
    frame_id,
)
from dateline.documents.records import Document
from dateline.events.records import Cell, Event, event_id
from dateline.mentions.records import Mention, MentionKind
from dateline.stamp import Stamp
from dateline.values.counts import Count
from dateline.values.dates import DateBasis, DatePrecision, DateValue, last_day_of_month
from dateline.values.spans import Quote, Span

TEXT = (
    "KABUL, Afghanistan (Jan. 25, 2013) - Gunmen of the Haqqani network attacked a police post in Jalalabad on Friday. "
    "At least 3 people were killed and 12 wounded, officials said."
)
STAMP = Stamp("rules.v1", "0.1.0", "0123456789ab")
CODED_SLOTS = ("type", "stage", "medium")


def document(text: str = TEXT, *, origin: str = "report.txt", published: date | None = None, **fields) -> Document:
    """A document; `published` may be given as a plain day."""
    stated = DateValue.on(published) if published else None
    return Document(text, origin, published=stated, **{"language": "en", **fields})


def mention(
    text: str = "Jalalabad", *, within: Document | None = None, kind: MentionKind = MentionKind.PLACE, **fields
) -> Mention:
    """A mention of the first place where `text` stands in the document."""
    within = within or document()
    start = within.text.index(text)
    return Mention(within.id, Span(start, start + len(text)), text, kind, fields.pop("finder", "phrases.v1"), **fields)


def count(low: int | None, best: int | None = None, high: int | None = None, **fields) -> Count:
    return Count(low, best, high, **fields)


def month(year: int, number: int) -> DateValue:
    """A whole calendar month, as "December 2022" states it."""
    return DateValue(date(year, number, 1), last_day_of_month(year, number), DatePrecision.MONTH, DateBasis.STATED)


def value(slot: str, given: object) -> Value | None:
    """The typed value for a plain one: 3 -> Count, a day -> DateValue, a word -> Code or Named by the slot."""
    if isinstance(given, bool):
        raise TypeError("a claim's value is never a bool")
    if isinstance(given, int):
        return Count.exactly(given)
    if isinstance(given, date):
        return DateValue.on(given)
    if isinstance(given, str):
        return Code("kind" if slot == "type" else slot, given) if slot in CODED_SLOTS else Named(given)
    return given  # already typed, or None


def claim(
    within: Document | None = None,
    *,
    words: str | None = None,
    frame: str | None = None,
    stance: Stance = Stance.REPORTED,
    speaker: Speaker = AUTHOR,
    stamp: Stamp = STAMP,
    **slot,
) -> Claim:
    """One claim: `claim(deaths=3)`, `claim(place="Jalalabad", stance=Stance.POSSIBLE)`.

    `words` are the highlighted words; by default the value's own text where it stands in the document, else its first
    word. The quote is the whole document up to 200 characters around it. Other fields: hedge, confidence.
    """
    fields = {name: slot.pop(name) for name in ("hedge", "confidence") if name in slot}
    ((name, given),) = slot.items()
    within = within or document()
    words = words or _words_for(within, given)
    start = _position(within, words)
    return Claim(
        document=within,
        frame_id=frame or frame_id(within, FrameKind.EVENT, _first_words(within), stamp.coder),
        slot=name,
        published=words,
        value=value(name, given),
        quote=within.quote(max(0, start - 100), min(len(within.text), start + len(words) + 100)),
        highlight=within.quote(start, start + len(words)),
        stamp=stamp,
        speaker=speaker,
        stance=stance,
        **fields,
    )


def frame(
    within: Document | None = None,
    *claims: Claim,
    kind: FrameKind = FrameKind.EVENT,
    first: str | None = None,
    stamp: Stamp = STAMP,
    **slots,
) -> Frame:
    """One frame: `frame(deaths=3, place="Jalalabad")`, or with claims already made.

    `first` are the words of the first mention; by default the document's first word.
    """
    within = within or document()
    start = within.text.index(first) if first else 0
    opening = within.quote(start, start + len(first)) if first else _first_words(within)
    made_id = frame_id(within, kind, opening, stamp.coder)
    made = tuple(claim(within, frame=made_id, stamp=stamp, **{name: given}) for name, given in slots.items())
    return Frame(made_id, within.id, kind, (opening,), (*claims, *made), stamp)


def cell(slot: str = "deaths", given: object = 3, **fields) -> Cell:
    """One cell of an event: `cell("deaths", 3)`."""
    typed = value(slot, given)
    defaults = {
        "name": str(given),
        "stance": Stance.REPORTED.value,
        "confidence": 0.5,
        "rule": "dateline.v1: only claim",
        "claims": ("clm-0000000000000000",),
    }
    return Cell(slot=slot, value=typed, **{**defaults, **fields})


def event(*frames: Frame, **slots) -> Event:
    """One event: `event(deaths=3, place="Kabul")`; of the frames given, else of one default frame."""
    ids = tuple(each.id for each in frames or (frame(),))
    return Event(event_id(ids), ids, tuple(cell(name, given) for name, given in slots.items()))


def _first_words(within: Document) -> Quote:
    stripped = within.text.lstrip()
    start = len(within.text) - len(stripped)
    return within.quote(start, start + len(stripped.split(maxsplit=1)[0]))


def _words_for(within: Document, given: object) -> str:
    text = given.text if isinstance(given, Named) else str(given)
    return text if re.search(rf"\b{re.escape(text)}\b", within.text) else _first_words(within).text


def _position(within: Document, words: str) -> int:
    found = re.search(rf"\b{re.escape(words)}\b", within.text)
    return found.start() if found else within.text.index(words)
