"""Text streams: a large file's characters line by line, each decoded as `decoding` decodes a whole file."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from typing import TextIO

from dateline.documents.decoding import Decoded, bom_of, clean, decode, is_binary
from dateline.documents.material import Material
from dateline.errors import UnreadableDocument


@contextmanager
def open_text(material: Material) -> Iterator[TextIO]:
    """Open the material as text; bytes that are not UTF-8 come as surrogates, for `mend` to decode.

    Raises UnreadableDocument if the first bytes are not text.
    """
    head = material.head()
    mark, encoding = bom_of(head)
    if encoding in {None, "utf-8"} and is_binary(head):
        raise UnreadableDocument("the content is binary, not text: check what the file is, or export it as CSV")
    material.stream.seek(len(mark))
    escaping = "surrogateescape" if encoding in {None, "utf-8"} else "replace"
    stream = TextIOWrapper(material.stream, encoding or "utf-8", escaping, newline="")
    try:
        yield stream
    finally:
        stream.detach()  # whoever opened the material closes it


def mend(text: str) -> Decoded:
    """Decode the bytes that came as surrogates, and clean the text."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return decode(text.encode("utf-8", "surrogateescape"))
    return clean(text)
