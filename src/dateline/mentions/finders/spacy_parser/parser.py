"""The parser: documents through spaCy, paragraph by paragraph, and back as plain words with offsets of their own."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from dateline.documents.records import Document
from dateline.mentions.finders.spacy_parser.model import load_model
from dateline.mentions.finders.spacy_parser.reading import read_all
from dateline.mentions.finders.spacy_parser.words import Words
from dateline.mentions.layout import find_paragraphs, unwrap
from dateline.mentions.pieces import blank_unbroken, cut_long, group, has_words
from dateline.mentions.records import Mention, MentionKind, Parse, Sentence, Token
from dateline.values.spans import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

_KINDS = {
    "PERSON": MentionKind.PERSON,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.FACILITY,
    "ORG": MentionKind.ORGANISATION,
}
_MOST_WORDS = 200_000  # that spaCy keeps: common ones are met early; 40 MB
_COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "ENT_TYPE", "SPACY", "SENT_START"]


class SpacyParser:
    """Parses with en_core_web_sm 3.8; loading takes about half a second, so it is made once and handed on."""

    name = "spacy.en_core_web_sm"

    def __init__(self) -> None:
        self._nlp = load_model()
        self._words = Words(self._nlp)

    def parse(self, readings: Iterable[tuple[Document, str]]) -> Iterator[tuple[Parse, tuple[Mention, ...]]]:
        """Yield one parse and the recogniser's mentions for each document, in order."""
        held = list(readings)
        pieces = [(place, piece) for place, (_, reading) in enumerate(held) for piece in _pieces(reading)]
        texts = (blank_unbroken(unwrap(piece.cut(held[place][1]))) for place, piece in pieces)
        builders = [_ParseBuilder(document, self._words) for document, _ in held]
        placed = iter(pieces)
        for together in group(texts):
            with self._forgetting(), _threads().limit(limits=1, user_api="blas"):
                for doc in read_all(self._nlp, together):
                    place, piece = next(placed)
                    builders[place].add(doc, piece.start)
        for builder in builders:
            yield Parse(tuple(builder.tokens), tuple(builder.sentences)), tuple(builder.mentions)

    def _forgetting(self) -> AbstractContextManager[object]:
        """Return a block after which spaCy forgets the words that were new in it, once it has learnt enough of them."""
        if len(self._nlp.vocab.strings) < _MOST_WORDS:
            return nullcontext()
        return self._nlp.memory_zone()


@cache
def _threads() -> "ThreadpoolController":
    """Return what keeps multiplying to one thread: the matrices are small, and two would wait for each other."""
    from threadpoolctl import ThreadpoolController  # noqa: PLC0415 - it looks for what spaCy has loaded

    return ThreadpoolController()


def _pieces(reading: str) -> Iterator[Span]:
    for paragraph in find_paragraphs(reading):
        yield from (piece for piece in cut_long(reading, paragraph) if has_words(piece.cut(reading)))


class _ParseBuilder:
    """Gathers a document's paragraphs into one parse with running token indices and document offsets."""

    def __init__(self, document: Document, words: Words) -> None:
        self.document = document
        self.words = words
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.mentions: list[Mention] = []

    def add(self, doc: "Doc", offset: int) -> None:
        self._add_tokens(doc, offset)
        self.mentions.extend(
            Mention(self.document.id, span, span.cut(self.document.text), _KINDS[entity.label_], SpacyParser.name)
            for entity in doc.ents
            if entity.label_ in _KINDS and (span := _trimmed_entity(entity, offset)) is not None
        )

    def _add_tokens(self, doc: "Doc", offset: int) -> None:
        columns = doc.to_array(_COLUMNS)
        heads = columns[:, 3].astype("int64").tolist()  # how far away, in words: negative before the word
        orths, tags, deps, _, entities, spaces, opens = columns.T.tolist()
        strings = doc.vocab.strings
        index = len(self.tokens)
        starts = []
        for word, dep, head, entity, space, new in zip(
            self.words.of(doc, orths, tags, deps), deps, heads, entities, spaces, opens, strict=True
        ):
            if new == 1:
                starts.append(index)
            end = offset + len(word.text)
            self.tokens.append(
                Token(
                    index,
                    offset,
                    end,
                    word.text,
                    word.lemma,
                    word.pos,
                    word.tag,
                    word.dep or strings[dep],
                    index + head,
                    strings[entity] if entity else "",
                )
            )
            offset = end + space
            index += 1
        self._add_sentences([*starts, index])

    def _add_sentences(self, edges: list[int]) -> None:
        for first, last in pairwise(edges):
            span = Span(self.tokens[first].start, self.tokens[last - 1].end)
            self.sentences.append(Sentence(first, last, span))


def _trimmed_entity(entity: Any, offset: int) -> Span | None:
    """Return the entity's span without its article and possessive."""
    words = list(entity)
    while words and (words[0].lower_ in {"the", "a", "an"} or words[0].is_punct or words[0].is_space):
        words = words[1:]
    while words and (words[-1].tag_ == "POS" or words[-1].is_punct or words[-1].is_space):
        words = words[:-1]
    if not words:
        return None
    return Span(offset + words[0].idx, offset + words[-1].idx + len(words[-1].text))
