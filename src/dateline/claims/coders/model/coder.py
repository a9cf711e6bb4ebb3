"""The model coder, model.v1: events from what the network marks, by grouping the spans that belong together."""

from collections.abc import Mapping
from importlib.resources import files

from dateline.claims.coders.model.candidates import find_candidates
from dateline.claims.coders.model.framing import frame_group
from dateline.claims.coders.model.grouping import group_candidates
from dateline.claims.coders.model.reader import Reader, load_reader
from dateline.claims.coders.rules import RulesCoder
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.mentions.records import Findings
from dateline.stamp import Stamp, hash_config, hash_files

NAME, VERSION = "model.v1", "1"
_LEAST = 0.3  # probability from which a span is told: the best F on the training wires kept apart


class ModelCoder:
    """Codes a document with the network alone; what it needs of grammar it reads from the same page as the rules.

    Its confidence is the network's own probability, which is not calibrated: the combined coder's is.
    Raises InstallationError where the weights are missing.
    """

    name = NAME

    def __init__(self, *, count_policy: str = "dateline.v1", sources: Mapping[str, str] | None = None) -> None:
        self._rules = RulesCoder(count_policy=count_policy, sources=sources)
        self._reader: Reader = load_reader()
        self.stamp = model_stamp(self._rules.stamp)

    def code(self, document: Document, findings: Findings) -> tuple[Frame, ...]:
        """Return the document's events, in order of their first words; an empty tuple where it marks nothing."""
        page = self._rules.open(document, findings)
        reading = self._reader.read(document.text)
        told = [each for each in find_candidates(page, reading) if each.marked.probability >= _LEAST]
        groups = group_candidates(reading, told)
        return tuple(frame_group(page, reading, group, self.stamp) for group in groups)


def model_stamp(rules: Stamp) -> Stamp:
    """Return the model's stamp: it changes with the weights, and with the lists by which its words are named."""
    data = files("dateline.claims.coders.model") / "data"
    read = hash_files(data / name for name in ("card.json", "tokenizer.json"))  # the card has the weights' hash
    return Stamp(NAME, VERSION, hash_config({"network": read, "rules": rules.config_hash}))
