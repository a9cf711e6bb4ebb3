"""The persons whom an article names, and what speaks for each being a victim of the key.

Whoever is listed with a victim ("Ana Duarte, Rui Lima and ...") is likely one too, and of one family name the longest
spelling stands for all. The first line of each feature's docstring is its public explanation; the words stand in
data/hrds.yaml, the weights in data/hrds_weights.json.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log1p

from dateline.bench.mappers.hrds_article import OPENING, Article, claims_of
from dateline.bench.mappers.hrds_options import times
from dateline.bench.mappers.hrds_words import VictimWords
from dateline.claims.coders.rules.weighed import Weighed, earned
from dateline.mentions.plain import plain
from dateline.mentions.records import Mention, MentionKind

LEAST = -1.2  # weights from which somebody is a victim: odds of some one to three, at which F is highest
_LISTING = re.compile(r"\s*(?:,|and|&|;|, and)\s*")
_BESIDE = 90  # characters before and behind a name in which a cue may stand
_SCALE = 100  # characters
_PARTIES = ("victim", "target")


@dataclass(frozen=True)
class Person:
    """One person of an article: all mentions, and how many claims of its events name him or her, by slot."""

    article: Article
    name: str
    mentions: tuple[Mention, ...]
    claims: Counter[str]
    listed: tuple[Mention, ...]  # those who stand in one list with a mention
    others: int

    @property
    def words(self) -> VictimWords:
        return self.article.words.victims

    @cached_property
    def before(self) -> list[str]:
        text = self.article.text
        return [text[max(0, each.span.start - _BESIDE) : each.span.start] for each in self.mentions]

    @cached_property
    def behind(self) -> list[str]:
        return [self.article.text[each.span.end : each.span.end + _BESIDE] for each in self.mentions]


def persons_of(article: Article) -> list[Person]:
    """Return the persons of an article in the order in which they are first named."""
    mentions = [each for each in article.report.coded.mentions if each.kind is MentionKind.PERSON]
    spellings = sorted({each.text for each in mentions}, key=lambda name: (-len(name), name))
    by_name: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_name.setdefault(full_name(mention.text, spellings), []).append(mention)
    rows = {each.id: row for row in _lists(article.report.text, mentions) for each in row}
    claims = _claims_by_name(article, spellings)
    return [
        Person(
            article,
            name,
            tuple(own),
            claims.get(name, Counter()),
            tuple(mate for each in own for mate in rows[each.id] if mate not in own),
            len(by_name) - 1,
        )
        for name, own in by_name.items()
    ]


def full_name(name: str, spellings: Sequence[str]) -> str:
    """Return the longest spelling that a name is a part of."""
    return next((each for each in spellings if name in each), name)


def _claims_by_name(article: Article, spellings: Sequence[str]) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = {}
    for claim in claims_of(article.incidents, *_PARTIES, "perpetrator"):
        for mention in article.report.mentions_in(claim.highlight.span):
            if mention.kind is MentionKind.PERSON:
                found.setdefault(full_name(mention.text, spellings), Counter())[claim.slot] += 1
    return found


def _lists(text: str, persons: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the persons by the lists in which they stand; whoever stands alone is a list of one."""
    row: list[Mention] = []
    for mention in persons:
        if row and not _LISTING.fullmatch(text[row[-1].span.end : mention.span.start]):
            yield row
            row = []
        row.append(mention)
    if row:
        yield row


def stands_beside_a_deed(article: Article, mention: Mention) -> bool:
    """Tell whether words right before or behind a name make a victim ("the murder of ..."), and none a speaker."""
    words = article.words.victims
    before = set(_words(article.text[: mention.span.start].rpartition(".")[2])[-words.near :])
    behind = set(_words(article.text[mention.span.end :].partition(".")[0])[: words.near])
    return bool(before & words.before or behind & words.behind) and not behind & words.speakers


def _words(text: str) -> list[str]:
    return plain(text).split()


def always(person: Person) -> float:  # noqa: ARG001 - the same for everybody
    """Tell what holds of everybody."""
    return 1.0


def is_named_often(person: Person) -> float:
    """Return how often the person is named, as a logarithm."""
    return times(person.mentions)


def has_more_than_one_name(person: Person) -> float:
    """Tell whether the name has two words or more."""
    return float(" " in person.name)


def is_named_late(person: Person) -> float:
    """Return how far into the article the first mention stands: the logarithm of hundreds of characters."""
    return log1p(person.mentions[0].span.start / _SCALE)


