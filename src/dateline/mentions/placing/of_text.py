"""Features of the text: what stands around the name, and what the document says. The docstrings explain them."""

from dateline.mentions.placing.records import Setting, Site
from dateline.mentions.placing.words import place_words
from dateline.mentions.plain import plain


def after_a_place_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "in", "near", "outside" and the like."""
    return float(site.word_before in place_words("prepositions"))


def after_a_looser_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "of", "from", "to" and the like."""
    return float(site.word_before in place_words("looser_prepositions"))


def after_a_person_preposition(site: Site, _: Setting) -> float:
    """Tell whether it follows "by", "with", "against" and the like."""
    return float(site.word_before in place_words("person_prepositions"))


def called_a_kind_before(site: Site, _: Setting) -> float:
    """Tell whether it follows "village of", "district of" and the like."""
    words = [word.lower() for word in site.before if word.lower() != "the"]
    return float(" ".join(words[-2:]) in place_words("kinds_before"))


def called_a_kind_after(site: Site, _: Setting) -> float:
    """Tell whether a word for a kind of place follows it: "village", "province", "river"."""
    return float(site.word_after in place_words("kinds_after"))


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
    return float(site.word_after in place_words("says"))


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
    return float(site.word_after in place_words("of_a_body"))


def before_a_local_body_word(site: Site, _: Setting) -> float:
    """Tell whether a word for what a place has follows it: "police", "hospital", "mayor"."""
    return float(site.word_after in place_words("of_a_local_body"))


def possessive(site: Site, _: Setting) -> float:
    """Tell whether an apostrophe and s follow it."""
    return float(site.word_after in ("'", "\u2019"))


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
    return float(site.word_before in place_words("lists") or site.word_after in place_words("lists"))


def all_in_capitals(site: Site, _: Setting) -> float:
    """Tell whether it is written in capitals throughout."""
    return float(site.text.isupper())


def several_words(site: Site, _: Setting) -> float:
    """Tell whether it has more than one word."""
    return float(" " in site.text)


def short_name(site: Site, _: Setting) -> float:
    """Tell whether it has no more than four letters."""
    return float(len(site.text) <= 4)


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


def _capital_before(site: Site) -> bool:
    if not site.before or not site.before[-1][:1].isupper():
        return False
    return len(site.before) > 1 and site.before[-2] not in (".", '"', ":", "?", "!")
