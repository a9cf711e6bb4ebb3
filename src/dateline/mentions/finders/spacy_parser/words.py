"""Words: the part of speech and the lemma of a word with its tag, by the pipeline's own rules, each asked once.

The attribute ruler and the lemmatizer see nothing of a word but its letters, its tag and its dependency, except where a
rule is about two words ("gon na"): what they once said of a word holds wherever it stands again.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

RULES = ("attribute_ruler", "lemmatizer")  # the pipes that are asked here rather than for every text
_MOST_KEPT = 100_000  # words with their tags: 30 MB
_Key = tuple[int, int, int]  # of a word: its letters, its tag, its dependency


@dataclass(frozen=True, slots=True)
class Word:
    """What a word is: `tag` and `dep` as the rules leave them. `opens`: a rule about several words may begin here."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str | None  # None: as the parser has it
    opens: bool = False


class Words:
    """What the words of a text are."""

    def __init__(self, nlp: "Language") -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415 - spaCy takes most of a second: only a run that parses pays it

        self._nlp = nlp
        self._strings = nlp.vocab.strings
        self._rules: list[Any] = [nlp.get_pipe(name) for name in RULES]
        patterns = [pattern for rule in self._rules[0].patterns for pattern in rule["patterns"]]
        told = {dep for pattern in patterns for dep in _dependencies(pattern)}
        self._told = {self._strings.add(dep) for dep in told}
        parser: Any = nlp.get_pipe("parser")
        self._untold = self._strings[next(dep for dep in parser.labels if dep not in told)]  # stands for all such
        self._openings = Matcher(nlp.vocab)
        self._openings.add("opening", [pattern[:1] for pattern in patterns if len(pattern) > 1])
        self._known: dict[_Key, Word] = {}
        _index_lemmas(nlp)

    def of(self, doc: "Doc", orths: list[int], tags: list[int], deps: list[int]) -> list[Word]:
        """Return what each word of a parsed text is, by the keys of its letters, its tag and its dependency."""
        told, untold = self._told, self._untold
        keys = [(o, t, d if d in told else untold) for o, t, d in zip(orths, tags, deps, strict=True)]
        new = {key for key in keys if key not in self._known}
        if len(self._known) + len(new) > _MOST_KEPT:
            self._known.clear()
            new = set(keys)
        self._learn(list(new))
        words = [self._known[key] for key in keys]
        return self._ask(doc) if any(word.opens for word in words) else words

    def _learn(self, keys: list[_Key]) -> None:
        """Ask about words one by one where they may open a rule about several, and about the others together."""
        if not keys:
            return
        openings = {start for _, start, _ in self._openings(self._write(keys))}
        for place in openings:
            self._keep([keys[place]], opens=True)
        self._keep([key for place, key in enumerate(keys) if place not in openings], opens=False)

    def _keep(self, keys: list[_Key], *, opens: bool) -> None:
        if not keys:
            return
        for key, word in zip(keys, self._ask(self._write(keys)), strict=True):
            changed = word.dep != self._strings[key[2]]
            self._known[key] = replace(word, dep=word.dep if changed else None, opens=opens)

    def _write(self, keys: list[_Key]) -> "Doc":
        """Return the words with their tags and dependencies as a text in which none hangs on another."""
        from spacy.tokens import Doc  # noqa: PLC0415 - as above

        words, tags, deps = ([self._strings[each] for each in column] for column in zip(*keys, strict=True))
        heads = list(range(len(keys)))
        return Doc(self._nlp.vocab, words=words, spaces=[False] * len(keys), tags=tags, deps=deps, heads=heads)

    def _ask(self, doc: "Doc") -> list[Word]:
        for rule in self._rules:
            rule(doc)
        return [_read(token) for token in doc]


def _index_lemmas(nlp: "Language") -> None:
    """Make the lists of known lemmas sets: some have 30,000 entries, and the lemmatizer asks them for each form."""
    lemmatizer: Any = nlp.get_pipe("lemmatizer")
    index = lemmatizer.lookups.get_table("lemma_index")
    for part_of_speech, lemmas in list(index.items()):
        index[part_of_speech] = frozenset(lemmas)


def _read(token: "Token") -> Word:
    return Word(token.text, token.lemma_.lower(), token.pos_, token.tag_, token.dep_)


def _dependencies(pattern: Iterable[dict[str, Any]]) -> Iterator[str]:
    """Yield the dependencies that a pattern names: "expl", or a list of those wanted or unwanted."""
    for token in pattern:
        wanted = token.get("DEP", {})
        yield from [wanted] if isinstance(wanted, str) else (dep for listed in wanted.values() for dep in listed)
