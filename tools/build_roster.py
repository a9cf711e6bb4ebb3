"""Build the roster that ships with Dateline.

    python tools/build_roster.py FOLDER

FOLDER holds the published lists as downloaded: `ucdp_actors_22.1.csv` (UCDP Actor Dataset 22.1, CC BY 4.0),
`Phoenix.Countries.actors.txt.xz` (MIT, in its header), `partyfacts_core-parties.csv.xz` and
`partyfacts_wikidata.csv.xz` (Party Facts, MIT). The curated rows stand in src/dateline/actors/data/curated.
Rows of a list that name a curated actor give it their id; the others follow it, most trusted list first.
Where actors share a name the earlier one is the more prominent: curated rows keep the order of their files.
The same inputs give the same bytes.
"""

import csv
import json
import lzma
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from dateline.actors.countries import find_country, load_countries
from dateline.mentions.plain import plain

DATA = Path(__file__).parent.parent / "src/dateline/actors/data"
UCDP_LICENCE, MIT = "CC BY 4.0", "MIT"
PHOENIX_KINDS = {"MIL": "state_forces", "COP": "state_forces", "SPY": "state_forces", "REB": "rebel"}
# Parties of countries with organised violence since 1975 that reports write about; others would only add namesakes.
PARTY_COUNTRIES = frozenset(
    """
    AFG PAK IND BGD LKA NPL MMR THA IDN PHL KHM TLS TUR IRN IRQ SYR LBN ISR PSE YEM EGY LBY TUN DZA MAR SDN SSD ETH
    ERI SOM KEN UGA RWA BDI COD COG CAF CMR TCD NGA NER MLI BFA MRT SEN GNB GIN SLE LBR CIV GHA TGO BEN AGO MOZ ZWE
    ZMB ZAF NAM MDG COL VEN PER ECU BOL SLV GTM HND NIC MEX HTI PAN CHL ARG PRY URY UKR GEO ARM AZE BIH XKX SRB MKD
    HRV
    """.split()  # noqa: SIM905 - a column of codes is read more easily than 90 quoted ones
)
SMALLEST_SHARE = 5.0  # per cent of the vote, in its best election
LONGEST_NAME = 90
# The curated files, the most written about first: of namesakes without other evidence the earlier is the likelier.
CURATED = ("world", "south_asia", "middle_east", "africa", "latin_america", "asia_pacific", "europe")

FIELDS = {"id", "ucdp", "name", "kind", "country", "parent", "aliases", "acronyms", "ordinary", "reason"}


@dataclass
class Row:
    """One actor while it is built: `names` are spellings, the first is the actor's own."""

    id: str
    kind: str
    names: list[str]
    source: str
    licence: str
    country: str | None = None
    external: list[tuple[str, str]] = field(default_factory=list)


def main(folder: Path) -> None:
    stop = read_stop_names()
    curated = list(read_curated())
    imported = [*read_ucdp(folder), *read_phoenix(folder), *read_parties(folder)]
    rows = merge(curated, [kept for row in imported if (kept := without_stops(row, stop))])
    lines = [json.dumps(row, ensure_ascii=False, sort_keys=True, separators=(",", ":")) for row in rows]
    packed = lzma.compress("\n".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME)
    (DATA / "roster.jsonl.xz").write_bytes(packed)
    print(f"{len(rows)} actors ({len(curated)} curated), {len(packed):,} bytes")


def read_stop_names() -> frozenset[str]:
    groups = yaml.safe_load((DATA / "stop_names.yaml").read_text(encoding="utf-8"))
    return frozenset(key(name) for group in groups for name in group["names"])


def read_curated() -> Iterator[dict[str, Any]]:
    for region in CURATED:
        for row in yaml.safe_load((DATA / f"curated/{region}.yaml").read_text(encoding="utf-8")):
            unknown = row.keys() - FIELDS
            if unknown:
                raise SystemExit(f"{region}.yaml, {row['id']}: {', '.join(unknown)} is no field (a comma needs quotes)")
            yield {"source": "curated", "licence": "Apache-2.0", **row}


