"""Scores MUC-4 as the neural systems are scored: incident type and five roles, entities instead of alternatives.

Four figures, with the definitions of the published evaluations:
* ceaf_ree: templates aligned one to one within an incident type, then roles and type counted together (GTT, Du et al.
  2021);
* roles: the same without the incident type;
* type_ree: the incident type alone;
* pooled_ree: the roles of all templates of a document pooled, entities aligned one to one (GRIT, Du et al. 2021).
A predicted entity is right if all its names stand in one entity of the key.
"""

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from dateline.bench.assignment import best_assignment
from dateline.bench.bootstrap import f1, interval
from dateline.bench.records import Row
from dateline.bench.scorers.muc4_templates import Template

ROLES: Mapping[str, str] = {
    "PerpInd": "perp_individual",
    "PerpOrg": "perp_organization",
    "Target": "phys_tgt_id",
    "Victim": "hum_tgt_name",
    "Weapon": "instrument_id",
}
"""Role of the neural systems -> MUC-4 slot; a victim is a named one only."""

TYPE = "incident_type"
Entity = tuple[str, ...]
Counts = tuple[int, int, int, int]  # right by prediction, predicted, right by key, in the key
_ARTICLE = re.compile(r"\b(?:a|an|the)\b")
_NO_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True)
class RoleTemplate:
    """An incident type ("bombing / attack" where the key allows two) and the entities of each role."""

    incident_type: str
    roles: Mapping[str, tuple[Entity, ...]]


def normalise(text: str) -> str:
    """Lower case, without punctuation and articles: the normalisation of the published evaluation."""
    bare = text.lower().translate(_NO_PUNCTUATION)
    return " ".join(_ARTICLE.sub(" ", bare).split())


def read_roles(template: Template) -> RoleTemplate:
    """Return the five-role form of a 24-slot template; alternatives of a fill are names of one entity."""
    kinds = " / ".join(kind.lower() for fill in template.fills(TYPE)[:1] for kind in fill.alts)
    roles = {
        role: tuple(tuple(normalise(name) for name in fill.alts) for fill in template.fills(slot))
        for role, slot in ROLES.items()
    }
    return RoleTemplate(kinds, roles)


def _contained(predicted: Entity, gold: Entity) -> bool:
    return all(name in gold for name in predicted)


def _pair_counts(predicted: RoleTemplate, gold: RoleTemplate) -> dict[str, Counts]:
    counts: dict[str, Counts] = {TYPE: (1, 1, 1, 1)}
    for role in ROLES:
        mine, theirs = predicted.roles.get(role, ()), gold.roles.get(role, ())
        right = sum(any(_contained(one, other) for other in theirs) for one in mine)
        found = sum(any(_contained(one, other) for one in mine) for other in theirs)
        counts[role] = (right, len(mine), found, len(theirs))
    return counts


def _alone(template: RoleTemplate, *, predicted: bool) -> dict[str, Counts]:
    sizes = {TYPE: 1, **{role: len(template.roles.get(role, ())) for role in ROLES}}
    return {name: (0, size, 0, 0) if predicted else (0, 0, 0, size) for name, size in sizes.items()}


def count_document(predicted: Sequence[RoleTemplate], gold: Sequence[RoleTemplate]) -> dict[str, Counts]:
    """Return the counts of one document by role and type, templates aligned; equal templates of the key count once."""
    key = list({_fingerprint(template): template for template in gold}.values())
    pairs = {
        (left, right): _pair_counts(mine, theirs)
        for left, mine in enumerate(predicted)
        for right, theirs in enumerate(key)
        if mine.incident_type in theirs.incident_type
    }
    worth = [[_matched(pairs.get((left, right))) for right in range(len(key))] for left in range(len(predicted))]
    aligned = best_assignment(worth)
    parts = [pairs[pair] for pair in aligned]
    lefts, rights = {left for left, _ in aligned}, {right for _, right in aligned}
    parts += [_alone(template, predicted=True) for index, template in enumerate(predicted) if index not in lefts]
    parts += [_alone(template, predicted=False) for index, template in enumerate(key) if index not in rights]
    return {name: _add([part[name] for part in parts]) for name in (TYPE, *ROLES)}


def _fingerprint(template: RoleTemplate) -> tuple[object, ...]:
    return (template.incident_type, *(template.roles.get(role, ()) for role in ROLES))


def _matched(counts: dict[str, Counts] | None) -> float:
    return float(sum(count[0] + count[2] for count in counts.values())) if counts else 0.0


def _add(counts: Sequence[Counts]) -> Counts:
    columns = list(zip(*counts, strict=True)) or [(), (), (), ()]
    return (sum(columns[0]), sum(columns[1]), sum(columns[2]), sum(columns[3]))


def count_pooled(predicted: Sequence[RoleTemplate], gold: Sequence[RoleTemplate]) -> dict[str, Counts]:
    """Return the counts of one document by role, entities of all templates pooled and aligned one to one."""
    return {role: _pooled(_entities(predicted, role), _entities(gold, role)) for role in ROLES}


def _entities(templates: Sequence[RoleTemplate], role: str) -> list[Entity]:
    return list(dict.fromkeys(entity for template in templates for entity in template.roles.get(role, ())))


def _pooled(predicted: list[Entity], gold: list[Entity]) -> Counts:
    right = len(best_assignment([[float(_contained(mine, theirs)) for mine in predicted] for theirs in gold]))
    return (right, len(predicted), right, len(gold))


def score(documents: Sequence[tuple[Sequence[RoleTemplate], Sequence[RoleTemplate]]]) -> tuple[Row, ...]:
    """Return `muc4.ceaf_ree.f1`, `.roles.f1`, `.type_ree.f1` and `.pooled_ree.f1` of documents (predicted, gold)."""
    aligned = [count_document(predicted, gold) for predicted, gold in documents]
    pooled = [count_pooled(predicted, gold) for predicted, gold in documents]
    return (
        _row("ceaf_ree", [_add(list(counts.values())) for counts in aligned], "incident type and five roles"),
        _row("roles", [_add([counts[role] for role in ROLES]) for counts in aligned], "five roles, templates aligned"),
        _row("type_ree", [counts[TYPE] for counts in aligned], "incident type, templates aligned"),
        _row("pooled_ree", [_add(list(counts.values())) for counts in pooled], "five roles, pooled over the document"),
    )


def _row(name: str, counts: Sequence[Counts], note: str) -> Row:
    table = np.array(counts, dtype=np.float64).reshape(-1, 4)
    return Row(f"muc4.{name}.f1", *interval(table, f1), sum(count[3] for count in counts), note=note)
