"""Spots: the names of a sentence that may say where something happened, with the words each hangs on."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from dateline.claims.coders.rules.page import Page, beginning_in
from dateline.mentions.records import Mention, MentionKind
from dateline.values.spans import Span

_LONGEST_CLIMB = 8  # words from a name to what it hangs on: "in the centre of the town of X"
_MODIFIERS = {"compound", "nmod", "amod", "poss"}
PLACES = {MentionKind.PLACE, MentionKind.FACILITY}
_SPEAKING = {"nsubj", "nsubjpass"}  # a hospital that does something is not the one that was struck
_TAKEN_FOR_OTHERS = {MentionKind.PERSON, MentionKind.ORGANISATION}  # the recogniser's guesses for names that it lacks


@dataclass(frozen=True, slots=True)
class Spot:
    """A named place in its sentence; numbers are tokens of the page.

    `outer` is the noun that stands for the whole of it ("village" in "the village of Khost"), `role` that noun's
    dependency, `preposition` the word before it in small letters or "", `governor` the word that all of it hangs on.
    """

    mention: Mention
    first: int
    last: int
    head: int
    outer: int
    role: str
    preposition: str
    governor: int
    unit: str = ""  # "village"; "" where nothing says what sort of area it is
    is_joined: bool = False  # it follows another noun by "and" or a comma
    is_apposed: bool = False  # it explains the noun that it stands beside


@cache
def load_place_words() -> Mapping[str, frozenset[str]]:
    """Read data/event_place.yaml: each list's name with its words."""
    data = yaml.safe_load((files(__package__) / "data" / "event_place.yaml").read_text(encoding="utf-8"))
    return {name: frozenset(entry["words"]) for name, entry in data.items()}


def find_spots(page: Page, sentence: Span) -> tuple[Spot, ...]:
    """Return the spots of a sentence in order: places, buildings, and other names that stand where a place would."""
    inside = (mention for mention in beginning_in(sentence, page.mentions) if sentence.contains(mention.span))
    return see_spots(page, [mention for mention in inside if mention.kind in PLACES | _TAKEN_FOR_OTHERS])


def see_spots(page: Page, mentions: Sequence[Mention]) -> tuple[Spot, ...]:
    """Return the spots of mentions that come in order; persons and bodies only where a place would stand."""
    spots = [spot for mention in mentions if (spot := _spot(page, mention)) is not None]
    standing = (spot for spot in spots if not (_owns_a_mission(page, spot) or _is_elsewhere(page, spot)))
    return tuple(spot for spot in standing if spot.mention.kind in PLACES or is_located(spot))


def _owns_a_mission(page: Page, spot: Spot) -> bool:
    """Tell whether a name is whose mission it is, not where: "Pakistan's embassy", "the Norway mission"."""
    return spot.role in _MODIFIERS and page.tokens[spot.governor].lemma in page.lexicon.words["missions"]


def _is_elsewhere(page: Page, spot: Spot) -> bool:
    """Tell whether a name is what is spoken about, or where the hurt were cared for: "hospitals in X declared ..."."""
    words, above = load_place_words(), page.tokens[spot.governor]
    cares = above.lemma in words["care"] and above.dep in _SPEAKING
    return spot.preposition in page.lexicon.words["topics"] or (cares and spot.preposition in words["inside"])


def is_located(spot: Spot) -> bool:
    """Tell whether the words before a name put something there: "in X", "the village of X"."""
    words = load_place_words()
    return bool(spot.unit) or spot.preposition in words["inside"] | words["at"] | words["near"]


def _spot(page: Page, mention: Mention) -> Spot | None:
    inside = page.tokens_in(mention.span)
    if not inside:
        return None
    head = next((i for i in reversed(inside) if page.tokens[i].head not in inside), inside.stop - 1)
    outer, unit, joined, apposed = _climb(page, head)
    role, preposition, governor = page.tokens[outer].dep, "", page.tokens[outer].head
    if role in {"pobj", "pcomp"}:
        preposition, governor = page.tokens[governor].text.lower(), page.tokens[governor].head
    return Spot(mention, inside.start, inside.stop - 1, head, outer, role, preposition, governor, unit, joined, apposed)


def _climb(page: Page, head: int) -> tuple[int, str, bool, bool]:
    """Return the noun that stands for a name, the first unit on the way, and whether it was joined or apposed."""
    units = load_place_words()["units"]
    own = page.tokens[head].lemma  # "Khost province" may be the whole name
    outer, unit, joined, apposed = head, own if own in units else "", False, False
    for _ in range(_LONGEST_CLIMB):
        token = page.tokens[outer]
        above = page.tokens[token.head]
        if token.dep == "conj" and above.pos in {"NOUN", "PROPN"}:
            outer, joined = above.index, True
        elif token.dep == "appos":
            outer, apposed = above.index, True
            unit = unit or (above.lemma if above.lemma in units else "")
        elif token.dep in _MODIFIERS and above.lemma in units:
            outer, unit = above.index, unit or above.lemma
        elif token.dep == "pobj" and above.lemma == "of" and page.tokens[above.head].lemma in units:
            outer, unit = above.head, unit or page.tokens[above.head].lemma
        else:
            break
    return outer, unit, joined, apposed
