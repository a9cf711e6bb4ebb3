"""Tallies: how many people a phrase speaks of, whose they are, and what was done to them."""

from collections.abc import Iterable
from dataclasses import replace

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.page import Page, beginning_in
from dateline.claims.coders.rules.records import Tally
from dateline.claims.coders.rules.sorts import PEOPLE, Thing, sort_noun
from dateline.values.counts import Count, bare_plural, bare_singular
from dateline.values.counts_in_text import CountMention

UNHURT = "unhurt"  # the effect of words that say who was spared: "escaped unharmed"
_POINTING = {"this", "that", "these", "those"}  # "this man" was told before; "her husband" need not have been
_DEFINITE = {"the", "these", "those", "this", "that", "his", "her", "their", "its"}
_SENTENCES_BACK = 3  # how far back "the gunmen" may look for how many they are
_REACH = 5  # words between a number and the word that says what happened to those counted


def tally_patients(page: Page, slot: str, nouns: Iterable[int]) -> list[Tally]:
    """Return one tally for each noun that speaks of people; those who are told to be unhurt are none injured."""
    found = (_tally(page, slot, grammar.true_head(page, noun), noun) for noun in nouns)
    told = [tally for tally in found if tally is not None]
    return [_spared(tally) for tally in told] if slot == UNHURT else told


def _spared(tally: Tally) -> Tally:
    none = replace(Count.exactly(0), whose=tally.count.whose, side=tally.count.side)
    return replace(tally, slot="injured", count=none, is_given=False)


def _tally(page: Page, slot: str, head: int, noun: int) -> Tally | None:
    sort = sort_noun(page, head)
    if sort.thing is Thing.PRONOUN and page.tokens[head].lemma in page.lexicon.words["persons_spoken_of"]:
        return _pronoun(page, slot, head)
    counted = _count_over(page, noun) or _count_over(page, head)
    if sort.thing not in PEOPLE and not (counted and sort.thing in {Thing.OTHER, Thing.PRONOUN, Thing.EVENT}):
        return None
    first, last = grammar.phrase(page, noun)
    if head != noun:
        first, last = min(first, noun), max(last, grammar.phrase(page, head)[1])
    if counted is not None and counted.part:
        return None  # "60 people, including 20 minors": the 20 are among the 60
    if counted is not None:
        inside = page.tokens_in(counted.span)
        first, last = min(first, inside.start), max(last, inside.stop - 1)
        return Tally(slot, _with_whose(page, counted.value, head, sort.side), head, first, last)
    return _uncounted(page, slot, head, (first, last))


def _pronoun(page: Page, slot: str, pronoun: int) -> Tally:
    """Read "he was shot": at least that one; it counts where nobody else is said to have been harmed."""
    is_one = page.tokens[pronoun].lemma not in {"they", "them"}
    count = bare_singular() if is_one else bare_plural(page.policy)
    meant = _meant_by(page, pronoun) if is_one else None
    if meant is not None:
        count = _with_whose(page, count, meant, sort_noun(page, meant).side)
    return Tally(slot, count, pronoun, pronoun, pronoun, is_given=False)


def _meant_by(page: Page, pronoun: int) -> int | None:
    """Return the nearest single person before "he" or "her", in this sentence or the one before, who does not act."""
    number = page.sentence_of[pronoun]
    doers = set(grammar.agents(page, grammar.clause_head(page, pronoun)))
    is_woman = page.tokens[pronoun].lemma in {"she", "her"}
    unlike = page.lexicon.words["men" if is_woman else "women"] | page.lexicon.words["collectives"]
    for index in range(pronoun - 1, page.sentences[max(0, number - 1)].first - 1, -1):
        token = page.tokens[index]
        is_single = token.tag in {"NN", "NNP"} and token.dep != "compound" and index not in doers
        if is_single and sort_noun(page, index).thing is Thing.PERSON and token.lemma.lower() not in unlike:
            return index
    return None


def _uncounted(page: Page, slot: str, head: int, edges: tuple[int, int]) -> Tally | None:
    """Read a phrase without a number: one person, or an unnumbered plural by the policy's rule."""
    token = page.tokens[head]
    sort = sort_noun(page, head)
    determiners = _determiners(page, head)
    shared = _determiners(page, token.head) if token.dep == "conj" else set()
    if "no" in determiners | shared:  # "no women or children"
        return Tally(slot, _with_whose(page, Count.exactly(0), head, sort.side), head, *edges)
    is_plural = token.tag in {"NNS", "NNPS"} or token.lemma == "people"
    if is_plural:
        return _plural(page, slot, head, edges)
    if token.lemma in page.lexicon.words["collectives"] or sort.thing is Thing.ACTOR or token.pos == "PRON":
        return None
    is_known = head in page.mention_at  # a name that no finder knows may be told again without being known again
    is_new = is_known if sort.label == "person" else not determiners & _POINTING
    return Tally(slot, _with_whose(page, bare_singular(), head, sort.side), head, *edges, is_given=is_new)


