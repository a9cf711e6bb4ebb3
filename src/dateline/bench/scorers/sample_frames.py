"""Checks the relations, strengths, releases, areas and aliases of a coded article against its answer sheet."""

from collections.abc import Iterator, Sequence
from typing import Any

from dateline.bench.scorers.sample_checks import Answer, Check, Sheet, count_matches, iso
from dateline.bench.scorers.sample_names import NameBook
from dateline.claims.records import Claim, Code, Frame, FrameKind, Named
from dateline.codebook import load_codebook
from dateline.values.counts import Count
from dateline.values.folding import fold


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
    met = [claim for claim in own if count_matches(want, claim.value) and _scope_matches(want, claim.value)]
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
                any(iso(c.value) == want["date"]["value"] for c in said("date")),
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
