"""Files and dossiers: what was made of each document, gathered around each event."""

from collections.abc import Iterable, Iterator, Mapping

from dateline.actors.records import ActorResolution
from dateline.claims.records import Frame
from dateline.documents.records import Document
from dateline.events.records import Event
from dateline.mentions.records import Mention
from dateline.places.records import PlaceResolution
from dateline.views.names import private_names
from dateline.views.records import Dossier, File


def file(
    document: Document,
    frames: Iterable[Frame],
    *,
    mentions: Iterable[Mention] = (),
    places: Iterable[PlaceResolution] = (),
    actors: Iterable[ActorResolution] = (),
) -> File:
    """Return a document's file; the names to withhold are read from all of its frames."""
    frames = tuple(frames)
    return File(
        document=document,
        frames=frames,
        mentions=tuple(mentions),
        places={each.mention_id: each for each in places},
        actors={each.mention_id: each for each in actors},
        withheld=private_names(frames),
    )


def dossiers(events: Iterable[Event], files: Iterable[File]) -> Iterator[Dossier]:
    """Yield each event with the files of its documents, earliest published first, and its claims by id."""
    holding = {frame.id: each for each in files for frame in each.frames}
    for event in events:
        yield dossier(event, holding)


def dossier(event: Event, holding: Mapping[str, File]) -> Dossier:
    """Return one event's dossier; `holding` gives the file of each frame id."""
    behind = {holding[each].document.id: holding[each] for each in event.frames if each in holding}
    frames = [frame for each in behind.values() for frame in each.frames if frame.id in event.frames]
    claims = {claim.id: claim for frame in frames for claim in frame.claims}
    return Dossier(event, tuple(sorted(behind.values(), key=_filed)), claims)


def aliases(files: Iterable[File]) -> dict[str, list[str]]:
    """Return the spellings that the texts use for each actor of the roster: name -> other spellings, sorted."""
    found: dict[str, set[str]] = {}
    for each in files:
        for mention in each.mentions:
            resolution = each.actors.get(mention.id)
            if resolution and resolution.actor and mention.text != resolution.name:
                found.setdefault(resolution.name, set()).add(mention.text)
    return {name: sorted(spellings) for name, spellings in sorted(found.items())}


def _filed(each: File) -> tuple[str, str]:
    published = each.document.published
    return (published.first.isoformat() if published and published.first else "9999-99-99", each.document.origin)
