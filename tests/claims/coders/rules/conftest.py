"""The rules coder with the real parser and a short list of names, loaded once for all tests of this folder."""

from collections.abc import Callable

import pytest

from dateline.claims.coders.rules import RulesCoder
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.mentions.find import find
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.finders.spacy_parser import SpacyParser
from dateline.mentions.records import MentionKind, Phrase
from dateline.values.dates_in_text import parse_published

_ACTORS = {
    "The Red Column": "red-column",
    "Red Column": "red-column",
    "Blue Front": "blue-front",
    "IS-K": "isk",
    "Islamic State": "is",
}
_PLACES = ["Quetta", "Cali", "Khost", "Kandahar", "Lima", "Pasto", "Goma", "Bogota", "Kabul", "Peshawar", "Medellin"]

Coding = Callable[..., tuple[Frame, ...]]


@pytest.fixture(scope="session")
def code_text() -> Coding:
    """Return a function from a text (and its publication date) to the coder's frames."""
    actors = [Phrase(name, MentionKind.ACTOR, key, ("rebel",)) for name, key in _ACTORS.items()]
    places = [Phrase(name, MentionKind.PLACE, name.lower(), ("settlement",)) for name in _PLACES]
    parser, finder, coder = SpacyParser(), PhraseFinder([*actors, *places]), RulesCoder()

    def code(text: str, published: str = "2020-06-12") -> tuple[Frame, ...]:
        document = Document(text, "test", published=parse_published(published))
        (_, findings), *_ = find([document], parser=parser, finders=[finder])
        return coder.code(document, findings)

    return code
