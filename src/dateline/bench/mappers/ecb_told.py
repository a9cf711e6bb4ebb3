"""A happening as its sentence tells it: its word, who and what takes part, the names, numbers and times beside it."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from dateline.bench.mappers.ecb_corpus import EcbMention
from dateline.bench.mappers.ecb_words import family_of
from dateline.mentions.records import Parse, Sentence, Token
from dateline.values.spans import Span

Bag = frozenset[str]

UNTOLD_PARTS = frozenset(
    ("PUNCT", "SPACE", "DET", "ADP", "PRON", "AUX", "CCONJ", "SCONJ", "PART", "SYM")
)  # words that say nothing of which happening it is
_NAMED = frozenset(("PERSON", "GPE", "LOC", "ORG", "FAC"))
_TIMES = frozenset(("DATE", "TIME"))
_ROLES = {
    "nsubj": "doer",
    "poss": "doer",
    "nsubjpass": "done_to",
    "dobj": "done_to",
    "attr": "done_to",
    "compound": "beside",
    "amod": "beside",
    "nmod": "beside",
    "npadvmod": "beside",
}
_QUALIFIERS = frozenset(("compound", "nmod", "amod", "poss", "nummod"))


@dataclass(frozen=True, slots=True)
class Told:
    """One mention. Words are lemmas in lower case; those of a happening, who takes part and `context` are families."""

    document: str
    sentence: int
    lemma: str
    family: str
    pos: str
    words: Bag
    governor: str = ""  # the word that its head hangs on
    doers: Bag = frozenset()
    done_to: Bag = frozenset()
    taking_part: Bag = frozenset()  # these, and what hangs on it by a preposition or stands before it
    names: Bag = frozenset()
    numbers: Bag = frozenset()
    times: Bag = frozenset()
    context: Mapping[str, int] = field(default_factory=dict)  # the other words of its sentence, and how often


def tell(mention: EcbMention, parse: Parse) -> Told:
    """Return the mention as the parse of its text tells it; by its text alone where the parse left its sentence out."""
    inside = [token.index for token in parse.tokens if any(_overlap(token, span) for span in mention.spans)]
    sentence = next((each for each in parse.sentences if inside and each.first <= inside[0] < each.last), None)
    if sentence is None:
        lemma = mention.text.casefold().split()[-1]
        words = frozenset(map(family_of, mention.text.casefold().split()))
        return Told(mention.document, mention.sentence, lemma, family_of(lemma), "", words)
    return _Scene(parse.tokens, sentence, frozenset(inside)).told(mention)


def _overlap(token: Token, span: Span) -> bool:
    return token.start < span.end and token.end > span.start


@dataclass(frozen=True, slots=True)
class _Scene:
    """A sentence, and which of its words are the mention's."""

    tokens: tuple[Token, ...]
    sentence: Sentence
    inside: frozenset[int]

    def told(self, mention: EcbMention) -> Told:
        head = self._head()
        told = [token for token in map(self.tokens.__getitem__, sorted(self.inside)) if token.pos not in UNTOLD_PARTS]
        parts = self._parts(head)
        around = [token for token in self._words() if token.index not in self.inside]
        return Told(
            document=mention.document,
            sentence=mention.sentence,
            lemma=_lemma(head),
            family=family_of(_lemma(head)),
            pos=head.pos,
            words=frozenset(family_of(_lemma(token)) for token in told or [head]),
            governor="" if head.head == head.index else _lemma(self.tokens[head.head]),
            doers=frozenset(parts["doer"]),
            done_to=frozenset(parts["done_to"]),
            taking_part=frozenset().union(*parts.values()),
            names=frozenset(_lemma(token) for token in around if token.pos == "PROPN" or token.entity in _NAMED),
            numbers=frozenset(_lemma(token) for token in around if token.pos == "NUM"),
            times=frozenset(_lemma(token) for token in around if token.entity in _TIMES and _says(token)),
            context=Counter(family_of(_lemma(token)) for token in around if _says(token)),
        )

    def _words(self) -> tuple[Token, ...]:
        return self.tokens[self.sentence.first : self.sentence.last]

    def _head(self) -> Token:
        """Return the word of the mention that hangs on none of its others; one that says something, where there is."""
        own = [self.tokens[index] for index in sorted(self.inside)]
        tops = [token for token in own if token.head not in self.inside or token.head == token.index]
        return next((token for token in tops if _says(token)), tops[0])

    def _parts(self, head: Token) -> dict[str, set[str]]:
        """Return the words for those who take part, by their parts."""
        parts: dict[str, set[str]] = {"doer": set(), "done_to": set(), "beside": set(), "by": set()}
        for token in self._hanging_on(head):
            if token.dep in ("prep", "agent"):
                named = [self._named(each) for each in self._hanging_on(token) if each.dep in ("pobj", "pcomp")]
                parts["doer" if token.dep == "agent" else "by"].update(*named)
            elif token.dep in _ROLES:
                parts[_ROLES[token.dep]] |= self._named(token)
        if head.head != head.index:
            self._add_governors(head, parts)
        return parts

    def _add_governors(self, head: Token, parts: dict[str, set[str]]) -> None:
        """Add who takes part by the grammar of the word that the head hangs on: who held the talks, who was shot."""
        governor = self.tokens[head.head]
        subjects = [token for token in self._hanging_on(governor) if token.dep in ("nsubj", "nsubjpass")]
        doers = [token for token in subjects if token.dep == "nsubj"]
        if head.dep in ("relcl", "acl"):
            parts["doer" if head.dep == "relcl" or head.tag == "VBG" else "done_to"] |= self._named(governor)
        elif head.dep in ("compound", "amod"):
            parts["beside"] |= self._named(governor)
        elif head.dep == "conj":
            for token in subjects:
                parts[_ROLES[token.dep]] |= self._named(token)
        elif head.dep == "dobj" or (head.dep in ("xcomp", "ccomp", "advcl") and not parts["doer"]):
            parts["doer"].update(*map(self._named, doers))

    def _hanging_on(self, head: Token) -> Iterator[Token]:
        return (token for token in self._words() if token.head == head.index and token.index != head.index)

    def _named(self, token: Token) -> set[str]:
        """Return the word and those that qualify it, without the mention's own."""
        if token.pos in ("PRON", "DET", "PUNCT"):
            return set()
        beside = (each for each in self._hanging_on(token) if each.dep in _QUALIFIERS and _says(each))
        return {family_of(_lemma(each)) for each in (token, *beside) if each is token or each.index not in self.inside}


def _says(token: Token) -> bool:
    return token.pos not in UNTOLD_PARTS


def _lemma(token: Token) -> str:
    return token.lemma.lower()
