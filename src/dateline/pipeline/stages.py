"""Stages: everything that coding needs, built once and handed down."""

from collections.abc import Iterator
from dataclasses import dataclass

from dateline.actors import Roster, load_roster
from dateline.claims.coders.contract import Coder
from dateline.codebook import Codebook, load_codebook
from dateline.config import Config
from dateline.mentions.finders.contract import Finder, Parser
from dateline.mentions.records import MentionKind, Phrase
from dateline.places import Gazetteer, open_gazetteer


@dataclass(frozen=True, slots=True)
class Stages:
    """The ways of each stage, chosen; `language` is the one that the coder reads (ISO 639-1)."""

    parser: Parser
    finders: tuple[Finder, ...]
    gazetteer: Gazetteer
    roster: Roster
    coder: Coder
    codebook: Codebook
    language: str = "en"


def load_stages(config: Config | None = None) -> Stages:
    """Load what the configuration names: some seconds, mostly the language model and the lists of names.

    Raises InstallationError if something that ships with Dateline is missing.
    """
    from dateline.claims.coders.rules import RulesCoder  # noqa: PLC0415 - a maker: loaded when it is chosen
    from dateline.mentions.finders.phrases import PhraseFinder  # noqa: PLC0415
    from dateline.mentions.finders.spacy_parser import SpacyParser  # noqa: PLC0415

    config = config or Config()
    roster, gazetteer = load_roster(), open_gazetteer()
    return Stages(
        parser=SpacyParser(),
        finders=(PhraseFinder([*roster.phrases(), *_place_phrases(gazetteer)]),),
        gazetteer=gazetteer,
        roster=roster,
        coder=RulesCoder(count_policy=config.coding.count_policy),
        codebook=load_codebook(),
        language=config.coding.language,
    )


def _place_phrases(gazetteer: Gazetteer) -> Iterator[Phrase]:
    for text, labels in gazetteer.names():
        yield Phrase(text, MentionKind.PLACE, text, labels, case_sensitive="abbreviation" in labels)
