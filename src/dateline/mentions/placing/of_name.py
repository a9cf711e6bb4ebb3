"""Features of the name: what the recogniser and the lists say of it. A docstring's first line is its explanation."""

from math import log10

from dateline.mentions.placing.records import Setting, Site
from dateline.mentions.placing.rules import is_head_of_a_local_body, is_tail_of_a_name
from dateline.mentions.placing.words import place_words

_LARGEST_CITY = 7.5  # log10 of some thirty million people
_GREAT, _SMALL = 500_000, 5_000  # people


def recognised_as_place(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for a country, city or state."""
    return float(site.entity == "GPE")


def recognised_as_facility(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for a building or road."""
    return float(site.entity == "FAC")


def recognised_as_body(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for an organisation."""
    return float(site.entity == "ORG")


def recognised_as_person(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for a person."""
    return float(site.entity == "PERSON")


def recognised_as_actor(site: Site, _: Setting) -> float:
    """Tell whether the roster has an actor of exactly this name."""
    return float(site.entity == "ACTOR")


def recognised_as_people(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for a nationality, a religion or a party."""
    return float(site.entity == "NORP")


def recognised_as_something_else(site: Site, _: Setting) -> float:
    """Tell whether the recogniser takes exactly this span for a product, an event, a law, a date or a number."""
    return float(
        bool(site.entity)
        and site.entity not in ("GPE", "FAC", "ORG", "PERSON", "NORP", "ACTOR")
        and not site.entity.startswith("part:")
    )


def holds_a_recognised_place(site: Site, _: Setting) -> float:
    """Tell whether a part of this span is what the recogniser takes for a place."""
    return float(site.entity == "part:GPE")


def holds_another_recognised_name(site: Site, _: Setting) -> float:
    """Tell whether a part of this span is what the recogniser takes for something that is no place."""
    return float(site.entity.startswith("part:") and site.entity not in ("part:GPE", "part:NORP"))


def within_a_place_name(site: Site, _: Setting) -> float:
    """Tell whether it is part of a longer name that the recogniser takes for a place."""
    return float(site.holder == "GPE")


def within_a_facility(site: Site, _: Setting) -> float:
    """Tell whether it is part of the name of a building or road."""
    return float(site.holder == "FAC")


def within_a_body(site: Site, _: Setting) -> float:
    """Tell whether it is part of the name of an organisation."""
    return float(site.holder == "ORG")


def within_an_actor(site: Site, _: Setting) -> float:
    """Tell whether it is part of the name of an actor of the roster."""
    return float(site.holder == "ACTOR")


def within_a_person(site: Site, _: Setting) -> float:
    """Tell whether it is part of the name of a person."""
    return float(site.holder == "PERSON")


def within_something_else(site: Site, _: Setting) -> float:
    """Tell whether it is part of the name of a product, an event, a law, a date or a work of art."""
    return float(bool(site.holder) and site.holder not in ("GPE", "FAC", "ORG", "PERSON", "ACTOR"))


def head_of_a_local_body(site: Site, _: Setting) -> float:
    """Tell whether it begins a longer name with a word for what a place has: "Varda Fire Department"."""
    return float(is_head_of_a_local_body(site))


def head_of_another_body(site: Site, _: Setting) -> float:
    """Tell whether it begins a longer name with a word of papers, teams or firms: "Varda Daily Gazette"."""
    return float(site.is_head and any(word in place_words("of_a_body") for word in site.rest))


def tail_of_a_name(site: Site, _: Setting) -> float:
    """Tell whether it ends a longer name, behind "of", "in", "at" or "for": "Friends of Varda"."""
    return float(is_tail_of_a_name(site))


# --- what the lists say


def names_a_country(site: Site, _: Setting) -> float:
    """Tell whether a country has this name."""
    return _has(site, "country")


def names_an_admin1(site: Site, _: Setting) -> float:
    """Tell whether a province, state or governorate has this name."""
    return _has(site, "admin1")


def names_an_admin2(site: Site, _: Setting) -> float:
    """Tell whether a district or county has this name."""
    return _has(site, "admin2")


def names_a_settlement(site: Site, _: Setting) -> float:
    """Tell whether a city, town or village has this name."""
    return _has(site, "settlement")


def names_a_region(site: Site, _: Setting) -> float:
    """Tell whether a curated region has this name."""
    return _has(site, "region")


def names_a_feature(site: Site, _: Setting) -> float:
    """Tell whether a river, mountain, airport or camp has this name."""
    return _has(site, "feature")


def large_population(site: Site, _: Setting) -> float:
    """Grow with the people of the largest place of this name: 0 for none known, 1 for the largest cities."""
    return min(1.0, log10(1 + site.facts.population) / _LARGEST_CITY) if site.facts else 0.0


def great_city(site: Site, _: Setting) -> float:
    """Tell whether a place of this name has half a million people."""
    return float(site.facts is not None and site.facts.population > _GREAT)


def small_or_unknown_size(site: Site, _: Setting) -> float:
    """Tell whether no place of this name is known to have five thousand people."""
    return float(site.facts is not None and site.facts.population < _SMALL)


def only_another_name(site: Site, _: Setting) -> float:
    """Tell whether no place is mostly called so: it is another spelling, or a name in another language."""
    return float(site.facts is not None and not site.facts.is_main)


def large_place_within_a_name(site: Site, _: Setting) -> float:
    """Tell whether it is the name of a place of half a million people within a longer name."""
    return great_city(site, _) * float(bool(site.holder))


def country_within_a_name(site: Site, _: Setting) -> float:
    """Tell whether it is a country's name within a longer name."""
    return _has(site, "country") * float(bool(site.holder))


def admin1_within_a_name(site: Site, _: Setting) -> float:
    """Tell whether it is a province's name within a longer name."""
    return _has(site, "admin1") * float(bool(site.holder))


def found_by_its_letters(site: Site, _: Setting) -> float:
    """Tell whether it stands on the list of names that are looked for by their letters alone."""
    return float(site.is_listed)


def found_by_a_cue_alone(site: Site, _: Setting) -> float:
    """Tell whether neither the list nor the recogniser took it for a name; a word beside it did."""
    return float(site.is_cued)


def unknown_name(site: Site, _: Setting) -> float:
    """Tell whether no place that the lists know has this name."""
    return float(site.facts is None)


def _has(site: Site, kind: str) -> float:
    return float(site.facts is not None and kind in site.facts.kinds)
