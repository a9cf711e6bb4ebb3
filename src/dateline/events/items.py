"""Items: an account as linkage sees it, what it tells and in which words. Names only match; they stay in the store."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.actors.records import ActorResolution
from dateline.claims.records import Claim, Frame, Named
from dateline.documents.boilerplate import without_boilerplate
from dateline.documents.records import Document
from dateline.events.item_words import find_addresses, find_ages, holds_office, weigh, without_site
from dateline.events.policy import key_of
from dateline.events.records import Cell, Event
from dateline.linkage.records import Item, Spot
from dateline.mentions.records import Mention, MentionKind
from dateline.places.records import PlaceResolution
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.values.spans import Span

_OPENING = 600  # characters: title and first sentences, where a report says what it is about
_IN_TITLE, _IN_OPENING = 4.0, 2.0  # what a mention there is worth beside one elsewhere; set by hand
_TELLING = ("date", "place", "deaths", "injured", "perpetrator")  # what a report says of what it is about
_A_SLOT = 1.0  # what one of them is worth; set by hand
_COUNTED = ("deaths", "injured", "abducted")
_FINE = 3  # UCDP where_prec of a second-order area: coarser places are shared by thousands of events
_LIKELY = 0.3  # probability from which a resolved place of the setting is believed
_NAMED = frozenset({MentionKind.PERSON, MentionKind.FACILITY, MentionKind.ORGANISATION})


@dataclass(frozen=True, slots=True)
class Telling:
    """One document with everything that was found in it; what its accounts are seen by."""

    document: Document
    frames: Mapping[str, Frame]
    mentions: tuple[Mention, ...]
    places: Mapping[str, PlaceResolution]
    actors: Mapping[str, ActorResolution]
    own_words: str = ""  # the text, what is the site's and not the report's blanked

    @classmethod
    def of(
        cls,
        document: Document,
        frames: Sequence[Frame],
        *,
        mentions: Sequence[Mention] = (),
        places: Sequence[PlaceResolution] = (),
        actors: Sequence[ActorResolution] = (),
    ) -> "Telling":
        """Put a coded document's records where they can be looked up."""
        return cls(
            document,
            {frame.id: frame for frame in frames},
            tuple(mentions),
            {each.mention_id: each for each in places},
            {each.mention_id: each for each in actors},
            _own_words(document),
        )


def lead_of(events: Sequence[Event], frames: Mapping[str, Frame], document: Document) -> Event | None:
    """Return the account that most of the document tells: in its title, its first sentences, most often."""
    return max(events, key=lambda event: _standing(event, frames, document), default=None)


def _standing(event: Event, frames: Mapping[str, Frame], document: Document) -> tuple[float, int]:
    starts = [quote.span.start for name in event.frames for quote in frames[name].mentions]
    title = document.title.end if document.title is not None else 0
    worth = sum(_IN_TITLE if at < title else _IN_OPENING if at < title + _OPENING else 1.0 for at in starts)
    told = sum(event.cell(slot) is not None for slot in _TELLING)
    return worth + _A_SLOT * told, -min(starts, default=len(document.text))


def items_of(events: Sequence[Event], telling: Telling) -> tuple[Item, ...]:
    """Return an item an account, in order; the lead speaks with the whole document's words."""
    lead = lead_of(events, telling.frames, telling.document)
    return tuple(item_of(event, telling, is_lead=event is lead) for event in events)


def item_of(event: Event, telling: Telling, *, is_lead: bool = True) -> Item:
    """Return one account as linkage sees it; one that is not the lead has only the words of its own sentences."""
    frames = [telling.frames[name] for name in event.frames]
    spans = [Span(0, len(telling.document.text))] if is_lead else _sentences(frames, telling.document)
    days = _days(event.cell("date"))
    kind = event.cell("type")
    return Item(
        id=event.id,
        first=days[0],
        last=days[1],
        kind=kind.name if kind is not None else None,
        spots=_spots(event, frames, telling) or (_seat(telling) if is_lead else ()),
        actors=frozenset(_perpetrators(event, frames, telling)),
        counts=dict(_counts(event)),
        is_lead=is_lead,
        **_worded(telling, spans),  # type: ignore[arg-type]
    )


def item_of_text(telling: Telling) -> Item:
    """Return a whole document as an item: for a report of which no account was coded."""
    document = telling.document
    worded = _worded(telling, [Span(0, len(document.text))])
    return Item(id=document.id, spots=_seat(telling), **worded)  # type: ignore[arg-type]


def _own_words(document: Document) -> str:
    """Return the text, of the same length, with what is the site's own blanked."""
    text, title = without_boilerplate(document.text), document.title
    if title is None:
        return text
    end = title.start + len(without_site(text[title.start : title.end]))
    return text[:end] + " " * (title.end - end) + text[title.end :]


