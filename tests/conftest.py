"""Its place makes `tests/` importable: every test may say `from factories import claim`."""
