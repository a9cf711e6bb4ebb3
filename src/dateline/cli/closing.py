"""The closing line of a run, and the exit code that goes with it."""

import typer

from dateline.cli.screen import note

PARTIAL = 3  # done, but some documents failed


def close(counts: dict[str, int], *, where: str, quiet: bool = False) -> None:
    """Write "312 read - 298 new - 9 duplicates - 5 failed (see ...)" to stderr; exits with 3 if any failed."""
    parts = [f"{number} {name}" for name, number in counts.items() if number or name in ("read", "new")]
    failed = counts.get("failed", 0)
    note(" - ".join(parts) + (f" (see {where})" if failed else ""), quiet=quiet)
    if failed:
        raise typer.Exit(PARTIAL)
