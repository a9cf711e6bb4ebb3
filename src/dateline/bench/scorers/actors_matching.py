"""How fast names are matched: words a CPU-second against 100,000 names, before any filter looks at a match."""

import random
import time
from collections.abc import Sequence
from importlib.resources import files
from itertools import cycle, islice
from pathlib import Path

import numpy as np

from dateline.actors import Roster
from dateline.bench.bootstrap import Table, interval
from dateline.bench.datasets import read_lines
from dateline.bench.records import Row
from dateline.mentions.finders.phrases import PhraseFinder
from dateline.mentions.records import MentionKind, Phrase

_TEXTS = files("dateline") / "cli" / "data" / "demo.jsonl"  # read as a file: the bench knows no command
_NAMES = 100_000
_TEXTS_A_ROUND = 600  # about 100,000 words
_ROUNDS = 10
_SEED = 7
_LENGTHS = (2, 2, 3, 3, 4)  # words in a made name, about as often as on the roster


def row(roster: Roster) -> Row:
    """Return words a CPU-second: plain letters and every match of a listed spelling, wherever words begin and end.

    The list is the roster's spellings, filled up to 100,000 with names made of its and the text's words. The text is
    the demonstration's, over and over; the interval is over rounds.
    """
    texts = [line["text"] for line in read_lines(Path(str(_TEXTS)), ("text",))]
    finder = PhraseFinder(_phrases(roster, texts))
    whole = "\n".join(islice(cycle(texts), _TEXTS_A_ROUND))
    words = len(whole.split())
    table = np.array([[words, _seconds(finder, whole)] for _ in range(_ROUNDS)], dtype=np.float64)
    note = f"{_NAMES:,} names; CPU time of this machine; interval over rounds of {words:,} words"
    return Row("actors.matching.words_per_cpu_s", *interval(table, _rate), words * _ROUNDS, note=note)


def _phrases(roster: Roster, texts: Sequence[str]) -> list[Phrase]:
    spellings = dict.fromkeys(phrase.text for phrase in roster.phrases())
    words = sorted({word for text in (*spellings, *texts) for word in text.split()})
    draw = random.Random(_SEED)  # noqa: S311 - names to search for, not secrets
    while len(spellings) < _NAMES:
        spellings[" ".join(draw.choices(words, k=draw.choice(_LENGTHS)))] = None
    return [Phrase(text, MentionKind.ACTOR, text) for text in islice(spellings, _NAMES)]


def _seconds(finder: PhraseFinder, text: str) -> float:
    begin = time.process_time()
    for _ in finder.matches(text):
        pass
    return time.process_time() - begin


def _rate(sums: Table) -> Table:
    return sums[:, 0] / sums[:, 1]
