"""Reading: texts through the pipeline's models together, one model after the other."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from dateline.mentions.finders.spacy_parser.words import RULES

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_STEPWISE = ("parser", "ner")


def read_all(nlp: "Language", texts: Sequence[str]) -> list["Doc"]:
    """Return the texts with tags, dependencies, sentences and entities; parts of speech and lemmas are not set.

    The same as spaCy's `pipe`, which lets go of the interpreter for each word's choice and takes it back for each move
    that it weighs: that alone was a third of all time.
    """
    docs = [nlp.make_doc(text) for text in texts]
    pipeline: Sequence[tuple[str, Any]] = nlp.pipeline
    for name, pipe in pipeline:
        if name in _STEPWISE:
            _step_through(pipe, docs)
        elif name not in RULES:
            docs = list(pipe.pipe(docs, batch_size=len(docs)))
    return docs


def _step_through(pipe: Any, docs: Sequence["Doc"]) -> None:
    """Parse the texts side by side: in each step, every text that is not at its end makes its best move."""
    states = pipe.moves.init_batch(docs)
    unfinished = [state for state in states if not state.is_final()]
    model = pipe.model.predict(docs)
    upper = pipe.model.get_ref("upper")
    weights, bias = upper.get_param("W").T, upper.get_param("b")
    while unfinished:
        scores = model.state2vec.predict(model.get_token_ids(unfinished)) @ weights
        scores += bias
        unfinished = pipe.transition_states(unfinished, scores)
    model.clear_memory()
    pipe.set_annotations(docs, states)
