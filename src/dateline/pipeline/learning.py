"""Learning from a casebook's own judgements: which links people confirmed or refused, and what that taught."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

from dateline.config import Config
from dateline.errors import ConfigError, InputError
from dateline.judgement import Judgement, Verdict, standing
from dateline.linkage.index import Index
from dateline.linkage.learning import Example, as_form, learned, replayed, with_form
from dateline.linkage.records import Item
from dateline.linkage.weights import Weights, load_weights
from dateline.pipeline.constraints import sides
from dateline.store import Horizon, Store, open_store

FILE_NAME = "linking.json"


@dataclass(frozen=True, slots=True)
class Learned:
    """What was learned: from how many judgements, and the version of the weights that links say they were made by.

    `left_out` are judgements that teach nothing: the linker would not have chosen between the two that they are about,
    or their accounts are gone.
    """

    same: int
    different: int
    left_out: int
    weights: str

    @property
    def judgements(self) -> int:
        return self.same + self.different


@dataclass(frozen=True, slots=True)
class _Judged:
    """Two sides of which a person said whether they are one: accounts as they are called today."""

    one: frozenset[str]
    other: frozenset[str]
    is_same: bool

    def contradicts(self, judged: "_Judged") -> bool:
        """Tell whether this says the opposite of some of the same accounts."""
        along = self.one & judged.one and self.other & judged.other
        across = self.one & judged.other and self.other & judged.one
        return self.is_same is not judged.is_same and bool(along or across)


def learn_casebook(config: Config, *, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> Learned:
    """Learn from the judgements of the casebook that stand, and write `linking.json`; raises InputError without any."""
    shipped = load_weights()
    with open_store(config.store_url) as store:
        judged = _not_overruled(list(_judged(store)))
        with store.links.index() as index:
            examples = [example_of(each, index, shipped) for each in judged]
    known = [each for each in examples if each is not None]
    if not known:
        raise InputError(_nothing(len(judged)))
    weights = learned(shipped, known)
    same = sum(each.is_same for each in known)
    result = Learned(same, len(known) - same, len(judged) - len(known), weights.version)
    _write(config.folder / FILE_NAME, weights, shipped, result, clock())
    return result


def weights_of(config: Config) -> Weights:
    """Return the weights that the casebook's links are made by: those that ship, or what was learned in it."""
    path = config.folder / FILE_NAME
    shipped = load_weights()
    try:
        form = json.loads(path.read_text(encoding="utf-8"))
        learned_on = form["learned_on"]
        weights = with_form(shipped, form["decision"])
    except FileNotFoundError:
        return shipped
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ConfigError(
            f"{path} cannot be read ({error}): run `dateline link --learn` again, or delete it."
        ) from None
    if learned_on != shipped.version:
        said = f"{path} was learned on other weights ({learned_on}) than this release ships ({shipped.version})"
        raise ConfigError(f"{said}: run `dateline link --learn` again, or delete it.")
    return weights


def example_of(judged: _Judged, index: Index, weights: Weights) -> Example | None:
    """Return what a judgement teaches: about the side that was founded later, when its first report came."""
    one, other = ([*_items(index, side)] for side in (judged.one, judged.other))
    if not one or not other:
        return None
    earlier, later = sorted((one, other), key=lambda side: _when(_first(side)))
    first = _first(later)
    measures = replayed(first, earlier, {each.id for each in later}, index=index, weights=weights)
    return Example(measures, judged.is_same) if measures is not None else None


def _not_overruled(judged: Sequence[_Judged]) -> list[_Judged]:
    """Return the judgements that no later one contradicts."""
    return [
        each for number, each in enumerate(judged, 1) if not any(later.contradicts(each) for later in judged[number:])
    ]


def _judged(store: Store) -> Iterator[_Judged]:
    """Yield what stands of the log: pairs of events judged the same or not, and events that were accepted whole."""
    for each in standing(store.log()):
        judgement = each.judgement
        match judgement.verdict:
            case Verdict.SAME | Verdict.DIFFERENT:
                one, other = (_today(store, side) for side in sides(judgement))
                yield _Judged(one, other, judgement.verdict is Verdict.SAME)
            case Verdict.ACCEPT if judgement.slot is None:
                yield from _accepted(store, judgement)
            case _:
                pass


def _accepted(store: Store, judgement: Judgement) -> Iterator[_Judged]:
    """Yield the last report of an accepted event beside the rest, as it stood when it was accepted."""
    then = store.within(Horizon(as_of=judgement.made_at)).links.members(judgement.record_id)
    documents = dict.fromkeys(each.document_id for each in then)
    if len(documents) > 1:
        *_, last = documents
        late, rest = ({each.id for each in then if (each.document_id == last) is side} for side in (True, False))
        yield _Judged(_today(store, late), _today(store, rest), is_same=True)


def _today(store: Store, accounts: Iterable[str]) -> frozenset[str]:
    return frozenset(today for today in store.links.told_as(sorted(accounts)).values() if today is not None)


def _items(index: Index, accounts: Iterable[str]) -> Iterator[Item]:
    wanted = set(accounts)
    clusters = sorted({cluster for each in wanted if (cluster := index.cluster_of(each)) is not None})
    yield from (item for cluster in clusters for item in index.members(cluster) if item.id in wanted)


def _first(side: Sequence[Item]) -> Item:
    """Return the report that founded a side, one that tells it first of all before one that tells it in passing."""
    return min(side, key=lambda item: (not item.is_lead, _when(item)))


def _when(item: Item) -> tuple[bool, int, str]:
    return item.told is None, item.told or 0, item.id


def _write(path: Path, weights: Weights, shipped: Weights, result: Learned, now: datetime) -> None:
    made_at = now.isoformat(timespec="seconds")
    said = {"learned_on": shipped.version, "made_at": made_at, **asdict(result), "decision": as_form(weights)}
    try:
        path.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"{path} cannot be written ({error.strerror}).") from error


def _nothing(left_out: int) -> str:
    if left_out:
        return f"nothing to learn from: none of {left_out} judgements is about a link that the linker would weigh."
    return "nothing to learn from yet: judge events with `dateline same`, `dateline different` or `dateline accept`."
