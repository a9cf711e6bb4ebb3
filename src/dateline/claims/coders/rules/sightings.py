"""Sightings: every word of a page that says that something happened, with what hangs on it."""

from collections.abc import Iterator
from dataclasses import replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.days import days_of, is_late_death
from dateline.claims.coders.rules.event_place import Scene, likely_places, see_scene
from dateline.claims.coders.rules.factuality import is_denied, read_stage
from dateline.claims.coders.rules.innocence import is_innocent
from dateline.claims.coders.rules.lexicon import Phrase, Trigger
from dateline.claims.coders.rules.owners import owners_of
from dateline.claims.coders.rules.page import Page, beginning_in
from dateline.claims.coders.rules.records import Sighting, Tally
from dateline.claims.coders.rules.roles import fill_roles, people_acted_upon
from dateline.claims.coders.rules.running_totals import is_running_total
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun
from dateline.claims.coders.rules.tallies import tally_loose_counts, tally_patients
from dateline.claims.coders.rules.tolls import read_toll
from dateline.mentions.records import MentionKind

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
    return Sighting(
        token=index,
        trigger=trigger,
        stage=stage,
        fillers=fillers,
        tallies=tallies,
        dates=days_of(page, index, stage),
        places=tuple(mention for mention, _ in places),
        sureness=tuple(sureness for _, sureness in places),
        is_definite=_is_definite(page, index),
        is_generic=_is_generic(page, index),
        opens_anew=_opens_anew(page, index),
        is_denied=is_denied(page, index),
    )


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
