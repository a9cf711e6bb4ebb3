"""Wrong translations: names that Wikidata gives to one town and that are another's."""

from collections import defaultdict

from dateline.places.names import name_key
from gazetteer.near import distance_km
from gazetteer.row import Row
from gazetteer.wof import Record

_FAR_KM = 10.0  # nearer places may well share a name
_Owners = dict[tuple[str, str], list[tuple[float, float]]]


def drop_wrong_translations(records: dict[str, Record], core: dict[str, Row]) -> None:
    """Take a translated name from a settlement where it is the own name of another one of its region, far from it.

    A settlement's own names are its main name, those without a language, and those that GeoNames gives it.
    """
    owners = _owners(records, core)
    for record in records.values():
        if record.is_settlement and record.names:
            main = name_key(record.name)
            record.names = [
                name
                for name in record.names
                if name.lang == "und" or (key := name_key(name.text)) == main or not _is_of_another(key, record, owners)
            ]


def _owners(records: dict[str, Record], core: dict[str, Row]) -> _Owners:
    owners: _Owners = defaultdict(list)
    for record in records.values():
        if record.is_settlement:
            row = next((core[number] for number in record.gn if number in core), None)
            texts = {record.name, *(name.text for name in record.names if name.lang == "und")}
            texts |= {row.name, *row.names} if row is not None else set()
            for key in map(name_key, texts):
                owners[record.region, key].append(record.point)
    return owners


def _is_of_another(key: str, record: Record, owners: _Owners) -> bool:
    distances = [distance_km(record.point, point) for point in owners.get((record.region, key), ())]
    return bool(distances) and min(distances) > _FAR_KM
