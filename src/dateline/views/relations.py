"""Relations: how the actors of a casebook stand to each other, each with its sign, its time and whose word it is."""

from collections.abc import Iterable, Iterator

from dateline.actors import Roster
from dateline.claims.records import Claim, Code, Frame, FrameKind
from dateline.codebook import Codebook
from dateline.views.cast import Wanted, party_of
from dateline.views.records import File, Row
from dateline.views.said import LATEST, dates, evidence, one_a_sentence, said_with, shown_party, shown_slots

SIDES = ("actor", "object")


def relation_rows(
    files: Iterable[File],
    roster: Roster,
    codebook: Codebook,
    *,
    wanted: Wanted | None = None,
    kind: str | None = None,
    names: bool = False,
) -> list[Row]:
    """Return one row for each relation of each document, sorted by actor, other side, kind and day of publication.

    A row has actor, actor_id, relation, sign (positive, negative, neutral), both_ways, other, other_id, date (ISO
    8601), date_first, date_last, date_said (the text's words), place, means, what `evidence` gives for its first
    sentence, and `said`: the evidence of every sentence with its own date. `wanted` keeps the relations of one party;
    `kind` is a relation of the codebook or a sign. Raises InputError for another kind.
    """
    if kind is not None and kind not in {relation.sign for relation in codebook.relations.values()}:
        kind = codebook.relations[kind].name
    rows = [
        row
        for file in files
        for frame in file.frames
        if frame.kind is FrameKind.RELATION and (wanted is None or _is_side(file, frame, roster, wanted))
        for row in _rows(file, frame, roster, codebook, names=names)
        if kind in (None, row["relation"], row["sign"])
    ]
    return sorted(rows, key=_order)


def _is_side(file: File, frame: Frame, roster: Roster, wanted: Wanted) -> bool:
    sides = (claim for slot in SIDES for claim in frame.slot(slot))
    return any(wanted.is_(party_of(file, claim.value, roster)) for claim in sides)


def _rows(file: File, frame: Frame, roster: Roster, codebook: Codebook, *, names: bool) -> Iterator[Row]:
    """Yield the row of a relation frame; none where the coder left a side or the kind open."""
    said = frame.slot("relation")
    first, other = frame.slot("actor"), frame.slot("object")
    if not (said and first and other) or not isinstance(said[0].value, Code):
        return
    relation = codebook.relations[said[0].value.code]
    actor_name, actor_id = shown_party(file, first[0], roster, names=names)
    other_name, other_id = shown_party(file, other[0], roster, names=names)
    yield {
        "frame_id": frame.id,
        "actor": actor_name,
        "actor_id": actor_id,
        "relation": relation.name,
        "sign": relation.sign,
        "both_ways": relation.symmetric,
        "other": other_name,
        "other_id": other_id,
        **_time(frame, said),
        "place": shown_slots(file, frame.claims, "place", names=names),
        "means": shown_slots(file, frame.claims, "means", names=names),
        **evidence(file, said[0], names=names),
        "said": [_sentence(file, frame, claim, names=names) for claim in one_a_sentence(said)],
    }


def _sentence(file: File, frame: Frame, claim: Claim, *, names: bool) -> Row:
    return {**evidence(file, claim, names=names), **dates(said_with(frame, claim))}


def _time(frame: Frame, said: Iterable[Claim]) -> Row:
    """Return the date's columns where every sentence gives the same time; what only one gives stays with that one."""
    found = [dates(said_with(frame, claim)) for claim in said]
    return found[0] if all(each == found[0] for each in found) else dates(())


def _order(row: Row) -> tuple[str, ...]:
    parts = (row["actor"], row["other"], row["relation"], row["published_on"] or LATEST, row["origin"])
    return tuple(map(str, parts))
