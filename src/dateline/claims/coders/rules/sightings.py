"""Sightings: every word of a page that says that something happened, with what hangs on it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.event_place import Scene, likely_places, see_scene
from dateline.claims.coders.rules.factuality import is_denied, read_stage
from dateline.claims.coders.rules.innocence import is_innocent
from dateline.claims.coders.rules.lexicon import Phrase, Trigger
from dateline.claims.coders.rules.owners import owners_of
from dateline.claims.coders.rules.page import Page, beginning_in, dates_within
from dateline.claims.coders.rules.records import Sighting, Tally
from dateline.claims.coders.rules.roles import fill_roles, people_acted_upon
from dateline.claims.coders.rules.running_totals import is_running_total
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun
from dateline.claims.coders.rules.tallies import tally_loose_counts, tally_patients
from dateline.claims.coders.rules.tolls import read_toll
from dateline.mentions.records import MentionKind
from dateline.values.dates import DatePrecision
from dateline.values.dates_mentions import DateMention
from dateline.values.spans import Span

_REACH = 6  # words after a verb within which its particle or object completes a phrase: "set the truck on fire"
_NAMES = {MentionKind.ACTOR, MentionKind.ORGANISATION, MentionKind.FACILITY, MentionKind.PERSON}


def find_sightings(page: Page) -> list[Sighting]:
    """Return the page's sightings in order of their words; those of things that did not happen are left out."""
    sightings: list[Sighting] = []
    for number, sentence in enumerate(page.sentences):
        found = list(_sentence_sightings(page, sentence.first, sentence.last))
        sightings.extend(_with_loose_counts(page, number, found))
    return sightings


def _sentence_sightings(page: Page, first: int, last: int) -> Iterator[Sighting]:
    triggers = {index: trigger for index in range(first, last) if (trigger := find_trigger(page, index)) is not None}
    if not triggers:
        return
    scene = see_scene(page, page.sentence(first).span)
    for index, trigger in triggers.items():
        head = page.tokens[index].head
        if page.tokens[index].dep in {"compound", "amod"} and head in triggers and page.tokens[index].pos != "ADJ":
            continue  # "bomb attack" is one attack
        stage = read_stage(page, index, trigger)
        tallies = _tallies(page, index, trigger)
        if stage is None and not any(tally.count.high == 0 for tally in tallies):
            continue
        if (trigger.id == "toll" and not tallies) or is_innocent(page, index):
            continue
        yield _sighting(scene, index, trigger, (stage or "accomplished", tallies))


def find_trigger(page: Page, index: int) -> Trigger | None:
    """Return the meaning of a word if it is a trigger here, in this grammar and beside these words."""
    token = page.tokens[index]
    mention = page.mention_at.get(index)
    if mention is not None and mention.kind in _NAMES and len(page.tokens_in(mention.span)) > 1:
        return None
    if token.pos == "ADJ" or (token.tag == "VBN" and token.dep == "amod"):
        return page.lexicon.adjectives.get(token.text.lower())
    if token.pos == "VERB":
        phrases = page.lexicon.verbs.get(token.lemma) or page.lexicon.verbs.get(token.text.lower(), ())
        if not phrases:  # "are missing": the parser takes the adjective for a verb
            return page.lexicon.adjectives.get(token.text.lower())
    elif token.pos in {"NOUN", "PROPN"} and not _is_mere_modifier(page, index):
        phrases = page.lexicon.nouns.get(token.lemma, ())
    else:
        return None
    return next((p.trigger for p in phrases if _stands_here(page, index, p) and _has_need(page, index, p)), None)


def _is_mere_modifier(page: Page, index: int) -> bool:
    """Tell whether the noun only qualifies another that is no event: "attack helicopter", "bomb squad"."""
    token = page.tokens[index]
    return token.dep in {"compound", "nmod"} and page.tokens[token.head].lemma not in page.lexicon.nouns


