"""Scenes without a parser: a text, the names that are listed in it, and those that a recogniser would see."""

from dateline.mentions.placing.records import NameFacts
from dateline.mentions.placing.sites import Scene, find_sites, read_setting
from dateline.mentions.records import MentionKind, Parse
from factories import document, mention

KNOWN = {
    "Varda": NameFacts(frozenset({"settlement"}), 80_000),
    "Lode": NameFacts(frozenset({"settlement"}), 900),
    "Karth": NameFacts(frozenset({"country"}), 9_000_000),
    "Osk": NameFacts(frozenset({"admin1"}), 400_000),
    "Nal": NameFacts(frozenset({"region"}), 0, is_main=False),
}
KINDS = {
    "GPE": MentionKind.PLACE,
    "PERSON": MentionKind.PERSON,
    "ORG": MentionKind.ORGANISATION,
    "FAC": MentionKind.FACILITY,
    "ACTOR": MentionKind.ACTOR,
}


def scene(text, *, listed=(), **named):
    """A scene in which `listed` place names are on the list, and GPE="Lode" is what the recogniser sees."""
    within = document(text)
    places = [mention(name, within=within) for name in listed if name in text]
    actors = [mention(name, within=within, kind=MentionKind.ACTOR) for kind, name in named.items() if kind == "ACTOR"]
    seen = [mention(name, within=within, kind=KINDS[kind]) for kind, name in named.items() if kind != "ACTOR"]
    return within, Scene(text, Parse(), [*places, *actors], seen, KNOWN.get)


def site_of(name, text, **fields):
    """The site of a name in a text, and the document's setting."""
    _, whole = scene(text, **fields)
    return next(site for site in find_sites(whole) if site.text == name), read_setting(whole)
