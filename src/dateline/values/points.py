"""Points: WGS 84 positions in degrees, rounded to what the source supports."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt

from dateline.errors import InputError

_EARTH_RADIUS_KM = 6371.0088  # mean radius, IUGG


@dataclass(frozen=True, slots=True)
class Point:
    """A position in degrees: latitude -90..90, longitude -180..180."""

    lat: float
    lon: float

    def __post_init__(self) -> None:
        if not (-90.0 <= self.lat <= 90.0 and -180.0 <= self.lon <= 180.0):
            raise InputError(f"not a position on Earth: lat {self.lat}, lon {self.lon}")

    def km_to(self, other: "Point") -> float:
        """Return the great-circle distance in kilometres (haversine)."""
        lat1, lat2 = radians(self.lat), radians(other.lat)
        half_lat = (lat2 - lat1) / 2
        half_lon = radians(other.lon - self.lon) / 2
        chord = sin(half_lat) ** 2 + cos(lat1) * cos(lat2) * sin(half_lon) ** 2
        return 2 * _EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))
