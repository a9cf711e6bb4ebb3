"""The spaCy parser: words, sentences and grammar, and the persons, places and bodies that its recogniser names."""

from dateline.mentions.finders.spacy_parser.model import hash_weights, load_model
from dateline.mentions.finders.spacy_parser.parser import SpacyParser

__all__ = ["SpacyParser", "hash_weights", "load_model"]
