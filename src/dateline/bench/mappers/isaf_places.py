"""The province of one press release: of its operations, else of its text; its title and dateline speak last."""

from collections.abc import Iterator, Sequence

from dateline.bench.mappers.isaf_words import IsafWords
from dateline.bench.report import Incident, Report
from dateline.claims.records import Named
from dateline.mentions.records import Mention, MentionKind
from dateline.places.records import PlaceKind

COUNTRY = "AF"
_OWN_WORD = " province"


def provinces(report: Report, incidents: Sequence[Incident], words: IsafWords, head_end: int) -> list[str]:
    """Return the one province, in small letters; none where no name of the text lies in one.

    A province that is named comes before the one in which a district or village of that name lies.
    """
    places = (claim.value for incident in incidents for claim in incident.claims("place"))
    of_events = {place.mention_id for place in places if isinstance(place, Named)}

    def standing(found: tuple[Mention, bool, str]) -> tuple[bool, bool, bool]:
        mention, is_named, _ = found
        return mention.span.start < head_end, mention.id not in of_events, not is_named

    first = min(_located(report, words), key=standing, default=None)
    return [first[-1]] if first else []


def _located(report: Report, words: IsafWords) -> Iterator[tuple[Mention, bool, str]]:
    """Yield each name of the text that lies in a province, whether it is the province's own name, and the province.

    A province is taken as it is spelled: "Paktiya" and "Paktika" are two.
    """
    spelling = words.spelling
    for mention in report.coded.mentions:
        resolution = report.places.get(mention.id) if mention.kind is MentionKind.PLACE else None
        place = resolution.place if resolution is not None else None
        if place is not None and place.country == COUNTRY and place.admin1 is not None:
            said = mention.text.lower().removesuffix(_OWN_WORD)
            is_named = place.kind is PlaceKind.ADMIN1
            yield mention, is_named, said if is_named and said in spelling.variants else place.admin1.lower()
