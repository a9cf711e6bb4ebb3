"""Placing: which of the names in a text name a place. Candidates, what speaks for and against each, and the verdict."""
