"""What the words between an event's word and a place say, and what speaks for no place at all.

The first line of each docstring is the feature's public explanation; the weights stand in data/event_place.json.
"""

from collections.abc import Callable

from dateline.claims.coders.rules.place_features import put_inside
from dateline.claims.coders.rules.place_spots import load_place_words
from dateline.claims.coders.rules.place_ties import Happening, Tie
from dateline.mentions.records import MentionKind

TieFeature = Callable[[Tie], float]
NowhereFeature = Callable[[Happening], float]

_CIRCUMSTANCES = {"advcl", "pcomp", "prep"}
_DESCRIPTIONS = {"relcl", "acl"}
_REPORTED = {"ccomp", "xcomp"}


def hangs_on_the_word(tie: Tie) -> bool:
    """Tell whether it hangs on the event's word itself."""
    return tie.relation == "direct"


def hangs_on_its_noun(tie: Tie) -> bool:
    """Tell whether it hangs on a noun of the event's own clause."""
    return tie.relation == "argument"


def lies_below(tie: Tie) -> bool:
    """Tell whether it stands in a clause under the event's word."""
    return tie.relation == "below"


def lies_below_joined(tie: Tie) -> bool:
    """Tell whether it stands in a clause that follows the event's word by "and"."""
    return tie.relation == "below" and tie.edge == "conj"


def lies_below_as_said(tie: Tie) -> bool:
    """Tell whether it stands in what the event's word says or wants."""
    return tie.relation == "below" and tie.edge in _REPORTED


def lies_beside(tie: Tie) -> bool:
    """Tell whether it stands in a clause that neither governs the event's word nor hangs on it."""
    return tie.relation == "beside"


def the_event_is_its_circumstance(tie: Tie) -> bool:
    """Tell whether the event's word is a circumstance of the clause that holds it ("struck X, killing two")."""
    return tie.relation == "above" and tie.edge in _CIRCUMSTANCES


def the_event_is_joined_to_it(tie: Tie) -> bool:
    """Tell whether the event's word follows the clause that holds it by "and"."""
    return tie.relation == "above" and tie.edge == "conj"


def the_event_is_what_it_says(tie: Tie) -> bool:
    """Tell whether the event's word is what the clause that holds it says or wants."""
    return tie.relation == "above" and tie.edge in _REPORTED


def the_event_describes_its_noun(tie: Tie) -> bool:
    """Tell whether the event's word describes a noun of the clause that holds it ("the attack that killed two")."""
    return tie.relation == "above" and tie.edge in _DESCRIPTIONS


def put_inside_above(tie: Tie) -> bool:
    """Tell whether it stands after "in" in a clause that governs the event's word."""
    return tie.relation == "above" and put_inside(tie.standing)


def put_inside_directly(tie: Tie) -> bool:
    """Tell whether it hangs on the event's word by "in"."""
    return tie.relation == "direct" and put_inside(tie.standing)


def acted_upon(tie: Tie) -> bool:
    """Tell whether it is the object of the event's verb, or the subject of its passive."""
    return tie.relation == "direct" and tie.standing.spot.role in {"dobj", "nsubjpass"}


def struck_or_taken_itself(tie: Tie) -> bool:
    """Tell whether it is what a verb that happens to places acts upon ("captured X")."""
    return acted_upon(tie) and strikes_places(tie.happening)


def a_building_acted_upon(tie: Tie) -> bool:
    """Tell whether it is a building that the event's verb acts upon."""
    return acted_upon(tie) and tie.standing.spot.mention.kind is not MentionKind.PLACE


def acts_itself(tie: Tie) -> bool:
    """Tell whether it does what the event's verb says ("X captured ...")."""
    spot = tie.standing.spot
    return tie.relation == "direct" and (spot.role == "nsubj" or (spot.role == "pobj" and spot.preposition == "by"))


def far_away(tie: Tie) -> float:
    """Grow with the logarithm of the words between it and the event's word."""
    return tie.distance


def is_the_next_place(tie: Tie) -> bool:
    """Tell whether it is the first place after the event's word."""
    return tie.is_next


def another_stands_between(tie: Tie) -> bool:
    """Tell whether another place stands between it and the event's word."""
    return tie.others_between


def a_verb_stands_between(tie: Tie) -> bool:
    """Tell whether a verb stands between it and the event's word."""
    return tie.verb_between


def a_pause_stands_between(tie: Tie) -> bool:
    """Tell whether a comma, colon or dash stands between it and the event's word."""
    return tie.pause_between


def always(_: Happening) -> bool:
    """Stand for how often a sentence does not say where, other things equal."""
    return True


def strikes_places(happening: Happening) -> bool:
    """Tell whether the event's word is a verb that happens to places."""
    return happening.word.lemma in load_place_words()["strikes_places"]


def is_speech(happening: Happening) -> bool:
    """Tell whether the event's word is one of speech."""
    return happening.word.lemma in happening.page.lexicon.speech_verbs


def is_an_infinitive(happening: Happening) -> bool:
    """Tell whether the event's word is an infinitive, so that the event need not have happened."""
    return happening.word.tag == "VB"


def is_present(happening: Happening) -> bool:
    """Tell whether the event's word stands in the present tense."""
    return happening.word.tag in {"VBP", "VBZ"}


def is_perfect(happening: Happening) -> bool:
    """Tell whether the event's word is in the perfect, as counts over a long time are ("have been killed since")."""
    below = (happening.page.tokens[index] for index in happening.page.children[happening.token])
    return any(token.dep == "aux" and token.lemma == "have" for token in below)


def is_known_violence(happening: Happening) -> bool:
    """Tell whether the event's word is a verb of the coder's own list."""
    return happening.word.lemma in happening.page.lexicon.verbs


TIE_FEATURES: tuple[TieFeature, ...] = (
    hangs_on_the_word,
    hangs_on_its_noun,
    lies_below,
    lies_below_joined,
    lies_below_as_said,
    lies_beside,
    the_event_is_its_circumstance,
    the_event_is_joined_to_it,
    the_event_is_what_it_says,
    the_event_describes_its_noun,
    put_inside_above,
    put_inside_directly,
    acted_upon,
    struck_or_taken_itself,
    a_building_acted_upon,
    acts_itself,
    far_away,
    is_the_next_place,
    another_stands_between,
    a_verb_stands_between,
    a_pause_stands_between,
)
NOWHERE_FEATURES: tuple[NowhereFeature, ...] = (
    always,
    strikes_places,
    is_speech,
    is_an_infinitive,
    is_present,
    is_perfect,
    is_known_violence,
)
