"""Options for one attribute of an article, what speaks for each, and the choice among them.

An article names several countries, towns and days; its key has one of each, or none. Each option earns the weights of
what holds of it, and so does naming none; the option that earns most is the answer. The first line of each feature's
docstring is its public explanation; the weights stand in data/hrds_weights.json, fitted by training/hrds.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log, log1p
from typing import Any, Generic, TypeVar

from dateline.bench.mappers.hrds_article import OPENING, Article
from dateline.claims.coders.rules.weighed import Weighed, earned, read_weighed
from dateline.values.spans import Span

_USUAL_LENGTH = 4000  # characters
_SCALE = 100  # characters in which places in a text are measured

Answer = str | int


@dataclass(frozen=True, slots=True)
class Field:
    """What an article names for one attribute: how often each answer, and how many events' claims each has."""

    article: Article
    named: Mapping[Answer, tuple[Span, ...]]
    claimed: Counter[Answer]
    of_main: frozenset[Answer]  # the answers that the main event's claims give

    @property
    def total(self) -> int:
        return sum(map(len, self.named.values()))

    @property
    def most(self) -> int:
        return max(map(len, self.named.values()), default=0)

    @property
    def earliest(self) -> int:
        return min((span.start for spans in self.named.values() for span in spans), default=0)


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that may be the key's."""

    field: Field
    answer: Answer

    @property
    def spans(self) -> tuple[Span, ...]:
        return self.field.named[self.answer]


Of = TypeVar("Of", bound=Option)


@dataclass(frozen=True, slots=True)
class Choice(Generic[Of]):
    """The weights by which one attribute is chosen."""

    option: Weighed[Of]
    nothing: Weighed[Field]

    def best(self, field: Field, options: Sequence[Of]) -> Answer | None:
        """Return the answer that earns most; None where naming none earns more."""
        scores = [(earned(self.option, option), str(option.answer), option.answer) for option in options]
        score, _, answer = max(scores, default=(0.0, "", None))
        return answer if answer is not None and score > earned(self.nothing, field) else None


def read_choice(
    features: Sequence[Callable[[Of], float]], given: Mapping[str, Mapping[str, float]], of: str
) -> Choice[Of]:
    """Return the weights of one attribute from {"option": {feature: weight}, "nothing": {feature: weight}}."""
    return Choice(
        read_weighed(features, given["option"], f"{of}: option"),
        read_weighed(NOTHING_FEATURES, given["nothing"], f"{of}: nothing"),
    )


def times(found: Iterable[Any]) -> float:
    """Return how many there are, as a logarithm: the second counts for less than the first."""
    return log1p(sum(1 for _ in found))


def is_named_often(option: Option) -> float:
    """Return how often the article names it, as a logarithm."""
    return times(option.spans)


def share_of_names(option: Option) -> float:
    """Return its share of all that the article names of the kind."""
    return len(option.spans) / max(1, option.field.total)


def is_named_most(option: Option) -> float:
    """Tell whether nothing of the kind is named more often."""
    return float(0 < len(option.spans) == option.field.most)


def is_named_first(option: Option) -> float:
    """Tell whether nothing of the kind is named before it."""
    return float(any(span.start == option.field.earliest for span in option.spans))


def is_named_late(option: Option) -> float:
    """Return how far into the article it is first named: the logarithm of hundreds of characters."""
    return log1p(min((span.start for span in option.spans), default=len(option.field.article.text)) / _SCALE)


def is_in_the_opening(option: Option) -> float:
    """Return how often the opening paragraphs name it, as a logarithm."""
    return times(span for span in option.spans if span.start < OPENING)


def is_in_sentences_of_deeds(option: Option) -> float:
    """Return how often it stands in a sentence with a word for a violation, as a logarithm."""
    return times(filter(option.field.article.tells_a_deed, option.spans))


def is_near_deeds(option: Option) -> float:
    """Return how often it stands within some ten words of a word for a violation, as a logarithm."""
    return times(filter(option.field.article.is_near_a_deed, option.spans))


def is_claimed_of_events(option: Option) -> float:
    """Return how many claims of the article's violations give it, as a logarithm."""
    return log1p(option.field.claimed[option.answer])


def is_claimed_most(option: Option) -> float:
    """Tell whether no other is given by more claims of the article's violations."""
    return float(0 < option.field.claimed[option.answer] == max(option.field.claimed.values()))


def is_of_the_main_event(option: Option) -> float:
    """Tell whether the violation of which most people are named was then or there."""
    return float(option.answer in option.field.of_main)


OPTION_FEATURES: tuple[Callable[[Option], float], ...] = (
    is_named_often,
    share_of_names,
    is_named_most,
    is_named_first,
    is_named_late,
    is_in_the_opening,
    is_in_sentences_of_deeds,
    is_near_deeds,
    is_claimed_of_events,
    is_claimed_most,
    is_of_the_main_event,
)


def always(field: Field) -> float:  # noqa: ARG001 - the same for every article
    """Tell what holds of every article."""
    return 1.0


def many_are_named(field: Field) -> float:
    """Return how many answers there are to choose from, as a logarithm."""
    return times(field.named)


def share_of_the_most_named(field: Field) -> float:
    """Return the share of the names that the most frequent has: small where an article speaks of many."""
    return field.most / max(1, field.total)


def the_article_is_long(field: Field) -> float:
    """Return the logarithm of the article's length over the usual one."""
    return log(max(1, len(field.article.text)) / _USUAL_LENGTH)


def it_tells_deeds(field: Field) -> float:
    """Return how many words for violations the article has in a usual length, as a logarithm."""
    return log1p(len(field.article.deeds) * _USUAL_LENGTH / max(1, len(field.article.text)))


def its_events_give_one(field: Field) -> float:
    """Tell whether a claim of its violations gives an answer."""
    return float(bool(field.claimed))


NOTHING_FEATURES: tuple[Callable[[Field], float], ...] = (
    always,
    many_are_named,
    share_of_the_most_named,
    the_article_is_long,
    it_tells_deeds,
    its_events_give_one,
)
