"""Checks a coded article against its answer sheet (expected.yaml), row by row: 1 where it is as expected, else 0."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dateline.bench.assignment import best_assignment
from dateline.bench.mappers.report import Incident
from dateline.bench.records import Row
from dateline.bench.scorers.sample_names import NameBook
from dateline.claims.records import Claim, Code, Frame, FrameKind, Named
from dateline.codebook import acled_types, load_codebook
from dateline.values.counts import Count
from dateline.values.dates import DateBasis, DateValue
from dateline.values.folding import fold

Sheet = Mapping[str, Any]
_SHORT = 3  # letters: a word of no more is no name to look for


@dataclass(frozen=True, slots=True)
class Check:
    """One question of the answer sheet, whether it came out as expected, and what was found."""

    id: str
    passed: bool
    found: str = ""

    def row(self) -> Row:
        return Row(f"sample.{self.id}", float(self.passed), n=1, note=self.found)


def share(metric: str, checks: Sequence[Check]) -> Row:
    """Return the share of checks that passed, in percent; what failed stands in the note."""
    failed = ", ".join(check.id for check in checks if not check.passed)
    value = 100 * sum(check.passed for check in checks) / len(checks) if checks else None
    return Row(f"sample.{metric}", value, n=len(checks), note=f"failed: {failed}" if failed else "")


def check_events(sheet: Sheet, book: NameBook) -> list[Check]:
    """Pair each expected event with the coded one that meets most of its questions, then answer them."""
    expected, coded = sheet.get("events", []), book.report.incidents
    answers = [[_event_checks(want, incident, book) for incident in coded] for want in expected]
    worth = [[float(sum(check.passed for check in checks)) for checks in row] for row in answers]
    chosen = dict(best_assignment(worth))
    return [
        check
        for number, want in enumerate(expected)
        for check in (answers[number][chosen[number]] if number in chosen else _event_checks(want, Incident(()), book))
    ]


def _event_checks(want: Sheet, incident: Incident, book: NameBook) -> list[Check]:
    asked = [name for name in _QUESTIONS if name in want]
    return [_named(f"events.{want['id']}.{name}", _QUESTIONS[name](want, incident, book)) for name in asked]


def _named(name: str, answer: tuple[bool, str]) -> Check:
    return Check(name, answer[0], answer[1])


Answer = tuple[bool, str]


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
    shown = "; ".join(f"{claim.published} = {_iso(claim.value)}" for claim in incident.claims("date"))
    found = f"chosen {_iso(chosen)} from {shown}" if shown else "no date"
    if "value" in wanted:
        return _iso(chosen) == wanted["value"], found
    if not isinstance(chosen, DateValue):
        return chosen is None, found
    published = book.report.coded.document.published
    as_published = published is not None and _same_days(chosen, published)
    return not as_published and chosen.basis in {DateBasis.RELATIVE, DateBasis.UNKNOWN}, found


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, DateValue) else "unread"


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
    return any(_count_matches(want["deaths"], claim.value) for claim in claims), shown


def _count_matches(want: Sheet, value: object) -> bool:
    """Tell whether a count has the expected numbers and hedge; a number that the sheet leaves out is not asked."""
    if not isinstance(value, Count):
        return False
    numbers = all(getattr(value, name) == want[name] for name in ("low", "best", "high") if name in want)
    return numbers and ("hedge" not in want or value.operator.value in _OPERATORS[want["hedge"]])


_OPERATORS = {"at least": {"at_least"}, "around": {"about", "between"}, "about": {"about"}}


def _mentions(want: Sheet, incident: Incident, _book: NameBook) -> Answer:
    count = sum(len(frame.mentions) for frame in incident.frames)
    return count >= want["mentions_at_least"], f"{count} mentions"


def _actors(want: Sheet, incident: Incident, book: NameBook) -> Answer:
    wanted = want.get("actors") or [want["actor"]]
    claims = incident.claims("perpetrator", "target", "victim", "actor")
    return all(any(book.is_actor(claim, name) for claim in claims) for name in wanted), book.said(claims)


_QUESTIONS: Mapping[str, Callable[[Sheet, Incident, NameBook], Answer]] = {
    "accept_types": _type,
    "date": _date,
    "place": _place,
    "perpetrator": _perpetrator,
    "perpetrator_status": _status,
    "target": _target,
    "deaths": _deaths,
    "mentions_at_least": _mentions,
    "actors": _actors,
    "actor": _actors,
}


def _frames(book: NameBook, kind: FrameKind) -> list[Frame]:
    return [frame for frame in book.report.coded.frames if frame.kind is kind]


def check_relations(sheet: Sheet, book: NameBook) -> list[Check]:
    frames = _frames(book, FrameKind.RELATION)
    return [_relation(number, want, frames, book) for number, want in enumerate(sheet.get("relations", []), 1)]


def _relation(number: int, want: Sequence[Any], frames: Sequence[Frame], book: NameBook) -> Check:
    actor, kind, other = want[:3]
    symmetric = load_codebook().relations[kind].symmetric
    found = [frame for frame in frames if kind in _codes(frame, "relation")]
    met = [
        frame
        for frame in found
        if _has(frame, book, actor=actor, other=other) or (symmetric and _has(frame, book, actor=other, other=actor))
    ]
    return Check(
        f"relations.{number}",
        bool(met),
        f"{actor} {kind} {other}: {met[0].claims[0].quote.text[:120] if met else 'not found'}",
    )


def _has(frame: Frame, book: NameBook, *, actor: str, other: str) -> bool:
    return any(book.is_actor(claim, actor) for claim in frame.slot("actor")) and any(
        book.is_actor(claim, other) for claim in frame.slot("object")
    )


def _codes(frame: Frame, slot: str) -> list[str]:
    return [claim.value.code for claim in frame.slot(slot) if isinstance(claim.value, Code)]


def check_strengths(sheet: Sheet, book: NameBook) -> list[Check]:
    frames = _frames(book, FrameKind.STRENGTH)
    return [_strength(number, want, frames, book) for number, want in enumerate(sheet.get("strengths", []), 1)]


def _strength(number: int, want: Sheet, frames: Sequence[Frame], book: NameBook) -> Check:
    own = [
        claim
        for frame in frames
        if any(book.is_actor(c, want["actor"]) for c in frame.slot("actor"))
        for claim in frame.slot("people")
    ]
    met = [claim for claim in own if _count_matches(want, claim.value) and _scope_matches(want, claim.value)]
    return Check(f"strengths.{number}", bool(met), book.said(own))


def _scope_matches(want: Sheet, value: object) -> bool:
    return "scope" not in want or (isinstance(value, Count) and want["scope"] in (value.scope or ""))


def check_releases(sheet: Sheet, book: NameBook) -> list[Check]:
    frames = _frames(book, FrameKind.RELEASE)
    return [check for want in sheet.get("releases", []) for check in _release(want, frames, book)]


def _release(want: Sheet, frames: Sequence[Frame], book: NameBook) -> list[Check]:
    def answers(frame: Frame) -> list[Check]:
        def said(slot: str) -> list[Claim]:
            return list(frame.slot(slot))

        def words(slot: str, name: str) -> bool:
            return any(fold(str(want[name])).lower() in fold(_word(claim)).lower() for claim in said(slot))

        return [
            Check("release.title", words("title", "title"), book.said(said("title"))),
            Check("release.outlet", words("outlet", "outlet"), book.said(said("outlet"))),
            Check("release.of", any(book.is_actor(c, want["of"]) for c in said("actor")), book.said(said("actor"))),
            Check(
                "release.date",
                any(_iso(c.value) == want["date"]["value"] for c in said("date")),
                book.said(said("date")),
            ),
            Check("release.medium", words("medium", "medium"), book.said(said("medium"))),
            Check("release.language", words("language", "language"), book.said(said("language"))),
            Check("release.about", words("about", "about"), book.said(said("about"))),
        ]

    empty = [Check(check, passed=False, found="no release") for check in _RELEASE_CHECKS]
    return max((answers(frame) for frame in frames), key=lambda checks: sum(c.passed for c in checks), default=empty)


_RELEASE_CHECKS = tuple(f"release.{name}" for name in ("title", "outlet", "of", "date", "medium", "language", "about"))


def _word(claim: Claim) -> str:
    if isinstance(claim.value, Code):
        return claim.value.code
    return claim.value.text if isinstance(claim.value, Named) else claim.published


def check_areas(sheet: Sheet, book: NameBook) -> list[Check]:
    frames = _frames(book, FrameKind.AREA)
    return [
        check for number, want in enumerate(sheet.get("areas", []), 1) for check in _area(number, want, frames, book)
    ]


def _area(number: int, want: Sheet, frames: Sequence[Frame], book: NameBook) -> Iterator[Check]:
    own = [frame for frame in frames if any(book.is_actor(claim, want["actor"]) for claim in frame.slot("actor"))]
    claims = [claim for frame in own for claim in frame.slot("place")]
    places = [place for claim in claims if (place := book.report.place(claim))]
    known = (
        {place.country for place in places} | {place.name for place in places} | {claim.published for claim in claims}
    )
    for name in want["places"]:
        yield Check(f"areas.{number}.{name.lower().replace(' ', '_')}", name in known, book.said(claims))


def check_aliases(sheet: Sheet, book: NameBook) -> list[Check]:
    """Ask of every alias that the sheet lists whether its mentions in the text lead to the right actor."""
    return [
        Check(f"aliases.{alias}", *_alias(name, alias, book))
        for name, aliases in sheet.get("aliases", {}).items()
        for alias in aliases
    ]


def _alias(name: str, alias: str, book: NameBook) -> Answer:
    wanted = "".join(char for char in fold(alias).lower() if char.isalnum())
    mentions = [
        m for m in book.report.coded.mentions if "".join(c for c in fold(m.text).lower() if c.isalnum()) == wanted
    ]
    resolved = [book.report.actors[m.id] for m in mentions if m.id in book.report.actors]
    return any(book.is_resolved(each, name) for each in resolved), "; ".join(
        dict.fromkeys(r.name for r in resolved)
    ) or "no mention"
