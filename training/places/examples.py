"""Examples: the names of the corpora's texts, each with the readings that are right."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import yaml

from dateline.bench.places_corpora import Corpus, GoldText, GoldToponym
from dateline.bench.scorers.places_gold import is_gold
from dateline.documents.records import Document
from dateline.mentions.records import Mention, MentionKind
from dateline.places.gazetteer import Gazetteer
from dateline.places.options import Option
from dateline.places.records import Place, PlaceKind
from dateline.places.scene import Name, read_scene
from dateline.values.spans import Span

_AREAS = (PlaceKind.COUNTRY, PlaceKind.REGION, PlaceKind.ADMIN1)
SENTENCE_WEIGHT = 3.0  # mentions of the corpora that one of a sentence counts for
_SENTENCES = Path(__file__).parent / "sentences.yaml"
_NEAR_KM = 25.0
_FAR_KM = 161.0


@dataclass(frozen=True)
class Example:
    """One name of a text and, by mention weight, which of its readings are right: none where the gazetteer lacks it."""

    name: Name
    answers: tuple[tuple[np.ndarray, float], ...]  # (readings,) of bool, how many mentions


@dataclass(frozen=True)
class Text:
    """The names of one text that the gazetteer has, and those that teach something; its corpus and publisher."""

    corpus: str
    publisher: str | None
    examples: tuple[Example, ...]
    names: tuple[Name, ...]


def read_texts(corpus: Corpus, gazetteer: Gazetteer, homes: dict[str, Place] | None = None) -> list[Text]:
    """Return the texts of a corpus with those names that the gazetteer has."""
    return [_read_text(corpus.name, text, gazetteer, (homes or {}).get(text.publisher or "")) for text in corpus.texts]


def read_sentences(gazetteer: Gazetteer) -> list[Text]:
    """Return the sentences of `sentences.yaml`; raise ValueError where a name does not stand in its sentence."""
    entries = yaml.safe_load(_SENTENCES.read_text(encoding="utf-8"))
    return [_read_sentence(entry["text"], entry["places"], gazetteer) for entry in entries]


def _read_sentence(text: str, places: dict[str, str | list[str] | None], gazetteer: Gazetteer) -> Text:
    document = Document(text, "sentences.yaml", language="en")
    spans = {name: Span(text.index(name), text.index(name) + len(name)) for name in places}
    ordered = sorted(places, key=lambda name: spans[name])
    mentions = [Mention(document.id, spans[name], name, MentionKind.PLACE, "gold") for name in ordered]
    scene = read_scene(mentions, document, gazetteer=gazetteer)
    found = []
    for owner, mention in zip(scene.owners, mentions, strict=True):
        name, ids = scene.names[owner], places[mention.text]
        right = np.array(
            [is_gold(option.place, [ids] if isinstance(ids, str) else ids or []) for option in name.options]
        )
        if right.any() or (ids is None and name.options):
            found.append(Example(name, ((right, SENTENCE_WEIGHT),)))
    return Text("sentences", None, tuple(found), tuple(name for name in scene.names if name.options))


def mentions_of(text: GoldText) -> list[Mention]:
    return [Mention(text.document.id, each.span, each.text, MentionKind.PLACE, "gold") for each in text.toponyms]


def _read_text(corpus: str, text: GoldText, gazetteer: Gazetteer, home: Place | None) -> Text:
    scene = read_scene(mentions_of(text), text.document, gazetteer=gazetteer, home=home)
    found = []
    for index, name in enumerate(scene.names):
        golds = [gold for gold, owner in zip(text.toponyms, scene.owners, strict=True) if owner == index]
        if name.options and golds and all(_is_clear(name.options, gold) for gold in golds):
            found.append(Example(name, _answers(name.options, golds)))
    return Text(corpus, text.publisher, tuple(found), tuple(name for name in scene.names if name.options))


def _is_clear(options: Sequence[Option], gold: GoldToponym) -> bool:
    """Tell a name that teaches something: where none is right, a large area may still be meant, by another middle."""
    return any(right_readings(options, gold)) or not any(option.place.kind in _AREAS for option in options)


def _answers(options: Sequence[Option], golds: Sequence[GoldToponym]) -> tuple[tuple[np.ndarray, float], ...]:
    counted = Counter(right_readings(options, gold) for gold in golds)
    return tuple((np.array(mask, dtype=bool), float(times)) for mask, times in counted.items())


def right_readings(options: Sequence[Option], gold: GoldToponym) -> tuple[bool, ...]:
    """Tell which readings are right: those of the gold id; else those within 25 km, else the nearest within 161."""
    same = tuple(is_gold(option.place, gold.ids) for option in options)
    if any(same):
        return same
    km = [gold.point.km_to(option.place.point) if option.place.point else np.inf for option in options]
    reach = _NEAR_KM if min(km) <= _NEAR_KM else min(*km, _FAR_KM)
    return tuple(each <= reach for each in km)
