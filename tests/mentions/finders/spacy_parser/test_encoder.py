import importlib

import numpy as np
import pytest

from dateline.mentions.finders.spacy_parser import encoder
from dateline.mentions.finders.spacy_parser.encoder import Encoder
from dateline.mentions.finders.spacy_parser.model import _MODELS

TEXTS = ("Gunmen killed four policemen in Kabul.", "", "Two.", "Nobody has claimed it, said the ministry - yet.")


@pytest.fixture(scope="module")
def published():
    """The pipeline as it is published, with its own layers."""
    found = next(each for each in _MODELS if importlib.util.find_spec(each))
    return importlib.import_module(found).load()


def vectors_of(published, name):
    model = published.get_pipe(name).model
    return model if name == "tok2vec" else model.get_ref("tok2vec").layers[0]


@pytest.mark.parametrize("name", ["tok2vec", "ner"])
def test_vectors_are_those_of_the_published_layers(published, name):
    docs = [published.make_doc(text) for text in TEXTS]
    model = vectors_of(published, name)
    for ours, theirs in zip(Encoder(model).encode(docs), model.predict(docs), strict=True):
        assert ours.shape == theirs.shape
        assert np.allclose(ours, theirs, atol=1e-5)


def test_a_text_has_the_same_vectors_beside_other_texts(published):
    docs = [published.make_doc(text) for text in TEXTS]
    found = Encoder(vectors_of(published, "tok2vec"))
    alone = [found.encode([doc])[0] for doc in docs]
    assert all(np.allclose(ours, theirs, atol=1e-5) for ours, theirs in zip(found.encode(docs), alone, strict=True))


def test_words_that_are_forgotten_are_worked_out_again(published, monkeypatch):
    docs = [published.make_doc(text) for text in TEXTS]
    model = vectors_of(published, "tok2vec")
    before = Encoder(model).encode(docs)
    monkeypatch.setattr(encoder, "_MOST_KEPT", 20)
    few = Encoder(model)
    found = [few.encode([doc])[0] for doc in docs]
    assert all(np.allclose(ours, theirs, atol=1e-5) for ours, theirs in zip(found, before, strict=True))
