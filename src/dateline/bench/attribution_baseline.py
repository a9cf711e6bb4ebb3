"""The simplest way to find who says what: a quotation with "said" beside it, for comparison."""

import re
from collections.abc import Iterator

from dateline.claims.coders.rules.attribution import Attribution, AttributionKind
from dateline.claims.coders.rules.attribution.quotes import find_quotations
from dateline.values.spans import Span

_NAME = r"(?P<source>(?:[A-Z][\w\u2019'-]+|the|a|an|of)(?:\s(?:[A-Z][\w\u2019'-]+|[a-z]{2,12})){0,4}|he|she|they|it)"
_SAID = r"(?P<cue>said|says|say)\b"
_AFTER = (re.compile(rf"[\s,]*{_SAID}\s{_NAME}"), re.compile(rf"[\s,]*{_NAME}\s{_SAID}"))
_BEFORE = re.compile(rf"{_NAME}\s{_SAID}[\s,:]*(?:that\s)?$")
_REACH = 80  # characters before a quotation in which its speaker may stand


def find_quoted(text: str) -> tuple[Attribution, ...]:
    """Return the quotations of a text that "said" stands right before or after, with up to five words as source."""
    return tuple(_quoted(text))


def _quoted(text: str) -> Iterator[Attribution]:
    for quotation in find_quotations(text):
        after = next((found for form in _AFTER if (found := form.match(text, quotation.end))), None)
        start = max(0, quotation.start - _REACH)
        found = after or _BEFORE.search(text[start : quotation.start])
        if found is not None:
            shift = 0 if after else start
            source, cue = (Span(*(shift + place for place in found.span(part))) for part in ("source", "cue"))
            yield Attribution(source, cue, (quotation,), AttributionKind.SPEECH)
