"""Maps a coded military press release to the 13 fields of the ISAF data.

The data's own conventions are applied here and nowhere else: a release that reports nobody killed says 0; the
operations of one release add up; a release has one day and, as a rule, one province.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from dateline.bench.mappers.isaf_counts import Tallies, is_anybody, later_releases, number
from dateline.bench.mappers.isaf_places import provinces
from dateline.bench.mappers.isaf_words import IsafWords, read_words
from dateline.bench.report import Incident, Report, open_report
from dateline.claims.records import Claim
from dateline.mentions.records import MentionKind
from dateline.pipeline.records import Coded
from dateline.values.counts import Count
from dateline.values.dates import DatePrecision, DateValue
from dateline.values.dates_in_text import find_dates
from dateline.values.dates_mentions import DateReading
from dateline.values.folding import fold
from dateline.values.recasing import reading_text

AIR_STRIKE = "air_strike"
_OWN_SIDE = frozenset({"state"})
_BYSTANDERS = frozenset({"civilian"})
_HARM = ("deaths", "injured")


def map_release(coded: Coded) -> dict[str, object]:
    """Return the 13 fields of one release: an ISO day or None, lists of names, counts, truth values."""
    report, words = open_report(coded), read_words()
    incidents, dates = _operations(report), find_dates(reading_text(report.text), published=coded.document.published)
    text = fold(report.text).lower()
    head_end = _head_end(text, dates, words)
    told = replace(_tallies(incidents, words), head_end=head_end, starts=later_releases(report.text, head_end))
    dead, taken = told.total(words, "killed"), told.total(words, "captured")
    struck = any(AIR_STRIKE in incident.codes("type") for incident in incidents)
    return {
        "start_date": _day(dates, incidents, head_end),
        "event_type": _event_types(incidents, dead, taken, struck=struck),
        "province": provinces(report, incidents, words, head_end),
        "target_group": _groups(report, incidents, words),
        "min_killed": dead,
        "min_captured": taken,
        "killq": dead > 0,
        "captureq": taken > 0,
        "killcaptureraid": taken > 0 or (dead > 0 and _has(text, words.raid)),
        "airstrike": struck,
        "noshotsfired": _has(text, words.no_shots),
        "min_leaders_killed": told.total(words, "killed", "leader"),
        "min_leaders_captured": told.total(words, "captured", "leader"),
    }


def _operations(report: Report) -> list[Incident]:
    return [incident for incident in report.incidents if incident.happened]


def _counts(incidents: Iterable[Incident], *slots: str) -> list[Claim]:
    return [claim for incident in incidents for claim in incident.claims(*slots) if isinstance(claim.value, Count)]


def _side(claim: Claim) -> str | None:
    return claim.value.side if isinstance(claim.value, Count) else None


def _tallies(incidents: Sequence[Incident], words: IsafWords) -> Tallies:
    """Return the claims of militants killed and captured; bystanders count where nobody else was killed or captured."""
    captured = [claim for claim in _counts(incidents, "captured") if _side(claim) not in _BYSTANDERS]
    dead = [claim for claim in _counts(incidents, "deaths") if _side(claim) not in _OWN_SIDE]
    militants = [claim for claim in dead if _side(claim) not in _BYSTANDERS and not is_anybody(claim, words)]
    killed = militants or ([] if captured else dead)
    return Tallies(tuple(killed), tuple(captured))


def _event_types(incidents: list[Incident], dead: int, taken: int, *, struck: bool) -> list[str]:
    types = []
    if struck:
        types.append("airstrike")
    elif dead and taken:
        types.append("captureandkill")
    elif dead or taken:
        types.append("insurgentskilled" if dead else "detention")
    if any(_side(claim) in _BYSTANDERS and number(claim) for claim in _counts(incidents, *_HARM)):
        types.append("civiliancasualty")
    return types or (["exchangeoffire"] if incidents else [])


def _day(reading: DateReading, incidents: list[Incident], head_end: int) -> str | None:
    """Return the first day of the operations: as claimed, else as the text tells, else the dateline's.

    Every release of the data has a day, so the dateline's stands where nothing else is said; the coder itself never
    takes it for the event's. An operation that went on "overnight" began on the eve.
    """
    claimed = [claim.value for incident in incidents for claim in incident.claims("date")]
    dates = sorted(
        reading.mentions, key=lambda mention: mention.span.start < head_end
    )  # a title's is when it was filed
    in_text = [mention.value for mention in dates if mention is not reading.dateline]
    told = [value for value in [*claimed, *in_text] if isinstance(value, DateValue)]
    exact = [value.day for value in told if value.day]
    wide = [value.first for value in told if value.first and value.precision is DatePrecision.FEW_DAYS]
    filed = reading.reference.first if reading.reference and reading.reference.precision <= DatePrecision.WEEK else None
    found = next(iter([*exact[:1], *wide[:1], *([filed] if filed else [])]), None)
    return found.isoformat() if found else None


def _head_end(text: str, dates: DateReading, words: IsafWords) -> int:
    """Return where the title and dateline of a release end, 0 where it has neither."""
    if dates.dateline is not None:
        return dates.dateline.span.end
    marks = (text.find(phrase) + len(phrase) for phrase in words.heads if phrase in text)
    return max(marks, default=0)


def _groups(report: Report, incidents: list[Incident], words: IsafWords) -> list[str]:
    """Return the groups named in the sentences of the operations, else in the text, in their order."""
    spans = [quote.span for incident in incidents for frame in incident.frames for quote in frame.mentions]
    sentences = [
        claim.quote.span
        for incident in incidents
        for claim in incident.claims("deaths", "captured", "target", "victim")
    ]
    near = [mention.text for span in [*spans, *sentences] for mention in report.mentions_in(span)]
    everywhere = [mention.text for mention in report.coded.mentions if mention.kind is MentionKind.ACTOR]
    return _named_groups(near, words) or _named_groups(everywhere, words)


def _named_groups(texts: Iterable[str], words: IsafWords) -> list[str]:
    folded = [fold(text).lower() for text in texts]
    return [code for code, names in words.groups.items() if any(name in text for text in folded for name in names)]


def _has(text: str, phrases: Iterable[str]) -> bool:
    plain = " ".join(text.split())
    return any(phrase in plain for phrase in phrases)
