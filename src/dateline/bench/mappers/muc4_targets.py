"""The targets of an incident as MUC-4 has them: buildings and vehicles, and people with what happened to them."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, takewhile

from dateline.bench.mappers.muc4_words import MucWords
from dateline.bench.report import Incident, Report
from dateline.claims.records import Claim, Code, Named
from dateline.mentions.records import Mention, MentionKind
from dateline.values.count_words import count_words
from dateline.values.counts import Count, Operator
from dateline.values.folding import fold
from dateline.values.numerals import number_pattern, read_number
from dateline.values.spans import Span

PLURAL = "PLURAL"
_FIRST_NAMES = 2  # words before what the recogniser took for the whole name
_EFFECTS: Mapping[str, tuple[str, str]] = {"deaths": ("DEATH", "NO DEATH"), "injured": ("INJURY", "NO INJURY")}
_SPARED = frozenset(spared for _, spared in _EFFECTS.values())
_COUNTED = ("deaths", "injured", "abducted", "missing")
_RELEASE, _FREED = "release_of_captives", "REGAINED FREEDOM"
_NOBODY = re.compile(r"(?:no|nobody|none)\b", re.IGNORECASE)
_NUMBER_WORDS = count_words("en").numbers.units.keys()
_WORD = re.compile(r"\s*([A-Za-z]+)")
_ABOUT = r"about|some|approximately|around|nearly|at least"
_NUMBER_FIRST = re.compile(
    rf"(?:the\s+)?(?:(?P<about>{_ABOUT})\s+)?(?P<number>{number_pattern(count_words('en').numbers)})\s+", re.IGNORECASE
)
_DETERMINERS = ("the ", "a ", "an ", "his ", "her ", "their ", "its ")


@dataclass(frozen=True, slots=True)
class Target:
    """A building, a vehicle, or one or more people, in the text's words; `span` is where they stand."""

    name: str = ""  # a person's; empty where only a description is given
    description: str = ""
    type: str = ""
    number: str = ""
    nation: str = ""
    effects: frozenset[str] = field(default=frozenset())
    span: Span | None = None

    @property
    def words(self) -> str:
        return self.name or self.description


def in_capitals(text: str) -> str:
    """Return a text's words in capitals, without a determiner at their head."""
    plain = " ".join(fold(text).split())
    bare = next((plain[len(word) :] for word in _DETERMINERS if plain.lower().startswith(word)), plain)
    return bare.upper().strip(" ,.;:-\"'[]()")


def number_of(count: Count) -> str:
    """Return a count as the answer keys write it: 3, 3-5, 3-, ~3, PLURAL."""
    low, high = count.low, count.high
    if count.operator is Operator.VAGUE:
        return PLURAL
    if count.operator in {Operator.ABOUT, Operator.NEARLY}:
        return f"~{count.best if count.best is not None else low or high}"
    if high is None:
        least = low if low is not None else count.best or 0
        return f"{least - 1 if count.operator is Operator.MORE_THAN else least}-"
    return str(high) if low in {None, high} else f"{low}-{high}"


def buildings(report: Report, incident: Incident, words: MucWords) -> list[Target]:
    """Return the buildings and vehicles that were attacked, each with its type, number and damage."""
    harmed = [target for claim in incident.claims("effect") if (target := _harmed(report, claim, words))]
    struck = [target for claim in incident.claims("target", "victim") if (target := _building(report, claim, words))]
    told = [_with_harm(target, harmed, incident, words) for target in struck]
    return _merged([*told, *harmed])


def _building(report: Report, claim: Claim, words: MucWords) -> Target | None:
    label, name = _label(claim, words.facilities), in_capitals(_text(claim))
    if not label or not name:
        return None
    nation = _nation(report, claim, words)
    return Target("", name, words.facilities[label], _number_said(claim), nation, span=claim.highlight.span)


def _harmed(report: Report, claim: Claim, words: MucWords) -> Target | None:
    """Return what a claim says was destroyed, damaged or burned, where it is a building or vehicle."""
    label, harm = _label(claim, words.facilities), _label(claim, words.harm)
    if not label or not harm:
        return None
    name = in_capitals(_NUMBER_FIRST.sub("", claim.highlight.text))
    effects, nation = frozenset({words.harm[harm]}), _nation(report, claim, words)
    return Target("", name, words.facilities[label], _number_said(claim), nation, effects, claim.highlight.span)


def _with_harm(target: Target, harmed: Sequence[Target], incident: Incident, words: MucWords) -> Target:
    """Return a target with the harm that the text says of it, else the one that the event's own sentences speak of."""
    own = next((other.effects for other in harmed if _same(other, target)), None)
    return replace(target, effects=own or frozenset({_damage(target, incident, words)} - {""}))


