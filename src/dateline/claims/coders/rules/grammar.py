"""Grammar: who does what to whom in one parsed sentence (Universal and ClearNLP labels of spaCy's English model)."""

from collections.abc import Iterator

from dateline.claims.coders.rules.page import Page

_SUBJECTS = {"nsubj", "csubj"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_PHRASE_PARTS = {"det", "amod", "compound", "nummod", "poss", "case", "nmod", "quantmod", "predet", "punct", "advmod"}
_OUTER_PARTS = {"relcl", "appos", "prep", "acl", "conj", "cc", "advcl", "parataxis"}
_JOINED = {"conj", "cc", "relcl", "advcl", "parataxis", "preconj"}
_RECIPROCAL = {("each", "other"), ("one", "another")}
_LONGEST_CHAIN = 6  # verbs followed upwards for a shared subject: no sentence in print has more


def child(page: Page, head: int, *deps: str) -> int | None:
    return next((index for index in page.children[head] if page.tokens[index].dep in deps), None)


def all_children(page: Page, head: int, *deps: str) -> Iterator[int]:
    return (index for index in page.children[head] if page.tokens[index].dep in deps)


def conjuncts(page: Page, noun: int) -> list[int]:
    """Return the noun and the nouns joined to it by "and" or commas, in order."""
    joined = _joined(page, noun)
    return joined[:1] if _are_speakers(page, joined) else joined


def _joined(page: Page, noun: int) -> list[int]:
    """Gather a list of nouns through the parser's conjunctions and apposed members.

    The parser often takes the second of three for an apposition ("a nun, her brother, and two guards"); where a
    plural is followed by such a list of names, the names are the plural ("priests Paz, Ruiz and Gil").
    """
    listed = [index for index in all_children(page, noun, "appos") if child(page, index, "conj") is not None]
    names_them = bool(listed) and page.tokens[noun].tag == "NNS" and page.tokens[listed[0]].pos == "PROPN"
    joined = [] if names_them else [noun]
    for index in [*listed, *all_children(page, noun, "conj")]:
        if page.tokens[index].pos in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            members = _joined(page, index)
            is_description = _tells_what_he_is(page, noun, index)
            joined.extend(each for each in members if not is_description or _is_another(page, index, each))
    return joined


def _is_another(page: Page, description: int, noun: int) -> bool:
    """Tell whether a noun joined to a description is somebody else: "and two guards", not "and director"."""
    return noun != description and child(page, noun, "det", "nummod", "poss") is not None


def _tells_what_he_is(page: Page, name: int, noun: int) -> bool:
    """Tell whether an apposition describes a name: "Ana Ruiz, a dealer in rifles, shells and mines"."""
    is_description = page.tokens[noun].dep == "appos" and page.tokens[noun].pos == "NOUN"
    articles = (page.tokens[i].text.lower() for i in all_children(page, noun, "det"))
    return is_description and page.tokens[name].pos == "PROPN" and any(word in {"a", "an", "the"} for word in articles)


def _are_speakers(page: Page, joined: list[int]) -> bool:
    """Tell whether the last joined noun speaks: in "killing nine people, police and doctors said" nine died."""
    after = joined[-1] + 1
    if len(joined) < 2 or after >= page.sentence(joined[-1]).last:
        return False
    is_speech = page.tokens[after].pos == "VERB" and page.tokens[after].lemma in page.lexicon.speech_verbs
    return is_speech and child(page, after, *_SUBJECTS) is None


def is_passive(page: Page, verb: int) -> bool:
    """Tell whether the verb's grammatical subject is the one acted upon."""
    deps = {page.tokens[index].dep for index in page.children[verb]}
    if deps & {"auxpass", "nsubjpass", "agent"}:
        return True
    token = page.tokens[verb]
    if token.tag != "VBN" or "dobj" in deps:
        return False
    has_have = any(page.tokens[i].lemma == "have" for i in all_children(page, verb, "aux"))
    if has_have:
        return False
    if token.dep == "conj" and not deps & _SUBJECTS:
        return is_passive(page, token.head)
    return token.dep in {"acl", "relcl", "ROOT", "ccomp", "advcl", "pcomp", "oprd", "conj", "amod", "xcomp"}


def subjects(page: Page, verb: int) -> list[int]:
    """Return the subject nouns of a verb, found upwards where the clause shares them ("..., killing twelve")."""
    for _ in range(_LONGEST_CHAIN):
        own = _own_subject(page, verb)
        if own is not None:
            return conjuncts(page, antecedent(page, own))
        token = page.tokens[verb]
        if token.dep in {"acl", "relcl"}:
            return conjuncts(page, token.head)
        if token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep"} or token.head == verb:
            return []
        if token.dep == "prep" and page.tokens[token.head].lemma in page.lexicon.accusing_verbs:
            return []  # "suspect them of killing": the subject did not kill
        verb = token.head
    return []


def _own_subject(page: Page, verb: int) -> int | None:
    """Return a verb's subject, the nearest where the parser takes a place at the sentence's head for another.

    A passive that opens its sentence has it behind: "Also killed were nine guards".
    """
    found = list(all_children(page, verb, *_SUBJECTS, *_PASSIVE_SUBJECTS))
    helper = child(page, verb, "auxpass")
    if not found and helper is not None and helper > verb:
        return child(page, helper, "attr")
    before = [index for index in found if index < verb]
    return next(iter([*reversed(before), *found]), None)


def antecedent(page: Page, pronoun: int) -> int:
    """Return the noun that a relative pronoun stands for, else the word itself."""
    token = page.tokens[pronoun]
    if token.lemma in {"who", "whom", "which", "that"} and page.tokens[token.head].dep == "relcl":
        return page.tokens[token.head].head
    return pronoun


def patients(page: Page, verb: int) -> list[int]:
    """Return the nouns acted upon: the objects of an active verb, the subjects of a passive one."""
    if is_passive(page, verb):
        struck = subjects(page, verb)
        return [*struck, *_beside(page, verb, struck)] if struck else []
    found = [noun for obj in all_children(page, verb, "dobj", "dative") for noun in conjuncts(page, obj)]
    for obj in all_children(page, verb, "ccomp", "oprd"):
        inner = child(page, obj, "nsubj")  # "left [twelve people dead]"
        if inner is not None and page.tokens[obj].pos in {"ADJ", "VERB"} and not found:
            found.extend(conjuncts(page, inner))
    return [*found, *_beside(page, verb, found)] or _shared_objects(page, verb)


def _beside(page: Page, verb: int, nouns: list[int]) -> list[int]:
    added = (each for noun in (verb, *nouns) for each in accompanying(page, noun))
    return [each for each in dict.fromkeys(added) if each not in nouns]


def accompanying(page: Page, verb: int) -> list[int]:
    """Return whom "along with" and "together with" add to a verb's object."""
    added = []
    for index in all_children(page, verb, "prep"):
        before = page.tokens[index - 1].text.lower() if index else ""
        if page.tokens[index].lemma == "with" and before in {"along", "together"}:
            added.extend(objects_of(page, index))
        for inner in all_children(page, index, "prep"):
            if page.tokens[index].text.lower() in {"along", "together"} and page.tokens[inner].lemma == "with":
                added.extend(objects_of(page, inner))
    return added


def _shared_objects(page: Page, verb: int) -> list[int]:
    """Return the object that a later verb gives to both ("kidnapped and killed two men")."""
    for index in all_children(page, verb, "conj"):
        if page.tokens[index].pos == "VERB" and child(page, index, "nsubj") is None:
            objects = list(all_children(page, index, "dobj"))
            if objects and objects[0] > verb and index - verb <= 3:
                return conjuncts(page, objects[0])
    return []


def agents(page: Page, verb: int) -> list[int]:
    """Return the nouns that act: the subjects of an active verb, "by X" of a passive one."""
    if not is_passive(page, verb):
        return subjects(page, verb)
    by = child(page, verb, "agent")
    if by is None:
        by = next((i for i in all_children(page, verb, "prep") if page.tokens[i].lemma == "by"), None)
    return objects_of(page, by) if by is not None else []


def objects_of(page: Page, preposition: int) -> list[int]:
    """Return the nouns that a preposition governs."""
    return [noun for obj in all_children(page, preposition, "pobj") for noun in conjuncts(page, obj)]


def prepositional(page: Page, head: int, *words: str) -> list[int]:
    """Return the nouns after one of the prepositions that hang on a word, in order."""
    found = []
    for index in all_children(page, head, "prep", "agent", "dative"):
        token = page.tokens[index]
        if token.lemma in words:
            found.extend(objects_of(page, index))
        for inner in all_children(page, index, "prep"):  # "responsibility for", "out of", "carried out by"
            if page.tokens[inner].lemma in words:
                found.extend(objects_of(page, inner))
    return found


def sufferers(page: Page, harm: int) -> list[int]:
    """Return whom or what a harm is "to": "heavy damage to two stores", "it caused injuries to a guard"."""
    token = page.tokens[harm]
    return prepositional(page, harm, "to") or (prepositional(page, token.head, "to") if token.dep == "dobj" else [])


def true_head(page: Page, noun: int) -> int:
    """Return the noun that a quantity speaks of: "dozens of people" is about people."""
    token = page.tokens[noun]
    if token.lemma in page.lexicon.words["quantities"] or token.pos == "NUM":
        for index in all_children(page, noun, "prep"):
            if page.tokens[index].lemma in {"of", "among"}:
                inner = child(page, index, "pobj")
                if inner is not None and page.tokens[inner].pos in {"NOUN", "PROPN"}:
                    return inner
    return noun


def phrase(page: Page, noun: int) -> tuple[int, int]:
    """Return the first and last token of a noun's own phrase: its modifiers and name, no clause or "of" part."""
    first = noun
    for index in reversed(page.children[noun]):
        token = page.tokens[index]
        if index < noun and token.dep in _PHRASE_PARTS:
            first = min(first, _leftmost(page, index))
    while first < noun and page.tokens[first].pos in {"PUNCT", "SPACE"}:
        first += 1
    mention = page.mention_at.get(noun)
    last = noun
    if mention is not None:
        inside = page.tokens_in(mention.span)
        first, last = min(first, inside.start), max(last, inside.stop - 1)
    return first, last


def _leftmost(page: Page, index: int) -> int:
    inner = [_leftmost(page, i) for i in page.children[index] if i < index and page.tokens[i].dep not in _OUTER_PARTS]
    return min([index, *inner])


def whole_phrase(page: Page, noun: int) -> tuple[int, int]:
    """Return the noun's phrase with its "of" part: "the governor of Balkh", "members of the party"."""
    first, last = phrase(page, noun)
    for index in all_children(page, noun, "prep"):
        if page.tokens[index].lemma == "of" and index > noun:
            inner = child(page, index, "pobj")
            if inner is not None and inner - noun <= 6:
                last = max(last, phrase(page, inner)[1])
    return first, last


def clause_head(page: Page, index: int) -> int:
    """Return the verb that a word's clause hangs on."""
    for _ in range(40):
        token = page.tokens[index]
        if token.pos in {"VERB", "AUX"} or token.head == index:
            return index
        index = token.head
    return index


def ancestors(page: Page, index: int) -> Iterator[int]:
    """Yield the heads above a word, nearest first, to the root of its sentence."""
    for _ in range(60):
        head = page.tokens[index].head
        if head == index:
            return
        yield head
        index = head


def own_words(page: Page, noun: int) -> list[int]:
    """Return a noun's phrase with its appositions, in order, without what is joined to it by "and" or a clause."""
    waiting, found = [noun], []
    while waiting:
        current = waiting.pop()
        found.append(current)
        waiting.extend(i for i in page.children[current] if page.tokens[i].dep not in _JOINED)
    return sorted(found)


def subtree(page: Page, index: int) -> Iterator[int]:
    """Yield a word and every word below it, in no particular order."""
    waiting = [index]
    while waiting:
        current = waiting.pop()
        yield current
        waiting.extend(page.children[current])


def is_reciprocal(page: Page, noun: int) -> bool:
    """Tell whether a noun is the last word of "each other" or "one another"."""
    before = page.tokens[noun - 1].text.lower() if noun else ""
    return (before, page.tokens[noun].text.lower()) in _RECIPROCAL
