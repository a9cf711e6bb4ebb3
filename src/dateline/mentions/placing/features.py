"""Features: what speaks for and against a span's naming a place. The first line of each docstring explains it."""

from collections.abc import Callable
from math import log10

from dateline.mentions.placing.records import Setting, Site
from dateline.mentions.placing.words import place_words
from dateline.mentions.plain import plain

_LARGEST_CITY = 7.5  # log10 of some thirty million people
_GREAT, _SMALL = 500_000, 5_000  # people
Feature = Callable[[Site, Setting], float]


def _has(site: Site, kind: str) -> float:
    return float(site.facts is not None and kind in site.facts.kinds)


def _before(site: Site) -> str:
    """Return the word before the name, the article left out, in small letters; "" at the start."""
    words = [word.lower() for word in site.before]
    while words and words[-1] in ("the", "a", "an"):
        words.pop()
    return words[-1] if words else ""


def _after(site: Site) -> str:
    return site.after[0].lower() if site.after else ""


def _capital_before(site: Site) -> bool:
    if not site.before or not site.before[-1][:1].isupper():
        return False
    return len(site.before) > 1 and site.before[-2] not in (".", '"', ":", "?", "!")


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
    return " ".join(words[-2:]) in place_words("called_before") or _after(site) in place_words("called_after")


# --- what the recogniser says


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


# --- what stands around it


def after_a_place_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "in", "near", "outside" and the like."""
    return float(_before(site) in place_words("prepositions"))


def after_a_looser_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "of", "from", "to" and the like."""
    return float(_before(site) in place_words("looser_prepositions"))


def after_a_person_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "by", "with", "against" and the like."""
    return float(_before(site) in place_words("person_prepositions"))


def called_a_kind_before(site: Site, _: Setting) -> float:
    """Tell whether it follows "village of", "district of" and the like."""
    words = [word.lower() for word in site.before if word.lower() != "the"]
    return float(" ".join(words[-2:]) in place_words("kinds_before"))


def called_a_kind_after(site: Site, _: Setting) -> float:
    """Tell whether a word for a kind of place follows it: "village", "province", "river"."""
    return float(_after(site) in place_words("kinds_after"))


def says_its_kind(site: Site, _: Setting) -> float:
    """Tell whether a word of the name itself is a kind of place: "Varda County", "Lake Varda"."""
    return float(any(word in place_words("kinds_after") for word in site.text.lower().split()))


def explained_as_a_place(site: Site, _: Setting) -> float:
    """Tell whether a clause behind a comma says what it is: ", a town in"."""
    if len(site.after) < 3 or site.after[0] != ",":
        return 0.0
    return float(
        site.after[1].lower() in place_words("is_a_place")
        or f"{site.after[1]} {site.after[2]}".lower() in place_words("is_a_place")
    )


def before_its_unit(site: Site, _: Setting) -> float:
    """Tell whether the name of a country or province follows it behind a comma."""
    return float(not site.precedes.isdisjoint(("country", "admin1")))


def after_its_part(site: Site, _: Setting) -> float:
    """Tell whether it is the name of a country or province, and another place name stands before it and a comma."""
    return float(
        bool(site.follows) and site.facts is not None and not site.facts.kinds.isdisjoint(("country", "admin1"))
    )


def beside_another_name(site: Site, _: Setting) -> float:
    """Tell whether a place name stands before or behind it and a comma."""
    return float(bool(site.follows or site.precedes))


def after_a_title(site: Site, _: Setting) -> float:
    """Tell whether it follows a person's title: "Judge", "Mr"."""
    return float(bool(site.before) and site.before[-1].lower().rstrip(".") in place_words("titles"))


def before_saying(site: Site, _: Setting) -> float:
    """Tell whether a verb of which a person is the subject follows it: "said"."""
    return float(_after(site) in place_words("says"))


def after_a_capital(site: Site, _: Setting) -> float:
    """Tell whether a capitalised word stands directly before it."""
    return float(_capital_before(site))


def before_a_capital(site: Site, _: Setting) -> float:
    """Tell whether a capitalised word stands directly behind it."""
    return float(bool(site.after) and site.after[0][:1].isupper())


def before_a_number(site: Site, _: Setting) -> float:
    """Tell whether a number stands directly behind it."""
    return float(bool(site.after) and site.after[0][:1].isdigit())


def after_a_number(site: Site, _: Setting) -> float:
    """Tell whether a number stands directly before it."""
    return float(bool(site.before) and site.before[-1][:1].isdigit())


