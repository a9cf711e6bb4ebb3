"""Maps a coded article to the attributes of HRDsAttack: one answer an article, about what was done to people's rights.

An article tells of many things, and the key says one. Which of the countries, towns, dates, persons and deeds of an
article that is was learnt from the articles for training: readable features, weighed (data/hrds_weights.json).
The data's own conventions are applied here and nowhere else.
"""

from dateline.bench.mappers.hrds_article import open_article
from dateline.bench.mappers.hrds_places import choose_city, choose_country, choose_region
from dateline.bench.mappers.hrds_times import choose_when
from dateline.bench.mappers.hrds_topics import features_of, likeliest_type, likely_violations
from dateline.bench.mappers.hrds_victims import likely_victims, persons_of
from dateline.bench.mappers.hrds_weights import HrdsWeights, load_weights
from dateline.bench.scorers.hrds import Attack
from dateline.pipeline.records import Coded


def map_article(coded: Coded, weights: HrdsWeights | None = None) -> Attack:
    """Return the attributes of one article."""
    article, weights = open_article(coded), weights or load_weights()
    features = features_of(article)
    violations = likely_violations(features, weights.violations)
    perpetrator = likeliest_type(features, weights.types)
    country = choose_country(article, weights.country)
    year, month, day = choose_when(article, weights.when)
    return Attack(
        perpetrator_mention=bool(perpetrator or violations),
        perpetrator_type=perpetrator,
        violations=violations,
        victims=likely_victims(persons_of(article), weights.victims),
        country=country,
        region=choose_region(article, country, weights.region),
        city=choose_city(article, country, weights.city),
        year=year,
        month=month,
        day=day,
    )
