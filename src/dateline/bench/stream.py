"""The stream: everyday news with some reports among it, as a feed brings them."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import cycle

_SHARE = 10  # one word in so many is a report's


def mixed(everyday: Iterable[str], reports: Sequence[str]) -> Iterator[str]:
    """Yield the everyday texts in order, and reports between them, over and over: a tenth of all words is theirs."""
    told = words = 0
    waiting = cycle(reports)
    for text in everyday:
        while told * _SHARE < words:
            report = next(waiting)
            told, words = told + len(report.split()), words + len(report.split())
            yield report
        words += len(text.split())
        yield text
