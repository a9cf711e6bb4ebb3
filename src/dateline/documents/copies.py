"""Copies: which documents of one event are one voice, since they say the same words or are of one source.

A wire report under ten bylines is told once. Texts are compared exactly, without boilerplate, by their runs of five
words: an event has tens of documents, so no sketch (MinHash) is needed, and none of its error is had. A copy may be
cut or go on longer, so what counts is how much of the shorter text stands in the longer one.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import combinations
from urllib.parse import urlsplit

from dateline.documents.boilerplate import without_boilerplate
from dateline.documents.records import Document
from dateline.values.folding import fold

WORDS = 5  # in a run
SHARED = (
    0.4  # of the shorter text's runs, from which one is made of the other: so it is in pairs of reports of one incident
)
_FEWEST = 8  # runs: a text of fewer words (a headline, a tweet) may be alike by chance; it must be the same throughout
_WORD = re.compile(r"\w+")

Runs = frozenset[tuple[str, ...]]


def voices(documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the documents in groups, one an independent voice, each and all in order of publication.

    Documents are one voice that are copies of each other, or that the same sources publish. A document without a
    source or an address is of a source of its own.
    """
    return tuple(tuple(document.id for document in group) for group in by_source(copies(documents)))


def by_source(groups: Iterable[Sequence[Document]]) -> tuple[tuple[Document, ...], ...]:
    """Return groups of copies, those together that the same sources publish, and no others."""
    by_sources: dict[frozenset[str], list[Document]] = {}
    for group in groups:
        named = frozenset(source_of(document) or document.id for document in group)
        by_sources.setdefault(named, []).extend(group)
    return tuple(tuple(in_order(group)) for group in by_sources.values())


def copies(documents: Iterable[Document]) -> tuple[tuple[Document, ...], ...]:
    """Return the documents in groups of copies of each other, in order of publication."""
    ordered = in_order(documents)
    runs = [runs_of(document.text) for document in ordered]
    group_of = list(range(len(ordered)))
    for one, other in combinations(range(len(ordered)), 2):
        if group_of[one] != group_of[other] and are_copies(runs[one], runs[other]):
            kept, gone = sorted((group_of[one], group_of[other]))
            group_of = [kept if each == gone else each for each in group_of]
    return tuple(
        tuple(document for document, at in zip(ordered, group_of, strict=True) if at == number)
        for number in sorted(set(group_of))
    )


def in_order(documents: Iterable[Document]) -> list[Document]:
    """Sort documents by the day of publication, those without one last; ties by their ids."""
    return sorted(documents, key=lambda each: (_day(each), each.id))


def runs_of(text: str) -> Runs:
    """Return every run of five words of a text, case levelled, boilerplate left out; a shorter text is one run."""
    words = _WORD.findall(fold(without_boilerplate(text)).casefold())
    return frozenset(tuple(words[at : at + WORDS]) for at in range(max(1, len(words) - WORDS + 1)))


def are_copies(one: Runs, other: Runs) -> bool:
    """Tell whether much of the shorter text stands word by word in the longer one."""
    fewer = min(len(one), len(other))
    return one == other if fewer < _FEWEST else len(one & other) >= SHARED * fewer


def source_of(document: Document) -> str | None:
    """Return who publishes a document, levelled: the source as given, else the host of its address."""
    if document.source:
        return " ".join(_WORD.findall(fold(document.source).casefold())) or None
    host = urlsplit(document.url).hostname if document.url else None
    return host.removeprefix("www.") if host else None


def _day(document: Document) -> int:
    published = document.published.last if document.published else None
    return published.toordinal() if published else 10**9
