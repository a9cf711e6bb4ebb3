"""Mappers: from what was coded to each data set's own form of the answer."""
