"""The relations bench: the things that re3d marks found in its texts, and the relations between the marked ones."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from itertools import tee

from dateline.bench.datasets import locate_folder, write_predictions
from dateline.bench.re3d import Re3dText, read_re3d
from dateline.bench.records import Bench, BenchResult, Order, Prediction
from dateline.bench.scorers import mentions, relations
from dateline.bench.scorers.relations import Answer
from dateline.claims.coders.rules.lexicon import load_lexicon
from dateline.claims.coders.rules.opening import open_page
from dateline.claims.coders.rules.page import Page
from dateline.mentions.find import find
from dateline.pipeline import load_stages

BENCH = Bench(
    name="relations",
    measures="things found in texts; who fights, is allied with, belongs to or is in charge of whom, of given entities",
    origin="re3d, Dstl 2017: 70 English documents on the conflict in Syria and Iraq",
    format="a folder: documents, entities and relations, each .jsonl(.xz), as published",
    licence="as published with each source",
    folder="re3d",
)


def run(order: Order) -> BenchResult:
    """Find the things of each text and relate its marked entities, by weights that have not seen the text."""
    folder = locate_folder(order.data, BENCH.folder)
    texts = read_re3d(folder, order.limit)
    found, answers = [], []
    for number, (text, page) in enumerate(_open(texts), 1):
        found.append(mentions.look(text, page))
        answers.append(relations.answer(text, page))
        if order.on_progress is not None:
            order.on_progress(number)
    if order.out is not None:
        write_predictions(order.out, (_prediction(*pair) for pair in zip(texts, answers, strict=True)))
    return BenchResult(BENCH.name, str(folder), len(texts), (*mentions.rows(found), *relations.rows(answers)))


def _open(texts: Iterable[Re3dText]) -> Iterator[tuple[Re3dText, Page]]:
    """Yield each text with its page, as the rules coder opens it."""
    stages, lexicon = load_stages(), load_lexicon()
    policy = stages.codebook.policy()
    read, kept = tee(texts)
    documents = (text.document for text in read)
    found = find(documents, parser=stages.parser, finders=stages.finders, names=stages.names)
    for text, (document, findings) in zip(kept, found, strict=True):
        yield text, open_page(document, findings, policy=policy, lexicon=lexicon)


def _prediction(text: Re3dText, answer: Answer) -> Prediction:
    return {
        "id": text.document.origin,
        "length": len(text.document.text),
        "prediction": [asdict(each) for each in sorted(answer.predicted)],
        "gold": [asdict(each) for each in sorted(answer.marked)],
        "right": [asdict(each) for each in sorted(answer.predicted & answer.marked)],
    }
