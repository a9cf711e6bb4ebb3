"""The model coder, model.v1: a small network of our own that marks who did what to whom in whole reports."""

from dateline.claims.coders.model.coder import ModelCoder

__all__ = ["ModelCoder"]
