"""Swapping: a labelled text with other names in the places of its own, everywhere in the text alike.

One part of a person's name stands for another part wherever it stands, so "Rosa Pinto" and "Pinto" stay one; bodies
and places are swapped whole. The labels move with the words.
"""

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

Row = dict[str, Any]
Pools = Mapping[str, Sequence[str]]

_SHORTEST = 4  # letters of a part of a name that is swapped wherever it stands
_KEPT = 0.3  # share of a text's bodies and places that keep their names: the world's own are worth knowing


def swap(row: Row, pools: Pools, rng: np.random.Generator) -> Row:
    """Return the row with other names; one without names as it is."""
    table = _table(row, pools, rng)
    if not table:
        return row
    pattern = r"(?<!\w)(?:" + "|".join(sorted(map(_spaced, table), key=len, reverse=True)) + r")(?!\w)"
    text, edges = [], [(0, 0)]  # where a stretch of the old text begins, and the same place in the new one
    last = shift = 0
    for match in re.finditer(pattern, row["text"], re.IGNORECASE):
        new = table.get(_key(match.group()), match.group())
        text += [row["text"][last : match.start()], new]
        shift += len(new) - (match.end() - match.start())
        edges += [(match.start(), -1), (match.end(), match.end() + shift)]
        last = match.end()
    text.append(row["text"][last:])
    starts = [old for old, _ in edges]
    return {
        **row,
        "text": "".join(text),
        "spans": [{**span, **_moved(span, edges, starts)} for span in row["spans"]],
        "sentences": [{**sentence, **_moved(sentence, edges, starts)} for sentence in row["sentences"]],
    }


def _moved(span: Row, edges: Sequence[tuple[int, int]], starts: Sequence[int]) -> dict[str, int]:
    """Return where a span stands in the new text; one that ends within a name takes in the whole of it."""
    first = bisect_right(starts, span["start"]) - 1
    last = bisect_right(starts, span["end"] - 1) - 1
    return {"start": _place(span["start"], first, edges, end=False), "end": _place(span["end"], last, edges, end=True)}


def _place(at: int, index: int, edges: Sequence[tuple[int, int]], *, end: bool) -> int:
    old, new = edges[index]
    if new >= 0:
        return new + at - old
    if end:
        return edges[index + 1][1]
    before, moved = edges[index - 1]
    return moved + old - before


def _table(row: Row, pools: Pools, rng: np.random.Generator) -> dict[str, str]:
    """Return what takes the place of each name and each part of a person's name."""
    table: dict[str, str] = {}
    particles = set(pools["particles"])
    for start, end, kind in row["names"]:
        name = _key(row["text"][start:end])
        if kind == "person":
            parts = [part for part in re.findall(r"\w+", name) if part not in particles and len(part) >= _SHORTEST]
            for number, part in enumerate(parts):
                pool = pools["given" if number == 0 and len(parts) > 1 else "surnames"]
                table.setdefault(part, str(rng.choice(pool)))
        elif name not in table and len(name) > 2:
            pool = pools["places"] if kind == "place" else pools["acronyms" if " " not in name else "bodies"]
            table[name] = name if rng.random() < _KEPT else pool[int(rng.integers(len(pool)))]
    return table


def _key(text: str) -> str:
    return " ".join(text.lower().split())


def _spaced(key: str) -> str:
    return r"\s+".join(map(re.escape, key.split()))