def people(report: Report, incident: Incident, words: MucWords) -> list[Target]:
    """Return the people who were attacked or harmed; a name and a count of the same words are of the same people."""
    arrested = {claim.highlight.span for claim in incident.claims("captured")}
    attacked = (claim for claim in incident.claims("victim", "target") if claim.highlight.span not in arrested)
    named = (_person(report, claim, words) for claim in attacked)
    counted = (_counted(report, claim, words) for slot in _COUNTED for claim in incident.claims(slot))
    at_home = (_at_home(report, claim, words) for claim in incident.claims("target"))
    told = [_with_name(report, target) for target in (*named, *counted, *at_home) if target is not None]
    return _settled(_freed(_merged(told), incident), words)


def _person(report: Report, claim: Claim, words: MucWords) -> Target | None:
    label = _label(claim, words.people)
    if not label or _NOBODY.match(_text(claim)) or in_capitals(_text(claim)).lower() in _NUMBER_WORDS:
        return None
    inside = (mention.labels for mention in report.mentions_in(claim.highlight.span))
    if words.armed & {*_labels(claim), *chain.from_iterable(inside)}:
        return None
    said = _name(report, claim)
    name, description = _parted(in_capitals(_text(claim)), in_capitals(said), words)
    name = in_capitals(report.full_name(said)) if name == in_capitals(said) and said else name
    number = "1" if said else _number_said(claim)
    nation = _nation(report, claim, words)
    kind = words.people[label]
    if words.no_longer & set(re.findall(r"[A-Z]+", in_capitals(_text(claim)))):
        kind = words.former.get(kind, kind)
    return Target(name, description, kind, number, nation, span=claim.highlight.span)


def _at_home(report: Report, claim: Claim, words: MucWords) -> Target | None:
    """Return whose home or car was struck: "the home of Colonel Rui Lima" is an attack on him too."""
    if not _label(claim, words.homes):
        return None
    said = next((each.text for each in _persons_in(report, claim) if " " in each.text), "")
    return Target(in_capitals(report.full_name(said)), number="1", span=claim.highlight.span) if said else None


def _name(report: Report, claim: Claim) -> str:
    """Return the person's name that a claim's words hold; "" where they only describe."""
    mention = report.mentions.get(claim.value.mention_id or "") if isinstance(claim.value, Named) else None
    if mention is not None and (mention.kind is MentionKind.PERSON or "person" in _labels(claim)):
        return mention.text
    unknown = _text(claim).partition(",")[0] if mention is None and "person" in _labels(claim) else ""
    return next((each.text for each in _persons_in(report, claim) if " " in each.text), unknown)


def _persons_in(report: Report, claim: Claim) -> Iterator[Mention]:
    return (each for each in report.mentions_in(claim.highlight.span) if each.kind is MentionKind.PERSON)


def _parted(whole: str, name: str, words: MucWords) -> tuple[str, str]:
    """Return (name, description) of a phrase; titles describe, and a lone word before a name is its first."""
    if not name:
        return "", whole
    before, _, behind = whole.partition(name)
    titles = list(takewhile(words.titles.__contains__, name.split()))
    leading = before.split()
    if 0 < len(leading) <= _FIRST_NAMES and not words.titles & set(leading) and not titles:
        name, leading = f"{before}{name}", []
    own = name.split()[len(titles) :]
    return " ".join(own) or name, in_capitals(" ".join([*leading, *titles])) or in_capitals(behind)


def _counted(report: Report, claim: Claim, words: MucWords) -> Target | None:
    count = claim.value
    if not isinstance(count, Count) or count.side == "armed":
        return None
    happened, spared = _EFFECTS.get(claim.slot, ("", ""))
    if count.high == 0:
        return _spared_target(claim, count, spared, words)
    effects, whose = frozenset({happened} - {""}), in_capitals(count.whose or _counted_words(claim, words))
    kind = words.people["civilian"] if count.side == "civilian" else ""
    said = next((each.text for each in _persons_in(report, claim) if in_capitals(each.text) == whose), "")
    name, whose = (in_capitals(report.full_name(said)), "") if said else ("", whose)
    nation = _nation(report, claim, words)
    return Target(name, whose, kind, number_of(count), nation, effects, claim.highlight.span)


def _spared_target(claim: Claim, count: Count, spared: str, words: MucWords) -> Target | None:
    """Return who was spared: nobody in particular ("no casualties"), or somebody who was neither hurt nor killed."""
    if not spared or (count.whose or "").lower() in words.casualties:
        return Target(effects=_SPARED) if spared else None
    if _NOBODY.match(claim.highlight.text):
        return Target(effects=frozenset({spared}))
    return Target("", in_capitals(count.whose or ""), number="1", effects=_SPARED, span=claim.highlight.span)


def _counted_words(claim: Claim, words: MucWords) -> str:
    """Return the people that a number counts and no list describes: "3,000 [people]", "12 [injured]"; else ""."""
    own = claim.highlight.text.split()[-1]
    behind = _WORD.match(claim.quote.text, claim.highlight.span.end - claim.quote.span.start)
    harm = behind[1] if behind is not None and behind[1].lower() in words.harmed else ""
    return own if own.lower() in words.unlisted else harm


