"""Counts how rare words are in reports: `python -m training.linkage.background DATA_FOLDER`; under a minute.

DATA_FOLDER holds the benches' data sets: of the gun-violence corpus only the earlier part is read (see `corpus`), of
the others their training parts. Words that stand in fewer than five documents are left out, so that the table holds
no private person's name; what is on no list counts as the rarest.
"""

import json
import lzma
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from math import log
from pathlib import Path

from dateline.bench.datasets import read_lines
from dateline.bench.incidents import earlier_and_later, read_incidents
from dateline.events.item_words import words_of

FEWEST = 5
DECIMALS = 2
TABLE = Path(__file__).parents[2] / "src/dateline/events/data/rarity.json.xz"


def texts(root: Path) -> Iterator[str]:
    earlier, _ = earlier_and_later(read_incidents(root / "linkage" / "gun_violence.dev.jsonl.xz"))
    yield from (f"{report.title}\n\n{report.text}" for report in earlier)
    yield from (line["text"] for line in read_lines(root / "muc4" / "train.jsonl.xz", ("text",)))
    yield from (line["text"] for line in read_lines(root / "isaf" / "dev.jsonl.xz", ("text",)))
    articles = read_lines(root / "hrdsattack" / "train.jsonl.xz", ("sample",))
    yield from (line["sample"]["Input.article_interface"] for line in articles)


def main() -> None:
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    seen: Counter[str] = Counter()
    number = 0
    for text in texts(parser.parse_args().data):
        number += 1
        seen.update(set(words_of(text)))
    table = {word: round(log(number / count), DECIMALS) for word, count in sorted(seen.items()) if count >= FEWEST}
    table[""] = round(log(number / 2), DECIMALS)
    TABLE.write_bytes(lzma.compress(json.dumps(table, separators=(",", ":")).encode(), preset=9))
    print(f"{number} documents, {len(table) - 1} words, {TABLE.stat().st_size} bytes")  # noqa: T201 - a script


if __name__ == "__main__":
    main()
