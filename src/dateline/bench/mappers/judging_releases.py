"""Judges single claims of a military release by its key: numbers and days equal, the province named.

The key adds up the people of a release, where a claim may count one sort of them: "a leader and three fighters". So a
number is right if it is the key's, or if the numbers of its sentence add up to the key's.
"""

from collections.abc import Iterator, Mapping, Sequence

from dateline.bench.mappers.isaf_words import read_words
from dateline.bench.mappers.judging import told_claims
from dateline.bench.report import Report, open_report
from dateline.bench.scorers.calibration import Judged
from dateline.bench.scorers.isaf import names
from dateline.claims.records import Claim
from dateline.pipeline.records import Coded
from dateline.values.counts import Count
from dateline.values.dates import DateValue

_OTHERS = frozenset({"state", "civilian"})  # whose dead and captives a release's key does not count
_FIELDS: Mapping[str, str] = {"deaths": "min_killed", "captured": "min_captured"}


def judge_release(coded: Coded, gold: Mapping[str, object]) -> Iterator[Judged]:
    """Yield the claims of a release that its key can judge."""
    report = open_report(coded)
    claims = list(told_claims(report))
    counts = {slot: [claim for claim in claims if claim.slot == slot and _is_counted(claim)] for slot in _FIELDS}
    for claim in claims:
        verdict = _by_fields(report, claim, gold)
        if claim in counts.get(claim.slot, ()):
            verdict = _is_number(claim, counts[claim.slot], gold[_FIELDS[claim.slot]])
        if verdict is not None:
            yield Judged(coded.document.id, claim.slot, claim.confidence, verdict, claim.id)


def _by_fields(report: Report, claim: Claim, gold: Mapping[str, object]) -> bool | None:
    value = claim.value
    if isinstance(value, DateValue) and value.day is not None:
        return value.day.isoformat() == gold["start_date"]
    if claim.slot == "place":
        place, spelling = report.place(claim), read_words().spelling
        unit = frozenset({place.admin1.lower()}) if place is not None and place.admin1 else None
        return None if unit is None else bool(spelling.levelled(unit) & spelling.levelled(names(gold["province"])))
    return None


def _is_counted(claim: Claim) -> bool:
    return isinstance(claim.value, Count) and claim.value.side not in _OTHERS


def _is_number(claim: Claim, claims: Sequence[Claim], wanted: object) -> bool:
    beside = [other.value for other in claims if other.quote.span == claim.quote.span]
    together = sum(value.low or 0 for value in beside if isinstance(value, Count))
    return together == wanted or (isinstance(claim.value, Count) and claim.value.low == wanted)
