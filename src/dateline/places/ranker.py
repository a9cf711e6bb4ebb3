"""The ranker: a conditional logit over the readings of a name, with its published weights (`data/ranker.json`)."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from dateline.errors import InstallationError
from dateline.places.absence import OF_NAME
from dateline.places.calibration import Calibration
from dateline.places.coherence import OF_OTHERS
from dateline.places.features import OF_PLACE, OF_PUBLISHER, OF_TEXT
from dateline.places.situations import Floats

_FILE = "ranker.json"
GROUPS: Mapping[str, Sequence[Callable[..., float]]] = {
    "of_place": OF_PLACE,
    "of_text": OF_TEXT,
    "of_publisher": OF_PUBLISHER,
    "of_others": OF_OTHERS,
    "of_name": OF_NAME,
}
"""The features by what they read; the order within a group is that of the vectors of weights and of values."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """One weight a feature, by group, in the order of GROUPS."""

    of_place: Floats
    of_text: Floats
    of_publisher: Floats
    of_others: Floats
    of_name: Floats


@dataclass(frozen=True, slots=True, eq=False)
class Ranker:
    """Weights for the first look at a document, without its other names, and for the looks after it; a calibration."""

    first: Weights
    then: Weights
    calibration: Calibration


@dataclass(frozen=True, slots=True, eq=False)
class Odds:
    """What a look at one name gave: a probability for each reading, and for "the gazetteer does not know it"."""

    readings: Floats
    absent: float

    @property
    def best(self) -> int:
        return int(self.readings.argmax())


def odds_of(scores: Floats, absent: float) -> Odds:
    """Return the softmax over the readings' scores and that of absence."""
    highest = max(float(scores.max()), absent)
    powers = np.exp(scores - highest)
    nothing = float(np.exp(absent - highest))
    total = float(powers.sum()) + nothing
    return Odds(powers / total, nothing / total)


@cache
def read_ranker(without: str | None = None) -> Ranker:
    """Return the published ranker, or the one that was fitted `without` a corpus ("lgl").

    Raises InstallationError if the file names other features than the code has, or has no ranker of that name.
    """
    data = _data()
    if without is not None and without not in data["without"]:
        raise InstallationError(
            f"places/data/{_FILE} has no ranker without {without!r}; it has {list(data['without'])}"
        )
    return ranker_from(data["weights"] if without is None else data["without"][without])


@cache
def read_words() -> dict[str, str]:
    """Return feature -> its words in a reason, with blanks such as {country}; features without words are absent."""
    return dict(_data()["says"])


def ranker_from(data: Mapping[str, Any]) -> Ranker:
    """Return the ranker of its JSON form; raises InstallationError if its features are not those of the code."""
    return Ranker(_weights(data["first"]), _weights(data["then"]), Calibration.parse(data["calibration"]))


def _weights(data: Mapping[str, float]) -> Weights:
    explained = {feature.__name__ for group in GROUPS.values() for feature in group if feature.__doc__}
    if explained != set(data):
        wrong = ", ".join(sorted(explained ^ set(data)))
        raise InstallationError(f"places/data/{_FILE} and the features of places do not have the same names: {wrong}")
    return Weights(*(np.array([data[feature.__name__] for feature in group]) for group in GROUPS.values()))


@cache
def _data() -> dict[str, Any]:
    try:
        return dict(json.loads(files("dateline.places").joinpath("data", _FILE).read_text("utf-8")))
    except FileNotFoundError as error:
        raise InstallationError(f"places/data/{_FILE} is missing from the package: install Dateline again") from error
