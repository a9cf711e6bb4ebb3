"""Grouping: which sightings speak of one event."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules.days import is_late_death
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Filler, Sighting
from dateline.claims.coders.rules.sorts import Thing, sort_noun
from dateline.codebook import Codebook
from dateline.mentions.records import Mention, MentionKind
from dateline.values.counts import Operator
from dateline.values.dates import DatePrecision, DateValue

_MOST_RECENT = 50  # events that a text may come back to: with all of them, time grows with the square of its length
_MOST_TOLD = 100  # sightings of one event; a report of 2,000 words about one attack has some 30


@dataclass(slots=True)
class Cluster:
    """The sightings of one event, gathered in the order of the text."""

    sightings: list[Sighting] = field(default_factory=list)

    @property
    def kinds(self) -> list[str]:
        return [s.trigger.kind for s in self.sightings if s.trigger.kind]

    @property
    def last_token(self) -> int:
        return self.sightings[-1].token

    def fillers(self, slot: str) -> list[Filler]:
        return [filler for s in self.sightings for filler in s.fillers if filler.slot == slot]


@cache
def load_rules() -> Any:
    return yaml.safe_load((files(__package__) / "data" / "grouping.yaml").read_text(encoding="utf-8"))


def group_sightings(page: Page, sightings: Iterable[Sighting], codebook: Codebook) -> list[Cluster]:
    """Return the page's events as clusters of sightings; sightings too thin to be an event join none."""
    clusters: list[Cluster] = []
    for sighting in sightings:
        if sighting.is_generic and not sighting.tallies:
            continue
        home = _home(page, clusters, sighting, codebook)
        if home is not None:
            home.sightings.append(sighting)
        else:
            clusters.append(Cluster([sighting]))
    return [cluster for cluster in clusters if _is_event(page, cluster)]


def _home(page: Page, clusters: Sequence[Cluster], sighting: Sighting, codebook: Codebook) -> Cluster | None:
    recent = clusters[-_MOST_RECENT:]
    fitting = [c for c in reversed(recent) if len(c.sightings) < _MOST_TOLD and _fits(page, c, sighting, codebook)]
    if not fitting:
        return None
    return max(fitting, key=lambda c: _kinship(page, c, sighting))


def _fits(page: Page, cluster: Cluster, sighting: Sighting, codebook: Codebook) -> bool:
    if not _kinds_agree(cluster.kinds, sighting.trigger.kind, codebook):
        return False
    if _shares_victim(page, cluster, sighting) and sighting.trigger.kind in {None, *cluster.kinds}:
        return not _dates_part(cluster, sighting)
    if _contradict(page, cluster, sighting):
        return False
    same_sentence = page.sentence_of[cluster.last_token] == page.sentence_of[sighting.token]
    began_here = page.sentence_of[cluster.sightings[0].token] == page.sentence_of[sighting.token]
    if same_sentence and (began_here or not sighting.opens_anew):
        return True
    if sighting.opens_anew and not sighting.is_definite:
        return False
    return _is_near(page, cluster, sighting)


