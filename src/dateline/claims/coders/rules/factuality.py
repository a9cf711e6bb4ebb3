"""Factuality: whether a word says that something happened, was tried, was threatened, or only may happen."""

from dateline.claims.coders.rules import grammar
from dateline.claims.coders.rules.lexicon import Trigger
from dateline.claims.coders.rules.page import Page

ACCOMPLISHED, ATTEMPTED, FOILED, THREATENED = "accomplished", "attempted", "foiled", "threatened"
_STAGES = ((ATTEMPTED, "attempted"), (FOILED, "foiled"), (THREATENED, "threatened"))
_LINKS = {"xcomp", "dobj", "pobj", "prep", "pcomp", "compound", "ccomp", "nsubjpass", "acl", "advcl", "conj", "amod"}
_BEHIND = {"behind", "responsible"}
_FURTHEST_GOVERNOR = 4  # links between a word and the verb that governs whether it happened


def read_stage(page: Page, token: int, trigger: Trigger) -> str | None:
    """Return the stage of execution, or None where the text does not say that anything was done."""
    if _is_negated(page, token):
        return None
    governed = _governed_stage(page, token)
    if governed is not None:
        return governed or None
    if page.tokens[token].pos in {"VERB", "AUX"} and not _is_told(page, token):
        return None
    return trigger.stage or ACCOMPLISHED


def is_denied(page: Page, token: int) -> bool:
    """Tell whether somebody denies what the word tells: "denied that ...", "rejected claims that ...".

    Who denies that it was behind a bombing doesn't deny the bombing.
    """
    clause = grammar.clause_head(page, token)
    is_behind = page.tokens[clause].lemma == "be" and any(
        page.tokens[i].lemma in _BEHIND for i in page.children[clause]
    )
    return not is_behind and denial_of(page, token) is not None


def denial_of(page: Page, token: int) -> int | None:
    """Return the verb that denies the clause in which a word stands, or None."""
    denial, below = page.lexicon.denial, token
    for head in grammar.ancestors(page, token):
        word, dep = page.tokens[head], page.tokens[below].dep
        if word.lemma in denial["verbs"] and dep in {"ccomp", "xcomp"}:
            return head
        is_claim = word.lemma in denial["nouns"] and word.dep in {"dobj", "nsubjpass"} and dep in {"acl", "ccomp"}
        if is_claim and page.tokens[word.head].lemma in denial["verbs"]:
            return word.head
        below = head
    return None


def _is_negated(page: Page, token: int) -> bool:
    words = page.lexicon.factuality["negation"]["words"]
    below = (page.tokens[i] for i in page.children[token])
    return any(t.dep == "neg" or (t.dep in {"det", "preconj"} and t.text.lower() in words) for t in below)


def _governed_stage(page: Page, token: int) -> str | None:
    """Return a stage, "" for no event at all, or None where no governing word decides."""
    lists = page.lexicon.factuality
    own = {page.tokens[i].text.lower() for i in page.children[token] if page.tokens[i].dep in {"amod", "compound"}}
    for stage, name in _STAGES:
        if own & set(lists[name]["words"]):
            return stage
    if own & set(lists["planned"]["words"]):
        return ""
    current = token
    for _ in range(_FURTHEST_GOVERNOR):
        word = page.tokens[current]
        if word.dep not in _LINKS or word.head == current:
            return None
        is_result = word.dep == "advcl" and word.tag == "VBG"  # "called for a strike, killing two"
        if is_result or (word.dep in {"ccomp", "conj", "advcl"} and _has_own_tense(page, current)):
            return None
        current = word.head
        decided = _stage_under(page, page.tokens[current].lemma, current)
        if decided is not None:
            return decided
    return None


def _stage_under(page: Page, lemma: str, governor: int) -> str | None:
    lists = page.lexicon.factuality
    for stage, name in _STAGES:
        if lemma in lists[name]["governors"] or (page.tokens[governor].pos == "NOUN" and lemma in lists[name]["words"]):
            return stage
    if lemma in lists["planned"]["governors"] and page.tokens[governor].pos == "VERB":
        return None if _was_planned(page, governor) else ""
    return "" if lemma in lists["negation"]["governors"] else None


def _was_planned(page: Page, verb: int) -> bool:
    """Tell whether the verb looks back: "the attack had been planned since May" speaks of one that was done."""
    return any(page.tokens[i].text.lower() == "had" for i in grammar.all_children(page, verb, "aux"))


def _has_own_tense(page: Page, verb: int) -> bool:
    return page.tokens[verb].tag in {"VBD", "VBZ", "VBP"} or grammar.child(page, verb, "aux", "auxpass") is not None


def _is_told(page: Page, verb: int) -> bool:
    """Tell whether a verb's form tells of something done: past, perfect, a participle, or a headline's present."""
    token = page.tokens[verb]
    words = _helping_words(page, verb)
    if not words and token.dep == "conj" and token.tag in {"VB", "VBN"} and page.tokens[token.head].pos == "VERB":
        return _is_told(page, token.head)
    return not _is_unreal(page, verb, words) and not _is_habitual(page, verb, words)


def _helping_words(page: Page, verb: int) -> set[str]:
    """Return the auxiliaries and conjunctions of a verb, as lemmas and as written."""
    helpers = [page.tokens[i] for i in page.children[verb] if page.tokens[i].dep in {"aux", "auxpass", "mark"}]
    return {helper.lemma for helper in helpers} | {helper.text.lower() for helper in helpers}


def _is_unreal(page: Page, verb: int, words: set[str]) -> bool:
    lists = page.lexicon.factuality
    if words & set(lists["hypothetical"]["markers"]) or words & set(lists["future"]["modals"]):
        return True
    if words & set(lists["hypothetical"]["modals"]):
        return "have" not in words  # "may have killed": told, with a doubt that the stance keeps
    token = page.tokens[verb]
    return token.tag == "VBG" and token.dep == "pcomp" and grammar.child(page, verb, "dobj") is None


def _is_habitual(page: Page, verb: int, words: set[str]) -> bool:
    adverbs = page.lexicon.factuality["generic"]["adverbs"]
    if any(page.tokens[i].text.lower() in adverbs for i in page.children[verb]):
        return True
    is_present = page.tokens[verb].tag in {"VBZ", "VBP", "VB"} and not words & {"have", "be"}
    return is_present and not _is_headline(page, verb)


def _is_headline(page: Page, token: int) -> bool:
    """Headlines tell what happened in the present tense: an early sentence that does not end with a full stop."""
    sentence = page.sentence(token)
    return page.sentence_of[token] <= 1 and page.tokens[sentence.last - 1].text not in {".", "!", "?", '"'}