def _stands_here(page: Page, index: int, phrase: Phrase) -> bool:
    rest = list(phrase.rest)
    if not rest:
        return True
    sentence = page.sentence(index)
    if phrase.follows:
        for token in page.tokens[index + 1 : min(index + 1 + _REACH, sentence.last)]:
            if rest and rest[0] in {token.lemma, token.text.lower()}:
                rest.pop(0)
        return not rest or (len(rest) == 1 and _is_object(page, index, rest[0]))
    before = page.tokens[max(sentence.first, index - len(rest)) : index]
    words = [(token.lemma, token.text.lower()) for token in before]
    return len(words) == len(rest) and all(word in pair for word, pair in zip(rest, words, strict=True))


def _is_object(page: Page, verb: int, lemma: str) -> bool:
    """Tell whether a passive verb's subject is the word that the phrase wants: "bombs were hurled at a temple"."""
    return grammar.is_passive(page, verb) and any(page.tokens[n].lemma == lemma for n in grammar.patients(page, verb))


def _has_need(page: Page, index: int, phrase: Phrase) -> bool:
    need = phrase.trigger.needs
    if phrase.trigger.voice == "active" and grammar.is_passive(page, index):
        return False
    if need is None or page.tokens[index].pos in {"NOUN", "PROPN"}:
        return True
    nouns = [grammar.true_head(page, noun) for noun in people_acted_upon(page, index, phrase.trigger)]
    things = {sort_noun(page, noun).thing for noun in nouns}
    if need == "person":
        return bool(things & (PEOPLE | {Thing.PRONOUN})) or any(n in page.counts_at for n in nouns)
    if need == "weapon":
        return Thing.WEAPON in things
    if need == "explosive":
        return any(sort_noun(page, noun).kind for noun in nouns)
    return Thing.PLACE in things or any(_is_town(page, noun) for noun in nouns)


def _is_town(page: Page, noun: int) -> bool:
    return page.tokens[noun].lemma in page.lexicon.words["territories"]


def _tallies(page: Page, index: int, trigger: Trigger) -> tuple[Tally, ...]:
    if trigger.id == "toll":
        toll = read_toll(page, index)
        return (toll,) if toll is not None else ()
    nouns = people_acted_upon(page, index, trigger)
    if trigger.id == "casualties":
        own = tally_patients(page, "deaths", [index])
        return tuple(t for t in own if t.count.high == 0)  # "three casualties" may be dead or hurt: only zero is clear
    if trigger.effect is None:
        return ()
    if page.tokens[index].pos == "NOUN" and index in _counted_nouns(page, index):
        nouns = [index]  # "twelve deaths"
    tallies = tally_patients(page, trigger.effect, nouns)
    if is_running_total(page, index):
        return tuple(replace(tally, is_given=False) for tally in tallies)
    return tuple(tallies)


def _counted_nouns(page: Page, index: int) -> list[int]:
    first, last = grammar.phrase(page, index)
    return [index] if any(i in page.counts_at for i in range(first, last + 1)) else []


def _sighting(scene: Scene, index: int, trigger: Trigger, told: tuple[str, tuple[Tally, ...]]) -> Sighting:
    page, (stage, tallies) = scene.page, told
    places = () if is_late_death(page, index) else likely_places(scene, index)
    fillers = (*fill_roles(page, index, trigger), *owners_of(page, index))
    span = _clause_span(page, index)
    return Sighting(
        token=index,
        trigger=trigger,
        stage=stage,
        fillers=fillers,
        tallies=tallies,
        dates=_nearest(page, index, [date for date in _own_dates(page, span, index) if _may_be_of(page, date, stage)]),
        places=tuple(mention for mention, _ in places),
        sureness=tuple(sureness for _, sureness in places),
        is_definite=_is_definite(page, index),
        is_generic=_is_generic(page, index),
        opens_anew=_opens_anew(page, index),
        is_denied=is_denied(page, index),
    )


def _clause_span(page: Page, index: int) -> Span:
    return page.sentence(index).span


def _own_dates(page: Page, span: Span, index: int) -> list[DateMention]:
    """Return the dates that may be the word's own: those of "in May, days after the attack" are not the attack's."""
    word = Span(page.tokens[index].start, page.tokens[index].end)
    dates = dates_within(page, span)
    is_anchor = any(date.anchor_span is not None and date.anchor_span.overlaps(word) for date in dates)
    clause = grammar.clause_head(page, index)
    told = [
        date
        for date in dates
        if date.value is not None
        and not _dates_speech(page, date, dates, index)
        and not _dates_another_time(page, date, index)
    ]
    return [date for date in told if not is_anchor or _steps(page, date.span, index, clause) == 0]


