"""Language: which language a text is written in, or None where it is too short or too mixed to tell."""

from dataclasses import replace
from functools import cache
from typing import Any

from dateline.documents.records import Document

_FEWEST_LETTERS = 40  # about seven words
_LEAST_SURE = 0.5  # probability, normalised for length by py3langid
_SAMPLE = 4000  # characters: more does not change the answer
# Labels of the model in which no news is published, and that short lists of names are mistaken for.
_NOT_IN_THE_NEWS = frozenset({"la", "eo", "vo", "sa", "an", "wa"})


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language that most of the text's beginning is written in.

    None if the first 4,000 characters have fewer than 40 letters, or no language has a probability of 0.5.
    """
    sample = text[:_SAMPLE]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return None
    language, probability = _identifier().classify(sample)
    return language if probability >= _LEAST_SURE and len(language) == 2 else None


def with_language(document: Document) -> Document:
    """Return the document with its language detected, unless its reader was told it."""
    if document.language is not None:
        return document
    return replace(document, language=detect_language(document.text))


@cache
def _identifier() -> Any:
    """Load py3langid's own model (1 MB), restricted to the languages that have a two-letter code."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415 - half a second to load

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    # zxx is "no linguistic content": it may win, and then nothing is said
    wanted = {label for label in identifier.labels if len(label) == 2 or label == "zxx"}
    identifier.set_languages(sorted(wanted - _NOT_IN_THE_NEWS))
    return identifier
