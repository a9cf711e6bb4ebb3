"""Places: feature and other ids, what an unresolved name lies within, the best position and how far off it may be."""

from alembic import op
from sqlalchemy import Column, Float, Text

revision = "0002"
down_revision = "0001"

_TEXTS = ("feature", "other_ids", "within", "tier")
_NUMBERS = ("point_lat", "point_lon", "radius_km")


def upgrade() -> None:
    for name in _TEXTS:
        op.add_column("place_resolutions", Column(name, Text))
    for name in _NUMBERS:
        op.add_column("place_resolutions", Column(name, Float))
