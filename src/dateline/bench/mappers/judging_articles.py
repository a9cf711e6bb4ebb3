"""Judges single claims of an article by HRDsAttack's key: violations, victims, the sort of perpetrator, place and day.

The key lists all violations and victims, but one place and one date: those of the main attack. Articles tell of others
beside it, which a careful coder would code too, so a place or a day is judged only where its frame names a victim of
the key, and a place only at a level that the key fills. The key says of what sort the perpetrators are ("state actor"):
that judges who is blamed for an event with a violation or a victim of the key.
"""

from collections.abc import Iterator, Mapping

from dateline.bench.mappers.hrds_words import level_country, level_place, read_words
from dateline.bench.mappers.judging import told_claims
from dateline.bench.mappers.muc4_relevance import labels_of
from dateline.bench.report import Report, open_report
from dateline.bench.scorers.calibration import Judged
from dateline.bench.scorers.hrds import NO_VIOLATION, Attack
from dateline.claims.records import Claim, Code
from dateline.mentions.records import MentionKind
from dateline.pipeline.records import Coded
from dateline.places.records import Place, PlaceKind
from dateline.values.dates import DateValue

_PARTIES = frozenset({"victim", "target"})


def judge_article(coded: Coded, key: Attack) -> Iterator[Judged]:
    """Yield the claims of an article that its key can judge."""
    report = open_report(coded)
    claims = list(told_claims(report))
    main = {each.frame_id for each in claims if each.slot in _PARTIES and _is_victim(report, each, key)}
    attacks = main | {each.frame_id for each in claims if each.slot == "type" and _by_lists(report, each, key)}
    for claim in claims:
        verdict = _by_lists(report, claim, key)
        if verdict is None and claim.frame_id in main:
            verdict = _by_main_attack(report, claim, key)
        if claim.slot == "perpetrator" and claim.frame_id in attacks:
            verdict = _is_of_the_sort(report, claim, key)
        if verdict is not None:
            yield Judged(coded.document.id, claim.slot, claim.confidence, verdict, claim.id)


def _by_lists(report: Report, claim: Claim, key: Attack) -> bool | None:
    if claim.slot == "type" and isinstance(claim.value, Code):
        return _is_violation(claim.value.code, key)
    return _is_victim(report, claim, key) if claim.slot in _PARTIES else None


def _by_main_attack(report: Report, claim: Claim, key: Attack) -> bool | None:
    place = report.place(claim)
    if claim.slot == "place" and place is not None:
        return _is_there(place, key)
    return _is_then(claim.value, key) if claim.slot == "date" and isinstance(claim.value, DateValue) else None


def _is_violation(kind: str, key: Attack) -> bool | None:
    violation = read_words().violations.get(kind)
    wanted = key.violations - {NO_VIOLATION}
    return violation in wanted if violation is not None and wanted else None


def _is_victim(report: Report, claim: Claim, key: Attack) -> bool | None:
    mentions = report.mentions_in(claim.highlight.span)
    named = [mention.text for mention in mentions if mention.kind is MentionKind.PERSON]
    if not named or not key.victims:
        return None
    return any(name in other or other in name for name in named for other in key.victims)


def _is_of_the_sort(report: Report, claim: Claim, key: Attack) -> bool | None:
    sorts = {read_words().perpetrators[label] for label in labels_of(report, claim) & read_words().perpetrators.keys()}
    return key.perpetrator_type in sorts if sorts and key.perpetrator_type is not None else None


def _is_there(place: Place, key: Attack) -> bool | None:
    levels: Mapping[PlaceKind, tuple[str | None, str | None]] = {
        PlaceKind.COUNTRY: (level_country(place.country), key.country),
        PlaceKind.ADMIN1: (level_place(place.name), key.region),
        PlaceKind.SETTLEMENT: (level_place(place.name), key.city),
    }
    mine, wanted = levels.get(place.kind, (None, None))
    return mine == wanted if wanted is not None else None


def _is_then(value: DateValue, key: Attack) -> bool | None:
    if value.day is None or None in (key.year, key.month, key.day):
        return None
    return (value.day.year, value.day.month, value.day.day) == (key.year, key.month, key.day)
