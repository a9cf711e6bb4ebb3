"""PolNeAR's articles: the brat annotations of each annotator, read into attributions of words."""

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from dateline.bench.scorers.attribution import CitedWords, Words
from dateline.claims.coders.rules.attribution import Attribution
from dateline.errors import InputError
from dateline.values.spans import Span

_WORD = re.compile(r"\w+(?:['\u2019]\w+)*")
_LINE = re.compile(r"\n(?=[TEA#R*]\d*\t)")  # a text that holds line breaks goes on over several lines
_ROLES = ("Source", "Cue", "Content")


def read_annotators(line: Mapping[str, Any]) -> tuple[tuple[CitedWords, ...], ...]:
    """Return the attributions of each annotator of one article, in the order of the data.

    `line` has "id", "text" and "attributions": a list of brat files, or that list written as a Python literal.
    Labels other than source, cue and content ("Discard", "Discuss") are the annotators' notes and left out, as are
    attributions without a cue. Raises InputError where the annotations are of another form.
    """
    given = line["attributions"]
    try:
        annotated = ast.literal_eval(given) if isinstance(given, str) else given
        words = word_starts(line["text"])
        return tuple(_read_brat(brat, words) for brat in annotated)
    except (ValueError, SyntaxError, KeyError, IndexError) as error:
        raise InputError(
            f"article {line['id']}: its attributions are no list of brat files ({error}); PolNeAR's form is needed"
        ) from error


def map_found(found: Iterable[Attribution], text: str) -> tuple[CitedWords, ...]:
    """Return found attributions in the form of the data, which annotates no attribution inside another's content.

    Of two of which one's cue stands in the other's content, the outer one is kept.
    """
    listed = list(found)
    outer = [each for each in listed if not any(_holds(other, each) for other in listed)]
    words = word_starts(text)
    return tuple(
        CitedWords(
            _covered(() if each.source is None else (each.source,), words),
            _covered((each.cue,), words),
            _covered(each.content, words),
        )
        for each in outer
    )


def word_starts(text: str) -> tuple[tuple[int, int], ...]:
    """Return the start and end of each word: letters and digits, with inner apostrophes; no punctuation."""
    return tuple(match.span() for match in _WORD.finditer(text))


def _holds(outer: Attribution, inner: Attribution) -> bool:
    return outer is not inner and any(span.overlaps(inner.cue) for span in outer.content)


def _read_brat(brat: str, words: Sequence[tuple[int, int]]) -> tuple[CitedWords, ...]:
    spans: dict[str, tuple[Span, ...]] = {}
    events: list[list[str]] = []
    for entry in _LINE.split(brat):
        name, _, rest = entry.partition("\t")
        if name.startswith("T"):
            spans[name] = _read_spans(rest.split("\t")[0])
        elif name.startswith("E"):
            events.append(rest.split())
    cited = (_read_event(event, spans, words) for event in events)
    return tuple(each for each in cited if each.cue)


def _read_spans(described: str) -> tuple[Span, ...]:
    """Read "Content 10 20;31 40"."""
    places = described.partition(" ")[2]
    return tuple(Span(*map(int, place.split())) for place in places.split(";"))


def _read_event(
    event: Sequence[str], spans: Mapping[str, tuple[Span, ...]], words: Sequence[tuple[int, int]]
) -> CitedWords:
    parts: dict[str, list[Span]] = {role: [] for role in _ROLES}
    for part in event:
        role, _, name = part.partition(":")
        role = role.rstrip("0123456789")  # a second content of one attribution is called Content2
        if role in parts:
            parts[role].extend(spans[name])
    source, cue, content = (_covered(parts[role], words) for role in _ROLES)
    return CitedWords(source, cue, content)


def _covered(spans: Iterable[Span], words: Sequence[tuple[int, int]]) -> Words:
    """Return the words that share a character with one of the spans."""
    held = list(spans)
    return frozenset(start for start, end in words if any(s.start < end and start < s.end for s in held))
