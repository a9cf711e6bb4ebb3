"""Who: the actor that a noun phrase names, by its own name or through "the group", "its" and "the latter"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page
from dateline.mentions.records import Mention, MentionKind

_FURTHEST = 3  # sentences back that "the group" may reach
_LONGEST_NAME = 7  # words in the name of a body
_DEFINITE = {"the", "this", "that", "these", "those"}
_OWNING = ("poss", "compound", "nmod", "amod")
_SHORTEST_STEM = 3  # letters of a country's name that its adjective must share: "Mali", "Malian"
_ARMED = {"rebel", "political_militia", "identity_militia", "criminal"}
_STATE = {"state_forces", "government", "external", "country"}


@dataclass(frozen=True, slots=True)
class Who:
    """An actor where a text speaks of it: the mention that names it, and the words here, tokens `first` to `last`.

    `is_named` is False where the words here only stand for the name ("the group").
    """

    mention: Mention
    first: int
    last: int
    is_named: bool = True

    @property
    def key(self) -> str:
        """What makes two names one actor: the roster's entry, else the name without its article."""
        return self.mention.keys[0] if self.mention.keys else _plain(self.mention.text)

    @property
    def side(self) -> str:
        """Return "armed", "state", or "other"."""
        labels = set(self.mention.labels)
        return "state" if labels & _STATE else "armed" if labels & _ARMED else "other"


@cache
def load_coreference() -> Mapping[str, Any]:
    data: Mapping[str, Any] = yaml.safe_load((files(__package__) / "data" / "coreference.yaml").read_text("utf-8"))
    return data


def who(page: Page, noun: int) -> Who | None:
    """Return the actor that the noun's phrase names or stands for, or None."""
    return named_at(page, noun) or _apposed(page, noun) or _spoken_for(page, noun) or _stood_for(page, noun)


def named_at(page: Page, token: int) -> Who | None:
    """Return the actor whose name covers a token."""
    mention = page.mention_at.get(token)
    if mention is None or not _is_actor(mention):
        return None
    inside = page.tokens_in(mention.span)
    return Who(mention, inside.start, inside.stop - 1)


def actors_between(page: Page, first: int, last: int) -> Iterator[Who]:
    """Yield the actors named from token `first` up to, not with, token `last`, in order."""
    token = first
    while token < last:
        found = named_at(page, token)
        if found is not None:
            yield found
            token = found.last
        token += 1


def _is_actor(mention: Mention) -> bool:
    if mention.kind is MentionKind.PLACE:
        return "country" in mention.labels
    return mention.kind is MentionKind.ACTOR or (mention.kind is MentionKind.ORGANISATION and _is_body(mention.text))


def _is_body(name: str) -> bool:
    """Tell whether a name that is on no list has a word for a body in it: the recogniser guesses freely."""
    words = name.lower().split()
    return len(words) <= _LONGEST_NAME and bool(set(words) & set(load_coreference()["bodies"]["words"]))


def _apposed(page: Page, noun: int) -> Who | None:
    """Read "the armed group, the Red Column" as the Red Column."""
    for index in grammar.all_children(page, noun, "appos"):
        found = named_at(page, index)
        if found is not None and index > noun:
            return found
    return None


def _spoken_for(page: Page, noun: int) -> Who | None:
    """Read "the Red Column's leadership", "members of the Red Column" and "the Malian government"."""
    lists = load_coreference()["stands_for"]
    lemma = page.tokens[noun].lemma
    by_actor, by_state = lemma in lists["actor"], lemma in lists["state"]
    if not (by_actor or by_state):
        return None
    for owner in _owners(page, noun):
        if owner is not None and (by_state if owner.mention.kind is MentionKind.PLACE else by_actor):
            return Who(owner.mention, min(owner.first, noun), max(owner.last, noun), owner.is_named)
    return None


def _owners(page: Page, noun: int) -> Iterator[Who | None]:
    for index in grammar.all_children(page, noun, *_OWNING):
        yield named_at(page, index) or _country_of(page, index)
    yield from (named_at(page, index) for index in grammar.prepositional(page, noun, "of"))


