"""Dateline: reports of political violence in, events out, every value with the sentence that says it."""
