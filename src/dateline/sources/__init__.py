"""Sources: who publishes, the bytes as they came, and the one door to the network."""

from dateline.sources.archive import Archive
from dateline.sources.fetch import Fetched, fetch
from dateline.sources.records import Capture, Source

__all__ = ["Archive", "Capture", "Fetched", "Source", "fetch"]
