"""Duplicates: the same text under another origin, whatever its case, quotes, spaces and punctuation."""

import unicodedata

from dateline.documents.records import Document
from dateline.values.folding import fold
from dateline.values.ids import hash_text


def copy_key(document: Document) -> str:
    """Return 64 hex digits that two documents share when their letters, marks and digits are the same, in order.

    Case, white space, punctuation, symbols and Unicode's compatibility forms do not count. A text without any
    letter or digit is compared as it stands.
    """
    folded = unicodedata.normalize("NFKC", fold(document.text)).casefold()
    kept = "".join(character for character in folded if unicodedata.category(character)[0] in "LMN")
    return hash_text(kept or document.text)