def _plural(page: Page, slot: str, head: int, edges: tuple[int, int]) -> Tally:
    """Read a plural without a number; "the gunmen" are as many as the "five gunmen" told of before."""
    token = page.tokens[head]
    first_of_list = token.head if token.dep == "conj" and not _determiners(page, head) else head
    is_definite = bool(_determiners(page, first_of_list) & _DEFINITE)
    told = _told_before(page, head) if is_definite else None
    count = _with_whose(page, told or bare_plural(page.policy), head, sort_noun(page, head).side)
    is_given = told is not None or not (is_definite or token.lemma == "people")
    return Tally(slot, count, head, *edges, is_given=is_given)


def _told_before(page: Page, noun: int) -> Count | None:
    """Return the number of people with which a noun was last said, in this sentence or the few before it."""
    number = page.sentence_of[noun]
    first = page.sentences[max(0, number - _SENTENCES_BACK)].first
    lemma = page.tokens[noun].lemma
    for index in range(grammar.phrase(page, noun)[0] - 1, first - 1, -1):
        if page.tokens[index].lemma == lemma and page.tokens[index].pos in {"NOUN", "PROPN"}:
            counted = _count_over(page, index)
            return counted.value if counted is not None and not counted.part else None
    return None


def _determiners(page: Page, noun: int) -> set[str]:
    return {page.tokens[i].text.lower() for i in page.children[noun] if page.tokens[i].dep in {"det", "poss"}}


def _count_over(page: Page, noun: int) -> CountMention | None:
    """Return the count whose number stands in the noun's own phrase."""
    first, last = grammar.phrase(page, noun)
    for index in range(last, first - 1, -1):
        count = page.counts_at.get(index)
        if count is not None:
            return count
    return (
        page.counts_at.get(first - 1) if first > 0 and page.sentence_of[first - 1] == page.sentence_of[noun] else None
    )


def _with_whose(page: Page, count: Count, head: int, side: str) -> Count:
    token = page.tokens[head]
    if token.pos == "NUM":
        counted = _counted_before(page, head)
        return count if counted is None else _with_whose(page, count, counted, sort_noun(page, counted).side)
    if token.lemma in {"other", "dead", "people", "person", "life", "death", "fatality"}:
        return count
    first, last = grammar.phrase(page, head)
    words = [page.tokens[i] for i in range(first, last + 1)]
    kept = [
        w for w in words if (w.pos in {"NOUN", "PROPN", "ADJ"} and w.index not in page.counts_at) or w.index == head
    ]
    whose = page.document.text[kept[0].start : kept[-1].end] if kept else token.text
    return replace(count, whose=" ".join(whose.split()), side={"armed": "armed"}.get(side, side) or None)


def _counted_before(page: Page, number: int) -> int | None:
    """Return the people of whom a bare number counts more: "killed three policemen and wounded two"."""
    first = page.sentence(number).first
    counted = [
        index
        for index in range(first, number)
        if page.tokens[index].tag in {"NNS", "NN"}
        and sort_noun(page, index).thing in PEOPLE
        and _count_over(page, index) is not None
    ]
    return counted[0] if len(counted) == 1 else None


def tally_loose_counts(page: Page, sentence: int, taken: set[int], effects: dict[str, str]) -> list[Tally]:
    """Return tallies of numbers that no verb's grammar has claimed but that stand beside a word of harm.

    Reads headlines and clipped lists: "12 dead, 30 wounded", "death toll rises to 63", "killing at least nine".
    `effects` gives the slot of each word of harm, by lemma.
    """
    tallies = []
    spans = page.sentences[sentence]
    for count in beginning_in(spans.span, page.counts):
        inside = page.tokens_in(count.span)
        if not inside or not spans.first <= inside.start < spans.last or taken & set(inside):
            continue
        slot = _slot_beside(page, inside, effects)
        if slot is not None and slot != UNHURT and not count.part:
            tallies.append(Tally(slot, count.value, inside.stop - 1, inside.start, inside.stop - 1))
            taken |= set(inside)
    return tallies


def _slot_beside(page: Page, inside: range, effects: dict[str, str]) -> str | None:
    sentence = page.sentence(inside.start)
    for index in range(inside.stop, min(inside.stop + _REACH, sentence.last)):
        token = page.tokens[index]
        if token.lemma in effects:
            return effects[token.lemma]
        is_filler = token.pos in {"AUX", "ADJ", "ADV", "DET"} or sort_noun(page, index).thing in PEOPLE
        if not is_filler or index in page.counts_at:
            break
    for index in range(inside.start - 1, max(inside.start - _REACH, sentence.first) - 1, -1):
        token = page.tokens[index]
        if index in page.counts_at or token.pos == "PUNCT":
            break  # the word of harm belongs to the number before: "killing six people, two of whom"
        if token.lemma == "by":
            break  # "shot to death by a group of men": the men did it
        if token.lemma in effects and (token.tag == "VBG" or token.pos == "NOUN"):
            return effects[token.lemma]
    return None