def before_a_body_word(site: Site, _: Setting) -> float:
    """Tell whether a word of a paper's, a team's or a firm's name follows it: "Gazette", "United", "Inc."."""
    return float(_after(site) in place_words("of_a_body"))


def before_a_local_body_word(site: Site, _: Setting) -> float:
    """Tell whether a word for what a place has follows it: "police", "hospital", "mayor"."""
    return float(_after(site) in place_words("of_a_local_body"))


def possessive(site: Site, _: Setting) -> float:
    """Tell whether an apostrophe and s follow it."""
    return float(_after(site) in ("'", "\u2019"))


def after_an_article(site: Site, _: Setting) -> float:
    """Tell whether it follows "the", "a" or "an"."""
    return float(bool(site.before) and site.before[-1].lower() in ("the", "a", "an"))


def tied_by_a_hyphen(site: Site, _: Setting) -> float:
    """Tell whether a hyphen ties it to another word."""
    return float(bool(site.before and site.before[-1] == "-") or bool(site.after and site.after[0] == "-"))


def opens_the_line(site: Site, _: Setting) -> float:
    """Tell whether nothing stands before it in its line."""
    return float(not site.before)


def opens_a_sentence(site: Site, _: Setting) -> float:
    """Tell whether a full stop or a quotation mark stands before it."""
    return float(bool(site.before) and site.before[-1] in (".", '"', ":", "?", "!", "\u201c"))


def in_a_list(site: Site, _: Setting) -> float:
    """Tell whether  "and", "or" or a comma stands before or behind it."""
    return float(_before(site) in place_words("lists") or _after(site) in place_words("lists"))


def all_in_capitals(site: Site, _: Setting) -> float:
    """Tell whether it is written in capitals throughout."""
    return float(site.text.isupper())


def several_words(site: Site, _: Setting) -> float:
    """Tell whether it has more than one word."""
    return float(" " in site.text)


def short_name(site: Site, _: Setting) -> float:
    """Tell whether it has no more than four letters."""
    return float(len(site.text) <= 4)


# --- what the document says


def a_surname_in_the_document(site: Site, setting: Setting) -> float:
    """Tell whether it is the last word of a person's name in the document."""
    return float(plain(site.text) in setting.surnames)


def a_first_name_in_the_document(site: Site, setting: Setting) -> float:
    """Tell whether it is the first word of a person's name in the document."""
    return float(plain(site.text) in setting.first_names)


def mostly_a_place_in_the_document(site: Site, setting: Setting) -> float:
    """Give the share of its occurrences that the recogniser takes for a place, less the share of the others."""
    key = plain(site.text)
    place, other = setting.as_place.get(key, 0), setting.as_other.get(key, 0)
    return (place - other) / (1.0 + place + other)


def a_word_in_small_letters(site: Site, setting: Setting) -> float:
    """Tell whether the document has the same word in small letters."""
    return float(site.text.lower() in setting.small_words)


FEATURES: tuple[Feature, ...] = (
    recognised_as_place,
    recognised_as_facility,
    recognised_as_body,
    recognised_as_person,
    recognised_as_actor,
    recognised_as_people,
    recognised_as_something_else,
    holds_a_recognised_place,
    holds_another_recognised_name,
    within_a_place_name,
    within_a_facility,
    within_a_body,
    within_an_actor,
    within_a_person,
    within_something_else,
    head_of_a_local_body,
    head_of_another_body,
    tail_of_a_name,
    country_within_a_name,
    admin1_within_a_name,
    large_place_within_a_name,
    only_another_name,
    great_city,
    small_or_unknown_size,
    names_a_country,
    names_an_admin1,
    names_an_admin2,
    names_a_settlement,
    names_a_region,
    names_a_feature,
    large_population,
    found_by_its_letters,
    found_by_a_cue_alone,
    unknown_name,
    after_a_place_preposition,
    after_a_looser_preposition,
    after_a_person_preposition,
    called_a_kind_before,
    called_a_kind_after,
    says_its_kind,
    explained_as_a_place,
    before_its_unit,
    after_its_part,
    beside_another_name,
    after_a_title,
    before_saying,
    after_a_capital,
    before_a_capital,
    before_a_number,
    after_a_number,
    before_a_body_word,
    before_a_local_body_word,
    possessive,
    after_an_article,
    tied_by_a_hyphen,
    opens_the_line,
    opens_a_sentence,
    in_a_list,
    all_in_capitals,
    several_words,
    short_name,
    a_surname_in_the_document,
    a_first_name_in_the_document,
    mostly_a_place_in_the_document,
    a_word_in_small_letters,
)