def _may_be_of(page: Page, date: DateMention, stage: str) -> bool:
    """Tell whether a date is none that only lies ahead of the report: what was done was not done "next Sunday".

    A day more is let pass, as reports are dated by other clocks than the events that they tell.
    """
    filed = page.dates.reference.last if page.dates.reference else None
    begins = date.value.first if date.value is not None else None
    return stage != "accomplished" or filed is None or begins is None or begins <= filed + timedelta(days=1)


def _dates_speech(page: Page, date: DateMention, dates: Sequence[DateMention], index: int) -> bool:
    """Tell whether a date says when something was said or claimed: "police said on Monday that ...".

    Of two, the nearer to the verb does: "today confirmed the arrest of a man on Friday". One that a noun owns says when
    that was: "the group claimed Monday's bombing"; so does a month behind the noun: "claimed the bombings in January".
    """
    verb = _dated_verb(page, date)
    telling = page.lexicon.telling_verbs | page.lexicon.words["publishing_verbs"]
    if verb is None or verb == index or page.tokens[verb].lemma not in telling:
        return False
    is_owner = any(page.tokens[each].dep == "poss" for each in page.tokens_in(date.span))
    if is_owner or (verb < index < page.tokens_in(date.span).start and _is_coarse(date)):
        return False
    rivals = [each for each in dates if _dated_verb(page, each) == verb]
    return date is min(rivals, key=lambda each: _gap(page, each.span, verb))


def _is_coarse(date: DateMention) -> bool:
    return date.value is not None and date.value.precision >= DatePrecision.MONTH


def _dates_another_time(page: Page, date: DateMention, index: int) -> bool:
    """Tell whether a date belongs to a clause of its own time: "bombed the town, quiet since the army left in May"."""
    verb = _dated_verb(page, date)
    if verb is not None and verb != index and is_late_death(page, verb):
        return True
    above = () if verb is None else (verb, *grammar.ancestors(page, verb))
    openers = page.lexicon.words["openers_of_other_times"]
    for clause in above:
        if clause == index or clause in grammar.ancestors(page, index):
            return False
        if any(page.tokens[mark].lemma in openers for mark in grammar.all_children(page, clause, "mark")):
            return True
    return False


def is_late_death(page: Page, verb: int) -> bool:
    """Tell whether somebody dies of what was done on another day: "two more of the wounded died overnight"."""
    words = page.lexicon.words
    below = (page.tokens[index].lemma.lower() for index in grammar.subtree(page, verb))
    return page.tokens[verb].lemma in words["dying_verbs"] and bool(words["signs_of_a_late_death"] & set(below))


def _dated_verb(page: Page, date: DateMention) -> int | None:
    inside = page.tokens_in(date.span)
    return grammar.clause_head(page, inside.start) if inside else None


def _nearest(page: Page, index: int, mentions: Iterable[DateMention]) -> tuple[DateMention, ...]:
    """Sort mentions by how directly they hang on a word: on itself, on its clause, elsewhere; then by distance."""
    clause = grammar.clause_head(page, index)
    return tuple(sorted(mentions, key=lambda m: (_steps(page, m.span, index, clause), _gap(page, m.span, index))))


def _steps(page: Page, span: Span, index: int, clause: int) -> int:
    inside = page.tokens_in(span)
    if not inside:
        return 2
    above = list(grammar.ancestors(page, inside.start))
    if index in above:
        return 0
    return 1 if clause in above else 2


def _gap(page: Page, span: Span, index: int) -> int:
    return abs(span.start - page.tokens[index].start)


def _is_definite(page: Page, index: int) -> bool:
    below = (page.tokens[i] for i in page.children[index])
    return page.tokens[index].pos in {"NOUN", "PROPN"} and any(
        t.dep in {"det", "poss"} and t.text.lower() in {"the", "this", "that", "these", "those", "its", "their"}
        for t in below
    )


