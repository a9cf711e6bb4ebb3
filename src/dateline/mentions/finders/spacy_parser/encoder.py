"""The encoder: spaCy's word vectors in context, worked out with fewer and larger multiplications.

The same weights and the same sums as spaCy's own layers, to the last digits of a 32-bit float: each word's vector
before its context is worked out once and kept, and numpy's BLAS multiplies. A quarter of the time.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_Floats = npt.NDArray[np.float32]
_Keys = npt.NDArray[np.uint64]
_Model = Any  # a thinc model: its parameters are arrays of many shapes, and its types say so less exactly

_MOST_KEPT = 20_000  # words: 8 MB; more than the parser holds at once
_TINY = np.float32(1e-8)  # that spaCy adds to a variance
# Odd numbers of 64 bits that make one key of a word's features: SplitMix64's first outputs from the seed 0.
_MIXERS = np.array(
    [
        0xE220A8397B1DCDAF,
        0x6E789E6AA1B965F5,
        0x06C45D188009454F,
        0xF88BB8A8724C81ED,
        0x1B39896A51A8749B,
        0x53CB9F0C747EA2EB,
    ],
    dtype=np.uint64,
)


def with_encoders(nlp: "Language") -> "Language":
    """Put encoders in the places of the tagger's and parser's shared vectors, and of the recogniser's own."""
    from thinc.api import NumpyOps  # noqa: PLC0415 - spaCy takes most of a second: only a run that parses pays it

    shared: Any = nlp.get_pipe("tok2vec")
    shared.model = _as_model(shared.model)
    recogniser: Any = nlp.get_pipe("ner")
    own = recogniser.model.get_ref("tok2vec").layers[0]
    recogniser.model.replace_node(own, _as_model(own))
    parser: Any = nlp.get_pipe("parser")
    for model in (parser.model, recogniser.model):
        for node in model.walk():
            node.ops = NumpyOps(use_blis=False)
    return nlp


def _as_model(model: _Model) -> _Model:
    from thinc.api import Model  # noqa: PLC0415 - as above

    encoder = Encoder(model)

    def forward(_model: object, docs: Sequence["Doc"], is_train: bool) -> tuple[list[_Floats], None]:  # noqa: ARG001, FBT001 - thinc's
        return encoder.encode(docs), None

    return Model("encoder", forward, dims={"nO": model.get_dim("nO")})


class Encoder:
    """Vectors of words in their context, by the weights of a model of spaCy's architecture Tok2Vec.v2."""

    def __init__(self, model: _Model) -> None:
        embed, encode = model.layers
        extract, _, self._hash, self._mix, _ = embed.layers
        self._columns: list[int | str] = extract.attrs["columns"]
        self._pad: int = encode.attrs["pad"]
        self._blocks = [_Block(layer) for layer in encode.layers[0].layers]
        self._width: int = model.get_dim("nO")
        self._rows: dict[int, int] = {}  # of each word's features: its row in the table
        self._table: _Floats = np.empty((_MOST_KEPT, self._width), dtype=np.float32)

    def encode(self, docs: Sequence["Doc"]) -> list[_Floats]:
        """Return a vector for each word of each text; none sees the words of another text."""
        lengths = [len(doc) for doc in docs]
        gaps = self._pad * np.arange(1, len(docs) + 1)
        places = np.arange(sum(lengths)) + np.repeat(gaps, lengths)
        vectors: _Floats = np.zeros((sum(lengths) + self._pad * (len(docs) + 1), self._width), dtype=np.float32)
        vectors[places] = self._words(docs)
        for block in self._blocks:
            vectors = block.add_to(vectors)
        starts = np.cumsum([0, *lengths[:-1]]) + gaps
        return [vectors[start : start + length] for start, length in zip(starts.tolist(), lengths, strict=True)]

    def _words(self, docs: Sequence["Doc"]) -> _Floats:
        """Return each word's vector before its context; words that were met before are looked up."""
        features: _Keys = np.concatenate([doc.to_array(self._columns) for doc in docs]).astype(np.uint64, copy=False)
        keys: list[int] = (features * _MIXERS[: len(self._columns)]).sum(axis=1).tolist()
        new = {key: place for place, key in enumerate(keys) if key not in self._rows}
        if len(self._rows) + len(new) > _MOST_KEPT:
            self._rows.clear()
            new = {key: place for place, key in enumerate(keys)}
        if new:
            first = len(self._rows)
            self._table[first : first + len(new)] = self._embed(features[list(new.values())])
            self._rows.update(zip(new, range(first, first + len(new)), strict=True))
        return self._table[[self._rows[key] for key in keys]]

    def _embed(self, features: _Keys) -> _Floats:
        vectors: _Floats = self._mix.predict(self._hash.predict(features))
        return vectors


class _Block:
    """One layer of the encoder: a word's vector and its neighbours' through maxout and layer norm, added to its own."""

    def __init__(self, layer: _Model) -> None:
        named = {node.name: node for node in layer.walk()}
        weights, bias = named["maxout"].get_param("W"), named["maxout"].get_param("b")
        self._width, self._pieces, inputs = weights.shape
        self._weights: _Floats = np.ascontiguousarray(weights.transpose(2, 1, 0).reshape(inputs, -1))
        self._bias: _Floats = np.ascontiguousarray(bias.T.reshape(-1))
        self._scale: _Floats = named["layernorm"].get_param("G")
        self._shift: _Floats = named["layernorm"].get_param("b")

    def add_to(self, vectors: _Floats) -> _Floats:
        width = self._width
        pieces = _with_neighbours(vectors) @ self._weights
        pieces += self._bias
        best: _Floats = pieces[:, :width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, pieces[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        variance = np.einsum("ij,ij->i", best, best) / np.float32(width) + _TINY
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self._scale
        best += self._shift
        best += vectors
        return best


def _with_neighbours(vectors: _Floats) -> _Floats:
    """Return beside each vector the one before and the one after it; nothing stands before the first."""
    count, width = vectors.shape
    window: _Floats = np.zeros((count, 3 * width), dtype=np.float32)
    window[1:, :width] = vectors[:-1]
    window[:, width : 2 * width] = vectors
    window[:-1, 2 * width :] = vectors[1:]
    return window
