"""Slips of typing: an article read as if they were mended, its claims at the characters that are there.

Mended is a word of small letters that English does not know and that one slip makes of exactly one word that it
knows: two neighbouring letters changed over, a letter typed twice, a letter left out (Damerau 1964 found most errors
of these kinds). The first letter is taken as meant, and so is whatever may be a regular form of a known word.
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass, replace
from itertools import accumulate
from string import ascii_lowercase
from typing import Any, TypeVar

from claimtrail.model import Span

Value = TypeVar("Value")
LEAST = 6
_WORD = re.compile(rf"(?<![\w'’./@-])[a-z]{{{LEAST},}}(?![\w'’/@-]|\.\w)")
_ENDINGS = tuple("s es d ed ing er ers or ly able est y al ism ist ists ness".split())


@dataclass(frozen=True, slots=True)
class Mended:
    """A text without its slips, and where each stretch of it begins: in the text as it was, and in this one."""

    text: str
    before: tuple[int, ...]
    after: tuple[int, ...]

    def forth(self, span: Span) -> Span:
        """A range of the text as it was, in this one."""
        return Span(_moved(span.start, self.before, self.after), _moved(span.end, self.before, self.after))

    def back(self, span: Span) -> Span:
        """A range of this text, in the text as it was."""
        return Span(_moved(span.start, self.after, self.before), _moved(span.end, self.after, self.before))


def mend(text: str, known: Set[str]) -> Mended | None:
    """The text with its slips mended, by the words of English that are known in small letters; None: it has none."""
    slips = [(word.span(), meant) for word in _WORD.finditer(text) if (meant := mended_word(word[0], known))]
    if not slips:
        return None
    parts, before, at = [], [0], 0
    for (start, end), meant in slips:
        parts += [text[at:start], meant]
        before += [start, end]
        at = end
    parts.append(text[at:])
    after = (0, *accumulate(len(part) for part in parts[:-1]))
    return Mended("".join(parts), tuple(before), after)


def mended_word(word: str, known: Set[str]) -> str | None:
    """What an unknown word is a slip of; None where it is known, may be a form of a known word, or fits several."""
    if word in known or any(stem in known for stem in _stems(word)):
        return None
    found = {meant for meant in _meant(word) if meant in known}
    return found.pop() if len(found) == 1 else None


def moved(value: Value, place: Callable[[Span], Span]) -> Value:
    """A value with every range in it moved by `place`."""
    return _any(value, place)  # type: ignore[no-any-return]


def _any(value: Any, place: Callable[[Span], Span]) -> Any:
    if isinstance(value, Span):
        return place(value)
    if isinstance(value, tuple):
        return tuple(_any(each, place) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: _any(getattr(value, each.name), place) for each in fields(value)})
    if isinstance(value, Mapping):
        return {key: _any(each, place) for key, each in value.items()}
    return value


def _moved(at: int, one: tuple[int, ...], other: tuple[int, ...]) -> int:
    """A place in the one text, in the other; inside a mended word no further than its end."""
    stretch = bisect_right(one, at) - 1
    most = other[stretch + 1] if stretch + 1 < len(other) else None
    there = other[stretch] + at - one[stretch]
    return there if most is None else min(there, most)


def _stems(word: str) -> Iterator[str]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word:
            yield from (stem, stem + "e")
            if stem.endswith("i"):
                yield stem[:-1] + "y"
            if len(stem) > 2 and stem[-1] == stem[-2]:
                yield stem[:-1]


def _meant(word: str) -> Iterator[str]:
    """Every word that one slip may make this one of."""
    for at in range(1, len(word)):
        if word[at] == word[at - 1]:
            yield word[:at] + word[at + 1 :]
        elif at + 1 < len(word):
            yield word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        yield from (word[:at] + letter + word[at:] for letter in ascii_lowercase)
