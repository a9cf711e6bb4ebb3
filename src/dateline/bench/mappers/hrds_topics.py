"""What an article is about, counted by topics, and the violations and the type of perpetrator that it weighs for.

An article of a hundred sentences has one key: which of the deeds it tells are the key's shows in how much it speaks of
each. Features have the names of topics (data/hrds.yaml); the weights stand in data/hrds_weights.json.
"""

from collections import Counter
from collections.abc import Mapping
from math import exp, log1p

from dateline.bench.mappers.hrds_article import OPENING, Article, claims_of, violations_of
from dateline.bench.mappers.hrds_words import HrdsWords
from dateline.bench.report import Report
from dateline.claims.records import UNSAID, Claim, Named

LIKELY = 0.36  # probability from which a violation is given: half of the F that is reached, where F gains by it
START = "always"  # the weight of what holds of every article
NOBODY = "nobody"

Weights = Mapping[str, float]


def features_of(article: Article) -> dict[str, float]:
    """Return how much an article speaks of each topic, in all and in its opening, and what was coded of it."""
    found = {START: 1.0, **_coded(article)}
    for topic, words in article.words.topics.items():
        often = len(words.findall(article.text))
        found[topic] = log1p(often)
        found[f"{topic}: at all"] = float(often > 0)
        found[f"{topic}: opening"] = float(words.search(article.text, 0, OPENING) is not None)
    return found


def _coded(article: Article) -> dict[str, float]:
    """Return how many events of each violation, and how many perpetrators of each type, the coder found."""
    words = article.words
    violations = Counter(each for incident in article.incidents for each in violations_of(incident, words))
    blamed = [claim for claim in claims_of(article.incidents, "perpetrator") if claim.stance not in UNSAID]
    types = Counter(_type_of(article.report, claim, words) for claim in blamed)
    return {
        **{f"coded: {name}": log1p(violations[name]) for name in sorted(set(words.violations.values()))},
        **{f"blamed: {name}": log1p(types[name]) for name in sorted(set(words.perpetrators.values()))},
    }


def _type_of(report: Report, claim: Claim, words: HrdsWords) -> str | None:
    resolution = report.actor(claim)
    kind = resolution.actor.kind.value if resolution and resolution.actor else ""
    labels = claim.value.labels if isinstance(claim.value, Named) else ()
    return next((words.perpetrators[each] for each in (kind, *labels) if each in words.perpetrators), None)


def likely_violations(features: Weights, weights: Mapping[str, Weights]) -> frozenset[str]:
    """Return the violations that are likely; where none is, the likeliest, unless it is likelier that there is none."""
    likely = {name: 1 / (1 + exp(-earned_of(features, own))) for name, own in weights.items()}
    found = frozenset(name for name, probability in likely.items() if probability >= LIKELY)
    if found:
        return found
    nothing = 1.0
    for probability in likely.values():
        nothing *= 1 - probability
    best = max(likely, key=lambda name: (likely[name], name))
    return frozenset({best}) if likely[best] > nothing else frozenset()


def likeliest_type(features: Weights, weights: Mapping[str, Weights]) -> str | None:
    """Return the type of perpetrator that earns most; None where that is nobody."""
    best = max(weights, key=lambda name: (earned_of(features, weights[name]), name))
    return None if best == NOBODY else best


def earned_of(features: Weights, weights: Weights) -> float:
    return sum(weight * features[name] for name, weight in weights.items())
