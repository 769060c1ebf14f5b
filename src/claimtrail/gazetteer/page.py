"""A text as words, with what its writing shows of each: capitals, neighbours, sentence beginnings."""

import re
from dataclasses import dataclass
from functools import cached_property

from claimtrail.gazetteer.words import words

# A word keeps its inner apostrophes ("Qa'im") but not a possessive; hyphens part words; "U.S." is one word.
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’‘`ʿʾ](?!s\b)[^\W_]+)*")
_NO_STOP = frozenset({"st", "ste", "mt", "ft"})
_BREAK = re.compile(r"[.!?:;\n\"“”]")


@dataclass(frozen=True, slots=True)
class Word:
    """The characters `start` to `end` (half-open) of the text."""

    start: int
    end: int
    text: str


class Page:
    """A text and its words; positions outside it are empty words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(text)]

    @cached_property
    def uncapitalised(self) -> frozenset[str]:
        """The words that the text also writes in lower case."""
        return frozenset(word.text for word in self.words if word.text[0].islower())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """The last names of the people that the text names in full or with a title."""
        return frozenset(self.lower(end - 1) for start, end in self._people() if end - start > 1)

    def gap(self, i: int) -> str:
        """The characters between word `i` and the next; a line feed at either end of the text."""
        if i < 0 or i + 1 >= len(self.words):
            return "\n"
        return self.text[self.words[i].end : self.words[i + 1].start]

    def joined(self, i: int) -> bool:
        """Whether word `i` and the next stand side by side, spaces between them."""
        gap = self.gap(i)
        return gap in (" ", "\u00a0") or (gap == ". " and self.lower(i) in _NO_STOP) or not gap.strip(" \u00a0")

    def linked(self, i: int) -> bool:
        """Whether word `i` and the next stand side by side or with a hyphen between them."""
        return self.joined(i) or self.gap(i) in ("-", "\u2010", "\u2011", "-'", "-\u2018", "-\u2019")

    def lower(self, i: int) -> str:
        """Word `i` in lower case."""
        return self.words[i].text.casefold().rstrip(".") if 0 <= i < len(self.words) else ""

    def capital(self, i: int) -> bool:
        """Whether word `i` is there and written as a name: with a capital."""
        return 0 <= i < len(self.words) and self.words[i].text[0].isupper()

    def opens(self, i: int) -> bool:
        """Whether a name may begin at word `i`: a capital, or a small article with a hyphen ("al-Bab")."""
        small = self.lower(i) in words().article and self.linked(i) and not self.joined(i)
        return self.capital(i) or (small and self.capital(i + 1))

    def begins(self, i: int) -> bool:
        """Whether word `i` begins a sentence, a line or a quotation."""
        return i == 0 or (bool(_BREAK.search(self.gap(i - 1))) and not self.joined(i - 1))

    def slice(self, first: int, last: int) -> str:
        """The text of the words `first` to `last` (half-open)."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def _people(self) -> list[tuple[int, int]]:
        """The half-open word ranges of names that begin with a title or a given name."""
        people = []
        for i in range(len(self.words)):
            after = self.joined(i) or self.gap(i) == ". "
            if self.capital(i) and after and self.lower(i) in (words().given | words().title):
                end = i + 1
                while self.capital(end) and end - i < 4 and (self.joined(end - 1) or self.gap(end - 1) == ". "):
                    end += 1
                people.append((i, end))
        return people
