"""Figures of the gazetteer: what it holds, where from, and under which licences."""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from typing import Any

from dateline.places.gazetteer import Gazetteer

_BY_KIND = "SELECT kind, count(*) FROM place GROUP BY kind ORDER BY 2 DESC, 1"
_BY_COUNTRY = "SELECT country, count(*) FROM place WHERE country != '' GROUP BY country ORDER BY 2 DESC, 1"
_BY_SOURCE = "SELECT sources, count(*) FROM place GROUP BY sources"
_BY_LANGUAGE = "SELECT lang, count(*) FROM spelling GROUP BY lang ORDER BY 2 DESC, 1"


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of places by kind, country (ISO 3166-1) and source, and of spellings by language ("" where not said).

    `packs` and `sources` are what the manifests say; a place from two sources counts for both. `size` is in bytes.
    """

    path: str
    size: int
    places: int
    spellings: int
    by_kind: dict[str, int]
    by_country: dict[str, int]
    by_source: dict[str, int]
    by_language: dict[str, int]
    packs: tuple[dict[str, Any], ...]
    sources: dict[str, dict[str, str]]


def read_stats(gazetteer: Gazetteer) -> Stats:
    """Count what the gazetteer holds; takes some seconds where a large pack is installed."""
    with closing(sqlite3.connect(f"{gazetteer.path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as rows:
        kinds, countries, sets, languages = (
            dict(rows.execute(query)) for query in (_BY_KIND, _BY_COUNTRY, _BY_SOURCE, _BY_LANGUAGE)
        )
    packs = ({key: pack[key] for key in ("name", "rows", "sha256")} for pack in gazetteer.meta("packs"))
    return Stats(
        path=str(gazetteer.path),
        size=gazetteer.path.stat().st_size,
        places=sum(kinds.values()),
        spellings=sum(languages.values()),
        by_kind=kinds,
        by_country=countries,
        by_source=_each_source(sets),
        by_language=languages,
        packs=tuple(packs),
        sources=gazetteer.meta("sources"),
    )


def _each_source(sets: dict[str, int]) -> dict[str, int]:
    """Return the number of places of each source; a place from two counts for both."""
    numbers: dict[str, int] = {}
    for codes, places in sets.items():
        for code in dict.fromkeys(codes.split("|")):
            if code:
                numbers[code] = numbers.get(code, 0) + places
    return dict(sorted(numbers.items(), key=lambda entry: -entry[1]))
