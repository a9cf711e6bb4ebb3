"""The published corpora of place names: texts whose names carry the position of what they mean.

LGL (Lieberman et al. 2010), GeoVirus (Gritta et al. 2018) and GeoWebNews (Gritta et al. 2019), in the XML in which they
were published, also packed with xz. What counts as a gold toponym is what published figures count: those with a
position. LGL's names without a gazetteer entry and GeoWebNews's without coordinates (adjectives, languages, common
nouns) are left out; their number is kept in `left_out`.
"""

import lzma
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote
from zlib import crc32

import yaml

from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.values.points import Point
from dateline.values.spans import Span

CORPORA = ("lgl", "geovirus", "geowebnews")
FOLDS = 5
_DATA = files("dateline.bench") / "data" / "places"
_ENDINGS = (".xml", ".xml.xz")
_COUNTRY_CODES = ("PCL", "TERR")  # GeoNames feature codes of countries and territories begin so
_NO_PLACES = ("Homonym", "Language", "Non_Toponym")  # what GeoWebNews marks as none, though it looks like one
_COUNTRY_IN_BRACKETS = re.compile(r"\s*\(country\)$")


@dataclass(frozen=True, slots=True)
class GoldToponym:
    """One name of a text and what it means.

    `ids` are the place's ids as far as the corpus gives them ("gn:4314550", "iso:US"), `country` ISO 3166-1 alpha-2,
    `admin1_id` the id of the first-level unit; None where the corpus doesn't say. `kind` is the corpus's own word.
    """

    span: Span
    text: str
    point: Point
    ids: frozenset[str]
    kind: str
    country: str | None = None
    admin1_id: str | None = None
    page: str | None = None  # title of the Wikipedia page (GeoVirus)


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text with its gold toponyms by position; `publisher` is its internet domain, where the corpus names it.

    `unplaced` are the spans that the corpus marks as places without saying where: to find them is no error.
    """

    document: Document
    toponyms: tuple[GoldToponym, ...]
    publisher: str | None = None
    left_out: int = 0
    unplaced: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Corpus:
    """One corpus: its name, the file, and its texts."""

    name: str
    path: Path
    texts: tuple[GoldText, ...]


def read_corpora(folder: Path) -> tuple[Corpus, ...]:
    """Return the corpora of a folder (or of one file), in the order of CORPORA.

    Raises InputError if there is none, or two files of one corpus.
    """
    paths = sorted(path for path in folder.iterdir() if path.name.endswith(_ENDINGS)) if folder.is_dir() else [folder]
    found: dict[str, Corpus] = {}
    for path in paths:
        corpus = read_corpus(path)
        if corpus.name in found:
            raise InputError(f"{found[corpus.name].path} and {path} are both of {corpus.name}: name one of them")
        found[corpus.name] = corpus
    if not found:
        raise InputError(f"{folder} holds no .xml or .xml.xz file of LGL, GeoVirus or GeoWebNews")
    return tuple(found[name] for name in CORPORA if name in found)


def read_corpus(path: Path) -> Corpus:
    """Read one file; which corpus it is of is told by its elements. Raises InputError for any other form."""
    articles = list(_root(path))
    for name, way in _WAYS.items():
        if any(article.find(way.marker) is not None for article in articles):
            return Corpus(name, path, tuple(_texts(path, articles, way)))
    markers = ", ".join(way.marker for way in _WAYS.values())
    raise InputError(
        f"{path} is not of LGL, GeoVirus or GeoWebNews: no article in it has one of the elements {markers}"
    )


@cache
def outlet_homes() -> dict[str, str]:
    """Return publisher's domain -> place id of its town ("gn:4314550"); the file says who compiled it."""
    entries = yaml.safe_load((_DATA / "outlet_homes.yaml").read_text(encoding="utf-8"))
    return dict(entries)


@cache
def country_codes() -> dict[str, str]:
    """Return the GeoNames ids of countries -> ISO code: "gn:6252001" -> "US"."""
    entries = yaml.safe_load((_DATA / "geonames_countries.yaml").read_text(encoding="utf-8"))
    return {f"gn:{number}": code for number, code in entries.items()}


def fold_of(publisher: str) -> int:
    """Return the fold, 0 <= fold < FOLDS, of a publisher: weights for publishers' homes are fitted to other folds."""
    return crc32(publisher.encode()) % FOLDS


def _root(path: Path) -> ET.Element:
    try:
        data = lzma.decompress(path.read_bytes()) if path.suffix == ".xz" else path.read_bytes()
        return ET.fromstring(data)  # noqa: S314 - the user's own copy of a published corpus
    except (OSError, lzma.LZMAError, ET.ParseError) as error:
        raise InputError(
            f"{path} cannot be read ({error}): a corpus in XML, or XML packed with xz, is needed"
        ) from error


