"""Word casing: which words of a page in capitals get a capital, by the words beside them."""

import re
from collections.abc import Callable, Iterator

from dateline.values.casing_words import casing_words
from dateline.values.folding import lower
from dateline.values.word_forms import Casing, Form, form_of

_BLANK_LINE = re.compile(r"\n[ ]*\n")
_SENTENCE_END = re.compile(r"[.!?][\"')\]]*\s|[,:]\s+\"$")
_FARTHEST_HEAD = 3  # words between a name and the noun that ends it
_LONGEST_BODY = 8  # words of a body's name before its acronym
_LONGEST_DATELINE = 15  # words before the dash
_NAMES = (Casing.NAME, Casing.ACRONYM)


class Page:
    """The words of one text in capitals: `gaps[i]` stands before `words[i]`; the last gap ends the text."""

    def __init__(
        self, words: list[str], gaps: list[str], language: str, *, names: Callable[[str], bool] | None = None
    ) -> None:
        casing = casing_words(language)
        self.gaps = gaps
        self.casing = casing
        self.lows = [lower(word) for word in words]
        self.forms = [form_of(word, language) for word in words]
        self.capital: set[int] = set()
        self.small: set[int] = set()
        self.phrases = set(casing.phrases)
        self.phrase_starts = set(casing.phrase_starts)
        if names is not None:
            self._keep_known_names(words, names)

    def write(self) -> list[str]:
        """Return the words in mixed case."""
        self._read_brackets()
        self._read_neighbours()
        self._repeat_names()
        self.capital.difference_update(self.small)
        self.capital.update(self._sentence_starts())
        small = [form.small for form in self.forms]
        for i in self.small:
            small[i] = self.lows[i]
        for i in self.capital:
            small[i] = self.forms[i].capital
        return small

    def _keep_known_names(self, words: list[str], names: Callable[[str], bool]) -> None:
        for i, form in enumerate(self.forms):
            if (
                form.casing is Casing.ACRONYM
                and len(words[i]) > 2
                and self.lows[i] not in self.casing.acronyms
                and names(words[i])
            ):
                capital = words[i][0] + self.lows[i][1:]
                self.forms[i] = Form(Casing.NAME, capital, capital)

    # ---- acronyms in brackets, and the names that they stand for

    def _read_brackets(self) -> None:
        found = {i for i in range(1, len(self.lows)) if self._is_acronym_in_brackets(i)}
        spelled = {self.lows[i] for i in found}
        for i, low in enumerate(self.lows):
            if low in spelled:
                form = self.forms[i]
                upper = form.capital[0] + "".join(
                    letter.upper() if len(letter.upper()) == 1 else letter for letter in form.capital[1:]
                )
                self.forms[i] = Form(Casing.ACRONYM, upper, upper)
        for i in found:
            self._capitalise_body_before(i)

    def _is_acronym_in_brackets(self, i: int) -> bool:
        if self.gaps[i][-1:] not in ("[", "(") or self.gaps[i + 1][:1] not in ("]", ")"):
            return False
        low, casing = self.lows[i], self.forms[i].casing
        if casing is Casing.ACRONYM:
            return True
        initials = "".join(word[0] for word in self.lows[max(0, i - _LONGEST_BODY) : i])
        return casing is not Casing.AS_IT_IS and 3 <= len(low) <= _LONGEST_BODY and _in_order(low, initials)

    def _capitalise_body_before(self, i: int) -> None:
        first = i
        if self.gaps[i].strip() not in ("[", "("):
            return
        while (
            first > max(0, i - _LONGEST_BODY)
            and self._belongs_to_body(first - 1)
            and (first == i or self._is_near(first))
        ):
            first -= 1
        while first < i and self.lows[first] in self.casing.stops:
            first += 1
        if i - first > 1:
            phrase = tuple(self.lows[first:i])
            self.phrases.add(phrase)
            self.phrase_starts.add(phrase[0])
            self._capitalise(range(first, i))

    def _belongs_to_body(self, i: int) -> bool:
        low = self.lows[i]
        if low in self.casing.joins:
            return (
                i > 0
                and self._is_near(i)
                and (self.forms[i - 1].casing in _NAMES or self.lows[i - 1] in self.casing.heads)
            )
        return low not in self.casing.stops

    # ---- words beside names

    def _read_neighbours(self) -> None:
        casing = self.casing
        known = {
            *casing.titles,
            *casing.heads,
            *casing.near_heads,
            *casing.particles,
            *self.phrase_starts,
            *casing.month_words,
        }
        for i in range(len(self.lows) - 1, -1, -1):  # from the end: a title before a title before a name
            low = self.lows[i]
            if low in known:
                self._read_known(i, low)
            elif self.forms[i].casing is Casing.EITHER and self._follows_a_name(i):
                self.capital.add(i)

    def _repeat_names(self) -> None:
        """Capitalise a word wherever it stands if it is once a name on this page ("President Banks")."""
        named = (
            {self.lows[i] for i in self.capital if self.forms[i].casing is Casing.EITHER}
            - self.casing.titles
            - self.casing.heads
            - self.casing.near_heads
            - self.casing.month_words
        )
        self.capital.update(i for i, low in enumerate(self.lows) if low in named)

    def _read_known(self, i: int, low: str) -> None:
        casing = self.casing
        if low in self.phrase_starts:
            self._read_phrase(i)
        if low in casing.titles and self._is_a_name_or_title(i + 1):
            self._capitalise(range(i, i + 2))
        if low in casing.heads:
            self._read_head(i, low)
        elif low in casing.near_heads and self._follows_a_name(i):
            self.capital.add(i)
        if low in casing.particles:
            self._read_particle(i, low)
        if low in self.casing.month_words and self._is_a_month(i):
            self.capital.add(i)

    def _read_phrase(self, i: int) -> None:
        for length in range(min(_LONGEST_BODY, len(self.lows) - i), 1, -1):
            if tuple(self.lows[i : i + length]) in self.phrases and all(
                self._is_near(j) for j in range(i + 1, i + length)
            ):
                self._capitalise(range(i, i + length))
                return

    def _is_a_name_or_title(self, i: int) -> bool:
        if i >= len(self.lows) or not self._is_near(i, "."):
            return False
        casing = self.forms[i].casing
        is_initial = len(self.lows[i]) == 1 and self.gaps[i + 1][:1] == "."
        is_title = self.lows[i] in self.casing.titles and i in self.capital
        return casing in (Casing.NAME, Casing.EITHER) or is_initial or is_title

    def _read_head(self, i: int, low: str) -> None:
        for j in range(i - 1, max(-1, i - 2 - _FARTHEST_HEAD), -1):
            before = self.lows[j]
            if not self._is_near(j + 1) or before in self.casing.stops:
                return
            opens = before in self.casing.openers and low in self.casing.opened_heads
            if self.forms[j].casing in _NAMES or opens or _is_ordinal(before):
                self._capitalise(range(j, i + 1))
                return
            if before.endswith(("ed", "ing", "s")):
                return

    def _follows_a_name(self, i: int) -> bool:
        if i == 0 or not self._is_near(i) or self.forms[i - 1].casing is not Casing.NAME:
            return False
        return not self.lows[i - 1].endswith(self.casing.demonyms) and self.lows[i - 1] not in self.casing.months

    def _read_particle(self, i: int, low: str) -> None:
        """Particles are small inside a name; an article at its head takes the next word in: "La Union"."""
        follows = i > 0 and self._is_near(i) and self.forms[i - 1].casing is Casing.NAME
        leads = i + 1 < len(self.lows) and self._is_near(i + 1)
        inside = follows and self.lows[i - 1] in self.casing.particles
        if follows and leads and (inside or self.forms[i + 1].casing is Casing.NAME):
            self.small.add(i)
        if (
            low in self.casing.articles
            and leads
            and (inside or not follows)
            and self.lows[i + 1] not in self.casing.stops
        ):
            self.capital.add(i + 1)

    def _is_a_month(self, i: int) -> bool:
        before = self.lows[i - 1] if i and self._is_near(i) else ""
        after = self.lows[i + 1] if i + 1 < len(self.lows) and self._is_near(i + 1, ",") else ""
        return before.isdigit() or after.isdigit() or before in self.casing.before_month

    def _is_near(self, i: int, but: str = "") -> bool:
        """Whether only blanks, one line break, or the sign `but` stand before a word."""
        gap = self.gaps[i]
        return gap == " " or (gap.strip() in ("", but) and not _BLANK_LINE.search(gap))

    def _capitalise(self, span: range) -> None:
        self.capital.update(i for i in span if self.lows[i] not in self.casing.stops)

    # ---- sentences

    def _sentence_starts(self) -> Iterator[int]:
        paragraph = 0
        opened_at_start = False
        for i, gap in enumerate(self.gaps[:-1]):
            if gap == " ":
                continue
            is_paragraph = i == 0 or bool(_BLANK_LINE.search(gap))
            if is_paragraph:
                paragraph = i
            starts = is_paragraph or self._ends_a_sentence(i, gap) or ("--" in gap and self._is_dateline(paragraph, i))
            if "]" in gap and opened_at_start:
                starts = True
            if "[" in gap:
                opened_at_start = starts
            if starts or "[" in gap:
                yield i

    def _ends_a_sentence(self, i: int, gap: str) -> bool:
        if not _SENTENCE_END.search(gap):
            return False
        before = self.lows[i - 1]
        if "." in before:
            return gap.count(" ") > 1 or "\n" in gap
        is_short = before in self.casing.abbreviations or (len(before) == 1 and before.isalpha())
        return not (gap[0] == "." and is_short)

    def _is_dateline(self, paragraph: int, i: int) -> bool:
        return i - paragraph <= _LONGEST_DATELINE and any(low.isdigit() for low in self.lows[paragraph:i])


def _is_ordinal(low: str) -> bool:
    return low[0].isdigit() and low[-1].isalpha()


def _in_order(letters: str, initials: str) -> bool:
    """Whether an acronym's first letter is an initial and half of its letters are initials, in order."""
    matched, position = 0, initials.find(letters[0])
    if position < 0:
        return False
    for letter in letters:
        found = initials.find(letter, position)
        if found >= 0:
            matched, position = matched + 1, found + 1
    return 2 * matched > len(letters)
