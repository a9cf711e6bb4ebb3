"""The worked cases of the codebook as frames and documents: `case.event("dateline.v2")`."""

from dataclasses import dataclass
from datetime import date
from importlib.resources import files

import yaml

from dateline.actors.records import Actor, ActorKind, ActorResolution
from dateline.claims.records import AUTHOR, Code, Named, Speaker, SpeakerKind, Stance
from dateline.codebook import load_codebook
from dateline.documents.records import Document
from dateline.events import Event, reconcile
from dateline.values.counts import Count
from dateline.values.counts_in_text import find_counts
from dateline.values.dates import DateValue
from factories import claim, frame, month

WIRE = (
    "Witnesses spoke of smoke over the hills east of the river at dawn. Elders had asked the governor for guards. "
    "The road to the district is closed, and buses wait at the old bridge. A delegation will travel there on Thursday."
)


@dataclass(frozen=True)
class Case:
    """One worked case: its rule, what each report says, and what is expected by policy."""

    id: str
    slot: str
    documents: dict[str, Document]
    frames: list
    actors: dict
    expect: dict

    def event(self, codebook, policy: str = "dateline.v2") -> Event:
        return reconcile(
            self.frames, places={}, actors=self.actors, codebook=codebook, documents=self.documents, policy=policy
        )


def load_cases() -> list[Case]:
    """Return the cases of the codebook, in the order of the file."""
    text = (files("dateline.codebook") / "data" / "reconciling.yaml").read_text(encoding="utf-8")
    return [_case(entry) for entry in yaml.safe_load(text)]


def _case(entry: dict) -> Case:
    slot = entry.get("slot", "deaths")
    documents, frames, actors = {}, [], {}
    for at, report in enumerate(entry["reports"]):
        document = _document(report, at)
        documents[document.id] = document
        frames.append(_frame(document, report, slot, actors))
    return Case(entry["id"], slot, documents, frames, actors, entry["expect"])


def _document(report: dict, at: int) -> Document:
    text = f"{report['sentence']} {WIRE}" if "copy" in report else report["sentence"]
    published = DateValue.on(report["day"]) if "day" in report else None
    return Document(text, f"report-{at}.txt", published=published, source=report["source"], language="en")


def _frame(document: Document, report: dict, slot: str, actors: dict):
    if report["says"] == "":
        return frame(document)
    speaker = Speaker(SpeakerKind(report["speaker"])) if "speaker" in report else AUTHOR
    stance = Stance(report.get("stance", "reported"))
    made = {slot: _value(report, slot, actors)}
    return frame(document, claim(document, words=report["sentence"], stance=stance, speaker=speaker, **made))


def _value(report: dict, slot: str, actors: dict):
    says = report["says"]
    match slot:
        case "perpetrator":
            actors[says] = ActorResolution(says, says, Actor(says.casefold(), says, ActorKind.REBEL), 0.9, "alias", "")
            return Named(says, says)
        case "date":
            return DateValue.on(says) if isinstance(says, date) else month(*map(int, says.split("-")))
        case "type":
            return Code("kind", says)
    read = find_counts(f"{says} people", policy=load_codebook().policy())[0].value
    told = {name: report[name] for name in ("whose", "side", "scope") if name in report}
    return Count(read.low, read.best, read.high, operator=read.operator, word=read.word, policy=read.policy, **told)
