"""The published lists that the roster is built from: UCDP, Phoenix, Party Facts, and the UN's reference numbers."""

import csv
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree as ET

from dateline.actors.countries import find_country, load_countries
from dateline.mentions.plain import plain

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
UCDP_TIES = {
    "ActorIdPrev": "splinter_of",
    "ActorIdSplitTemp": "splinter_of",
    "ActorIdAlliance": "part_of",
    "ActorIdGroup": "merged_into",
}


@dataclass
class Row:
    """One actor while it is built: `names` are spellings, the first is the actor's own; `listed` are looked up only.

    `ties` are (kind, UCDP actor id).
    """

    id: str
    kind: str
    names: list[str]
    source: str
    licence: str
    country: str | None = None
    external: list[tuple[str, str]] = field(default_factory=list)
    listed: list[str] = field(default_factory=list)
    level: int | None = None
    ties: list[tuple[str, str]] = field(default_factory=list)


def read_ucdp(folder: Path) -> Iterator[Row]:
    with (folder / "ucdp_actors_22.1.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            names = list(ucdp_names(row))
            country = find_country(re.sub(r"\s*\(.*", "", row["Location"].split(", ")[0]))
            written = [" ".join(row[column].split()) for column in ("NameData", "NameOrig", "NameOrigFullEng")]
            is_searched = row["Org"] in {"1", "3"}  # 2 are supporters of parties, 4 states: places and roles
            yield Row(
                f"ucdp-{row['ActorId']}", ucdp_kind(row), names if is_searched else [], "UCDP Actor Dataset 22.1",
                UCDP_LICENCE, country.iso if country else None, [("ucdp", row["ActorId"])],
                listed=[name for name in dict.fromkeys((*written, *names)) if name.lower() not in {"n/a", ""}],
                level=int(row["Org"]), ties=list(ucdp_ties(row)),
            )  # fmt: skip


def ucdp_ties(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    for column, kind in UCDP_TIES.items():
        for number in re.findall(r"\d+", row[column]):
            if number not in {"0", row["ActorId"]}:
                yield kind, number


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
    by_level = {"2": "political_militia", "3": "identity_militia", "4": "government"}
    if row["Org"] in by_level:
        return by_level[row["Org"]]
    names = f"{row['NameData']} {row['NameOrigFullEng']}".lower()
    gang_lands = {"Mexico", "Brazil", "Haiti", "Jamaica", "Honduras", "Ecuador"}
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


def read_un_numbers(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield reference number and names of the organisations on the UN Security Council's list.

    The list carries no licence, so its names are only compared: the roster keeps the numbers of actors it has anyway.
    """
    path = folder / "un_sc_consolidated_2020-11-30.xml.xz"
    root = ET.fromstring(lzma.decompress(path.read_bytes()))
    for entity in root.iterfind("ENTITIES/ENTITY"):
        names = [entity.findtext("FIRST_NAME"), *(each.findtext("ALIAS_NAME") for each in entity.iter("ENTITY_ALIAS"))]
        number = (entity.findtext("REFERENCE_NUMBER") or "").strip()
        yield number, [" ".join(name.split()) for name in names if name and name.strip()]
