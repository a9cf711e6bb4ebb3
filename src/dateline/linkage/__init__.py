"""Linkage: which items are the same thing; it knows no record by name."""
