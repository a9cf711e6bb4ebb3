"""Judges single claims of a wire by MUC-4's templates of it.

The task leaves out arrests and talks, fights with armed sides and events of more than two months ago: its key has no
template for them, however well they were told, and fighters are no targets of other events either. So an event that
the task would leave out, by the rules by which the bench of MUC-4 maps events, judges nothing; nor does a wire without
a template.
"""

from collections.abc import Iterator, Mapping, Sequence

from dateline.bench.mappers.judging import told_claims
from dateline.bench.mappers.muc4 import incident_type
from dateline.bench.mappers.muc4_relevance import civil, is_old, labels_of
from dateline.bench.mappers.muc4_targets import buildings, number_of, people
from dateline.bench.mappers.muc4_words import read_words
from dateline.bench.report import Incident, Report, open_report
from dateline.bench.scorers.calibration import Judged
from dateline.bench.scorers.muc4_credit import credit, days, levels, numbers
from dateline.bench.scorers.muc4_templates import Fill, Template
from dateline.claims.records import Claim, Code, Named
from dateline.codebook import load_codebook
from dateline.pipeline.records import Coded
from dateline.values.counts import Count
from dateline.values.dates import DateValue
from dateline.values.dates_in_text import find_dates
from dateline.values.recasing import reading_text

_WORDS: Mapping[str, tuple[str, ...]] = {
    "perpetrator": ("perp_individual", "perp_organization"),
    "victim": ("hum_tgt_name", "hum_tgt_description"),
    "target": ("phys_tgt_id", "hum_tgt_name", "hum_tgt_description"),
    "weapon": ("instrument_id",),
}
_STRUCK = ("victim", "target")
_EFFECTS: Mapping[str, str] = {"deaths": "DEATH", "injured": "INJURY"}
_ATTACKERS = "armed"  # whose dead the task does not ask for
_KIDNAPPING = "KIDNAPPING"


def judge_wire(coded: Coded, templates: Sequence[Template]) -> Iterator[Judged]:
    """Yield the claims of a wire that its templates can judge: right if any template agrees in part."""
    if not templates:
        return
    report = open_report(coded)
    asked = _asked_for(report)
    for claim in told_claims(report):
        is_judged = claim.frame_id in asked and not (claim.slot in _STRUCK and _is_fighter(report, claim))
        verdict = _by_templates(report, claim, templates) if is_judged else None
        if verdict is not None:
            yield Judged(coded.document.id, claim.slot, claim.confidence, verdict, claim.id)


def _asked_for(report: Report) -> frozenset[str]:
    """Return the frames of the events that the task does not leave out by their kind, their day or who was struck."""
    words = read_words()
    filed = find_dates(reading_text(report.text), published=report.coded.document.published).reference

    def is_asked_for(incident: Incident) -> bool:
        return incident_type(incident) is not None and not (is_old(incident, filed, words) or is_war(incident))

    def is_war(incident: Incident) -> bool:
        struck = [*buildings(report, incident, words), *people(report, incident, words)]
        fighters = (_is_fighter(report, claim) for claim in incident.claims(*_STRUCK))
        return not civil(struck, words) and (bool(struck) or any(fighters))

    return frozenset(frame.id for each in report.incidents if is_asked_for(each) for frame in each.frames)


def _is_fighter(report: Report, claim: Claim) -> bool:
    """Tell whether whoever was struck is a soldier or a guerrilla: to attack those is war."""
    return not labels_of(report, claim).isdisjoint(read_words().armed | read_words().military)


def _by_templates(report: Report, claim: Claim, templates: Sequence[Template]) -> bool | None:
    value = claim.value
    if isinstance(value, Code) and claim.slot in {"type", "stage"}:
        return _by_list(claim.slot, value.code, templates)
    if isinstance(value, DateValue):
        return any(_same_days(value, alt) for alt in _alternatives(templates, "incident_date"))
    if isinstance(value, Count):
        return _by_number(claim.slot, value, templates)
    if isinstance(value, Named) and claim.slot == "place":
        told = {name for alt in _alternatives(templates, "incident_location") for name in levels(alt)}
        return bool(told & set(_spellings(report, claim, value)))
    if isinstance(value, Named) and claim.slot in _WORDS:
        return any(_agrees(slot, value.text, templates) for slot in _WORDS[claim.slot])
    return None


def _by_list(slot: str, code: str, templates: Sequence[Template]) -> bool | None:
    codebook = load_codebook()
    muc = codebook.kinds[code].muc if slot == "type" else codebook.stages[code].muc
    return None if muc is None else _agrees("incident_type" if slot == "type" else "stage", muc, templates)


def _agrees(slot: str, words: str, templates: Sequence[Template]) -> bool:
    mine = Fill((words,))
    return any(credit(slot, mine, fill) > 0 for template in templates for fill in template.fills(slot))


def _alternatives(templates: Sequence[Template], slot: str) -> Iterator[str]:
    return (alt for template in templates for fill in template.fills(slot) for alt in fill.alts)


def _same_days(value: DateValue, alt: str) -> bool:
    told = days(alt)
    if told is None or (value.first is None and value.last is None):
        return False
    starts = value.first is None or value.first <= told[1].date()
    return starts and (value.last is None or told[0].date() <= value.last)


def _spellings(report: Report, claim: Claim, value: Named) -> Iterator[str]:
    place = report.place(claim)
    for name in (value.text, place.name if place is not None else ""):
        yield from levels(name)


def _by_number(slot: str, count: Count, templates: Sequence[Template]) -> bool | None:
    """Tell whether a template has as many people with this effect: one of its targets, or all of them together.

    "At least 20" is right where the key has 20 or more, and where it has 20: keys write either. A stated zero is not
    judged, nor the attackers' own dead, nor what the task does not count.
    """
    if (slot not in _EFFECTS and slot != "abducted") or count.side == _ATTACKERS or count.high == 0:
        return None
    mine = number_of(count)
    return any(_has_number(mine, _suffering(slot, template), template) for template in templates)


def _suffering(slot: str, template: Template) -> list[Fill]:
    """Return the numbers of a template's people who were killed, injured or kidnapped."""
    if slot == "abducted":
        kinds = {alt for fill in template.fills("incident_type") for alt in fill.alts}
        return list(template.fills("hum_tgt_number")) if _KIDNAPPING in kinds else []
    harmed = {name for fill in template.fills("hum_tgt_effect") if _EFFECTS[slot] in fill.alts for name in fill.xref}
    return [fill for fill in template.fills("hum_tgt_number") if harmed & set(fill.xref)]


def _has_number(mine: str, fills: Sequence[Fill], template: Template) -> bool:
    told = [*fills, *(template.fills("hum_tgt_total") if fills else ())]
    each = [numbers(fill.alts[0].replace(" ", "")) for fill in fills]
    least = sum(one[0] for one in each if one is not None)
    together = [Fill((f"{least:.0f}",))] if len(each) > 1 and None not in each else []
    own = numbers(mine)
    if own is not None and any(known is not None and known[0] == own[0] for known in each):
        return True
    return any(credit("hum_tgt_number", Fill((mine,)), Fill(fill.alts)) > 0 for fill in [*told, *together])
