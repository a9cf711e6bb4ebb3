"""Write the part of CREDITS.md that says where the places come from, out of the manifests beside the tables.

    python tools/write_credits.py

Run it after the gazetteer was built; a test says when it was forgotten.
"""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
CREDITS = ROOT / "CREDITS.md"
PACK = "packs/conflict/src/dateline_conflict_places"
TABLES = {
    "places/data/gazetteer.tsv.xz": ROOT / "src/dateline/places/data/gazetteer.json",
    "places/data/polygons.tsv.xz": ROOT / "src/dateline/places/data/polygons.json",
    f"{PACK}/places.tsv.xz": ROOT / PACK / "places.json",
    f"{PACK}/polygons.tsv.xz": ROOT / PACK / "polygons.json",
}
OPENING, CLOSING = "<!-- places: written by tools/write_credits.py -->", "<!-- end of places -->"


def main() -> None:
    CREDITS.write_text(with_places(CREDITS.read_text(encoding="utf-8")), encoding="utf-8")


def with_places(text: str) -> str:
    """Return the credits with the part between the two marks written anew."""
    before, _, rest = text.partition(OPENING)
    _, mark, after = rest.partition(CLOSING)
    if not mark:
        raise ValueError(f"CREDITS.md lacks the marks {OPENING!r} and {CLOSING!r}")
    return before + OPENING + "\n" + "\n".join(places()) + CLOSING + after


def places() -> Iterator[str]:
    """Yield the lines about every table that is there: its rows and its sources."""
    for table, path in TABLES.items():
        if path.exists():
            manifest = json.loads(path.read_text(encoding="utf-8"))
            yield f"### Places: `{table}`\n"
            yield f"{manifest['rows']:,} lines; each names its sources.\n"
            counted = manifest.get("rows_by_source", {})
            yield from (source_line(about, counted.get(code)) for code, about in manifest["sources"].items())
            yield ""


def source_line(about: dict[str, Any], rows: int | None) -> str:
    """Return the line about one source: its licence, its lines where they are counted, its credit and what changed."""
    credit = re.sub(r"(https?://[^\s,;)]+)", r"<\1>", about["credit"])
    counted = "" if rows is None else f" ({rows:,} lines)"
    parts = [f"* **{about['name']}**, {about['licence']}{counted}. {credit}."]
    if about.get("taken_from"):
        parts.append(f"Taken from {', '.join(about['taken_from'])}.")
    if about.get("changed"):
        parts.append(f"Changed: {about['changed']}.")
    return " ".join(parts)


if __name__ == "__main__":
    main()
