"""Runs the whole coder over a bench's texts."""
