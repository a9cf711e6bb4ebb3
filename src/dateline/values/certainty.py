"""Certainty: probabilities and the words that stand for them."""

from dateline.errors import InputError


def checked_probability(value: float) -> float:
    """Return the value if it is a probability; raise InputError if it is not within 0..1."""
    if not 0.0 <= value <= 1.0:
        raise InputError(f"a probability lies between 0 and 1, not {value}")
    return value
