"""Maps coded texts to the columns of three classification sets, by their events, who acted, and listed words."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.bench.report import Incident, open_report
from dateline.claims.records import UNSAID, Named
from dateline.pipeline.records import Coded

_LEAD = 400  # characters: a headline and the sentences that sum an article up
_OFTEN = 0.01  # of an article's words, from which it is about what they say
_WORD = re.compile(r"\w+")


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """Return the labels of a set, in the order of its columns, and the kinds that each stands for."""
    tables = yaml.safe_load((files("dateline.bench") / "data" / "classified.yaml").read_text(encoding="utf-8"))
    found: Mapping[str, Any] = tables[name]
    return found


def map_attacks(coded: Coded) -> set[str]:
    """Return how somebody attacked in a text: SATP's labels of its events that took place, whoever did it."""
    return _labels(_told(coded), read_table("satp")["kinds"])


def map_police(coded: Coded) -> set[str]:
    """Return what the police did in a sentence; that they failed to act is nothing that an event is coded for."""
    table = read_table("india_police")
    deeds = [incident for incident in _told(coded) if _is_by_police(incident, table)]
    killed = {"kill", "force"} if any(incident.claims("deaths") for incident in deeds) else set()
    return _labels(deeds, table["kinds"]) | killed | ({"any_action"} if deeds else set())


def map_crime(coded: Coded) -> set[str]:
    """Return what an article is about: events that its opening tells of, and what its words say often."""
    table = read_table("insightcrime")
    opening = [incident for incident in _told(coded) if incident.frames[0].mentions[0].span.start < _LEAD]
    return _labels(opening, table["kinds"]) | _topics(coded.document.text, table["words"])


def _topics(text: str, words: Mapping[str, list[str]]) -> set[str]:
    least = _OFTEN * len(_WORD.findall(text))
    return {label for label, listed in words.items() if len(_any_of(tuple(listed)).findall(text)) > least}


@cache
def _any_of(listed: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, listed), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(longest_first)})s?\b", re.IGNORECASE)


def _told(coded: Coded) -> list[Incident]:
    return [incident for incident in open_report(coded).incidents if incident.happened]


def _labels(incidents: Iterable[Incident], kinds: Mapping[str, list[str]]) -> set[str]:
    held = {kind for incident in incidents for kind in incident.codes("type")}
    return {label for label, row in kinds.items() if held & set(row)}


def _is_by_police(incident: Incident, table: Mapping[str, Any]) -> bool:
    return bool(_actors(incident) & set(table["police"]) or set(incident.codes("type")) & set(table["by_nature"]))


def _actors(incident: Incident) -> set[str]:
    """Return the labels of those who did it, by whoever says so."""
    blamed = (claim.value for claim in incident.claims("perpetrator") if claim.stance not in UNSAID)
    return {label for value in blamed if isinstance(value, Named) for label in value.labels}
