"""One line of a gazetteer's table while it is being put together, and the order of the lines."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

from dateline.places.names import plain

KIND_ORDER = "crg12sf+"
LONGEST_SPELLING = 60
_UNWRITABLE = str.maketrans({"|": " ", ":": " ", "\t": " ", "\n": " ", "\u200e": "", "\u200f": "", "\ufeff": ""})
# Languages whose romanisations carry marks that English text leaves out; elsewhere accents belong to the name.
_ROMANISED = frozenset(
    "AE AF BD BH DZ EG IL IN IQ IR JO JP KW LB LK LY MA MM MR NP OM PK PS QA SA SD SO SY TN YE".split()  # noqa: SIM905
)


@dataclass(slots=True)
class Row:
    """One line of the table.

    `id` is a country's code ("AF"), a GeoNames number or an id with its source before it ("wof:85667493"). `names` are
    spellings in Latin letters; `tagged` are spellings as `lang:text`, where the language is known or the script is
    another. `sources` are codes of `sources.yaml`.
    """

    id: str
    kind: str
    parent: str
    country: str
    name: str
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    flags: str = ""
    names: list[str] = field(default_factory=list)
    abbreviations: list[str] = field(default_factory=list)
    demonyms: list[str] = field(default_factory=list)
    feature: str = ""
    other_ids: list[str] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    tagged: list[str] = field(default_factory=list)

    @property
    def point(self) -> tuple[float, float] | None:
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)

    def line(self) -> str:
        place = ["" if self.lat is None else f"{self.lat:.4f}", "" if self.lon is None else f"{self.lon:.4f}"]
        cells = [self.id, self.kind, self.parent, self.country, self.name, *place, str(self.population or "")]
        lists = (self.names + self.tagged, self.abbreviations, self.demonyms)
        cells += [self.flags, *map("|".join, lists), self.feature]
        cells += ["|".join(dict.fromkeys(ids)) for ids in (self.other_ids, self.sources)]
        return "\t".join(cells).rstrip("\t") + "\n"


def table_of(rows: Iterable[Row]) -> str:
    """Return the lines in their order: parents before children, then by country, parent and name."""

    def order(row: Row) -> tuple[int, str, str, str, str]:
        return KIND_ORDER.index(row.kind), row.country, row.parent, row.name, row.id

    return "".join(row.line() for row in sorted(rows, key=order))


def tidy(row: Row) -> None:
    """Clean the names that a row has gathered: each spelling once, none that a table cannot hold."""
    row.name = shown(row.name.translate(_UNWRITABLE).strip(), row.country)
    seen = {plain(row.name)}
    row.names = [text for text in map(clean, row.names) if _is_new(text, seen, latin=True)]
    tagged = ((lang, clean(text)) for lang, _, text in (entry.partition(":") for entry in row.tagged))
    row.tagged = [f"{lang}:{text}" for lang, text in tagged if _is_new(text, seen, latin=False)]


def clean(text: str) -> str:
    return " ".join(text.translate(_UNWRITABLE).split())


def _is_new(text: str, seen: set[str], *, latin: bool) -> bool:
    """Tell a spelling that is not yet there; "Deir Ezzor" and "Deir ez-Zor" are two for a finder."""
    key = plain(text)
    if len(key) < 2 or len(text) > LONGEST_SPELLING or key in seen or (latin and not key.isascii()):
        return False
    seen.add(key)
    return True


def shown(name: str, country: str) -> str:
    """Return the name to show, without the marks of romanised scripts."""
    if country not in _ROMANISED:
        return name
    parts = unicodedata.normalize("NFKD", name.translate({0x2018: "'", 0x2019: "'", 0x02BB: "'", 0x02BC: "'"}))
    return unicodedata.normalize("NFC", "".join(char for char in parts if not unicodedata.combining(char)))