def _country_of(page: Page, token: int) -> Who | None:
    """Return the country of an adjective ("Malian") where the document names the country itself."""
    word = _plain(page.tokens[token].text)
    if not page.tokens[token].text[:1].isupper():
        return None
    countries = [m for m in page.mentions if m.kind is MentionKind.PLACE and "country" in m.labels]
    meant = [m for m in countries if _is_demonym(word, _plain(m.text))]
    if not meant:
        return None
    return Who(_nearest(meant, page.tokens[token].start), token, token)


def _is_demonym(word: str, country: str) -> bool:
    shared = next(
        (i for i, (a, b) in enumerate(zip(word, country, strict=False)) if a != b), min(map(len, (word, country)))
    )
    if shared < _SHORTEST_STEM or " " in country:
        return False
    is_stem = shared >= len(country) - 1 or (shared == len(word) and country[shared:] in {"istan", "stan", "land"})
    return is_stem and (word[shared:] in {"", *load_coreference()["demonyms"]["endings"]}) and word != country


def _nearest(mentions: list[Mention], start: int) -> Mention:
    before = [m for m in mentions if m.span.start <= start]
    return before[-1] if before else mentions[0]


def _stood_for(page: Page, noun: int) -> Who | None:
    lists = load_coreference()
    word = page.tokens[noun].text.lower()
    if word in lists["pronouns"]["words"]:
        return _renamed(_by_pronoun(page, noun), noun, noun)
    if word in lists["pairs"]["last"] or word in lists["pairs"]["other"]:
        return _renamed(_of_pair(page, noun, is_last=word in lists["pairs"]["last"]), noun, noun)
    group = next((g for g in lists["groups"] if page.tokens[noun].lemma in g["words"]), None)
    if group is None or not _is_definite(page, noun, group):
        return None
    first, _ = grammar.phrase(page, noun)
    return _renamed(_last_before(page, first, set(group["labels"])), first, noun)


def _is_definite(page: Page, noun: int, group: Mapping[str, Any]) -> bool:
    """Tell whether a noun can only mean what was named before: "the armed group", not "the first group to"."""
    first, _ = grammar.phrase(page, noun)
    begins = page.tokens[first].text.lower() in _DEFINITE
    is_many = page.tokens[noun].tag in {"NNS", "NNPS"} and page.tokens[noun].lemma not in group.get("plural", ())
    described = [page.tokens[i].lemma for i in range(first + 1, noun)]
    return (
        begins and not is_many and set(described) <= set(group.get("described", ())) and not _is_specified(page, noun)
    )


def _is_specified(page: Page, noun: int) -> bool:
    return grammar.child(page, noun, "relcl", "acl", "prep", "appos") is not None


def _renamed(meant: Who | None, first: int, last: int) -> Who | None:
    return Who(meant.mention, first, last, is_named=False) if meant else None


def _last_before(page: Page, token: int, labels: set[str]) -> Who | None:
    number = page.sentence_of[token]
    begin = page.sentences[max(0, number - _FURTHEST)].first
    fitting = [found for found in actors_between(page, begin, token) if labels & set(found.mention.labels)]
    return fitting[-1] if fitting else None


def _of_pair(page: Page, token: int, *, is_last: bool) -> Who | None:
    named = list(actors_between(page, page.sentence(token).first, token))
    distinct = list({found.key: found for found in named}.values())
    return distinct[-1 if is_last else -2] if len(distinct) > 1 else None


def _by_pronoun(page: Page, token: int) -> Who | None:
    number = page.sentence_of[token]
    here = [w for w in actors_between(page, page.sentences[number].first, token) if _may_be_it(w)]
    subjects = [w for w in here if _is_subject(page, w)]
    if page.tokens[token].text.lower() in load_coreference()["pronouns"]["plural"]:
        return subjects[-1] if subjects else None
    if subjects:
        return subjects[-1]
    if any(w.side != "state" for w in here):
        return next(w for w in reversed(here) if w.side != "state")
    return None if here or number == 0 else _subject_of(page, number - 1)


def _subject_of(page: Page, number: int) -> Who | None:
    sentence = page.sentences[number]
    told = (w for w in actors_between(page, sentence.first, sentence.last) if _may_be_it(w))
    return next((w for w in told if _is_subject(page, w)), None)


def _is_subject(page: Page, actor: Who) -> bool:
    return page.tokens[actor.last].dep in {"nsubj", "nsubjpass"}


def _may_be_it(actor: Who) -> bool:
    return actor.mention.kind is not MentionKind.ORGANISATION


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("\u2019", "'").removeprefix("the ").split())
