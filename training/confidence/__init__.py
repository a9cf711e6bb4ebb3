"""Fits the confidence of claims; see README.md."""
