"""Writing a table and its manifest: the same rows give the same bytes."""

import hashlib
import json
import lzma
from collections import Counter
from collections.abc import Collection
from pathlib import Path
from typing import Any

import yaml

from gazetteer.row import Row, table_of

_SOURCES = Path(__file__).parent / "sources.yaml"


def write_table(rows: Collection[Row], target: Path) -> str:
    """Write `target`.tsv.xz and its manifest `target`.json; return a line that says what was written."""
    packed = lzma.compress(table_of(rows).encode(), preset=9 | lzma.PRESET_EXTREME)
    target.with_suffix(".tsv.xz").write_bytes(packed)
    text = json.dumps(manifest_of(rows, packed), indent=1, ensure_ascii=False) + "\n"
    target.with_suffix(".json").write_text(text, encoding="utf-8")
    return f"{target.name}: {len(rows)} lines, {len(packed) / 1e6:.1f} MB"


def manifest_of(rows: Collection[Row], packed: bytes) -> dict[str, Any]:
    """Return the table's hash, its rows by kind and country, and the sources with their licences and credits."""
    used = {code for row in rows for code in row.sources}
    known = yaml.safe_load(_SOURCES.read_text("utf-8"))
    if unknown := used - known.keys():
        raise ValueError(f"sources without licence and credit in {_SOURCES.name}: {', '.join(sorted(unknown))}")
    sources = {code: about for code, about in known.items() if code in used}
    return {
        "sha256": hashlib.sha256(packed).hexdigest(),
        "rows": len(rows),
        "made_from": sorted({name for about in sources.values() for name in about["taken_from"]}),
        "sources": sources,
        "rows_by_source": dict(sorted(Counter(code for row in rows for code in set(row.sources)).items())),
        "rows_by_kind": dict(sorted(Counter(row.kind for row in rows).items())),
        "rows_by_country": dict(sorted(Counter(row.country for row in rows).items())),
    }
