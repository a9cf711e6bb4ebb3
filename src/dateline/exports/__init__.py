"""Exports: tables written to files, each value with the quotes that say it."""
