"""Rules: what decides without weights that a span names a place."""

from dateline.mentions.placing.records import Site
from dateline.mentions.placing.words import place_words


def is_head_of_a_local_body(site: Site) -> bool:
    """Tell whether the span begins a longer name with a word for what a place has: "Varda Fire Department"."""
    return site.is_head and any(word in place_words("of_a_local_body") for word in site.rest)


def is_tail_of_a_name(site: Site) -> bool:
    """Tell whether the span ends a longer name behind "of", "in", "at" or "for": "University of Varda"."""
    return bool(site.holder) and not site.rest and bool(site.before) and site.before[-1] in ("of", "in", "at", "for")


def is_tail_of_a_local_body(site: Site) -> bool:
    """Tell whether a word for what a place has comes before "of" or "in" and the span: "University of Varda"."""
    return is_tail_of_a_name(site) and any(word.lower() in place_words("of_a_local_body") for word in site.before[:-1])


def is_where_a_body_is(site: Site) -> bool:
    """Tell whether a listed name within a longer one says where the body is: a rule, since corpora differ in it.

    LGL marks the place in "Varda Hospital" and "University of Varda", GeoWebNews marks the whole or nothing. Reports of
    violence need the place, so it is always taken.
    """
    return site.is_listed and bool(site.holder) and (is_head_of_a_local_body(site) or is_tail_of_a_local_body(site))


def is_called_a_place(site: Site) -> bool:
    """Tell whether a name that stands alone is called a village or the like: a rule, for names that no list has."""
    if site.holder:
        return False
    words = [word.lower() for word in site.before if word.lower() != "the"]
    return " ".join(words[-2:]) in place_words("called_before") or site.word_after in place_words("called_after")