def _with_name(report: Report, target: Target) -> Target:
    """Return a described person with the one name that the text gives to such a one: "the businessman Rui Lima"."""
    if target.name or target.number != "1" or not target.description:
        return target
    last = target.description.split()[-1]
    persons = (each for each in report.coded.mentions if each.kind is MentionKind.PERSON and " " in each.text)
    named = {in_capitals(report.full_name(each.text)) for each in persons if _stands_behind(report, last, each)}
    return replace(target, name=named.pop()) if len(named) == 1 else target


def _stands_behind(report: Report, word: str, person: Mention) -> bool:
    before = report.text[: person.span.start].rstrip(" \n,")[-len(word) - 1 :].upper()
    return before.strip() == word


def _freed(targets: Sequence[Target], incident: Incident) -> list[Target]:
    """Tell of the captives who were let go, in whose sentence that stands, or who are the only ones."""
    released = [claim for claim in incident.claims("type") if claim.value == Code("kind", _RELEASE)]
    alone = len([target for target in targets if target.words]) == 1

    def is_freed(target: Target) -> bool:
        told = (claim.quote.span.contains(target.span) for claim in released if target.span is not None)
        return not target.effects and (bool(alone and released) or any(told))

    return [replace(each, effects=frozenset({_FREED})) if is_freed(each) else each for each in targets]


def _settled(targets: Sequence[Target], words: MucWords) -> list[Target]:
    """Give what happened to nobody in particular to those of whom nothing else is told.

    "There were no casualties" is said of all of them, and of nobody where there are none; "killing him" of the only
    one. Where somebody is named, "the victim" is he.
    """
    told = [target for target in targets if target.words]
    if any(target.name for target in told):
        told = [target for target in told if target.name or target.effects or not _is_anybody(target, words)]
    loose = frozenset(effect for target in targets if not target.words for effect in target.effects)
    spared, harm = loose & _SPARED, loose - _SPARED
    unhurt = [target for target in told if not target.effects]
    if spared and not told:
        return [Target(effects=spared)]
    added = spared or (harm if len(unhurt) == 1 else frozenset[str]())
    return [replace(each, effects=added) if each in unhurt else each for each in told]


def _is_anybody(target: Target, words: MucWords) -> bool:
    return set(target.description.split()) <= words.anybody


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Named) else ""


def _label(claim: Claim, table: Container[str]) -> str:
    return next((label for label in _labels(claim) if label in table), "")


def _nation(report: Report, claim: Claim, words: MucWords) -> str:
    """Return the foreign country that the words of a target name ("U.S. missionaries"), if they name one."""
    inside = report.mentions_in(claim.highlight.span)
    places = (report.places[mention.id].place for mention in inside if mention.id in report.places)
    foreign = (place.country for place in places if place and place.country and place.country != report.home_country)
    return next((words.countries[country] for country in foreign if country in words.countries), "")


def _labels(claim: Claim) -> tuple[str, ...]:
    return claim.value.labels if isinstance(claim.value, Named) else ()


def _number_said(claim: Claim) -> str:
    number = _NUMBER_FIRST.match(claim.highlight.text)
    if number is not None:
        return f"{'~' if number['about'] else ''}{read_number(number['number'], count_words('en').numbers)}"
    return PLURAL if "plural" in _labels(claim) else "1"


def _merged(targets: Sequence[Target]) -> list[Target]:
    merged: list[Target] = []
    for target in targets:
        same = next((index for index, other in enumerate(merged) if _same(other, target)), None)
        if same is None:
            merged.append(target)
        else:
            merged[same] = _joined(merged[same], target)
    return merged


def _same(one: Target, other: Target) -> bool:
    if one.span and other.span and one.span.overlaps(other.span):
        return True
    if not one.words and not other.words:
        return True
    mine, theirs = set(f"{one.name} {one.description}".split()), set(f"{other.name} {other.description}".split())
    if one.name and other.name:  # relatives share their last names
        return one.name.split()[0] in other.name.split() or other.name.split()[0] in one.name.split()
    return bool(mine and theirs) and (mine <= theirs or theirs <= mine)


def _joined(one: Target, other: Target) -> Target:
    """Return both as one: the first's words, and whatever else only the second tells."""
    adds_words = not set(other.description.split()) <= set(one.name.split())
    is_vague = one.number in {"", PLURAL} and other.number
    return replace(
        one,
        name=one.name or other.name,
        description=one.description or (other.description if adds_words else ""),
        type=one.type or other.type,
        number=other.number if is_vague else one.number,
        nation=one.nation or other.nation,
        effects=one.effects | other.effects,
    )


def _damage(target: Target, incident: Incident, words: MucWords) -> str:
    said = " ".join(_sentences(target, incident)).lower()
    return next((row.effect for row in words.damage if any(stem in said for stem in row.stems)), "")


def _sentences(target: Target, incident: Incident) -> Iterator[str]:
    told = (claim.quote.text for claim in incident.claims("target", "victim") if claim.highlight.span == target.span)
    yield from (fold(text) for text in told)
    yield from (fold(quote.text) for frame in incident.frames for quote in frame.mentions)