def _contradict(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    return (
        _dates_part(cluster, sighting)
        or _is_history(page, cluster, sighting)
        or _victims_part(page, cluster, sighting)
        or _sides_part(page, cluster, sighting)
    )


def _is_near(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    """Tell whether two words may speak of one event across sentences: close by, or tied by a shared detail."""
    shares_detail = _shares_detail(page, cluster, sighting)
    if _places_part(cluster, sighting) and not (sighting.is_definite and shares_detail):
        return False
    if shares_detail or sighting.is_definite:
        return True
    gap = page.sentence_of[sighting.token] - page.sentence_of[cluster.last_token]
    return gap <= load_rules()["nearby_sentences"] and not _tells_anew(page, cluster, sighting)


def _tells_anew(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    """Tell whether a sentence has all that a new event needs: who, to whom and where, and none of it told before."""
    slots = {filler.slot for filler in sighting.fillers}
    is_whole = "perpetrator" in slots and bool(slots & {"target", "victim"}) and bool(sighting.places)
    told = {page.tokens[f.head].lemma for s in cluster.sightings for f in s.fillers if f.slot in {"target", "victim"}}
    own = {page.tokens[f.head].lemma for f in sighting.fillers if f.slot in {"target", "victim"}}
    return is_whole and bool(told) and not own & told


def _kinship(page: Page, cluster: Cluster, sighting: Sighting) -> tuple[bool, bool, bool, bool, int]:
    """Rank clusters that fit: of the same sentence, the same place, sharing a detail, deadly before, nearest."""
    same_sentence = page.sentence_of[cluster.last_token] == page.sentence_of[sighting.token]
    nearest = {s.places[0].text.lower() for s in cluster.sightings if s.places}
    same_place = bool(sighting.places) and sighting.places[0].text.lower() in nearest
    was_deadly = any(tally.slot == "deaths" for each in cluster.sightings for tally in each.tallies)
    adds_a_death = was_deadly and is_late_death(page, sighting.token)
    return same_sentence, same_place, _shares_detail(page, cluster, sighting), adds_a_death, cluster.last_token


def _kinds_agree(kinds: Sequence[str], kind: str | None, codebook: Codebook) -> bool:
    if kind is None or not kinds:
        return True
    return all(_may_be_one(kind, other, codebook) for other in set(kinds))


def _may_be_one(kind: str, other: str, codebook: Codebook) -> bool:
    rules = load_rules()
    stands_apart = kind != other and bool({kind, other} & set(rules["apart"]))
    if not stands_apart and codebook.more_specific(kind, other) is not None:
        return True
    return any({kind, other} <= set(family["kinds"]) for family in rules["families"])


def _days(sighting: Sighting) -> DateValue | None:
    if sighting.trigger.kind is None:  # "died on Sunday of wounds": the day is not the event's
        return None
    value = sighting.dates[0].value if sighting.dates else None
    is_bounded = value is not None and value.precision > DatePrecision.UNKNOWN
    return value if is_bounded and value is not None and value.first and value.last else None


def _dates_part(cluster: Cluster, sighting: Sighting) -> bool:
    own = _days(sighting)
    others = [days for s in cluster.sightings if (days := _days(s)) is not None]
    return own is not None and bool(others) and not any(own.overlaps(other) for other in others)


def _is_history(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    """Tell whether a word looks back from the news: "In March a bomber had killed ten there", below today's attack.

    What a report opens with and gives no day is news: it was not months before.
    """
    own, filed = _days(sighting), page.dates.reference
    is_news = page.sentence_of[cluster.sightings[0].token] < load_rules()["opening_sentences"]
    if own is None or own.last is None or filed is None or filed.first is None or sighting.is_definite or not is_news:
        return False
    is_dated = any(_days(each) is not None for each in cluster.sightings)
    return not is_dated and (filed.first - own.last).days > load_rules()["days_of_news"]


def _shares_victim(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    own, others = _named_victims(page, sighting.fillers), _named_victims(page, cluster.fillers("victim"))
    return any(_same_name(a, b) for a in own for b in others)


def _victims_part(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    """Tell whether both name persons as victims, and none of them is the same: "were also killed" adds to the first."""
    own, others = _named_victims(page, sighting.fillers), _named_victims(page, cluster.fillers("victim"))
    adds = any(page.tokens[i].lemma == "also" for i in page.children[sighting.token])
    return bool(own and others) and not adds and not any(_same_name(a, b) for a in own for b in others)


def _named_victims(page: Page, fillers: Iterable[Filler]) -> set[str]:
    found = set()
    for filler in fillers:
        mention = page.mention_at.get(filler.head)
        if filler.slot == "victim" and mention is not None and sort_noun(page, filler.head).label == "person":
            found.add(mention.text.lower())
    return found


def _same_name(one: str, other: str) -> bool:
    return bool(set(one.split()) & set(other.split()))


def _sides_part(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    """Tell whether armed men act in one and the state's forces in the other, in words that are not of a clash."""
    own = _acting_sides(page, [sighting])
    others = _acting_sides(page, cluster.sightings)
    is_two_sided = any(s.trigger.both for s in [*cluster.sightings, sighting])
    same_sentence = page.sentence_of[cluster.last_token] == page.sentence_of[sighting.token]
    return bool(own and others) and not own & others and not is_two_sided and not same_sentence


def _acting_sides(page: Page, sightings: Iterable[Sighting]) -> set[str]:
    """Return which sides act: of those named as perpetrators, else those who do such things as a rule."""
    told = list(sightings)
    named = {sort_noun(page, f.head).side for s in told for f in s.fillers if f.slot == "perpetrator"}
    usual = load_rules()["usual_sides"]
    by_kind = {side for side, kinds in usual.items() for s in told if s.trigger.kind in kinds}
    return named - {"", "civilian"} or by_kind


def _place_names(mentions: Iterable[Mention]) -> dict[str, set[str]]:
    """Return the names told, by level: two towns contradict each other, a town and a province need not."""
    levels: dict[str, set[str]] = {}
    for mention in mentions:
        level = mention.labels[0] if mention.labels else "settlement"
        levels.setdefault(level, set()).add(mention.text.lower())
    return levels


def _places_part(cluster: Cluster, sighting: Sighting) -> bool:
    own = _place_names(sighting.places)
    others = _place_names(m for s in cluster.sightings for m in s.places)
    if any(own[level] & others[level] for level in own.keys() & others.keys()):
        return False
    return any(not own[level] & others[level] for level in own.keys() & others.keys())


def _shares_detail(page: Page, cluster: Cluster, sighting: Sighting) -> bool:
    own_places = {m.text.lower() for m in sighting.places}
    places = {m.text.lower() for s in cluster.sightings for m in s.places}
    if own_places & places:
        return True
    own, others = (_heads(page, [sighting]), _heads(page, cluster.sightings))
    return bool(own & others)


def _heads(page: Page, sightings: Iterable[Sighting]) -> set[str]:
    """Return the words of targets and victims that are telling: names and buildings, not "people"."""
    heads = set()
    for sighting in sightings:
        for filler in sighting.fillers:
            if filler.slot in {"target", "victim"}:
                mention = page.mention_at.get(filler.head)
                thing = sort_noun(page, filler.head).thing
                if mention is not None or thing is Thing.FACILITY:
                    heads.add((mention.text if mention else page.tokens[filler.head].lemma).lower())
    return heads


def _is_event(page: Page, cluster: Cluster) -> bool:
    """Tell whether the cluster is one event that happened, not a way of speaking about violence."""
    if not cluster.kinds and not acting_weapons(page, cluster):
        return False
    if all(s.trigger.weak for s in cluster.sightings) and not _has_actor_and_setting(page, cluster):
        return False
    return bool(weigh(page, cluster) >= load_rules()["least_weight"])


def weigh(page: Page, cluster: Cluster) -> int:
    """Return how much of an event is told: 2 for a strong word, 1 for only weak ones, 1 more for each sort of detail.

    Details are a day or month, a place below a country, a number, somebody or something in particular, and that
    somebody claims it: "killed the people of this country" has none.
    """
    sightings = cluster.sightings
    has_date = any(_days(s) is not None or s.dates for s in sightings)
    has_place = any("country" not in place.labels for s in sightings for place in s.places)
    has_number = any(t.count.operator is not Operator.VAGUE for s in sightings for t in s.tallies)
    has_someone = any(_is_particular(page, filler) for s in sightings for filler in s.fillers)
    is_claimed = any(_is_claimed(page, s.token) for s in sightings)
    strength = 1 if all(s.trigger.weak for s in sightings) else 2
    return strength + sum((has_date, has_place, has_number, has_someone, is_claimed))


def _is_claimed(page: Page, token: int) -> bool:
    """Tell whether a word is what responsibility is claimed or denied for: "responsibility for the bloodshed"."""
    above = page.tokens[page.tokens[token].head]
    return above.dep == "prep" and page.tokens[above.head].lemma in load_rules()["claimed"]


def _is_particular(page: Page, filler: Filler) -> bool:
    """Tell whether a filler is somebody or something in particular: a name, one of a kind, or a number of them."""
    token = page.tokens[filler.head]
    if token.lemma in load_rules()["anybody"]:
        return False
    mention = page.mention_at.get(filler.head)
    is_name = mention is not None and mention.kind is not MentionKind.PLACE
    is_counted = any(index in page.counts_at for index in range(filler.first, filler.last + 1))
    return is_name or is_counted or token.tag in {"NN", "NNP"}


def acting_weapons(page: Page, cluster: Cluster) -> list[Filler]:
    """Return the weapons that act themselves, and so say what kind of event it was: "a mine killed two men"."""
    subjects = {"nsubj", "pobj"}
    weapons = [w for w in cluster.fillers("weapon") if page.tokens[w.head].dep in subjects]
    return [w for w in weapons if sort_noun(page, w.head).kind]


def _has_actor_and_setting(page: Page, cluster: Cluster) -> bool:
    sides = {sort_noun(page, f.head).side for f in cluster.fillers("perpetrator")}
    has_actor = bool(sides & {"armed", "state"}) or bool(cluster.fillers("weapon"))
    return has_actor and any(s.dates or s.places for s in cluster.sightings)