@dataclass(frozen=True, slots=True)
class _Way:
    """How one corpus is read: an element that only it has, that of its toponyms, and how one of these is read."""

    marker: str
    toponym: str
    read: Callable[[ET.Element], GoldToponym | None]


def _texts(path: Path, articles: Iterable[ET.Element], way: _Way) -> Iterator[GoldText]:
    for number, article in enumerate(articles, 1):
        where = f"{path.name}#{number}"
        elements = list(article.iter(way.toponym))
        read = [_toponym(element, way, where) for element in elements]
        toponyms = sorted((each for each in read if each is not None), key=lambda each: each.span)
        document = Document(article.findtext("text") or "", where, language="en")
        for each in toponyms:
            if each.span.cut(document.text) != each.text:
                raise InputError(
                    f"{where}: {each.text!r} does not stand at {each.span.start}: {each.span.cut(document.text)!r}"
                )
        pairs = zip(elements, read, strict=True)
        unplaced = tuple(_span(e, 0) for e, toponym in pairs if toponym is None and _may_be_a_place(e))
        left_out = len(elements) - len(toponyms)
        yield GoldText(document, tuple(toponyms), article.findtext("domain"), left_out, unplaced)


def _may_be_a_place(element: ET.Element) -> bool:
    return element.findtext("type") not in _NO_PLACES


def _toponym(element: ET.Element, way: _Way, where: str) -> GoldToponym | None:
    try:
        return way.read(element)
    except (TypeError, ValueError) as error:
        raise InputError(f"{where}: a toponym without whole start, end or position ({error})") from error


def _read_lgl(element: ET.Element) -> GoldToponym | None:
    tag = element.find("gaztag")
    if tag is None:
        return None
    code, place_id = tag.findtext("fcode") or "", f"gn:{tag.attrib['geonameid']}"
    country = tag.find("country")
    admin1 = tag.find("admin1")
    iso = country_codes().get(f"gn:{country.attrib['geonameid']}") if country is not None else None
    own = {f"iso:{iso}"} if iso and code.startswith(_COUNTRY_CODES) else set()
    return GoldToponym(
        _span(element, 0),
        element.findtext("phrase") or "",
        _point(tag, "lat", "lon"),
        frozenset({place_id} | own),
        code,
        iso,
        f"gn:{admin1.attrib['geonameid']}" if admin1 is not None else None,
    )


def _read_geovirus(element: ET.Element) -> GoldToponym:
    title = unquote((element.findtext("page") or "").rsplit("/wiki/", 1)[-1]).replace("_", " ")
    title = _COUNTRY_IN_BRACKETS.sub("", title)
    code = _countries_by_name().get(title)
    ids = frozenset({f"iso:{code}"} if code else ())
    text = element.findtext("name") or ""
    return GoldToponym(_span(element, 1), text, _point(element, "lat", "lon"), ids, "page", code, page=title)


def _read_geowebnews(element: ET.Element) -> GoldToponym | None:
    if not element.findtext("latitude"):
        return None
    number = element.findtext("geonamesID")
    code = country_codes().get(f"gn:{number}")
    ids = {f"gn:{number}"} if number else set()
    return GoldToponym(
        _span(element, 0),
        element.findtext("extractedName") or "",
        _point(element, "latitude", "longitude"),
        frozenset(ids | ({f"iso:{code}"} if code else set())),
        element.findtext("type") or "",
        code,
    )


_WAYS = {  # asked in this order
    "lgl": _Way("toponyms/toponym/gaztag", "toponym", _read_lgl),
    "geovirus": _Way("locations/location", "location", _read_geovirus),
    "geowebnews": _Way("toponyms/toponym/extractedName", "toponym", _read_geowebnews),
}


def _span(element: ET.Element, first: int) -> Span:
    """Return the span of a toponym; `first` is the number of the first character in this corpus."""
    return Span(int(element.findtext("start") or "") - first, int(element.findtext("end") or "") - first)


def _point(element: ET.Element, lat: str, lon: str) -> Point:
    return Point(float(element.findtext(lat) or ""), float(element.findtext(lon) or ""))


@cache
def _countries_by_name() -> dict[str, str]:
    countries = yaml.safe_load((files("dateline.places") / "data" / "countries.yaml").read_text(encoding="utf-8"))
    return {name: code for code, entry in countries.items() for name in (entry["name"], *entry.get("aliases", ()))}
