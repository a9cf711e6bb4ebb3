"""Invented reports of conflict through the weights that ship: what is one event and what is two."""

import pytest

from dateline.events.item_words import find_addresses, find_ages, weigh
from dateline.linkage.batch import link_all
from dateline.linkage.cluster import Linker
from dateline.linkage.index import MemoryIndex
from linkage.things import item

REPORTS = {
    "market": (
        "Bomb in Selm market kills 12",
        (
            "A bomb hidden in a handcart went off in the vegetable market of Selm on Monday and killed 12 people, "
            "the district governor said. Stall keepers carried the wounded to the hospital in pick-up trucks."
        ),
        {"town": "selm", "day": 0, "told": 0, "dead": 12},
    ),
    "market_later": (
        "Toll of Selm market blast rises to 19",
        (
            "Seven of those hurt when a handcart bomb tore through the vegetable market in Selm on Monday have "
            "died in hospital, which brings the dead to 19. The governor visited the burnt stalls."
        ),
        {"town": "selm", "day": 0, "told": 2, "dead": 19},
    ),
    "market_claim": (
        "Group says it bombed Selm traders",
        (
            "The Red Banner said in a statement on Tuesday that its men had placed the bomb in the market of "
            "Selm, where stall keepers and shoppers died. It named the vegetable traders as informers of the "
            "government."
        ),
        {"town": "selm", "day": 0, "told": 1, "actors": frozenset({"red-banner"})},
    ),
    "station": (
        "Blast at Selm bus station kills 4",
        (
            "Four passengers died when a bomb under a bench exploded at the bus station of Selm on Thursday. "
            "Drivers fled and left their coaches on the road. It was the second explosion in the town within a "
            "week."
        ),
        {"town": "selm", "day": 3, "told": 3, "dead": 4},
    ),
    "station_later": (
        "Coaches leave Selm again after bench bomb",
        (
            "Coaches left the bus station of Selm again on Friday, a day after a bomb under a bench had killed "
            "four passengers there. Drivers asked for guards at the gate."
        ),
        {"town": "selm", "day": 3, "told": 4, "dead": 4},
    ),
    "teachers": (
        "Gunmen kill two teachers near Selm",
        (
            "Two teachers on a motorbike were shot dead by masked men at a ford outside Selm on Monday, their "
            "head said. The school has closed until the end of the month."
        ),
        {"town": "selm", "day": 0, "told": 1, "dead": 2, "kind": "shooting"},
    ),
    "mine": (
        "Mine wrecks army truck near Tarrow",
        (
            "An army truck drove over a mine on the river road at Tarrow on Monday. Twelve soldiers were killed, "
            "the army said. Engineers searched the gravel for more."
        ),
        {"town": "tarrow", "day": 0, "told": 0, "dead": 12, "kind": "mine"},
    ),
    "anniversary": (
        "A year on, Selm mourns its traders",
        (
            "Families lit candles in the vegetable market of Selm, where a bomb in a handcart killed 19 people a "
            "year ago. New stalls stand where the old ones burnt. The governor laid a wreath."
        ),
        {"town": "selm", "day": 0, "told": 365, "dead": 19},
    ),
}
EVENTS = (
    {"market", "market_later", "market_claim", "anniversary"},
    {"station", "station_later"},
    {"teachers"},
    {"mine"},
)


def told(name):
    title, text, fields = REPORTS[name]
    whole = f"{title}\n\n{text}"
    worded = {"title": weigh(title), "terms": weigh(whole), "ages": find_ages(whole), "names": find_addresses(whole)}
    return item(name, **{**fields, **worded})


def clusters(placed):
    return {frozenset(name for name in placed if placed[name] == cluster) for cluster in placed.values()}


@pytest.mark.parametrize(
    "order", [list(REPORTS), list(reversed(REPORTS)), sorted(REPORTS)], ids=["told", "back", "a-z"]
)
def test_two_attacks_in_one_town_in_one_week_stay_two_and_each_is_one(order):
    index = MemoryIndex()
    linker = Linker(index)
    for name in order:
        linker.place(told(name))
    assert clusters({name: index.cluster_of(name) for name in order}) == set(map(frozenset, EVENTS))


def test_all_at_once_they_are_the_same_events():
    assert clusters(link_all([told(name) for name in REPORTS])) == set(map(frozenset, EVENTS))
