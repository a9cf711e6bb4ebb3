import pytest

from dateline.claims.records import Code, Named
from dateline.codebook import load_codebook
from dateline.errors import InputError
from dateline.events.records import Event
from dateline.views.acled import acled_of
from dateline.views.files import dossier, file
from factories import cell, claim, document, frame

DOC = document("Gunmen attacked a patrol near a market.", origin="a.txt")


def attacked(kind, **labels):
    claims = {
        slot: claim(DOC, words="patrol", **{slot: Named("patrol", labels=given)}) for slot, given in labels.items()
    }
    made = frame(DOC, *claims.values())
    cells = [cell(slot, each.value, claims=(each.id,)) for slot, each in claims.items()]
    kinds = [cell("type", Code("dateline.kind", kind))] if kind else []
    return dossier(Event("evt-1", (made.id,), (*kinds, *cells)), {made.id: file(DOC, [made])})


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"target": ("civilian",)}, ("Violence against civilians", "Attack")),
        ({"target": ("active_military", "state")}, ("Battles", "Armed clash")),
        ({"victim": ("armed",)}, ("Battles", "Armed clash")),
        ({"target": ("state",), "victim": ("civilian",)}, ("Battles", "Armed clash")),
        ({"target": ("state", "civilian")}, ("Violence against civilians", "Attack")),
        ({}, ("Violence against civilians", "Attack")),
    ],
)
def test_an_attack_is_named_by_who_was_attacked(labels, expected):
    assert acled_of(attacked("attack", **labels), load_codebook()) == expected


def test_an_event_of_unknown_kind_has_no_acled_type():
    assert acled_of(attacked(None), load_codebook()) is None


def test_a_kind_that_the_codebook_lacks_is_refused():
    with pytest.raises(InputError, match="no kind 'sabotage_by_moonlight'"):
        acled_of(attacked("sabotage_by_moonlight"), load_codebook())
