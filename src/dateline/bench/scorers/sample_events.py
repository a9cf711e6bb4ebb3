"""Checks the events of a coded article against its answer sheet, question by question."""

from collections.abc import Callable, Mapping, Sequence

from dateline.bench.assignment import best_assignment
from dateline.bench.report import Incident
from dateline.bench.scorers.sample_checks import Answer, Check, Sheet, count_matches, iso
from dateline.bench.scorers.sample_names import NameBook, plain
from dateline.claims.records import Claim
from dateline.codebook import acled_types, load_codebook
from dateline.values.dates import DateBasis, DateValue
from dateline.values.folding import fold

_SHORT = 3  # letters: a word of no more is no name to look for
_SHOWN = 80  # characters of a motive in a note


def check_events(sheet: Sheet, book: NameBook) -> list[Check]:
    """Pair each expected event with the coded one that meets most of its questions, then answer them.

    An expected event that no coded one meets in anything fails every question, also those for an absence.
    """
    expected, coded = sheet.get("events", []), book.report.incidents
    answers = [[_event_checks(want, incident, book) for incident in coded] for want in expected]
    chosen = dict(
        best_assignment([[float(sum(check.passed for check in checks)) for checks in row] for row in answers])
    )
    return [
        check
        for number, want in enumerate(expected)
        for check in (answers[number][chosen[number]] if number in chosen else _not_coded(want))
    ]


def _event_checks(want: Sheet, incident: Incident, book: NameBook) -> list[Check]:
    return [Check(f"events.{want['id']}.{name}", *_QUESTIONS[name](want, incident, book)) for name in _asked(want)]


def _not_coded(want: Sheet) -> list[Check]:
    return [
        Check(f"events.{want['id']}.{name}", passed=False, found="no such event was coded") for name in _asked(want)
    ]


def _asked(want: Sheet) -> list[str]:
    return [name for name in _QUESTIONS if name in want]


def _type(want: Sheet, incident: Incident, _book: NameBook) -> Answer:
    """Accept a kind, its wider kinds or its ACLED types by the names that the sheet lists ("A/B" is A, then B)."""
    codebook = load_codebook()
    names: set[str] = set()
    for kind in incident.codes("type"):
        names |= {*codebook.ancestry(kind), *acled_types(codebook, codebook.kinds[kind], against_civilians=None)}
    wanted = {part.strip().lower() for accepted in want["accept_types"] for part in accepted.split("/")}
    return bool(wanted & {name.replace("_", " ").lower() for name in names}), ", ".join(incident.codes("type"))


def _date(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    """Ask for the chosen date; one that the sheet calls relative may be read, but not as the publication's own."""
    chosen, wanted = incident.chosen("date"), want["date"]
    shown = "; ".join(f"{claim.published} = {iso(claim.value)}" for claim in incident.claims("date"))
    found = f"chosen {iso(chosen)} from {shown}" if shown else "no date"
    if "value" in wanted:
        return iso(chosen) == wanted["value"], found
    if not isinstance(chosen, DateValue):
        return chosen is None, found
    published = book.report.coded.document.published
    as_published = published is not None and _same_days(chosen, published)
    return not as_published and chosen.basis in {DateBasis.RELATIVE, DateBasis.UNKNOWN}, found


def _same_days(one: DateValue, other: DateValue) -> bool:
    return (one.first, one.last) == (other.first, other.last)


def _place(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    wanted = want["place"]
    places = [place for claim in incident.claims("place") if (place := book.report.place(claim))]
    shown = "; ".join(f"{place.name}, {place.admin1}, {place.country}" for place in places) or "no place"
    good = [
        place
        for place in places
        if place.country == wanted["country"]
        and ("name" not in wanted or fold(wanted["name"]).lower() in fold(place.name).lower())
        and ("admin1" not in wanted or wanted["admin1"] in {place.admin1, place.name})
    ]
    return bool(good), shown


def _perpetrator(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    claims = incident.claims("perpetrator")
    return any(book.is_actor(claim, want["perpetrator"]) for claim in claims), book.said(claims)


def _status(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    claims = [claim for claim in incident.claims("perpetrator") if book.is_actor(claim, want["perpetrator"])]
    return any(claim.stance == want["perpetrator_status"] for claim in claims), book.said(claims)


def _target(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    """Accept the sheet's actor, or any capitalised name that its description of the target holds."""
    claims = incident.claims("target", "victim")
    words = [word.strip("(),") for word in str(want["target"]).split()]
    capital = {word.lower() for word in words if word[:1].isupper() and len(word) > _SHORT}
    by_name = any(book.is_actor(claim, want["target"]) for claim in claims)
    by_word = any(name in fold(claim.published).lower() for claim in claims for name in capital)
    return by_name or by_word, book.said(claims)


def _deaths(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    claims = incident.claims("deaths")
    shown = book.said(claims)
    if want["deaths"] is None:
        return not claims, shown
    return any(count_matches(want["deaths"], claim.value) for claim in claims), shown


def _mentions(want: Sheet, incident: Incident, _book: NameBook) -> Answer:
    count = sum(len(frame.mentions) for frame in incident.frames)
    return count >= want["mentions_at_least"], f"{count} mentions"


def _actors(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    wanted = want.get("actors") or [want["actor"]]
    claims = incident.claims("perpetrator", "target", "victim", "actor")
    return all(any(book.is_actor(claim, name) for claim in claims) for name in wanted), book.said(claims)


def _victims(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    """Ask for every word of every victim that the sheet lists, in the words of the victims and the dead."""
    claims = incident.claims("victim", "target", "deaths")
    said = " ".join(fold(claim.published).lower() for claim in claims)
    missing = [victim for victim in want["victims"] if not all(word in said for word in fold(victim).lower().split())]
    return not missing, f"{book.said(claims)}{'; missing: ' + ', '.join(missing) if missing else ''}"


def _stated_motive(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    wanted = book.spellings(want["stated_motive_by"])
    claims = incident.claims("motive")
    return any(plain(claim.speaker.name or "").removeprefix("the ") in wanted for claim in claims), _motives(claims)


def _assessed_motive(want: Sheet, incident: Incident, _book: NameBook) -> Answer:
    claims = incident.claims("motive")
    by = want["assessed_motive_by"]
    return any(claim.speaker.kind == by and claim.hedge for claim in claims), _motives(claims)


def _motives(claims: Sequence[Claim]) -> str:
    shown = (f"{claim.published[:_SHOWN]} ({claim.speaker.name or claim.speaker.kind})" for claim in claims)
    return "; ".join(shown) or "no motive"


def _same_event(want: Sheet, incident: Incident, _book: NameBook) -> Answer:
    """Ask whether the words that the sheet quotes stand in a sentence that this event's frames speak of."""
    text = " ".join(plain(claim.quote.text) for frame in incident.frames for claim in frame.claims)
    missing = [words for words in want["same_event"] if plain(words) not in text]
    return not missing, f"missing: {'; '.join(missing)}" if missing else ""


_QUESTIONS: Mapping[str, Callable[[Sheet, Incident, NameBook], Answer]] = {
    "accept_types": _type,
    "date": _date,
    "place": _place,
    "perpetrator": _perpetrator,
    "perpetrator_status": _status,
    "target": _target,
    "deaths": _deaths,
    "victims": _victims,
    "stated_motive_by": _stated_motive,
    "assessed_motive_by": _assessed_motive,
    "same_event": _same_event,
    "mentions_at_least": _mentions,
    "actors": _actors,
    "actor": _actors,
}