def is_in_the_opening(person: Person) -> float:
    """Tell whether the opening paragraphs name the person."""
    return float(person.mentions[0].span.start < OPENING)


def is_at_the_end(person: Person) -> float:
    """Tell whether only the last fifth of the article names the person: an author, a signature."""
    return float(person.mentions[0].span.start > 0.8 * len(person.article.text))


def is_a_victim_of_events(person: Person) -> float:
    """Tell whether a claim of the article's violations has the person as victim."""
    return float(person.claims["victim"] > 0)


def is_a_target_of_events(person: Person) -> float:
    """Return how many claims of the article's violations have the person as target, as a logarithm."""
    return log1p(person.claims["target"])


def is_blamed_for_events(person: Person) -> float:
    """Return how many claims of the article's violations have the person as perpetrator, as a logarithm."""
    return log1p(person.claims["perpetrator"])


def is_beside_a_deed(person: Person) -> float:
    """Tell whether a word for a violation or for a victim's calling stands right before or behind the name."""
    return float(any(stands_beside_a_deed(person.article, mention) for mention in person.mentions))


def is_in_sentences_of_deeds(person: Person) -> float:
    """Return how often the person is named in a sentence with a word for a violation, as a logarithm."""
    return times(each for each in person.mentions if person.article.tells_harm(each.span))


def deeds_name_nobody_more(person: Person) -> float:
    """Return the share of the person's mentions that are in a sentence with a word for a violation."""
    harms = sum(person.article.tells_harm(each.span) for each in person.mentions)
    return harms / len(person.mentions)


def is_what_was_done_to(person: Person) -> float:
    """Return how often the name is followed by what was done to the person ("was arrested"), as a logarithm."""
    return times(filter(person.words.suffers.match, person.behind))


def is_what_befell(person: Person) -> float:
    """Return how often it is followed by a death, a disappearance, or the person's family or case, as a logarithm."""
    return times(filter(person.words.befallen.match, person.behind))


def has_an_age(person: Person) -> float:
    """Tell whether an age stands behind the name."""
    return float(any(map(person.words.age.match, person.behind)))


def has_an_apposition(person: Person) -> float:
    """Tell whether a comma stands behind the name."""
    return float(any(each.startswith(",") for each in person.behind))


def has_a_defenders_calling(person: Person) -> float:
    """Tell whether a word for a journalist, an activist, a lawyer or the like stands before the name."""
    return float(any(map(person.words.callings.search, person.before)))


def has_an_office(person: Person) -> float:
    """Tell whether the word for an office stands before the name: presidents and inspectors are seldom victims."""
    return float(any(map(person.words.offices.search, person.before)))


def speaks(person: Person) -> float:
    """Return how often the name is followed by a word for speaking, as a logarithm."""
    return times(filter(person.words.speaks.match, person.behind))


def is_cited(person: Person) -> float:
    """Return how often a word for speaking stands before the name ("according to"), as a logarithm."""
    return times(filter(person.words.cited.search, person.before))


def is_listed(person: Person) -> float:
    """Tell whether the name stands in a list of names."""
    return float(bool(person.listed))


def is_listed_with_a_victim(person: Person) -> float:
    """Tell whether a word for a violation stands right beside a name of the same list."""
    return float(any(stands_beside_a_deed(person.article, mate) for mate in person.listed))


def many_are_named(person: Person) -> float:
    """Return how many other persons the article names, as a logarithm."""
    return log1p(person.others)


def the_article_tells_deeds(person: Person) -> float:
    """Return how many words for violations the article has in a thousand characters, as a logarithm."""
    return log1p(len(person.article.harms) * 1000 / max(1, len(person.article.text)))


PERSON_FEATURES: tuple[Callable[[Person], float], ...] = (
    always,
    is_named_often,
    has_more_than_one_name,
    is_named_late,
    is_in_the_opening,
    is_at_the_end,
    is_a_victim_of_events,
    is_a_target_of_events,
    is_blamed_for_events,
    is_beside_a_deed,
    is_in_sentences_of_deeds,
    deeds_name_nobody_more,
    is_what_was_done_to,
    is_what_befell,
    has_an_age,
    has_an_apposition,
    has_a_defenders_calling,
    has_an_office,
    speaks,
    is_cited,
    is_listed,
    is_listed_with_a_victim,
    many_are_named,
    the_article_tells_deeds,
)


def likely_victims(persons: Iterable[Person], weights: Weighed[Person]) -> tuple[str, ...]:
    """Return the names of the persons who are likely enough a victim of the key."""
    return tuple(person.name for person in persons if earned(weights, person) > LEAST)
