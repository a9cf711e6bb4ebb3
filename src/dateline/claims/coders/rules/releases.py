"""Releases: what armed actors publish: who, when, through whom, in which medium and language; never what it says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from dateline.claims.coders.rules import grammar, positions
from dateline.claims.coders.rules.assertion import assertion_of
from dateline.claims.coders.rules.page import Page, dates_within
from dateline.claims.coders.rules.told import Part, Telling, actor_part
from dateline.claims.coders.rules.who import Who, who
from dateline.claims.records import Code, Named
from dateline.mentions.titles import find_titles
from dateline.values.spans import Span

_ARMED, _MEDIA = {"rebel", "political_militia", "identity_militia", "criminal"}, "media"
_DATE_REACH = 16  # words after the verb of release within which its date stands
_SAYING = {"VERB", "AUX", "SCONJ"}
_TITLE_REACH = 4  # words between a publication and its title: "video, titled"
_DEFINITE = {"the", "this", "that", "its"}


@dataclass(frozen=True, slots=True)
class ReleaseWords:
    """The lists of releases.yaml; `media` and `themes` by lemma."""

    media: Mapping[str, str]
    themes: Mapping[str, str]
    lists: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Release:
    """The publication that the page told of last: the how-manieth it is, and its medium."""

    number: int
    medium: str


@cache
def load_release_words() -> ReleaseWords:
    lists = yaml.safe_load((files(__package__) / "data" / "releases.yaml").read_text(encoding="utf-8"))
    media = {word: medium for medium, words in lists["media"].items() for word in words}
    themes = {word: theme for theme, words in lists["themes"].items() for word in words}
    return ReleaseWords(media, themes, lists)


def find_releases(page: Page) -> Iterator[Telling]:
    """Yield what the page tells of publications; "the video" goes on with the video told of last."""
    words = load_release_words()
    titles = find_titles(page.reading)
    open_: _Release | None = None
    number = 0
    for token in page.tokens:
        medium = words.media.get(token.lemma)
        if medium is None or token.pos not in {"NOUN", "PROPN"}:
            continue
        publisher = _publisher(page, token.index)
        if publisher is not None and not (open_ and _is_definite(page, token.index) and open_.medium == medium):
            number += 1
            open_ = _Release(number, medium)
        if open_ is None or open_.medium != medium or (publisher is None and not _is_definite(page, token.index)):
            continue
        telling = _telling(page, token.index, open_, publisher, titles)
        if telling is not None:
            yield telling


@dataclass(frozen=True, slots=True)
class _Publisher:
    verb: int
    actor: Who
    outlet: Who | None


def _publisher(page: Page, noun: int) -> _Publisher | None:
    """Return who released a publication, where the text says so and it is an armed actor."""
    verb = _verb_of_release(page, noun)
    if verb is None:
        return None
    for agent in positions.doers(page, verb):
        found = _armed_publisher(page, verb, agent)
        if found is not None:
            return found
    return None


def _verb_of_release(page: Page, noun: int) -> int | None:
    verbs = load_release_words().lists["released"]["verbs"]
    token = page.tokens[noun]
    below = grammar.all_children(page, noun, "acl", "relcl")
    above = [token.head] if token.dep in {"dobj", "nsubjpass"} else []
    return next((v for v in (*below, *above) if page.tokens[v].lemma in verbs), None)


def _armed_publisher(page: Page, verb: int, agent: int) -> _Publisher | None:
    owners = positions.role_owners(page, agent)
    armed = next((owner for owner in owners if _ARMED & set(owner.mention.labels)), None)
    if armed is not None:
        bearers = positions.role_bearers(page, agent, owners)
        return _Publisher(verb, armed, bearers[0] if bearers else None)
    own = who(page, agent)
    if own is not None and _ARMED & set(own.mention.labels):
        return _Publisher(verb, own, None)
    return None


def _is_definite(page: Page, noun: int) -> bool:
    first, _ = grammar.phrase(page, noun)
    owners = [w for w in positions.whos(page, positions.possessors(page, noun)) if w.side == "armed"]
    return page.tokens[first].text.lower() in _DEFINITE or bool(owners)


def _telling(
    page: Page, noun: int, release: _Release, publisher: _Publisher | None, titles: tuple[Span, ...]
) -> Telling | None:
    assertion = assertion_of(page, (publisher.verb if publisher else noun,))
    if assertion is None:
        return None
    medium = Part("medium", Code("medium", release.medium), page.quote_tokens(noun, noun))
    parts = [
        *(_published_by(page, publisher) if publisher else ()),
        *(_date(page, publisher.verb) if publisher else ()),
        *([medium] if publisher else ()),
        *_title(page, noun, titles),
        *_language(page, noun),
        *_about(page, noun),
        *_themes(page, noun),
    ]
    first, last = grammar.phrase(page, noun)
    return Telling((str(release.number),), first, max(last, noun), tuple(parts), assertion) if parts else None


def _published_by(page: Page, publisher: _Publisher) -> Iterator[Part]:
    yield actor_part(page, "actor", publisher.actor)
    if publisher.outlet is not None:
        yield actor_part(page, "outlet", publisher.outlet)


def _date(page: Page, verb: int) -> Iterator[Part]:
    """Yield the first date after the verb of release, where nothing else is said in between."""
    for mention in dates_within(page, page.sentence(verb).span):
        inside = page.tokens_in(mention.span)
        if mention.value is None or inside.start < verb:
            continue
        between = page.tokens[verb + 1 : inside.start]
        if inside.start - verb <= _DATE_REACH and not any(t.pos in _SAYING or t.text == ":" for t in between):
            yield Part("date", mention.value, page.quote(mention.span.start, mention.span.end))
        return


def _title(page: Page, noun: int, titles: tuple[Span, ...]) -> Iterator[Part]:
    words = load_release_words().lists["titled"]["words"]
    for title in titles:
        inside = page.tokens_in(title)
        between = page.tokens[noun + 1 : inside.start]
        if 0 < inside.start - noun <= _TITLE_REACH + 1 and (
            len(between) <= 1 or any(token.text.lower() in words for token in between)
        ):
            text = title.cut(page.document.text).strip(" ,.;")
            yield Part("title", Named(" ".join(text.split())), page.quote(title.start, title.start + len(text)))


def _language(page: Page, noun: int) -> Iterator[Part]:
    """Yield the language that hangs on the publication: "delivered in English", "an English-language video"."""
    languages = load_release_words().lists["languages"]["words"]
    for index in sorted(grammar.subtree(page, noun)):
        if page.tokens[index].text in languages:
            before, after = (
                page.tokens[index - 1].text,
                page.tokens[index + 1].text if index + 1 < len(page.tokens) else "",
            )
            if before == "in" or after == "-" or page.tokens[index].head == noun:
                yield Part("language", Named(page.tokens[index].text), page.quote_tokens(index, index))
                return


def _about(page: Page, noun: int) -> Iterator[Part]:
    lists, sentence = load_release_words().lists["about"], page.sentence(noun)
    for index in range(sentence.first, sentence.last):
        token = page.tokens[index]
        if token.lemma in lists["nouns"]:
            nouns = positions.after(page, [index], *lists["after"])
        elif token.lemma in lists["verbs"] and token.pos == "VERB":
            nouns = grammar.patients(page, index)
        elif token.lemma in lists["prepositions"] and token.head == noun:
            nouns = grammar.objects_of(page, index)
        else:
            continue
        for actor in positions.whos(page, nouns)[:1]:
            yield actor_part(page, "about", actor)
            return


def _themes(page: Page, noun: int) -> Iterator[Part]:
    themes, sentence = load_release_words().themes, page.sentence(noun)
    seen: set[str] = set()
    for token in page.tokens[sentence.first : sentence.last]:
        theme = themes.get(token.lemma)
        if theme is not None and theme not in seen and token.pos in {"VERB", "NOUN"}:
            seen.add(theme)
            yield Part("theme", Named(theme.replace("_", " ")), page.quote_tokens(token.index, token.index))
