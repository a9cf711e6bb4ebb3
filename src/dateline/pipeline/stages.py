"""Stages: everything that coding needs, built once and handed down."""

import gc
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from dateline.actors import Roster, open_roster, role_words
from dateline.actors.casebook import OWN_FILES
from dateline.claims.coders.contract import Coder
from dateline.codebook import Codebook, load_codebook
from dateline.config import FILE_NAME, Config
from dateline.errors import InputError
from dateline.mentions.finders.contract import Finder, Parser
from dateline.mentions.placing.records import NameFacts, Names
from dateline.mentions.records import MentionKind, Phrase
from dateline.places import Gazetteer, open_gazetteer
from dateline.places.names import name_key
from dateline.places.phrases import DEMONYM
from dateline.relevance import Gate, load_gate
from dateline.stamp import hash_files

_SO_CALLED = ("exact", "abbreviation")  # the tiers that lead to a place by its own name
_MOST_READINGS = 200
_DATA = ("actors", "mentions", "places")  # the rooms whose lists and weights decide what a name means
_SMALL = (".yaml", ".json")  # the files of a room that are read as they are; tables have a version
_ROSTER = "roster.jsonl.xz"
_REMEMBERED = 20_000  # names: about 5 MB


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
    names: Names | None = None  # what places a name may mean; without it, found places are not weighed
    gate: Gate | None = None  # keeps irrelevant documents from the coder; without it, all are coded


def load_stages(config: Config | None = None) -> Stages:
    """Load what the configuration names: some seconds, mostly the language model and the lists of names.

    Without a configuration the defaults hold, but no gate: what a program hands over is coded, relevant or not.
    Raises InstallationError if something that ships with Dateline is missing.
    """
    from dateline.mentions.finders.phrases import PhraseFinder  # noqa: PLC0415 - makers: loaded when they are chosen
    from dateline.mentions.finders.roles import RoleFinder  # noqa: PLC0415
    from dateline.mentions.finders.spacy_parser import SpacyParser  # noqa: PLC0415

    gate = load_gate() if config is not None and config.coding.gate else None
    config = config or Config()
    roster, gazetteer = open_roster(_casebook(config)), open_gazetteer()
    stages = Stages(
        parser=SpacyParser(),
        finders=(PhraseFinder([*roster.phrases(), *_place_phrases(gazetteer)]), RoleFinder(role_words())),
        gazetteer=gazetteer,
        roster=roster,
        coder=make_coder(
            config.coding.coder,
            count_policy=config.coding.count_policy,
            sources=sources(_casebook(config), gazetteer),
        ),
        codebook=load_codebook(),
        language=config.coding.language,
        names=known_names(gazetteer),
        gate=gate,
    )
    _keep_for_good()
    return stages


def _keep_for_good() -> None:
    """Tell the garbage collector that what is loaded stays: its walks over a million names are a tenth of a run."""
    gc.collect()
    gc.freeze()


def make_coder(name: str, *, count_policy: str, sources: Mapping[str, str] | None = None) -> Coder:
    """Return the coder of that name; `sources` are hashes of what names are resolved by, for its stamp.

    Raises InstallationError if the network's weights are missing, InputError for a name of no coder.
    """
    from dateline.claims.coders.combined import CombinedCoder  # noqa: PLC0415 - makers: loaded when they are chosen
    from dateline.claims.coders.model import ModelCoder  # noqa: PLC0415
    from dateline.claims.coders.rules import RulesCoder  # noqa: PLC0415

    ways: Mapping[str, type[RulesCoder | ModelCoder | CombinedCoder]] = {
        way.name: way for way in (RulesCoder, ModelCoder, CombinedCoder)
    }
    if name not in ways:
        raise InputError(f"there is no coder {name!r}; there are {', '.join(ways)}")
    return ways[name](count_policy=count_policy, sources=sources)


def _casebook(config: Config) -> Path | None:
    """Return the casebook's folder; None where the settings are the defaults of no casebook."""
    return config.folder if (config.folder / FILE_NAME).is_file() else None


def sources(casebook: Path | None, gazetteer: Gazetteer) -> Mapping[str, str]:
    """Return hashes of what names are resolved by: the roster, a casebook's own actors, the places, lists and weights.

    The gazetteer's is the version in the name of its file, which covers its table and those of the installed packs.
    """
    rooms = {room: list((files("dateline") / room / "data").iterdir()) for room in _DATA}
    lists = {f"{room} lists": hash_files(each for each in rooms[room] if each.name.endswith(_SMALL)) for room in _DATA}
    own = hash_files(casebook / name for name in OWN_FILES) if casebook else hash_files(())
    roster = hash_files(each for each in rooms["actors"] if each.name == _ROSTER)
    return {"roster": roster, "own actors": own, "gazetteer": gazetteer.path.name, **lists}


def _place_phrases(gazetteer: Gazetteer) -> Iterator[Phrase]:
    for text, labels in gazetteer.names():
        if DEMONYM in labels:
            yield Phrase(text, MentionKind.DEMONYM, text, labels)
        else:
            yield Phrase(text, MentionKind.PLACE, text, labels, case_sensitive="abbreviation" in labels)


def known_names(gazetteer: Gazetteer) -> Names:
    """Return a function from a name to what the gazetteer knows of all places that are exactly so called."""

    def facts(name: str) -> NameFacts | None:
        places = [each.place for each in gazetteer.candidates(name, limit=_MOST_READINGS) if each.tier in _SO_CALLED]
        if not places:
            return None
        kinds = frozenset(place.kind.value for place in places)
        is_main = any(name_key(place.name) == name_key(name) for place in places)
        return NameFacts(kinds, max(place.population or 0 for place in places), is_main)

    return lru_cache(_REMEMBERED)(facts)
