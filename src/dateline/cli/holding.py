"""Opening a casebook for reading: as people judged its actors, at a moment, by a policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.views.casebook import Holdings


@contextmanager
def open_book(
    casebook: Path | None, *, as_of: str | None = None, published_by: str | None = None, policy: str | None = None
) -> "Iterator[Holdings]":
    """Open the folder's or nearest casebook for reading; raises ConfigError, StoreError, InputError."""
    from dateline.cli.casebooks import judged_casebook
    from dateline.views.as_of import horizon
    from dateline.views.casebook import DEFAULT_POLICY, open_holdings

    url, roster = judged_casebook(casebook)
    seen = horizon(as_of, published_by)
    with open_holdings(url, roster, horizon=seen, policy=policy or DEFAULT_POLICY) as holdings:
        yield holdings
