"""What speaks for or against a claim of how many: the number's own words and the numbers beside it; 0 of others."""

from collections.abc import Iterable, Iterator
from math import log1p

from dateline.claims.coders.rules.confidence.records import Standing
from dateline.claims.records import Claim
from dateline.values.counts import Count, Operator
from dateline.values.spans import Span

_SAID_AS_KNOWN = {Operator.EXACT, Operator.VAGUE, Operator.AT_LEAST}


def is_a_vague_number(told: Standing) -> float:
    """Tell whether a word stands for the number: "several", "dozens", a plural without a number."""
    return float(any(count.operator is Operator.VAGUE for count in _counts(told)))


def is_an_estimate(told: Standing) -> float:
    """Tell whether the number is a range or an estimate: "six to eight", "some forty"; "at least six" is neither."""
    return float(any(count.operator not in _SAID_AS_KNOWN for count in _counts(told)))


def is_a_single_person(told: Standing) -> float:
    """Tell whether it is one person."""
    return float(any(count.high == 1 for count in _counts(told)))


def is_nobody(told: Standing) -> float:
    """Tell whether it is said that there was nobody."""
    return float(any(count.high == 0 for count in _counts(told)))


def size_of_the_number(told: Standing) -> float:
    """Return how many people it is, as a logarithm."""
    return max((log1p(_least(count)) for count in _counts(told)), default=0.0)


def says_who_is_counted(told: Standing) -> float:
    """Tell whether the text says what the people are: "police officers"."""
    return float(any(count.side is not None for count in _counts(told)))


def is_only_of_some(told: Standing) -> float:
    """Tell whether the text says who is among those counted, or left out: "including the attacker"."""
    return float(any(count.scope is not None for count in _counts(told)))


def numbers_of_its_sentence(told: Standing) -> float:
    """Return how many other numbers of people its sentence gives, for whatever slot and event, as a logarithm."""
    return log1p(len(_beside(told, _counted(told))))


def numbers_told_with_it(told: Standing) -> float:
    """Return how many other numbers of its slot its sentence gives ("a leader and three fighters"), as a logarithm."""
    return log1p(len(_beside(told, (claim for claim in _counted(told) if claim.slot == told.claim.slot))))


def is_far_from_a_mention(told: Standing) -> float:
    """Return how far it stands from the nearest word that speaks of the event: tens of characters, as a logarithm."""
    start = told.claim.highlight.span.start
    nearest = min(abs(mention.span.start - start) for mention in told.frame.mentions)
    return log1p(nearest / 10) if _is_count(told.claim) else 0.0


def is_the_greatest_of_its_event(told: Standing) -> float:
    """Tell whether the event's frame gives no greater number for the slot."""
    others = (claim.value for claim in told.beside)
    greatest = max((_least(value) for value in others if isinstance(value, Count)), default=0)
    return float(any(_least(count) >= greatest for count in _counts(told)))


COUNT_FEATURES = (
    is_a_vague_number,
    is_an_estimate,
    is_a_single_person,
    is_nobody,
    size_of_the_number,
    says_who_is_counted,
    is_only_of_some,
    numbers_of_its_sentence,
    numbers_told_with_it,
    is_far_from_a_mention,
    is_the_greatest_of_its_event,
)


def _beside(told: Standing, claims: Iterable[Claim]) -> set[Span]:
    """Return where the other numbers of the sentence stand, if the claim is a number."""
    spans = {claim.highlight.span for claim in claims} - {told.claim.highlight.span}
    return {span for span in spans if _is_count(told.claim) and told.claim.quote.span.contains(span)}


def _counts(told: Standing) -> Iterator[Count]:
    """Yield the claim's number, if it is one."""
    if isinstance(told.claim.value, Count):
        yield told.claim.value


def _is_count(claim: Claim) -> bool:
    return isinstance(claim.value, Count)


def _counted(told: Standing) -> Iterator[Claim]:
    return (claim for frame in told.setting.frames for claim in frame.claims if _is_count(claim))


def _least(count: Count) -> int:
    return next(number for number in (count.low, count.best, count.high) if number is not None)
