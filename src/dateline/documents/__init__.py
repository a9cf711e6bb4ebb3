"""Documents: captures to clean, immutable text that every span points into."""

from dateline.documents.duplicates import copy_key
from dateline.documents.language import detect_language, with_language
from dateline.documents.read import read, read_bytes
from dateline.documents.records import Document, Unread

__all__ = ["Document", "Unread", "copy_key", "detect_language", "read", "read_bytes", "with_language"]
