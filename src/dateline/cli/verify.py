"""`dateline verify`: whether everything in the casebook is as it must be."""

import typer

from dateline.cli.screen import note, plain, print_json
from dateline.cli.settings import AsJson, Book, Quiet

_FAULTY = 1


def verify(*, as_json: AsJson = False, casebook: Book = None, quiet: Quiet = False) -> None:
    """Check the log of judgements, the links, the texts and the quotes; exits with 1 where there is a fault."""
    from dateline.cli.casebooks import open_casebook
    from dateline.views.casebook import open_holdings

    with open_holdings(open_casebook(casebook).store_url) as holdings:
        faults = list(holdings.faults())
        stats = holdings.stats()
    if as_json:
        print_json({"faults": [{"where": each.where, "what": each.what} for each in faults]})
    else:
        for each in faults:
            typer.echo(f"{plain(each.where)}: {plain(each.what)}")
        checked = (
            f"{stats.documents} documents, {stats.claims} claims, {stats.events} events, {stats.judgements} judgements"
        )
        note(f"{len(faults)} faults in {checked}", quiet=quiet)
    if faults:
        raise typer.Exit(_FAULTY)
