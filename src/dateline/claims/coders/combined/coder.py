"""The combined coder, combined.v1: every document by the rules and by the model, and both weighed together."""

from collections.abc import Mapping
from importlib.resources import files

from dateline.claims.coders.combined.combine import combine
from dateline.claims.coders.combined.records import Table
from dateline.claims.coders.combined.table import load_table
from dateline.claims.coders.model.coder import model_stamp
from dateline.claims.coders.model.reader import Reader, load_reader
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.records import Frame, FrameKind
from dateline.documents.records import Document
from dateline.mentions.records import Findings
from dateline.stamp import Stamp, hash_config, hash_files

NAME, VERSION = "combined.v1", "1"


class CombinedCoder:
    """Codes a document by the rules, reads it with the network, and weighs both by the table in this folder.

    Each claim carries the stamp of the coder that made it, rules.v1 or model.v1; the coding's own stamp changes with
    either and with the table. Raises InstallationError where the weights are missing.
    """

    name = NAME

    def __init__(
        self,
        *,
        count_policy: str = "dateline.v1",
        sources: Mapping[str, str] | None = None,
    ) -> None:
        self._rules = RulesCoder(count_policy=count_policy, sources=sources)
        self._model: Stamp = model_stamp(self._rules.stamp)
        self._reader: Reader = load_reader()
        self._table: Table = load_table()
        of_table = hash_files((files("dateline.claims.coders.combined") / "data").iterdir())
        parts = {"rules": self._rules.stamp.config_hash, "model": self._model.config_hash, "table": of_table}
        self.stamp = Stamp(self.name, VERSION, hash_config(parts))

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        """Return the document's frames, events first; an empty tuple where it reports nothing."""
        page = self._rules.open(document, findings)
        frames = self._rules.code_page(page)
        if all(frame.kind is not FrameKind.EVENT for frame in frames):
            return frames  # the model only speaks of events that the rules have found
        return combine(page, self._reader.read(document.text), frames, self._table, self._model)
