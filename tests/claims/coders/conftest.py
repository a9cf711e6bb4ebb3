"""Reports opened with the real parser and a short list of names, for the tests of coders that read with a network."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from dateline.claims.coders.model.reader import Reader, load_reader
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.coders.rules.page import Page
from dateline.claims.records import Frame, FrameKind
from dateline.documents.records import Document
from dateline.mentions.find import find
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.finders.spacy_parser import SpacyParser
from dateline.mentions.records import Findings, MentionKind, Phrase
from dateline.values.dates_in_text import parse_published

_NAMES = [
    Phrase("Red Column", MentionKind.ACTOR, "red-column", ("rebel",)),
    Phrase("Blue Front", MentionKind.ACTOR, "blue-front", ("rebel",)),
    Phrase("Goma", MentionKind.PLACE, "goma", ("settlement",)),
    Phrase("Cali", MentionKind.PLACE, "cali", ("settlement",)),
]


class Report(NamedTuple):
    """A report with what was found in it, as the rules coder opens and codes it."""

    document: Document
    findings: Findings
    page: Page
    frames: tuple[Frame, ...]

    @property
    def events(self) -> list[Frame]:
        return [frame for frame in self.frames if frame.kind is FrameKind.EVENT]


@pytest.fixture(scope="session")
def open_report() -> Callable[[str], Report]:
    """Return a function from a text to the report."""
    parser, finder, rules = SpacyParser(), PhraseFinder(_NAMES), RulesCoder()

    def open_(text: str) -> Report:
        document = Document(text, "test", published=parse_published("2020-06-12"))
        (_, findings), *_ = find([document], parser=parser, finders=[finder])
        page = rules.open(document, findings)
        return Report(document, findings, page, rules.code_page(page))

    return open_


@pytest.fixture(scope="session")
def reader() -> Reader:
    """The reader with the weights that ship."""
    return load_reader()
