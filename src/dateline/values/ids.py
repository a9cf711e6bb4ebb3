"""Ids: hashes of what makes a record unique, so the same input has the same id everywhere."""

import hashlib

_SEPARATOR = "\x1f"  # ASCII unit separator: cannot be typed, so parts cannot run together


def make_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and the first 16 hex digits of the SHA-256 of the parts, in order.

    64 bits: a collision is expected only near four billion records of one kind.
    """
    digest = hashlib.sha256(_SEPARATOR.join(str(part) for part in parts).encode("utf-8", "surrogatepass"))
    return f"{prefix}-{digest.hexdigest()[:16]}"


def hash_text(text: str) -> str:
    """Return the SHA-256 of a text's UTF-8 bytes, as 64 hex digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
