"""Claims: what one document says, value by value, each with its quote, its speaker and the speaker's stance."""

from dateline.claims.code import code

__all__ = ["code"]
