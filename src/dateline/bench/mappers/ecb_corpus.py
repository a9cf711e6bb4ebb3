"""Reads ECB+: news of some subjects, its words by sentence, and the mentions of happenings marked in it.

Two files a part: `*Event_gold_mentions.json` and `*corpus.txt` (text, sentence, word's number, word, chain; a line a
word). A sentence becomes a paragraph of a document. The folder's parts are told by their names: Train is never scored.
"""

import json
import lzma
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import IO, Any

from dateline.documents.records import Document
from dateline.errors import InputError
from dateline.values.spans import Span

_MENTIONS, _CORPUS = "Event_gold_mentions.json", "corpus.txt"
_FIELDS = ("coref_chain", "doc_id", "sent_id", "tokens_number", "tokens_str")
_COLUMNS = 5  # of the corpus: a word that is itself a tab makes more
_GAP = "\n\n"  # between sentences

Word = tuple[int, int]  # the number of its sentence and its own
Line = tuple[str, int, int, str]  # text, sentence, number, word


@dataclass(frozen=True, slots=True)
class EcbMention:
    """A mention of a happening: the spans of its words, which may stand apart, and the chain that it belongs to."""

    document: str  # the text's own id
    sentence: int
    spans: tuple[Span, ...]
    text: str
    chain: str


@dataclass(frozen=True, slots=True)
class EcbPart:
    """The texts of one part by their ids, and the mentions in them."""

    documents: Mapping[str, Document]
    mentions: tuple[EcbMention, ...]


def find_part(folder: Path, name: str | None = None) -> str | None:
    """Return the start of the names of a part's files: the part that is named, else Dev, else one that is not Train.

    None where the folder holds none.
    """
    starts = sorted({path.name.split(_MENTIONS)[0] for path in folder.glob(f"*{_MENTIONS}*")})
    wanted = [start for start in starts if name is not None and start.endswith(f"{name}_")]
    dev = [start for start in starts if start.endswith("Dev_")]
    others = [start for start in starts if not start.endswith("Train_")]
    return next(iter(wanted if name is not None else [*dev, *others]), None)


def read_part(folder: Path, start: str) -> EcbPart:
    """Read the texts and mentions of the part whose files' names begin so; raises InputError where they do not fit."""
    texts = {
        name: _laid(list(lines)) for name, lines in groupby(_lines(_file(folder, start + _CORPUS)), lambda it: it[0])
    }
    path = _file(folder, start + _MENTIONS)
    mentions = tuple(_mention(path, given, texts) for given in _given(path))
    return EcbPart({name: Document(text, name, language="en") for name, (text, _) in texts.items()}, mentions)


def _file(folder: Path, name: str) -> Path:
    found = next((path for path in (folder / name, folder / f"{name}.xz") if path.is_file()), None)
    if found is None:
        raise InputError(f"{folder} holds no {name} or {name}.xz, which belongs to the mentions of its part")
    return found


def _open(path: Path) -> IO[str]:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def _lines(path: Path) -> Iterator[Line]:
    with closing(_open(path)) as lines:
        for line in lines:
            columns = line.rstrip("\n").split("\t")
            if len(columns) >= _COLUMNS:
                yield columns[0], int(columns[1]), int(columns[2]), columns[3]


def _laid(lines: Iterable[Line]) -> tuple[str, dict[Word, Span]]:
    """Return the text, a paragraph a sentence, and where each word stands in it."""
    text, spans, before = "", dict[Word, Span](), -1
    for _, sentence, number, word in lines:
        text += "" if not text else " " if sentence == before else _GAP
        spans[sentence, number] = Span(len(text), len(text) + max(1, len(word)))
        text, before = text + (word or " "), sentence
    return text, spans


def _given(path: Path) -> list[dict[str, Any]]:
    with closing(_open(path)) as lines:
        given = json.loads(lines.read())
    if not isinstance(given, list) or any(field not in each for each in given for field in _FIELDS):
        raise InputError(f"{path}: not a list of objects with the fields {', '.join(_FIELDS)}")
    return given


def _mention(path: Path, given: Mapping[str, Any], texts: Mapping[str, tuple[str, Mapping[Word, Span]]]) -> EcbMention:
    name, sentence = given["doc_id"], int(given["sent_id"])
    spans = texts[name][1] if name in texts else {}
    words = [(sentence, int(number)) for number in given["tokens_number"]]
    if not words or any(word not in spans for word in words):
        raise InputError(f"{path}: {given['tokens_str']!r} of {name} stands at no word of the corpus beside it")
    return EcbMention(name, sentence, tuple(spans[word] for word in words), given["tokens_str"], given["coref_chain"])
