"""Code: documents through every stage in order; a bad one is recorded and the others go on."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from types import TracebackType
from typing import TypeVar

from dateline import actors, places
from dateline.actors.records import ActorResolution
from dateline.claims import code
from dateline.claims.records import Frame
from dateline.documents.batches import batches
from dateline.documents.records import Document, Unread
from dateline.errors import DatelineError, StoreError
from dateline.events import link, reconcile, retold
from dateline.events.records import Event
from dateline.mentions.find import find
from dateline.mentions.records import Findings, Mention, MentionKind
from dateline.pipeline.records import LANGUAGE, READING, RELEVANCE, Coded, Failed
from dateline.pipeline.stages import Stages
from dateline.places.records import PlaceKind, PlaceResolution

_LONGEST_REASON = 500  # characters
_HALF_OF_A_PAIR = re.compile("[\ud800-\udfff]")
T = TypeVar("T")


def code_documents(documents: Iterable[Document | Unread], stages: Stages) -> Iterator[Coded | Failed]:
    """Yield what became of each document, one for one and in order; never raises for a document.

    A document without a known language is coded; one in another language than the coder's fails as skipped, and one
    that the gate finds irrelevant, where there is a gate, fails as irrelevant.
    """
    for batch in batches(documents):
        yield from _code_batch(batch, stages)


def _code_batch(batch: Sequence[Document | Unread], stages: Stages) -> Iterator[Coded | Failed]:
    refused = [_refusal(each, stages) for each in batch]
    wanted = [each for each, failed in zip(batch, refused, strict=True) if isinstance(each, Document) and not failed]
    found = iter(_find_all(wanted, stages))
    for failed in refused:
        yield failed or _code_one(*next(found), stages)


def _refusal(document: Document | Unread, stages: Stages) -> Failed | None:
    """Return why a document is not coded at all, or None."""
    if isinstance(document, Unread):
        return Failed(document.origin, READING, document.reason)
    if document.language not in (None, stages.language):
        reason = f"skipped: language {document.language} is not coded by {stages.coder.stamp.coder}"
        return Failed(document.origin, LANGUAGE, reason)
    if not is_storable(document.text):
        return Failed(document.origin, READING, "the text holds half a surrogate pair: read it again as UTF-8")
    return _gated_out(document, stages)


def _gated_out(document: Document, stages: Stages) -> Failed | None:
    if stages.gate is None:
        return None
    found = stages.gate.judge(document.text)
    reason = f"irrelevant by {stages.gate.stamp.coder}: {found.reason}"
    return None if found.is_relevant else Failed(document.origin, RELEVANCE, reason)


def _find_all(documents: Sequence[Document], stages: Stages) -> list[tuple[Document, Findings | Failed]]:
    """Find in all documents at once; if that fails, one by one, so that only the bad one is lost."""
    if not documents:
        return []
    together = guarded(documents[0].origin, lambda: _find(documents, stages))
    if not isinstance(together, Failed):
        return list(together)
    return [(document, _find_one(document, stages)) for document in documents]


def _find_one(document: Document, stages: Stages) -> Findings | Failed:
    found = guarded(document.origin, lambda: _find([document], stages))
    return found if isinstance(found, Failed) else found[0][1]


def _find(documents: Sequence[Document], stages: Stages) -> list[tuple[Document, Findings]]:
    return list(find(documents, parser=stages.parser, finders=stages.finders, names=stages.names))


def _code_one(document: Document, findings: Findings | Failed, stages: Stages) -> Coded | Failed:
    if isinstance(findings, Failed):
        return findings
    return guarded(document.origin, lambda: _through_stages(document, findings, stages))


def _through_stages(document: Document, findings: Findings, stages: Stages) -> Coded:
    where = places.resolve(findings.mentions, document, gazetteer=stages.gazetteer)
    who = actors.resolve(
        findings.mentions,
        document,
        roster=stages.roster,
        aliases=findings.aliases,
        places=_countries_of(findings.mentions, where),
    )
    frames = code(document, findings, coder=stages.coder)
    return Coded(document, findings.mentions, where, who, frames, _events_of(frames, where, who, stages))


def _events_of(
    frames: Sequence[Frame], where: Sequence[PlaceResolution], who: Sequence[ActorResolution], stages: Stages
) -> tuple[Event, ...]:
    """Return the events of one document; one that the document comes back to is reconciled again, as one."""
    placed = {each.mention_id: each for each in where}
    known = {each.mention_id: each for each in who}
    settled = partial(reconcile, places=placed, actors=known, codebook=stages.codebook)
    told = [settled(group) for group in link(frames)]
    by_id = {frame.id: frame for frame in frames}
    return tuple(
        group[0] if len(group) == 1 else settled([by_id[each] for event in group for each in event.frames])
        for group in retold(told, frames, places=placed)
    )


def _countries_of(mentions: Sequence[Mention], where: Sequence[PlaceResolution]) -> list[tuple[int, str]]:
    """Return where places below a country stand, and their countries: the names of countries tell their own."""
    acting = {mention.span for mention in mentions if mention.kind is MentionKind.ACTOR}
    spans = {mention.id: mention.span for mention in mentions if mention.span not in acting}
    placed = ((spans[found.mention_id], found.place) for found in where if found.mention_id in spans)
    return [
        (span.start, place.country)
        for span, place in placed
        if place is not None and place.country is not None and place.kind is not PlaceKind.COUNTRY
    ]


def is_storable(text: str) -> bool:
    """Tell whether a text can be written down: half a surrogate pair has no bytes in UTF-8."""
    return _HALF_OF_A_PAIR.search(text) is None


def guarded(origin: str, work: Callable[[], T]) -> T | Failed:
    """Do the work; any error but the store's becomes a Failed. The one broad except of the house."""
    try:
        return work()
    except StoreError:
        raise  # the next document could not be written either
    except Exception as error:  # noqa: BLE001 - one bad document must not stop ten thousand
        return Failed(origin, _room_of(error.__traceback__), _reason(error))


def _reason(error: Exception) -> str:
    said = str(error) if isinstance(error, DatelineError) else f"{type(error).__name__}: {error}"
    return said[:_LONGEST_REASON]


def _room_of(traceback: TracebackType | None) -> str:
    """Return the room in which an error came up: the first one that the pipeline called."""
    while traceback is not None:
        parts = str(traceback.tb_frame.f_globals.get("__name__", "")).split(".")
        if parts[0] == "dateline" and len(parts) > 1 and parts[1] != "pipeline":
            return parts[1]
        traceback = traceback.tb_next
    return "pipeline"