def _worded(telling: Telling, spans: Sequence[Span]) -> dict[str, object]:
    document, whole = telling.document, telling.own_words
    text = "\n".join(whole[span.start : span.end] for span in spans)
    within = [
        mention
        for mention in telling.mentions
        if not whole[mention.span.start].isspace() and any(span.contains(mention.span) for span in spans)
    ]
    title = document.title
    published = document.published
    return {
        "group": document.id,
        "told": published.last.toordinal() if published is not None and published.last is not None else None,
        "names": frozenset(_names(document.text, within)) | find_addresses(text),
        "ages": find_ages(text),
        "terms": weigh(text),
        "title": weigh(whole[title.start : title.end]) if title is not None else {},
        "setting": frozenset(_setting(within, telling)),
    }


def _sentences(frames: Sequence[Frame], document: Document) -> list[Span]:
    """Return the passages that speak of the frames: the quotes of their claims, or the lines of their mentions."""
    quotes = {claim.quote.span for frame in frames for claim in frame.claims}
    mentions = [quote.span for frame in frames for quote in frame.mentions]
    lines = {_line(document.text, span) for span in mentions if not any(quote.contains(span) for quote in quotes)}
    apart: list[Span] = []
    for span in sorted(quotes | lines, key=lambda span: (span.start, span.end)):
        if apart and span.start <= apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return apart


def _line(text: str, span: Span) -> Span:
    end = text.find("\n", span.end)
    return Span(text.rfind("\n", 0, span.start) + 1, end if end >= 0 else len(text))


def _days(cell: Cell | None) -> tuple[int | None, int | None]:
    value = cell.value if cell is not None else None
    if not isinstance(value, DateValue):
        return None, None
    return _ordinal(value.first), _ordinal(value.last)


def _ordinal(day: date | None) -> int | None:
    return day.toordinal() if day is not None else None


def _counts(event: Event) -> Iterator[tuple[str, tuple[int, int | None]]]:
    for cell in event.cells:
        if cell.slot in _COUNTED and isinstance(cell.value, Count):
            yield cell.slot, (cell.value.low or 0, cell.value.high)


def _claims(cell: Cell | None, frames: Sequence[Frame]) -> list[Claim]:
    wanted = set(cell.claims) if cell is not None else set()
    return [claim for frame in frames for claim in frame.claims if claim.id in wanted]


def _spots(event: Event, frames: Sequence[Frame], telling: Telling) -> tuple[Spot, ...]:
    """Return the places that the account is said to be at, finest first."""
    found: dict[str, Spot] = {}
    for claim in _claims(event.cell("place"), frames):
        mention = claim.value.mention_id if isinstance(claim.value, Named) else None
        spot = _spot(telling.places.get(mention)) if mention is not None else None
        if spot is not None:
            found.setdefault(spot.id, spot)
    return tuple(sorted(found.values(), key=lambda spot: spot.precision))


def _spot(resolution: PlaceResolution | None) -> Spot | None:
    place = (resolution.place or resolution.within) if resolution is not None else None
    if resolution is None or place is None:
        return None
    return Spot(place.id, resolution.point or place.point, resolution.where_prec or _FINE)


def _seat(telling: Telling) -> tuple[Spot, ...]:
    """Return the town that a report names most, where its account has no place."""
    spots = [spot for mention in telling.mentions if (spot := _spot(telling.places.get(mention.id))) is not None]
    fine = {spot.id: spot for spot in reversed(spots) if spot.precision < _FINE}
    often = Counter(spot.id for spot in spots if spot.id in fine).most_common(1)
    return (fine[often[0][0]],) if often else ()


def _setting(mentions: Sequence[Mention], telling: Telling) -> Iterator[str]:
    for mention in mentions:
        found = telling.places.get(mention.id)
        if found is None or found.place is None or found.where_prec is None:
            continue
        if found.probability >= _LIKELY and found.where_prec <= _FINE:
            yield found.place.id


def _perpetrators(event: Event, frames: Sequence[Frame], telling: Telling) -> Iterator[str]:
    for claim in _claims(event.cell("perpetrator"), frames):
        key = key_of(claim, telling.actors)
        if key is not None:
            yield key


def _names(text: str, mentions: Sequence[Mention]) -> Iterator[str]:
    """Yield names of two words or more, folded, a person's also without the middle; not those of office-holders."""
    for mention in mentions:
        words = mention.text.casefold().replace(".", "").split()
        if mention.kind not in _NAMED or len(words) < 2 or holds_office(text, mention.span.start):
            continue
        yield " ".join(words)
        if mention.kind is MentionKind.PERSON:
            yield f"{words[0]} {words[-1]}"
