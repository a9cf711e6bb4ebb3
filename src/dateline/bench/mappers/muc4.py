"""Maps a coded wire report to MUC-4 templates: one for each relevant incident, 23 slots."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import dropwhile

from dateline.bench.mappers import muc4_relevance as relevance
from dateline.bench.mappers.muc4_places import location
from dateline.bench.mappers.muc4_targets import Target, buildings, in_capitals, people
from dateline.bench.mappers.muc4_wanted import is_wanted
from dateline.bench.mappers.muc4_wanted_features import Candidate
from dateline.bench.mappers.muc4_words import MucWords, read_words
from dateline.bench.report import Incident, Report, open_report
from dateline.bench.scorers.muc4_templates import Fill, Template
from dateline.claims.records import Claim, Named, Stance
from dateline.codebook import load_codebook
from dateline.mentions.records import MentionKind
from dateline.pipeline.records import Coded
from dateline.values.dates import DatePrecision, DateValue
from dateline.values.dates_in_text import find_dates
from dateline.values.dates_mentions import DateReading
from dateline.values.recasing import reading_text

_BODIES = frozenset({MentionKind.ACTOR, MentionKind.ORGANISATION})
_STEM = 6  # letters by which two words for the same people are told to be the same

Slots = dict[str, tuple[Fill, ...]]


def map_report(coded: Coded) -> tuple[Template, ...]:
    """Return the templates of one report, in the order of the text."""
    return tuple(template for _, template in map_incidents(coded))


def map_incidents(coded: Coded) -> tuple[tuple[Incident, Template], ...]:
    """Return the relevant incidents of one report with their templates, in the order of the text."""
    return tuple(
        (each.candidate.incident, each.template) for each in draw_templates(coded) if is_wanted(each.candidate)
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event of a report and its template, whether or not MUC-4 wants one."""

    candidate: Candidate
    template: Template


def draw_templates(coded: Coded) -> tuple[Drawn, ...]:
    """Return every event of a kind that MUC-4 knows with its template, in the order of the text."""
    report, words = open_report(coded), read_words()
    dates = find_dates(reading_text(report.text), published=coded.document.published)
    incidents = merge_retellings(report, [each for each in report.incidents if incident_type(each)], words)
    drawn = []
    for incident in incidents:
        things, persons = tuple(buildings(report, incident, words)), tuple(people(report, incident, words))
        candidate = Candidate(report, incident, things, persons, dates.reference, len(incidents), words)
        drawn.append(Drawn(candidate, _template(candidate, dates)))
    return tuple(drawn)


def _template(candidate: Candidate, dates: DateReading) -> Template:
    report, incident, words = candidate.report, candidate.incident, candidate.words
    slots: Slots = {
        "incident_type": _one(incident_type(incident)),
        "stage": _one(load_codebook().stages[incident.code("stage") or "accomplished"].muc),
        "incident_date": _one(_date(incident, dates.reference)),
        "incident_location": _one(location(report, incident, dates.dateline, words)),
        "perp_category": _one(relevance.category(report, incident, words)),
        **_instruments(incident, words),
        **_perpetrators(report, incident, words),
        **_physical(candidate.things),
        **_human(relevance.civil(candidate.persons, words)),
    }
    return Template({slot: fills for slot, fills in slots.items() if fills})


def merge_retellings(report: Report, incidents: Sequence[Incident], words: MucWords) -> list[Incident]:
    """Put together the incidents of one type that name the same person as their target: MUC-4 wants one template.

    The task asks for a template for each distinct type, date and place; the same victim of the same act is one.
    """
    merged: list[Incident] = []
    names: list[set[str]] = []
    for incident in incidents:
        own = {person.name for person in people(report, incident, words) if person.name}
        home = next((index for index, other in enumerate(merged) if _retells(incident, other, own, names[index])), None)
        if home is None:
            merged.append(incident)
            names.append(own)
        else:
            merged[home] = Incident((*merged[home].frames, *incident.frames))
            names[home] |= own
    return merged


def _retells(incident: Incident, other: Incident, own: set[str], told: set[str]) -> bool:
    same_name = any(set(one.split()) & set(two.split()) for one in own for two in told)
    return same_name and incident_type(incident) == incident_type(other)


def incident_type(incident: Incident) -> str | None:
    """Return the MUC-4 type of the most specific kind: anything more telling than ATTACK wins."""
    kinds = load_codebook().kinds
    types = [muc for kind in incident.codes("type") if (muc := kinds[kind].muc)]
    return next((muc for muc in types if muc != "ATTACK"), types[0] if types else None)


def _one(value: str | None) -> tuple[Fill, ...]:
    return (Fill((value,)),) if value else ()


def _date(incident: Incident, reference: DateValue | None) -> str | None:
    """Return the event's days; "on or before" the dateline where the text gives none, or no less than a week."""
    values = [claim.value for claim in incident.claims("date") if isinstance(claim.value, DateValue)]
    days = next((value for value in values if _is_of_days(value)), None)
    if days is not None and days.first and days.last:
        return _shown(days.first) if days.day else f"{_shown(days.first)} - {_shown(days.last)}"
    return f"- {_shown(reference.last)}" if reference and reference.last else None


