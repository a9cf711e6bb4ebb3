"""`dateline same`, `different`, `accept`, `correct`, `reject`, `pin`, `undo` and `judgements`: what people decide.

Every decision is a line of a log that is only added to; `dateline undo` takes one back with another line.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dateline.cli.actors.options import Author, Reason, deciding
from dateline.cli.screen import note, print_json, print_table
from dateline.cli.settings import AsJson, Book, EventId, Quiet

if TYPE_CHECKING:
    from dateline.config import Config
    from dateline.judgement import Numbered
    from dateline.review import Deciding

Another = Annotated[str, typer.Argument(help="The other event's id, or its beginning.")]
Apart = Annotated[str, typer.Argument(help="Another event, or an account or a document that does not tell of it.")]
Slot = Annotated[str | None, typer.Argument(help="One field: deaths, date, place ...; by default the whole event.")]
OneSlot = Annotated[str, typer.Argument(help="The field: deaths, date, place ...")]
Value = Annotated[str, typer.Argument(help="Its value: 44, 44-46, 2023-07-30, a kind, or a name.")]
ClaimId = Annotated[str, typer.Argument(help="A claim's id, or its beginning; `dateline trail` shows them.")]
Rejected = Annotated[str, typer.Argument(help="An event's or a claim's id, or its beginning.")]
Number = Annotated[int, typer.Argument(min=1, help="The judgement's number; `dateline judgements` shows it.")]
COLUMNS = ("number", "made", "by", "judged", "of", "what", "reason", "holds")
_SHORT = 12  # characters of an id


def same(
    event: EventId,
    other: Another,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that two events are one: their accounts are together from now on."""
    from dateline import review

    config = _config(casebook)
    made = review.same(config.store_url, event, other, _deciding(author, reason))
    _relink(config)
    _close(made, f"one event now: {_lead(config, made.judgement.record_id)}", as_json=as_json, quiet=quiet)


def different(
    event: EventId,
    other: Apart,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that two events are not one, or that an account or a document does not tell of an event: it is split."""
    from dateline import review
    from dateline.pipeline.constraints import sides

    config = _config(casebook)
    made = review.different(config.store_url, event, other, _deciding(author, reason))
    _relink(config)
    events = sorted({str(_lead(config, min(side))) for side in sides(made.judgement)})
    _close(made, f"two events now: {' and '.join(events)}", as_json=as_json, quiet=quiet)


def accept(
    event: EventId,
    field: Slot = None,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that an event is one, or that one of its values is right: later reports do not change it."""
    from dateline import review
    from dateline.cli.holding import open_book
    from dateline.views.rulings import accepted_value
    from dateline.views.trail import trail

    with open_book(casebook) as holdings:
        dossier = holdings.dossier(event)
    value = accepted_value(trail(dossier, field)[0].cell) if field else None
    url = _config(casebook).store_url
    made = review.accept(url, dossier.event.id, _deciding(author, reason), slot=field, value=value)
    _close(made, f"{field or 'event'} of {dossier.event.id} accepted", as_json=as_json, quiet=quiet)


def correct(
    event: EventId,
    field: OneSlot,
    value: Value,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that a value is another one; what the reports say is kept beside it."""
    from dateline import review
    from dateline.codebook import load_codebook
    from dateline.views.corrected import corrected_value
    from dateline.views.shown import shown_value

    read = corrected_value(field, value, load_codebook())
    made = review.correct(_config(casebook).store_url, event, field, value, _deciding(author, reason))
    _close(made, f"{field} of {made.judgement.record_id} is {shown_value(read)}", as_json=as_json, quiet=quiet)


def reject(
    event: Rejected,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that an event is none, so that it is not listed; or that a claim is wrong, so that it is set aside."""
    from dateline import review

    judge = review.reject_claim if event.startswith("clm") else review.reject
    made = judge(_config(casebook).store_url, event, _deciding(author, reason))
    _close(made, f"{made.judgement.record_id} rejected", as_json=as_json, quiet=quiet)


def pin(
    event: EventId,
    field: OneSlot,
    claim: ClaimId,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Judge that a value is what one claim says, whatever the others say."""
    from dateline import review
    from dateline.cli.holding import open_book
    from dateline.views.trail import claim_of

    with open_book(casebook) as holdings:
        dossier = holdings.dossier(event)
    found = claim_of(dossier, field, claim)
    url = _config(casebook).store_url
    made = review.pin(url, dossier.event.id, field, found.id, _deciding(author, reason))
    _close(made, f"{field} of {dossier.event.id} is what {found.id} says", as_json=as_json, quiet=quiet)


def undo(
    number: Number,
    *,
    reason: Reason = "",
    author: Author = None,
    as_json: AsJson = False,
    casebook: Book = None,
    quiet: Quiet = False,
) -> None:
    """Take a judgement back; what it changed is as it would be without it. An undo can be undone."""
    from dateline import review

    config = _config(casebook)
    made = review.undo(config.store_url, number, _deciding(author, reason))
    _relink(config)
    _close(made, f"judgement {number} is taken back", as_json=as_json, quiet=quiet)


def judgements(*, as_json: AsJson = False, casebook: Book = None) -> None:
    """List what people decided of events and claims, in order, and whether it still holds."""
    from dateline import review

    log = review.judgements(_config(casebook).store_url)
    if as_json:
        print_json({"judgements": [_object(each) | {"holds": holds} for each, holds in log]})
    else:
        print_table(COLUMNS, [_row(each, holds=holds) for each, holds in log])


def _relink(config: "Config") -> None:
    """Let what was judged take effect on the links."""
    from dateline.cli.link import watch_linking
    from dateline.pipeline import link_casebook

    watch_linking(link_casebook(config), quiet=True)


def _lead(config: "Config", event_id: str) -> str | None:
    from dateline.views.casebook import open_holdings

    with open_holdings(config.store_url) as holdings:
        return holdings.lead(event_id)


def _config(casebook: Path | None) -> "Config":
    from dateline.cli.casebooks import open_casebook

    return open_casebook(casebook)


def _deciding(author: str | None, reason: str) -> "Deciding":
    from dateline.review import Deciding

    return Deciding(**deciding(author, reason))


def _close(made: "Numbered", said: str, *, as_json: bool, quiet: bool) -> None:
    """Print a judgement as JSON, or say on stderr what is true now and how to take it back."""
    if as_json:
        print_json(_object(made))
    else:
        note(f"{said}; `dateline undo {made.number}` takes it back", quiet=quiet)


def _object(each: "Numbered") -> dict[str, object]:
    from dataclasses import asdict

    return {"number": each.number, **asdict(each.judgement), "made_at": each.judgement.made_at.isoformat()}


def _row(each: "Numbered", *, holds: bool) -> list[str | None]:
    judgement = each.judgement
    is_typed = judgement.verdict == "correct"
    what = (judgement.value if is_typed else judgement.other) or ""
    record = judgement.record_id if judgement.verdict == "undo" else judgement.record_id[:_SHORT]
    return [
        str(each.number),
        judgement.made_at.isoformat(timespec="minutes"),
        judgement.author,
        judgement.verdict,
        " ".join(filter(None, (record, judgement.slot))),
        what if is_typed else what[:_SHORT],
        judgement.reason,
        "yes" if holds else "taken back",
    ]
