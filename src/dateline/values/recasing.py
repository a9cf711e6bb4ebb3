"""Recasing: wire text in capitals written as a newspaper would, character for character, so no offset moves.

Common words become small, names get one capital, acronyms stay: the parser was trained on newspapers.
"""

import re
from collections.abc import Callable
from functools import lru_cache

from dateline.values.folding import fold
from dateline.values.word_casing import Page

_REMEMBERED = 32  # texts: those of a batch, which finders and coders read one after the other
_SAMPLE = 2000  # characters looked at from the head and from the middle
_FEWEST_LETTERS = 20  # a text with fewer is a label, not a wire
_MOST_SMALL_LETTERS = 0.1  # share; wires have a small letter here and there, newspapers over nine in ten
_MARKUP = re.compile(r"<[^<>]{1,300}>|&#?\w{1,12};|https?://\S{1,500}|\S{1,100}@\S{1,100}")
_LETTERS = re.compile(r"[^\W\d_]+")
# A dotted acronym or a word with inner hyphens and apostrophes.
_WORD = re.compile(r"((?:[^\W\d_]\.){2,}|[^\W_]+(?:['-][^\W_]+)*)")


def is_upper_case(text: str) -> bool:
    """Whether a text is written in capitals, by the share of small letters in a sample; markup is ignored."""
    middle = max(_SAMPLE, len(text) // 2)
    sample = _MARKUP.sub(" ", f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}")
    letters = "".join(_LETTERS.findall(sample))
    capitals = sum(map(str.isupper, letters))
    small = sum(map(str.islower, letters))
    return capitals >= _FEWEST_LETTERS and small <= _MOST_SMALL_LETTERS * (small + capitals)


def reading_text(text: str, *, names: Callable[[str], bool] | None = None) -> str:
    """Return the text to match and parse: folded, and recased where it is in capitals; same length as the text."""
    return _read(text) if names is None else _reading(text, names)


@lru_cache(_REMEMBERED)
def _read(text: str) -> str:
    return _reading(text, None)


def _reading(text: str, names: Callable[[str], bool] | None) -> str:
    folded = fold(text)
    return recase(folded, names=names) if is_upper_case(folded) else folded


def recase(text: str, *, names: Callable[[str], bool] | None = None, language: str = "en") -> str:
    """Return a text in capitals in mixed case; same length always.

    `names` says whether a word in capitals is a known name, where its letters look like an acronym's. Letters whose
    small or capital form has another length stay as they are. InputError if Dateline has no words for the language.
    """
    pieces = _WORD.split(text)
    page = Page(pieces[1::2], pieces[0::2], language, names=names)
    written = page.write()
    return "".join(piece for pair in zip(pieces[0::2], [*written, ""], strict=True) for piece in pair)
