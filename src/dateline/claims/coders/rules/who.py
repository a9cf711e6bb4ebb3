"""Who: the actor that a noun phrase names, by its own name or through "the group", "its" and "the latter"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.coreference_words import listed
from dateline.claims.coders.rules.page import Page
from dateline.claims.coders.rules.records import Referent
from dateline.mentions.records import Mention, MentionKind

_LONGEST_NAME = 7  # words in the name of a body
_OWNING = ("poss", "compound", "nmod", "amod")
_SHORTEST_STEM = 3  # letters of a country's name that its adjective must share: "Mali", "Malian"
_ARMED = {"rebel", "political_militia", "identity_militia", "criminal"}
_STATE = {"state_forces", "government", "external", "country"}
_CALLING = {"known", "called", "named", "dubbed", "calling", "calls", "call"}  # "a group calling itself the Red Column"


@dataclass(frozen=True, slots=True)
class Who:
    """An actor where a text speaks of it: the mention that names it, and the words here, tokens `first` to `last`.

    `is_named` is False where the words here only stand for the name ("the group"); `likelihood` says how sure it is
    then that this name is meant, `reason` why.
    """

    mention: Mention
    first: int
    last: int
    is_named: bool = True
    likelihood: float = 1.0
    reason: str = ""

    @property
    def key(self) -> str:
        """What makes two names one actor: the roster's entry, else the role, else the name without its article."""
        if self.mention.keys:
            return self.mention.keys[0]
        return self.mention.labels[1] if self.mention.kind is MentionKind.ROLE else _plain(self.mention.text)

    @property
    def side(self) -> str:
        """Return "armed", "state", or "other"."""
        labels = set(self.mention.labels)
        return "state" if labels & _STATE else "armed" if labels & _ARMED else "other"


def who(page: Page, noun: int) -> Who | None:
    """Return the actor that the noun's phrase names or stands for, or None; of two ("both groups") the first."""
    return next(iter(everyone(page, noun)), None)


def everyone(page: Page, noun: int) -> Sequence[Who]:
    """Return the actors that the noun's phrase names or stands for: two for "both groups", maybe none."""
    named = named_at(page, noun) or _apposed(page, noun) or _called(page, noun) or _owned(page, noun)
    if named is not None:
        return (named,)
    referent = page.referents.get(noun)
    if referent is None:
        return ()
    first, last = grammar.phrase(page, noun)
    return [_standing(each, first, last, referent) for each in referent.mentions]


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
    return len(words) <= _LONGEST_NAME and not listed("bodies", "words").isdisjoint(words)


def _owned(page: Page, noun: int) -> Who | None:
    """Return whose people or body a noun is: "Malian troops" are a state's body, "the Malian government" is Mali."""
    owner, role = _spoken_for(page, noun), _role_at(page, noun)
    if owner is None or role is None:
        return owner or role
    is_mere_country = owner.mention.kind is MentionKind.PLACE and "government" not in role.mention.labels
    return role if is_mere_country else owner


def _role_at(page: Page, noun: int) -> Who | None:
    """Return the state's body that a noun is: "the army", "Malian troops"."""
    mention = page.roles_at.get(noun)
    if mention is None:
        return None
    inside = page.tokens_in(mention.span)
    return Who(mention, inside.start, inside.stop - 1) if inside.stop - 1 == noun else None


def _apposed(page: Page, noun: int) -> Who | None:
    """Read "the armed group, the Red Column" as the Red Column."""
    for index in grammar.all_children(page, noun, "appos"):
        found = named_at(page, index)
        if found is not None and index > noun:
            return found
    return None


def _called(page: Page, noun: int) -> Who | None:
    """Read "a group calling itself the Red Column" as the Red Column."""
    for clause in grammar.all_children(page, noun, "acl", "relcl"):
        if page.tokens[clause].text.lower() in _CALLING:
            end = max(grammar.subtree(page, clause))
            return next(actors_between(page, clause, end + 1), None)
    return None


def _spoken_for(page: Page, noun: int) -> Who | None:
    """Read "the Red Column's leadership", "members of the group" and "the Malian government"."""
    lemma = page.tokens[noun].lemma
    by_actor, by_state = lemma in listed("stands_for", "actor"), lemma in listed("stands_for", "state")
    if not (by_actor or by_state):
        return None
    for owner in _owners(page, noun):
        if owner is not None and (by_state if owner.mention.kind is MentionKind.PLACE else by_actor):
            return replace(owner, first=min(owner.first, noun), last=max(owner.last, noun))
    return None


def _owners(page: Page, noun: int) -> Iterator[Who | None]:
    for index in grammar.all_children(page, noun, *_OWNING):
        yield named_at(page, index) or _country_of(page, index) or _stood_for(page, index)
    for index in grammar.prepositional(page, noun, "of"):
        yield named_at(page, index) or _stood_for(page, index)


def _stood_for(page: Page, token: int) -> Who | None:
    referent = page.referents.get(token)
    if referent is None:
        return None
    return _standing(referent.mentions[0], token, token, referent)


def _standing(mention: Mention, first: int, last: int, referent: Referent) -> Who:
    return Who(mention, first, last, is_named=False, likelihood=referent.likelihood, reason=referent.reason)


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
    return is_stem and (word[shared:] == "" or word[shared:] in listed("demonyms", "endings")) and word != country


def _nearest(mentions: list[Mention], start: int) -> Mention:
    before = [m for m in mentions if m.span.start <= start]
    return before[-1] if before else mentions[0]


def _plain(name: str) -> str:
    return " ".join(name.lower().replace("\u2019", "'").removeprefix("the ").split())
