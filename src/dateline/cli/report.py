"""What was coded, printed for a person: each event's cells with stance, speaker and sentence, then the other frames."""

from collections.abc import Iterable

from dateline.cli.screen import print_table
from dateline.events.records import Cell
from dateline.views.cells import cell_name, said_by
from dateline.views.frames import frame_rows
from dateline.views.names import mask
from dateline.views.records import Dossier, File
from dateline.views.shown import shown_speaker

_SAME = "″"  # the sentence of the row above
CELL_COLUMNS = ("slot", "value", "stance", "speaker", "sentence")
FRAME_COLUMNS = ("kind", "what", "stance", "speaker", "sentence")


def print_coded(files: Iterable[File], dossiers: Iterable[Dossier], *, names: bool = False) -> None:
    """Print every event and every other frame."""
    for dossier in dossiers:
        print_event(dossier, names=names)
    rows = [
        [str(row[name] or "") for name in ("kind", "summary", "stance", "speaker", "quote")]
        for row in frame_rows(files, names=names)
    ]
    if rows:
        print_table(FRAME_COLUMNS, rows, title="relations, strengths, areas and releases")


def print_event(dossier: Dossier, *, names: bool = False) -> None:
    """Print one event as a table of its cells."""
    rows = _without_repeats(_cell_row(dossier, cell, names=names) for cell in dossier.event.cells)
    origins = ", ".join(file.document.source or file.document.origin for file in dossier.files)
    print_table(CELL_COLUMNS, rows, title=f"{dossier.event.id} ({origins})")


def _without_repeats(rows: Iterable[list[str | None]]) -> list[list[str | None]]:
    """Return the rows with a sentence that stands in the row above shown as a ditto mark."""
    shown: list[list[str | None]] = []
    above: str | None = None
    for *cells, sentence in rows:
        shown.append([*cells, _SAME if sentence and sentence == above else sentence])
        above = sentence
    return shown


def _cell_row(dossier: Dossier, cell: Cell, *, names: bool) -> list[str | None]:
    value = cell_name(dossier, cell, names=names)
    said = said_by(dossier, cell.claims)
    shown = f"{value} (disputed)" if cell.disputed else value
    if not said:
        return [cell.slot, shown, cell.stance, None, None]
    hidden = () if names else dossier.file_of(said[0]).withheld
    speaker = mask(shown_speaker(said[0].speaker), hidden)
    return [cell.slot, shown, cell.stance, speaker, mask(said[0].quote.text, hidden)]
