import pytest


class Kinds:
    """A codebook of two kinds: a bombing is an attack, a protest is not."""

    def more_specific(self, one, other):
        if one == other:
            return one
        return "bombing" if {one, other} == {"attack", "bombing"} else None


@pytest.fixture
def codebook():
    return Kinds()
