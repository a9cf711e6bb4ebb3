"""Names that a default export withholds: those of private persons."""

import re
from collections.abc import Iterable

from dateline.claims.records import Claim, Frame, Named
from dateline.values.folding import fold

PRIVATE = "private_person"  # the label that a coder gives to a named person who holds no office
WITHHELD = "(name withheld)"
_BLOCK = "█"
_MIN_PART = 3  # letters: shorter parts of a name ("al", "de") are also ordinary words


def is_private(claim: Claim) -> bool:
    """Tell whether a claim's value is the name of a private person."""
    return isinstance(claim.value, Named) and PRIVATE in claim.value.labels


def private_names(frames: Iterable[Frame]) -> tuple[str, ...]:
    """Return the private persons' names in these frames, and each capitalised part of them, longest first."""
    names: set[str] = set()
    for frame in frames:
        for claim in filter(is_private, frame.claims):
            assert isinstance(claim.value, Named)
            names |= {claim.value.text, claim.highlight.text}
    parts = {part for name in names for part in re.findall(r"\w[\w'-]*", fold(name))}
    parts = {part for part in parts if len(part) >= _MIN_PART and part[0].isupper()}
    return tuple(sorted(names | parts, key=lambda name: (-len(name), name)))


def mask(text: str, names: tuple[str, ...]) -> str:
    """Return the text with each name as a row of blocks of the same length, so that offsets hold."""
    folded = fold(text)  # same length: a name is found whatever its quotes and dashes look like
    for name in names:
        for found in re.finditer(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded, re.IGNORECASE):
            text = text[: found.start()] + _BLOCK * len(found.group()) + text[found.end() :]
    return text
