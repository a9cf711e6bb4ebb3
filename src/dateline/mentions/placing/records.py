"""The nouns of placing: what a list knows of a name, and a span that may name a place."""

from collections.abc import Callable
from dataclasses import dataclass

from dateline.values.spans import Span


@dataclass(frozen=True, slots=True)
class NameFacts:
    """What a list of places knows of one name, over all places that are so called.

    `kinds` are kinds of place ("country", "admin1", "admin2", "settlement", "region", "feature"); `population` is that
    of the largest of them, 0 where none is known. `is_main` tells that it is the main name of one of them.
    """

    kinds: frozenset[str]
    population: int
    is_main: bool = True


Names = Callable[[str], NameFacts | None]  # None: no place is so called


@dataclass(frozen=True, slots=True)
class Site:
    """A span that may name a place, with what stands around it and what the recogniser called it.

    `entity` is the recogniser's type of the span ("GPE", "PERSON", ... or ""), or "part:" and the type of a name within
    the span. `holder` is the type of a longer name that the span is a part of, or "", `rest` the words of that longer
    name behind the span, in small letters, and `is_head` whether the span begins it. `before` and `after` are up to
    three words or marks on each side within the line, in order of the text. `follows` and `precedes` are the kinds of a
    place name that stands beside it behind a comma.
    """

    span: Span
    text: str
    facts: NameFacts | None
    is_listed: bool = False
    is_cued: bool = False
    entity: str = ""
    holder: str = ""
    rest: tuple[str, ...] = ()
    is_head: bool = False
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    follows: frozenset[str] = frozenset()
    precedes: frozenset[str] = frozenset()

    @property
    def word_before(self) -> str:
        """The word before the name, articles left out, in small letters; "" at the start of the line."""
        words = [word.lower() for word in self.before]
        while words and words[-1] in ("the", "a", "an"):
            words.pop()
        return words[-1] if words else ""

    @property
    def word_after(self) -> str:
        """The word or mark behind the name, in small letters; "" at the end of the line."""
        return self.after[0].lower() if self.after else ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the whole document says of its names; all keys are plain (small letters, one space between words)."""

    surnames: frozenset[str]  # last words of persons' names of two words or more
    first_names: frozenset[str]
    as_place: dict[str, int]  # how often the recogniser took the name for a place
    as_other: dict[str, int]  # for a person or a body
    small_words: frozenset[str]  # words that stand in small letters somewhere
