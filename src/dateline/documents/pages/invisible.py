"""Invisible characters: joiners and direction marks that trafilatura would drop, carried through it unharmed.

Persian, Kurdish, Hindi and emoji are spelled with them, so a quote without them is not the page's.
"""

from typing import Any

# Unicode's format characters of running text, and visible stand-ins: Linear A signs, which no report is written in.
_INVISIBLE = "\u061c\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069"
_STAND_INS = "".join(chr(0x10600 + number) for number in range(len(_INVISIBLE)))
# Characters that XML 1.0 (2.2) has no place for: HTML parsers let them in, lxml does not let them out.
_OUTSIDE_XML = (*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF)
_HIDE = {**str.maketrans(_INVISIBLE, _STAND_INS), **dict.fromkeys(_OUTSIDE_XML, "\ufffd")}
_SHOW = str.maketrans(_STAND_INS, _INVISIBLE)


def hide_invisible(tree: Any) -> None:
    """Swap each invisible character in an lxml tree's texts for its stand-in, and each control for U+FFFD, in place."""
    for element in tree.iter():
        element.text = element.text.translate(_HIDE) if element.text else element.text
        element.tail = element.tail.translate(_HIDE) if element.tail else element.tail


def show_invisible(text: str) -> str:
    """Swap the stand-ins back."""
    return text.translate(_SHOW)
