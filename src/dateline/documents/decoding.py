"""Decoding: bytes to text, once; what had to be done to them is said in notes."""

import codecs
from dataclasses import dataclass

from dateline.errors import UnreadableDocument

REPLACEMENT = "\ufffd"
_BOMS = (  # those of UTF-32 first: one begins with that of UTF-16
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b")) + b"\x7f"
_MOST_CONTROLS = 0.05  # share of control bytes; random bytes have 0.1, text has none
_MOST_FOREIGN = 0.3  # share of bytes above 127; Western text in windows-1252 has about 0.03, Cyrillic or Chinese 0.8
_SAVE_AS_UTF8 = "save it as UTF-8 and add it again"


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text with a newline for every line end and without lone surrogates or NULs, and what was done to get it."""

    text: str
    notes: tuple[str, ...] = ()


def decode(data: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text of bytes in UTF-8, UTF-16 or -32 with a byte order mark, the `declared` encoding or windows-1252.

    Raises UnreadableDocument if the bytes are not text, or are text in an encoding that nothing names.
    """
    mark, encoding = bom_of(data)
    body = data[len(mark) :]
    if encoding and encoding != "utf-8":
        return _cleaned(*_replacing(body, encoding))
    if is_binary(body):
        raise UnreadableDocument("the content is binary, not text: export it as text, HTML, PDF or DOCX")
    try:
        return clean(body.decode("utf-8"))
    except UnicodeDecodeError:
        return _cleaned(*(_declared(body, declared) or _damaged(body) or _western(body)))


def clean(text: str) -> Decoded:
    """Return a text with newlines as line ends, and U+FFFD for each NUL and lone surrogate; all else stays as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    notes: list[str] = []
    if nuls := text.count("\0"):
        text = text.replace("\0", REPLACEMENT)
        notes.append(f"{nuls} NUL characters replaced with U+FFFD")
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        surrogates = sum("\ud800" <= character <= "\udfff" for character in text)
        text = "".join(REPLACEMENT if "\ud800" <= character <= "\udfff" else character for character in text)
        notes.append(f"{surrogates} lone surrogates replaced with U+FFFD")
    return Decoded(text, tuple(notes))


def bom_of(data: bytes) -> tuple[bytes, str | None]:
    """Return the byte order mark that the bytes begin with, and the encoding that it stands for."""
    return next(((mark, name) for mark, name in _BOMS if data.startswith(mark)), (b"", None))


def is_binary(data: bytes) -> bool:
    """Tell whether more than one byte in twenty is a control character that text does not hold."""
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(data)


def _cleaned(text: str, note: str | None) -> Decoded:
    cleaned = clean(text)
    return Decoded(cleaned.text, (*((note,) if note else ()), *cleaned.notes))


def _replacing(data: bytes, encoding: str) -> tuple[str, str | None]:
    text = data.decode(encoding, "replace")
    added = text.count(REPLACEMENT) - data.decode(encoding, "ignore").count(REPLACEMENT)
    return text, f"{added} places that are not {encoding} replaced with U+FFFD" if added else None


def _declared(data: bytes, encoding: str | None) -> tuple[str, str] | None:
    """Decode in the encoding that the page or its server names, if Python knows it and it fits."""
    # WHATWG Encoding Standard: a page that says Latin-1 or ASCII means windows-1252
    names_western = (encoding or "").strip().lower() in {"iso-8859-1", "latin-1", "latin1", "us-ascii", "ascii"}
    name = "windows-1252" if names_western else encoding
    try:
        return (data.decode(name), f"decoded as {name}, as it declares") if name else None
    except (LookupError, ValueError):
        return None


def _damaged(data: bytes) -> tuple[str, str | None] | None:
    """Decode UTF-8 with a few broken bytes: more characters above 127 are whole than broken."""
    text, note = _replacing(data, "utf-8")
    broken = text.count(REPLACEMENT)
    whole = sum(character > "\x7f" for character in text) - broken
    return (text, note) if whole > broken else None


def _western(data: bytes) -> tuple[str, str]:
    foreign = sum(byte > 127 for byte in data)
    if foreign > _MOST_FOREIGN * len(data):
        raise UnreadableDocument(f"the text is not UTF-8 and its encoding is not known: {_SAVE_AS_UTF8}")
    try:
        return data.decode("windows-1252"), "not valid UTF-8: decoded as windows-1252"
    except UnicodeDecodeError:
        text, note = _replacing(data, "utf-8")
        return text, str(note)
