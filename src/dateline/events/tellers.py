"""Tellers: who tells of an event, in which order, and which of them are one voice."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dateline.documents.copies import by_source, copies, source_of
from dateline.documents.records import Document

_UNKNOWN = 10**9  # where a day that is not known is sorted: last


@dataclass(frozen=True, slots=True)
class Teller:
    """One document as a voice. `text` is the group of copies that it is of, `voice` that of copies or one source."""

    document_id: str
    text: int
    voice: int
    source: str | None = None
    day: int | None = None  # of publication, a proleptic ordinal; None is not known

    @property
    def order(self) -> tuple[int, str]:
        """Sort key: the order of publication, undated ones last."""
        return _UNKNOWN if self.day is None else self.day, self.document_id


Tellers = Mapping[str, Teller]  # by document


def tellers_of(document_ids: Iterable[str], documents: Mapping[str, Document] | None) -> Tellers:
    """Return a teller for each document; one whose text is not at hand is a voice of its own, of unknown day."""
    ids = list(dict.fromkeys(document_ids))
    texts = copies(documents[each] for each in ids if each in documents) if documents else ()
    voice_of = {document.id: at for at, group in enumerate(by_source(texts)) for document in group}
    known = {
        document.id: Teller(document.id, at, voice_of[document.id], source_of(document), _day(document))
        for at, group in enumerate(texts)
        for document in group
    }
    return {each: known.get(each) or Teller(each, len(ids) + at, len(ids) + at) for at, each in enumerate(ids)}


def voices_of(document_ids: Iterable[str], tellers: Tellers) -> tuple[tuple[str, ...], ...]:
    """Return the documents in groups, one an independent voice, in order of publication."""
    groups: dict[int, list[str]] = {}
    for teller in sorted((tellers[each] for each in dict.fromkeys(document_ids)), key=lambda each: each.order):
        groups.setdefault(teller.voice, []).append(teller.document_id)
    return tuple(map(tuple, groups.values()))


def _day(document: Document) -> int | None:
    published = document.published.last if document.published else None
    return published.toordinal() if published else None
