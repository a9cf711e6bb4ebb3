"""The places bench: names of corpora, of UCDP GED, and of events, and what they were resolved to.

No corpus ranks itself: each is resolved with the weights that were fitted to the others, and with home given by the
weights fitted to other publishers.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from time import process_time

from dateline.bench.datasets import locate_folder, write_predictions
from dateline.bench.event_location import open_sentences, read_event_sentences
from dateline.bench.ged_places import read_ged_places
from dateline.bench.ged_units import read_ged_units
from dateline.bench.peers import beside_peers
from dateline.bench.places_corpora import Corpus, GoldText, fold_of, outlet_homes, read_corpora
from dateline.bench.places_end2end import locate
from dateline.bench.records import Bench, BenchResult, Order, Prediction, Progress, Row
from dateline.bench.scorers import places_end2end, places_event, places_ged, places_gold, places_polygon
from dateline.bench.scorers.places_gold import Judged
from dateline.errors import InputError
from dateline.mentions.records import Mention, MentionKind
from dateline.pipeline import load_stages
from dateline.places import Gazetteer, Place, open_gazetteer, resolve
from dateline.places.admin import open_units
from dateline.places.calibration import expected_calibration_error
from dateline.places.ranker import Ranker, read_ranker

BENCH = Bench(
    name="places",
    measures="names of places resolved on LGL, GeoVirus and GeoWebNews; UCDP GED's places looked up; places of events",
    origin="Lieberman et al. 2010; Gritta et al. 2018, 2019; UCDP GED; sentences with an event's place",
    format="a folder: .xml(.xz) of the corpora, *ged*.jsonl(.xz), event_location*.jsonl(.xz); each if it is there",
    licence="as published with each",
    folder="geo",
)
_READINGS = 200
_TIMED = 150  # texts of each corpus that are resolved against the clock


@dataclass(frozen=True, slots=True)
class _Resolved:
    """One corpus with each text's toponyms judged."""

    corpus: Corpus
    documents: list[list[Judged]]


def run(order: Order) -> BenchResult:
    """Score every part whose data is in the folder; a single file is the part that it is of."""
    folder = locate_folder(order.data, BENCH.folder)
    gazetteer = open_gazetteer()
    corpora = _corpora(folder)
    resolved = [_resolve(corpus, gazetteer, order.limit, order.on_progress) for corpus in corpora]
    rows = [row for each in resolved for row in places_gold.rows(each.corpus.name, each.documents)]
    rows += [row for corpus in corpora for row in _end2end_rows(corpus, order.limit)]
    rows += [_home_row(corpus, gazetteer, order.limit) for corpus in corpora if corpus.name == "lgl"]
    rows += [_ece_row("places.ece", resolved)] if resolved else []
    rows += [_ece_row(f"places.{each.corpus.name}.ece", [each]) for each in resolved]
    rows += _speed_rows(corpora, gazetteer) if corpora else []
    for ending, part in _PARTS:
        rows += [row for path in _files(folder, ending) for row in part(path, gazetteer, order.limit)]
    if not rows:
        raise InputError(f"{folder} holds nothing that this bench scores: it takes {BENCH.format}")
    if order.out is not None:
        write_predictions(order.out, (line for each in resolved for line in _predictions(each)))
    n = sum(len(each.documents) for each in resolved)
    return BenchResult(BENCH.name, str(folder), n, beside_peers(tuple(rows)))


def _corpora(folder: Path) -> tuple[Corpus, ...]:
    held = [folder] if folder.is_file() else list(folder.iterdir())
    return read_corpora(folder) if any(".xml" in path.suffixes for path in held) else ()


def _resolve(corpus: Corpus, gazetteer: Gazetteer, limit: int | None, on_progress: Progress | None) -> _Resolved:
    """Resolve the gold spans of a corpus with the weights that were fitted without it."""
    documents = []
    for number, text in enumerate(islice(corpus.texts, limit), 1):
        documents.append(judge_text(text, gazetteer, ranker=read_ranker(corpus.name)))
        if on_progress is not None:
            on_progress(number)
    return _Resolved(corpus, documents)


