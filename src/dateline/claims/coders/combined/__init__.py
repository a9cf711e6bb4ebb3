"""The combined coder, combined.v1: the rules and the model, weighed slot by slot by a table that a person can read."""

from dateline.claims.coders.combined.coder import CombinedCoder

__all__ = ["CombinedCoder"]