def _is_generic(page: Page, index: int) -> bool:
    """Tell whether the word speaks of violence at large: "attacks on convoys", "by killing officials"."""
    token = page.tokens[index]
    if token.tag == "VBG":
        head = page.tokens[token.head]
        is_means = token.dep == "pcomp" and head.lemma not in {"after", "for"}
        of_generic = token.dep in {"acl", "relcl"} and head.pos == "NOUN" and _is_unbound_plural(page, token.head)
        return (is_means or of_generic) and not _has_number(page, index)
    is_unbound = _is_unbound_plural(page, index) or _is_unbound_mass(page, index)
    return token.pos in {"NOUN", "PROPN"} and is_unbound and not _did_something(page, index)


def _did_something(page: Page, noun: int) -> bool:
    """Tell whether the word acted once, on something in particular: "air strikes (that) destroyed a clinic"."""
    verbs = list(grammar.all_children(page, noun, "relcl"))
    if page.tokens[noun].dep == "nsubj":
        verbs.append(page.tokens[noun].head)
    told = (verb for verb in verbs if page.tokens[verb].tag == "VBD" and find_trigger(page, verb) is not None)
    return any(_has_number(page, verb) and grammar.child(page, verb, "dobj") is not None for verb in told)


def _has_number(page: Page, verb: int) -> bool:
    return any(not _is_unbound_plural(page, noun) for noun in grammar.patients(page, verb))


def _is_unbound_plural(page: Page, index: int) -> bool:
    if page.tokens[index].tag not in {"NNS", "NNPS"}:
        return False
    first, last = grammar.phrase(page, index)
    has_bound = any(page.tokens[i].dep in {"det", "nummod"} or _is_dated(page, i) for i in page.children[index])
    return not has_bound and not any(i in page.counts_at for i in range(first, last + 1))


def _is_dated(page: Page, owner: int) -> bool:
    """Tell whether a possessive is a time: "last week's attacks" are those of one week."""
    return page.tokens[owner].dep == "poss" and page.tokens[owner].entity in {"DATE", "TIME"}


def _is_unbound_mass(page: Page, index: int) -> bool:
    """Tell whether a weak word stands without article or number: "violence", "destruction"."""
    return page.tokens[index].tag == "NN" and not any(
        page.tokens[i].dep in {"det", "poss", "nummod", "compound"} for i in page.children[index]
    )


def _opens_anew(page: Page, index: int) -> bool:
    lists = page.lexicon.factuality["separators"]
    sentence = page.sentence(index)
    own = {page.tokens[i].text.lower() for i in page.children[index]}
    opening = page.reading[sentence.span.start : sentence.span.start + 40].lower()
    is_verb_or_first = page.tokens[index].pos == "VERB"
    return bool(own & set(lists["words"])) or (is_verb_or_first and opening.startswith(lists["phrases"]))


def _with_loose_counts(page: Page, sentence: int, found: list[Sighting]) -> list[Sighting]:
    """Give the sentence's first sighting the numbers that no grammar claimed but that stand beside a word of harm."""
    if not found or not beginning_in(page.sentences[sentence].span, page.counts):
        return found
    taken = {index for s in found for t in s.tallies for index in range(t.first, t.last + 1)}
    loose = tally_loose_counts(page, sentence, taken, _effects(page))
    if not loose:
        return found
    first = found[0]
    widened = Sighting(
        **{name: getattr(first, name) for name in Sighting.__dataclass_fields__ if name != "tallies"},
        tallies=(*first.tallies, *loose),
    )
    return [widened, *found[1:]]


def _effects(page: Page) -> dict[str, str]:
    """Return the slot of each word of harm, by lemma."""
    words: dict[str, str] = {"toll": "deaths", "life": "deaths"}
    for index in (page.lexicon.verbs, page.lexicon.nouns):
        words |= {head: p.trigger.effect for head, ps in index.items() for p in ps if p.trigger.effect and not p.rest}
    return words | {word: t.effect for word, t in page.lexicon.adjectives.items() if t.effect}
