"""Naming: finds the names in the labelled texts and gathers others that may take their places (see swapping.py).

Run: python -m training.coder.naming LABELS OUT POOLS, with Dateline installed: its finders tell what is a name.
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from dateline.documents.records import Document
from dateline.mentions.find import find
from dateline.mentions.records import MentionKind
from dateline.pipeline import Stages, load_stages

_NAMES = Path(__file__).with_name("names.yaml")
_KINDS = {MentionKind.PERSON: "person", MentionKind.ACTOR: "body", MentionKind.PLACE: "place"}
_ARMED = {"rebel", "political_militia", "identity_militia"}
_ACRONYM = 6  # letters at most
_LONGEST = 40  # characters of a name that takes another's place

Row = dict[str, Any]


def named(rows: list[Row], stages: Stages) -> Iterator[Row]:
    """Yield the rows with `names`: [start, end, kind] of every name of a person, body or place in the text."""
    for row in rows:
        document = Document(row["text"], row["id"], language="en")
        ((_, findings),) = find([document], parser=stages.parser, finders=stages.finders, names=stages.names)
        found = [
            [mention.span.start, mention.span.end, _KINDS[mention.kind]]
            for mention in findings.mentions
            if mention.kind in _KINDS and (mention.kind is not MentionKind.ACTOR or _ARMED & set(mention.labels))
        ]
        yield {**row, "names": found}


def pools(stages: Stages) -> dict[str, list[str]]:
    """Return the names that may take others' places: people's from the list, bodies' and places' from Dateline's."""
    listed = yaml.safe_load(_NAMES.read_text(encoding="utf-8"))
    bodies = {
        phrase.text
        for phrase in stages.roster.phrases()
        if _ARMED & set(phrase.labels) and len(phrase.text) <= _LONGEST
    }
    places = {
        text for text, labels in stages.gazetteer.names() if "settlement" in labels or "admin1" in labels or not labels
    }
    acronyms = {name for name in bodies if name.isupper() and name.isalpha() and len(name) <= _ACRONYM}
    return {
        **listed,
        "acronyms": sorted(acronyms),
        "bodies": sorted(name for name in bodies if " " in name),
        "places": sorted(name for name in places if name[:1].isupper() and len(name) <= 18 and name.isascii()),
    }


def main(labels: str, out: str, pool: str) -> None:
    """Write the rows with their names, and the pools."""
    stages = load_stages()
    rows = [json.loads(line) for line in Path(labels).read_text(encoding="utf-8").splitlines()]
    given = pools(stages)
    print({name: len(values) for name, values in given.items()})  # noqa: T201 - a script's report
    Path(pool).write_text(json.dumps(given), encoding="utf-8")
    with Path(out).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in named(rows, stages))


if __name__ == "__main__":
    main(*sys.argv[1:])
