from dateline.mentions.find import settle
from dateline.mentions.records import MentionKind
from dateline.values.spans import Span
from factories import document, mention

TEXT = document('Rebels left the Embassy in Kabul; "To the People in the Land of Kush" names Northern Front fighters.')


def named(text, kind, **fields):
    return mention(text, within=TEXT, kind=kind, **fields)


EMBASSY = named("Embassy in Kabul", MentionKind.FACILITY)
KABUL = named("Kabul", MentionKind.PLACE, keys=("kabul",))
FRONT = named("Northern Front", MentionKind.ACTOR, keys=("northern-front",))
GUESS = named("Northern Front fighters", MentionKind.ORGANISATION)
KUSH = named("Kush", MentionKind.PLACE, keys=("kush",))


def test_a_place_inside_a_building_s_name_is_kept_beside_it():
    assert settle([KABUL, EMBASSY], ()) == (EMBASSY, KABUL)


def test_a_listed_actor_wins_over_a_longer_guess():
    assert settle([GUESS, FRONT], ()) == (FRONT,)


def test_of_two_guesses_the_longer_wins():
    short, long = named("Northern", MentionKind.PERSON), named("Northern Front", MentionKind.PERSON)
    assert settle([short, long], ()) == (long,)


def test_a_name_inside_a_quoted_title_is_no_mention():
    start = TEXT.text.index("To the People")
    title = Span(start, TEXT.text.index('" names'))
    assert settle([KABUL, KUSH, FRONT], [title]) == (KABUL, FRONT)


AFTER_WEIGHING = frozenset(MentionKind)


def test_a_place_inside_an_actor_s_name_stays_where_places_were_weighed():
    army = named("Northern Front", MentionKind.ACTOR, keys=("northern-front",))
    north = named("Northern", MentionKind.PLACE)
    assert settle([army, north], ()) == (army,)
    assert settle([army, north], (), holders=AFTER_WEIGHING) == (army, north)


def test_an_area_that_is_an_actor_too_is_both_where_places_were_weighed():
    union, area = named("Kush", MentionKind.ACTOR, keys=("kush",)), named("Kush", MentionKind.PLACE)
    assert settle([union, area], ()) == (union,)
    assert settle([union, area], (), holders=AFTER_WEIGHING) == (union, area)


def test_a_person_inside_an_actor_s_name_never_stays():
    army = named("Northern Front", MentionKind.ACTOR, keys=("northern-front",))
    assert settle([army, named("Northern", MentionKind.PERSON)], (), holders=AFTER_WEIGHING) == (army,)


def test_names_in_a_text_of_nothing_but_names_all_stay():
    crowd = document("Kabul Herat " * 5000)
    places = [mention("Kabul", within=crowd, kind=MentionKind.PLACE)]
    spans = [(start, start + 5) for start in range(0, len(crowd.text), 6)]
    many = [
        type(places[0])(crowd.id, Span(*span), crowd.text[slice(*span)], MentionKind.PLACE, "phrases.v1")
        for span in spans
    ]
    assert settle(many, ()) == tuple(many)
