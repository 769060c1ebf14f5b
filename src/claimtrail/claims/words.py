"""The words of names: folded, without articles, with the characters they stand for."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from claimtrail.gazetteer.fold import fold
from claimtrail.model import Span

WORD = re.compile(r"[^\W_]+(?:['’`´ʿʾ‘][^\W_]+)*['’]?")
# Articles do not tell bodies apart; the assimilated Arabic ones are known by the hyphen that ties them to their noun.
ARTICLES = frozenset({"the", "al", "el", "ul"})
ASSIMILATED = frozenset({"ad", "an", "ar", "as", "ash", "at", "az", "ed", "er", "es", "esh", "ez", "adh", "ath"})
STOP = re.compile(r"[,;:“”\"!?]|\.\s|\n\s*\n")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a name: its characters (with an article tied to it), as it stands, and its key.

    `stem` is the key without a possessive. `bound` tells that a hyphen ties it to a word before it ("anti-"),
    `joined` that no stop stands between it and the word before.
    """

    span: Span
    text: str
    key: str
    stem: str
    bound: bool = False
    joined: bool = True


def words_of(text: str, start: int = 0) -> list[Word]:
    """The words of a text whose first character is the `start`th of the article; articles are left out."""
    found: list[Word] = []
    article: int | None = None
    tied, last = "", 0
    for match in WORD.finditer(text):
        key = _fold(match[0])
        after = text[match.end() : match.end() + 1]
        if key in ARTICLES or (key in ASSIMILATED and after == "-"):
            article = match.start() if after == "-" or key != "the" else None
            continue
        begin = match.start() if article is None else article
        span = Span(start + begin, start + match.end() - (match[0][-1] in "'’"))
        if key:
            joined = not _parted(text[last : match.start()], found)
            found.append(Word(span, match[0].rstrip("'’"), key, _stem(match[0], key), bool(tied), joined))
        article, tied, last = None, key if after in {"-", "‑"} else "", match.end()
    return found


def reach(words: Sequence[Word], at: int, most: int) -> int:
    """Where the longest run from a word ends that no stop parts and that has at most so many words."""
    last = at + 1
    while last < min(len(words), at + most) and words[last].joined:
        last += 1
    return last


def _parted(between: str, before: list[Word]) -> bool:
    """Whether a stop parts two words; the full stop of a single letter ("U.S. forces") is none."""
    stop = STOP.search(between)
    return stop is not None and not (stop[0][0] == "." and before and len(before[-1].key) == 1)


@lru_cache(1 << 14)
def _fold(word: str) -> str:
    return fold(word)


def _stem(word: str, key: str) -> str:
    return key[:-1] if word.endswith(("'s", "’s", "`s")) else key