def _is_of_days(value: DateValue) -> bool:
    """Tell whether a date is of less than a week: for "last week" the key has "on or before" the dateline."""
    return DatePrecision.UNKNOWN < value.precision <= DatePrecision.FEW_DAYS


def _shown(day: date) -> str:
    return f"{day:%d %b %y}".upper()


def _instruments(incident: Incident, words: MucWords) -> Slots:
    """Return the weapons, one of a type: "a powerful bomb" is told again as "the bomb"."""
    named: dict[str, str] = {}
    for claim in relevance.weapons(incident):
        labels = claim.value.labels if isinstance(claim.value, Named) else ()
        kind = next((words.weapons[label] for label in labels if label in words.weapons), None)
        if kind:
            named[kind] = max(named.get(kind, ""), _weapon(claim, words), key=_words_in)
    is_told = bool(words.telling & named.keys())
    found = {name: kind for kind, name in named.items() if not (is_told and kind in words.explosives)}
    return {
        "instrument_id": tuple(Fill((name,)) for name in found),
        "instrument_type": tuple(Fill((kind,), (name,)) for name, kind in found.items()) or _implied(incident, words),
    }


def _implied(incident: Incident, words: MucWords) -> tuple[Fill, ...]:
    """Return the type of a weapon that is not named by the kind of event: who was shot was shot with a gun."""
    return _one(next((words.implied[kind] for kind in incident.codes("type") if kind in words.implied), None))


def _weapon(claim: Claim, words: MucWords) -> str:
    """Return a weapon's name without the words that count it: "the second bomb" is a bomb."""
    said = in_capitals(_text(claim)).split()
    return " ".join(dropwhile(words.uncounted.__contains__, said)) or " ".join(said)


def _words_in(name: str) -> int:
    return len(name.split())


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Named) else claim.published


def _perpetrators(report: Report, incident: Incident, words: MucWords) -> Slots:
    individuals: list[str] = []
    organizations: dict[str, tuple[str, Stance]] = {}  # by the roster's key: an acronym and its full name are one
    for claim in relevance.perpetrators(incident):
        organization, individual = _parted(report, claim, words)
        if organization:
            organizations.setdefault(_key(claim) or organization, (organization, claim.stance))
        if individual and individual not in words.nobody and not _is_told(individual, individuals):
            individuals.append(individual)
    stances = load_codebook().stances
    confident = [(name, stances[stance.value].muc) for name, stance in organizations.values()]
    return {
        "perp_individual": tuple(Fill((name,)) for name in individuals),
        "perp_organization": tuple(Fill((name,)) for name, _ in organizations.values()),
        "perp_org_confidence": tuple(Fill((said,), (name,)) for name, said in confident if said),
    }


def _key(claim: Claim) -> str:
    return claim.value.keys[0] if isinstance(claim.value, Named) and claim.value.keys else ""


def _is_told(individual: str, told: Iterable[str]) -> bool:
    """Tell whether the same people stand there already in other words: "guerrillas" after "guerrilla column"."""
    return any(word[:_STEM] in other for other in told for word in individual.split() if len(word) >= _STEM)


def _parted(report: Report, claim: Claim, words: MucWords) -> tuple[str, str]:
    """Return (organization, individual): "FMLN guerrillas" is both, "gunmen" and a person's name the latter."""
    phrase = in_capitals(_text(claim))
    is_body = bool(words.bodies & set(phrase.split()[-1:]))
    mention = report.mentions.get(claim.value.mention_id or "") if isinstance(claim.value, Named) else None
    if mention is not None and mention.kind in _BODIES:
        organization = in_capitals(mention.text)
        return organization, "" if phrase == organization or is_body else phrase
    return (phrase, "") if is_body else ("", phrase)


def _physical(things: Sequence[Target]) -> Slots:
    return {
        "phys_tgt_id": tuple(Fill((thing.words,)) for thing in things if thing.words),
        **_said_of("phys_tgt", things),
    }


def _human(persons: Sequence[Target]) -> Slots:
    described = [person for person in persons if person.description]
    return {
        "hum_tgt_name": tuple(Fill((person.name,)) for person in persons if person.name),
        "hum_tgt_description": tuple(
            Fill((person.description,), (person.name,) if person.name else ()) for person in described
        ),
        **_said_of("hum_tgt", persons),
    }


def _said_of(slot: str, targets: Sequence[Target]) -> Slots:
    """Return what is said of the targets; an effect alone may be said of nobody ("no casualties were reported")."""

    def fills(value: Callable[[Target], str]) -> tuple[Fill, ...]:
        return tuple(Fill((value(target),), (target.words,)) for target in targets if target.words and value(target))

    of_nobody = tuple(Fill((_effect(target),)) for target in targets if not target.words and _effect(target))
    return {
        f"{slot}_type": fills(lambda target: target.type),
        f"{slot}_number": fills(lambda target: target.number),
        f"{slot}_nation": fills(lambda target: target.nation),
        f"{slot}_effect": fills(_effect) + of_nobody,
    }


def _effect(target: Target) -> str:
    """Return the effect on one target: who died is not also reported injured."""
    if target.effects == {"NO DEATH", "NO INJURY"}:
        return "NO INJURY OR DEATH"
    return "DEATH" if "DEATH" in target.effects else next(iter(sorted(target.effects)), "")
