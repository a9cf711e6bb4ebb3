"""HTML: the article of a page without its furniture, by trafilatura; title, date and site from the page's metadata."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from dateline.documents.decoding import clean, decode
from dateline.documents.material import Material, is_address
from dateline.documents.pages.dates import find_publication
from dateline.documents.pages.invisible import hide_invisible, show_invisible
from dateline.documents.records import Document
from dateline.errors import UnreadableDocument

NAME = "HTML"
MAX_BYTES = 20_000_000  # the largest saved pages, with pictures inside, have about 10 MB
_MAX_TAGS = 100_000  # both ends counted: 6 s; a long news page has about 5,000
_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_MEDIA_TYPES = frozenset({"text/html", "application/xhtml+xml"})
_OPENING = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_REMEDY = "save the article as plain text and add that"


def accepts(material: Material) -> bool:
    head = material.head().removeprefix(b"\xef\xbb\xbf")
    named = material.kind in _MEDIA_TYPES or material.suffix in _SUFFIXES
    return named or _OPENING.match(head) is not None


def read(material: Material) -> Iterator[Document]:
    data = material.all_bytes()
    if data.count(b"<") > _MAX_TAGS:
        raise UnreadableDocument(f"the page has more than {_MAX_TAGS:,} tags: {_REMEDY}")
    decoded = decode(data, declared=_charset(material, data))
    tree = _parse(decoded.text)
    metadata = _metadata(tree, material.url)
    published, dating = find_publication(tree)
    body = clean(show_invisible(_article(tree)))
    given = replace(
        material,
        published=material.published or published,
        source=material.source or metadata.sitename,
        url=material.url or (metadata.url if is_address(metadata.url or "") else None),
    )
    notes = (*decoded.notes, *body.notes, *(dating if material.published is None else ()))
    title = _opening_heading(tree, body.text) or show_invisible(metadata.title or "")
    yield given.document(body.text, title=title, notes=notes)


def _charset(material: Material, data: bytes) -> str | None:
    """Return the encoding that the server, else the page, declares."""
    named = re.search(r"charset=[\"']?([\w.:-]+)", material.media_type or "", re.IGNORECASE)
    if named:
        return named[1]
    declared = _CHARSET.search(data[:4096])
    return declared[1].decode("ascii", "replace") if declared else None


def _parse(text: str) -> Any:
    from lxml.etree import ErrorTypes, ParserError  # type: ignore[import-untyped]  # noqa: PLC0415 - loads slowly
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]  # noqa: PLC0415

    # libxml2's own limits (256 levels, 10 MB an attribute) stay on; where one is met, the rest of the page is missing
    parser = HTMLParser(encoding="utf-8", collect_ids=False, remove_comments=True, remove_pis=True)
    try:
        tree = document_fromstring(text.encode("utf-8"), parser=parser)
    except ParserError as error:
        raise UnreadableDocument(f"the page has no content: {_REMEDY}") from error
    if any(entry.type == ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log):
        raise UnreadableDocument(f"the page is nested too deeply, or one of its attributes is too long: {_REMEDY}")
    hide_invisible(tree)
    return tree


def _metadata(tree: Any, url: str | None) -> Any:
    from trafilatura.metadata import extract_metadata  # noqa: PLC0415 - half a second to load

    # its date is not used (it guesses from the text): the cheapest search is asked for, without the clock
    no_date = {"extensive_search": False, "max_date": "2100-01-01"}
    return extract_metadata(tree, default_url=url, date_config=no_date, extensive=False)


def _opening_heading(tree: Any, body: str) -> str | None:
    """Return the body's first paragraph if it is a heading of the page: pages shorten their title in the metadata."""
    opening = body.partition("\n")[0]
    headings = (show_invisible(" ".join(heading.text_content().split())) for heading in tree.iter("h1"))
    return next((heading for heading in headings if heading and heading == opening), None)


def _article(tree: Any) -> str:
    """Return the article's paragraphs, parted by blank lines."""
    from trafilatura import bare_extraction  # noqa: PLC0415 - half a second to load

    found = bare_extraction(tree, favor_precision=True, include_comments=False, with_metadata=False)
    text = str(getattr(found, "text", None) or "")
    if not text.strip():
        raise UnreadableDocument(f"no article was found in the page: {_REMEDY}")
    return "\n\n".join(line for line in text.splitlines() if line.strip())
