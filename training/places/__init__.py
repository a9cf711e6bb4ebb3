"""Training of the place ranker."""
