from datetime import date

from dateline.views.files import dossiers, file
from factories import document, event, frame


def test_an_event_is_gathered_with_the_documents_of_its_frames_earliest_first():
    late = document("Late.", origin="late.txt", published=date(2023, 2, 1))
    early = document("Early.", origin="early.txt", published=date(2023, 1, 1))
    undated = document("Undated.", origin="undated.txt")
    frames = [frame(doc) for doc in (late, early, undated)]
    files = [file(doc, [made]) for doc, made in zip((late, early, undated), frames, strict=True)]
    (found,) = dossiers([event(*frames)], files)
    assert [each.document.origin for each in found.files] == ["early.txt", "late.txt", "undated.txt"]


def test_only_the_claims_of_the_events_own_frames_are_gathered():
    doc = document(origin="two.txt")
    mine, other = frame(doc, deaths=3), frame(doc, injured=12, first="killed")
    (found,) = dossiers([event(mine)], [file(doc, [mine, other])])
    assert [claim.slot for claim in found.claims.values()] == ["deaths"]
