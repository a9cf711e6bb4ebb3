"""The targets of an incident as MUC-4 has them: buildings and vehicles, and people with what happened to them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dateline.bench.mappers.muc4_words import MucWords
from dateline.bench.report import Incident, Report
from dateline.claims.records import Claim, Named
from dateline.mentions.records import MentionKind
from dateline.values.counts import Count, Operator
from dateline.values.folding import fold
from dateline.values.spans import Span

PLURAL = "PLURAL"
_EFFECTS: Mapping[str, tuple[str, str]] = {"deaths": ("DEATH", "NO DEATH"), "injured": ("INJURY", "NO INJURY")}
_COUNTED = ("deaths", "injured", "abducted", "missing", "captured")
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
        return f"{low if low is not None else count.best}-"
    return str(high) if low in {None, high} else f"{low}-{high}"


def buildings(report: Report, incident: Incident, words: MucWords) -> list[Target]:
    """Return the buildings and vehicles that were attacked, each with its type, number and damage."""
    found: dict[str, Target] = {}
    for claim in incident.claims("target", "victim"):
        label = _label(claim, words.facilities)
        name = in_capitals(_text(claim))
        if label and name and name not in found:
            effects = frozenset({_damage(claim, incident, words)} - {""})
            nation = _nation(report, claim, words)
            found[name] = Target("", name, words.facilities[label], _number_said(claim), nation, effects)
    return list(found.values())


def people(report: Report, incident: Incident, words: MucWords) -> list[Target]:
    """Return the people who were attacked or harmed; a name and a count of the same words are of the same people."""
    named = (_person(report, claim, words) for claim in incident.claims("victim", "target"))
    counted = (_counted(report, claim, words) for slot in _COUNTED for claim in incident.claims(slot))
    return _merged([target for target in (*named, *counted) if target is not None])


def _text(claim: Claim) -> str:
    return claim.value.text if isinstance(claim.value, Named) else ""


def _label(claim: Claim, table: Mapping[str, str]) -> str:
    labels = claim.value.labels if isinstance(claim.value, Named) else ()
    return next((label for label in labels if label in table), "")


def _nation(report: Report, claim: Claim, words: MucWords) -> str:
    """Return the foreign country that the words of a target name ("U.S. missionaries"), if they name one."""
    inside = report.mentions_in(claim.highlight.span)
    places = (report.places[mention.id].place for mention in inside if mention.id in report.places)
    foreign = (place.country for place in places if place and place.country and place.country != report.home_country)
    return next((words.countries[country] for country in foreign if country in words.countries), "")


def _person(report: Report, claim: Claim, words: MucWords) -> Target | None:
    label = _label(claim, words.people)
    if not label:
        return None
    mention = report.mentions.get(claim.value.mention_id or "") if isinstance(claim.value, Named) else None
    is_name = mention is not None and mention.kind is MentionKind.PERSON
    name = in_capitals(mention.text) if mention is not None and is_name else ""
    whole = in_capitals(_text(claim))
    description = whole.replace(name, "").strip(" ,") if name else whole
    number = "1" if is_name else _number_said(claim)
    nation = _nation(report, claim, words)
    return Target(name, description, words.people[label], number, nation, span=claim.highlight.span)


def _number_said(claim: Claim) -> str:
    plural = isinstance(claim.value, Named) and "plural" in claim.value.labels
    said = next((word for word in claim.highlight.text.split() if word.isdecimal()), None)
    return said or (PLURAL if plural else "1")


def _counted(report: Report, claim: Claim, words: MucWords) -> Target | None:
    count = claim.value
    if not isinstance(count, Count) or count.side == "armed":
        return None
    happened, spared = _EFFECTS.get(claim.slot, ("", ""))
    if count.high == 0:
        return Target(effects=frozenset({spared} - {""})) if spared else None
    effects, whose = frozenset({happened} - {""}), in_capitals(count.whose or "")
    nation = _nation(report, claim, words)
    return Target("", whose, _type_of_side(count, words), number_of(count), nation, effects, claim.highlight.span)


def _type_of_side(count: Count, words: MucWords) -> str:
    return words.people["civilian"] if count.side == "civilian" else ""


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
    if one.name and other.name:
        return bool(set(one.name.split()) & set(other.name.split()))
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


def _damage(claim: Claim, incident: Incident, words: MucWords) -> str:
    said = " ".join(_sentences(claim, incident)).lower()
    return next((row.effect for row in words.damage if any(stem in said for stem in row.stems)), "")


def _sentences(claim: Claim, incident: Incident) -> Iterator[str]:
    yield fold(claim.quote.text)
    yield from (fold(quote.text) for frame in incident.frames for quote in frame.mentions)
