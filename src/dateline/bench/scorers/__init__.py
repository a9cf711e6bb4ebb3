"""Scorers: how each data set's published figures are computed."""