def judge_text(text: GoldText, gazetteer: Gazetteer, *, ranker: Ranker, home: Place | None = None) -> list[Judged]:
    """Resolve the gold spans of a text and judge each."""
    mentions = _gold_mentions(text)
    found = {
        resolution.mention_id: resolution
        for resolution in resolve(mentions, text.document, gazetteer=gazetteer, home=home, ranker=ranker)
    }
    pairs = zip(text.toponyms, mentions, strict=True)
    return [
        places_gold.judge(gold, found[mention.id], gazetteer.candidates(gold.text, limit=_READINGS))
        for gold, mention in pairs
    ]


def _home_row(corpus: Corpus, gazetteer: Gazetteer, limit: int | None) -> Row:
    """Return acc@161 over all toponyms with each publisher's home given; without one, the text is resolved as ever."""
    homes = outlet_homes()
    documents, known = [], 0
    for text in islice(corpus.texts, limit):
        home = gazetteer.get(homes.get(text.publisher or "", ""))
        known += home is not None
        ranker = read_ranker(f"{corpus.name}/outlets{fold_of(text.publisher or '')}")
        documents.append(judge_text(text, gazetteer, ranker=ranker, home=home))
    note = f"home known of {known} texts; weights fitted to other publishers"
    return places_gold.share_right(f"places.{corpus.name}.home.acc161", documents, note=note)


def _end2end_rows(corpus: Corpus, limit: int | None) -> tuple[Row, ...]:
    """Return what our own mentions give on the texts of a corpus."""
    some = Corpus(corpus.name, corpus.path, corpus.texts[:limit])
    return places_end2end.rows(corpus.name, some.texts, list(locate(some, load_stages())))


def _ece_row(metric: str, resolved: Sequence[_Resolved]) -> Row:
    """Return the calibration error over corpora, each calibrated without itself; right is right at 161 km."""
    judged = [one for each in resolved for document in each.documents for one in document]
    placed = [(one.probability, one.right) for one in judged if one.probability is not None]
    error = expected_calibration_error([share for share, _ in placed], [right for _, right in placed])
    return Row(metric, error, n=len(placed), note="0 is best; of the names that are given a place")


def _speed_rows(corpora: Sequence[Corpus], gazetteer: Gazetteer) -> list[Row]:
    """Return how many names are resolved a CPU-second, met before, in texts whose names are all given."""
    texts = [(text.document, _gold_mentions(text)) for corpus in corpora for text in corpus.texts[:_TIMED]]
    for document, mentions in texts:
        resolve(mentions, document, gazetteer=gazetteer)
    start = process_time()
    for document, mentions in texts:
        resolve(mentions, document, gazetteer=gazetteer)
    n = sum(len(mentions) for _, mentions in texts)
    return [Row("places.mentions_per_cpu_s", n / (process_time() - start), n=n, note="names that were met before")]


def _gold_mentions(text: GoldText) -> list[Mention]:
    return [Mention(text.document.id, gold.span, gold.text, MentionKind.PLACE, "gold.v1") for gold in text.toponyms]


def _ged_rows(path: Path, gazetteer: Gazetteer, limit: int | None) -> tuple[Row, ...]:
    places = islice(read_ged_places(path, gazetteer), limit)
    units = islice(read_ged_units(path, gazetteer), limit)
    return (
        *places_ged.rows(places, gazetteer=gazetteer),
        *places_polygon.rows(units, units=open_units(), gazetteer=gazetteer),
    )


def _event_rows(path: Path, _: Gazetteer, limit: int | None) -> tuple[Row, ...]:
    stages = load_stages()
    sentences = read_event_sentences(path, limit)
    return places_event.rows(open_sentences(sentences, parser=stages.parser, finders=stages.finders))


_PARTS: tuple[tuple[str, Callable[[Path, Gazetteer, int | None], tuple[Row, ...]]], ...] = (
    ("ged", _ged_rows),
    ("event_location", _event_rows),
)


def _files(folder: Path, word: str) -> list[Path]:
    held: Iterable[Path] = [folder] if folder.is_file() else sorted(folder.iterdir())
    return [path for path in held if word in path.name.casefold() and ".jsonl" in path.suffixes]


def _predictions(resolved: _Resolved) -> Iterable[Prediction]:
    for text, document in zip(resolved.corpus.texts, resolved.documents, strict=False):
        pairs = zip(text.toponyms, document, strict=True)
        yield {
            "id": text.document.origin,
            "length": len(text.document.text),
            "right": [{"name": gold.text, **asdict(one)} for gold, one in pairs],
        }
