"""The features there are, in the order in which the weights know them."""

from dateline.linkage.features import people, places, time, what, words
from dateline.linkage.features.records import Feature

FEATURES: tuple[Feature, ...] = (
    Feature(words.words_alike, 1),
    Feature(words.titles_alike, 1),
    Feature(words.headline_told_by_other, 1),
    Feature(words.rarest_words_shared, 1),
    Feature(time.days_apart, -1),
    Feature(time.days_between_tellings, -1),
    Feature(time.told_before_it_happened, -1),
    Feature(time.told_soon_after, 0),
    Feature(time.same_day_stated, 1),
    Feature(places.kilometres_apart, -1),
    Feature(places.same_town, 1),
    Feature(places.places_shared, 1),
    Feature(places.setting_shared, 1),
    Feature(people.names_shared, 1),
    Feature(people.share_of_names, 1),
    Feature(people.addresses_shared, 1),
    Feature(people.ages_shared, 1),
    Feature(people.share_of_ages, 1),
    Feature(what.kinds_alike, 1),
    Feature(what.manners_contradict, -1),
    Feature(what.tolls_contradict, -1),
    Feature(what.tolls_agree, 1),
    Feature(what.perpetrators_contradict, -1),
    Feature(what.contradictions, -1),
)
