"""Dateline turns reports of political violence into a dataset in which every value leads back to its sentence.

The names below are the face of the package; each is loaded when it is first used, so `import dateline` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.claims.records import Claim, Frame
    from dateline.codebook import load_codebook
    from dateline.documents import read
    from dateline.documents.records import Document
    from dateline.errors import DatelineError
    from dateline.events.records import Cell, Event
    from dateline.pipeline.records import Coded
    from dateline.pipeline.text import code
    from dateline.values.spans import Quote, Span

__all__ = [
    "Cell",
    "Claim",
    "Coded",
    "DatelineError",
    "Document",
    "Event",
    "Frame",
    "Quote",
    "Span",
    "code",
    "load_codebook",
    "read",
]

_HOMES = {
    "Cell": "dateline.events.records",
    "Claim": "dateline.claims.records",
    "Coded": "dateline.pipeline.records",
    "DatelineError": "dateline.errors",
    "Document": "dateline.documents.records",
    "Event": "dateline.events.records",
    "Frame": "dateline.claims.records",
    "Quote": "dateline.values.spans",
    "Span": "dateline.values.spans",
    "code": "dateline.pipeline.text",
    "load_codebook": "dateline.codebook",
    "read": "dateline.documents",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"dateline has no {name!r}; it has {', '.join(__all__)}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
