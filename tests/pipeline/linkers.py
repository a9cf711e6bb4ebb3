"""A linker that is easy to foresee: items whose words are alike are one thing, and so is all that they lead to."""

from datetime import date

from dateline.linkage.records import Decision, Item, Placed
from dateline.pipeline.link import link_store
from dateline.pipeline.records import LinkedAll
from dateline.pipeline.run import run_casebook
from factories import STAMP, document
from pipeline.fakes import FakeCoder, fake_stages

_ALIKE = 0.4  # cosine
POST = "Gunmen attacked a police post beside the iron bridge of Jalalabad."
MARKET = "A bomb exploded among vegetable stalls in the market square of Kandahar."
HARBOUR = "Rockets struck fishing boats in the old harbour of Adale."
BOTH = f"{POST} {MARKET}"


class WordLinker:
    """Joins an item with every placed item that has its words; keeps to what people decided."""

    def __init__(self, index, constraints):
        self.index = index
        self.constraints = constraints

    def place(self, item):
        likely = sorted({self.index.cluster_of(each.id) for each in self.index.near(item) if self._one(item, each)})
        clusters, joined = [], [item]
        for each in likely:
            if self._may_join(joined, self.index.members(each)):
                clusters.append(each)
                joined += self.index.members(each)
        cluster = clusters[0] if clusters else item.id
        self.index.add(item, cluster)
        moved = {each.id: cluster for other in clusters[1:] for each in self.index.members(other)}
        self.index.move(moved)
        runner_up = clusters[1] if len(clusters) > 1 else None
        return Placed(Decision(item.id, cluster, 0.95, runner_up, 0.5 if runner_up else 0.0, ("words_alike",)), moved)

    def relink(self, ids):
        partners = {name for pair in self.constraints.same if set(pair) & set(ids) for name in pair}
        clusters = sorted({self.index.cluster_of(each) for each in {*ids, *partners}} - {None})
        items = {each.id: each for cluster in clusters for each in self.index.members(cluster)}
        moved = {}
        for group in self._grouped(list(items.values())):
            named = {each.id for each in group}
            name = next((each for each in clusters if each in named), min(named))
            moved |= {each: name for each in named if self.index.cluster_of(each) != name}
        self.index.move(moved)
        return moved

    def _grouped(self, items):
        groups = []
        for item in items:
            joined, apart = [item], []
            for group in groups:
                is_one = any(self._one(item, each) for each in group) and self._may_join(joined, group)
                (joined if is_one else apart).extend(group if is_one else [group])
            groups = [*apart, joined]
        return groups

    def _may_join(self, group, other):
        pairs = {(min(one.id, each.id), max(one.id, each.id)) for one in group for each in other}
        return not pairs & self.constraints.different

    def _one(self, one: Item, other: Item):
        pair = (min(one.id, other.id), max(one.id, other.id))
        if pair in self.constraints.different:
            return False
        return pair in self.constraints.same or _cosine(one.terms, other.terms) >= _ALIKE


def _cosine(one, other):
    shared = sum(one[word] * other[word] for word in one.keys() & other.keys())
    lengths = [sum(weight**2 for weight in terms.values()) ** 0.5 for terms in (one, other)]
    return shared / (lengths[0] * lengths[1]) if all(lengths) else 0.0


def linked(store, **options):
    """Link what waits; the end of the run."""
    *_, ended = link_store(store, make=WordLinker, stamp=STAMP, **options)
    assert isinstance(ended, LinkedAll)
    return ended


def told(*texts, start=0, published=date(2024, 5, 1)):
    """Reports of these texts, each with a first line of its own so that none is a copy."""
    return [
        document(f"{text}\n\nReport number {number}.", origin=f"{number}.txt", published=published)
        for number, text in enumerate(texts, start)
    ]


def coded(store, documents, stamp=None):
    """Code documents with the fake coder."""
    stages = fake_stages(**({"coder": FakeCoder(stamp)} if stamp else {}))
    list(run_casebook(store, documents, stages))


def clusters(store):
    """The events of a store, each as the set of the origins that tell of it."""
    found = set()
    for gathered in store.links.page():
        found.add(frozenset(store.document(each.document_id).origin for each in gathered.accounts))
    return found