def read_ucdp(folder: Path) -> Iterator[Row]:
    with (folder / "ucdp_actors_22.1.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names = list(ucdp_names(row))
            if row["Org"] in {"1", "3"} and names:  # 2 are supporters of parties, 4 states: places and roles
                country = find_country(row["Location"].split(", ")[0])
                yield Row(
                    f"ucdp-{row['ActorId']}", ucdp_kind(row), names, "UCDP Actor Dataset 22.1", UCDP_LICENCE,
                    country.iso if country else None, [("ucdp", row["ActorId"])],
                )  # fmt: skip


def ucdp_names(row: dict[str, str]) -> Iterator[str]:
    columns = ("NameOrigFullEng", "NewNameFullEng", "NameData", "NameOrigFull", "NewNameFullMotherTongue", "NewName")
    for column in columns:
        for part in row[column].split(" / "):
            name = " ".join(part.replace("\u2019", "'").split())
            if name.lower() in {"n/a", "unknown", ""} or name.startswith("Military faction"):
                continue
            bare = re.fullmatch(r"(.+?) \(([^)]+)\)", name)
            if bare:
                yield bare[1]
            elif "(" not in name:
                yield re.sub(r"(?<=[A-Z]) - (?=[A-Z]+$)", "-", name)


def ucdp_kind(row: dict[str, str]) -> str:
    names = f"{row['NameData']} {row['NameOrigFullEng']}".lower()
    gang_lands = {"Mexico", "Brazil", "Haiti", "Jamaica", "Honduras", "Ecuador"}
    if row["Org"] == "3":
        return "identity_militia"
    if re.search(r"\b(cartel|gang|mara|drug)\b", names) or (
        not row["ConflictId"] and gang_lands & set(row["Location"].split(", "))
    ):
        return "criminal"
    return "rebel" if row["ConflictId"] else "political_militia"


def read_phoenix(folder: Path) -> Iterator[Row]:
    """Yield the organisations among the Phoenix country actors: forces, services and rebels, without persons."""
    text = lzma.decompress((folder / "Phoenix.Countries.actors.txt.xz").read_bytes()).decode("utf-8", "replace")
    if "The MIT License" not in text[:3000]:
        raise SystemExit("Phoenix.Countries carries no MIT header: it may not be built in")
    names: list[str] = []
    for raw in text.splitlines():
        line = raw.split("#")[0].rstrip()
        written, _, codes = line.partition("[")
        if written.strip() and not written.startswith(("+", "\t")):
            names = []
        if written.strip():
            names.append(phoenix_name(written))
        code = re.fullmatch(r"([A-Z]{3})([A-Z]{3})\]", codes.strip())
        country = next((each for each in load_countries().values() if code and each.iso3 == code[1]), None)
        if code and country and code[2] in PHOENIX_KINDS and (kept := [name for name in names if is_body(name)]):
            slug = "-".join(plain(kept[0]).split())
            yield Row(f"phoenix-{slug}", PHOENIX_KINDS[code[2]], kept, "Phoenix dictionaries", MIT, country.iso)


def phoenix_name(written: str) -> str:
    small = {"OF", "THE", "FOR", "AND", "IN"}
    words = written.strip("+_ \t").replace("_", " ").split()
    return " ".join(word.lower() if word in small else word.title() for word in words)


def is_body(name: str) -> bool:
    bodies = (
        r"\b(Army|Forces?|Police|Guards?|Front|Movement|Intelligence|Agency|Service|Corps|Rangers|Brigade|Legion)\b"
    )
    return re.search(bodies, name) is not None and len(name.split()) > 1


def read_parties(folder: Path) -> Iterator[Row]:
    wikidata: dict[str, list[str]] = {}
    for row in read_csv(folder / "partyfacts_wikidata.csv.xz"):
        wikidata.setdefault(row["partyfacts_id"], []).append(row["name"])
    isos = {country.iso3: country.iso for country in load_countries().values()}
    for row in read_csv(folder / "partyfacts_core-parties.csv.xz"):
        if row["country"] not in PARTY_COUNTRIES or float(row["share"] or 0) < SMALLEST_SHARE or row["technical"]:
            continue
        written = [
            *row["name_english"].split(" / "),
            *wikidata.get(row["partyfacts_id"], []),
            *row["name"].split(" / "),
        ]
        names = [" ".join(name.split()) for name in written if is_a_partys(name)]
        if names:
            party = row["partyfacts_id"]
            yield Row(
                f"partyfacts-{party}", "party", names, "Party Facts", MIT, isos[row["country"]], [("partyfacts", party)]
            )  # fmt: skip


def is_a_partys(name: str) -> bool:
    """Tell whether a party's name cannot be taken for a phrase: "Popular Will" can, "Nepali Congress Party" cannot."""
    words = name.split()
    return not re.search(r"[()\[\]]", name) and (len(words) > 2 or (len(words) == 2 and "Party" in words))


def read_csv(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(lzma.decompress(path.read_bytes()).decode().splitlines()))


def without_stops(row: Row, stop: frozenset[str]) -> Row | None:
    """Leave out names that are generic, too short, too long or a country's; None if no name is left."""
    spelt = dict.fromkeys(name.strip(" .,'\"") for name in row.names)
    row.names = [name for name in spelt if key(name) not in stop and is_usable(name, row.kind)]
    return row if row.names else None


def is_usable(name: str, kind: str) -> bool:
    if find_country(name) or not 3 <= len(name) <= LONGEST_NAME or not name[0].isalnum() or re.search(r"[,\[\]]", name):
        return False
    if kind == "identity_militia":  # short names of peoples are also names of persons and villages
        return len(name.split()) > 1 or len(name) > 6
    return name[0].isupper() or len(name.split()) > 1


def merge(curated: list[dict[str, Any]], imported: list[Row]) -> list[dict[str, Any]]:
    """Give curated actors the ids of the imported rows that name them; append the other rows, once each."""
    known: dict[tuple[str, str | None], dict[str, Any]] = {}
    by_number: dict[tuple[str, str], dict[str, Any]] = {}
    for row in curated:
        by_number.update({("ucdp", number): row for number in row.pop("ucdp", ())})
        for name in (row["name"], *row.get("aliases", ()), *row.get("acronyms", ())):
            known.setdefault((key(name), row.get("country")), row)
    rest: dict[str, dict[str, Any]] = {}
    for row in imported:
        named = (known.get((key(name), row.country)) for name in row.names)
        numbered = (by_number.get(number) for number in row.external)
        same = next(filter(None, (*numbered, *named)), None)
        if same is None:
            rest[row.id] = as_dict(row)
            known.update({(key(name), row.country): rest[row.id] for name in row.names})
        else:
            same.setdefault("external", []).extend(row.external)
    return [*curated, *rest.values()]


def as_dict(row: Row) -> dict[str, Any]:
    long = [name for name in row.names if not is_acronym(name)]
    acronyms = [name for name in row.names if is_acronym(name)]
    name = (long or acronyms)[0]
    found = {
        "id": row.id, "name": name, "kind": row.kind, "country": row.country, "aliases": with_small_article(long),
        "acronyms": acronyms, "external": row.external, "source": row.source, "licence": row.licence, "ordinary": True,
    }  # fmt: skip
    found["aliases"] = [alias for alias in found["aliases"] if alias != name]
    return {field: value for field, value in found.items() if value}


def with_small_article(names: Iterable[str]) -> list[str]:
    """Write "al-" for "Al-": names count only with their capitals, and the article may be small."""
    return [re.sub(r"^Al-", "al-", name) for name in names]


def is_acronym(name: str) -> bool:
    return " " not in name and sum(letter.isupper() for letter in name) >= 2 and len(name) <= 12


def key(name: str) -> str:
    return " ".join(plain(name).split())


if __name__ == "__main__":
    main(Path(sys.argv[1]))
