"""Letter case for a text written in capitals, as old wires are: letter for letter, so that every range holds.

The syntax model was trained on capitals too and tells names without their case: what it takes for names is written as
names are, the rest in lower case. For the reader's eyes only: the article keeps its text.
"""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from claimtrail.model.span import Span

# The share of capitals from which a text is one of capitals ("McNAMARA" and stray words apart), and the fewest letters
# that show it: a headline alone is no such text.
_SHARE = 0.9
_LEAST = 80
_SHORT = 2
_ABBREVIATED = frozenset({"PROPN", "X", "NOUN"})
_OPEN = frozenset({"PROPN", "NOUN", "ADJ", "VERB", "ADV", "X", "INTJ"})
_JOINED = frozenset({"ADJ", "NOUN", "VERB"})
_BODIES = frozenset({"organisation", "military"})
_VOWELS = frozenset("AEIOUY")
_PARTICLES = frozenset("al da de del della der di do dos du e el en la las le les los of the van von y".split())
_ORDINAL = re.compile(r"\d+(?:ST|ND|RD|TH|D)")
_ROMAN = re.compile(r"(?=[IVX]{2,})X{0,3}(?:IX|IV|V?I{0,3})")
_PART = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]{1,2}\b)[^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was read in capitals: its range, part of speech, type of mention; whether it opens a sentence."""

    span: Span
    upos: str
    mention: str
    opens: bool


def shouted(text: str, spans: Sequence[Span]) -> bool:
    """Whether the text in these ranges is written in capitals throughout."""
    letters = [character for span in spans for character in span.of(text) if character.isalpha()]
    return len(letters) >= _LEAST and sum(map(str.isupper, letters)) >= _SHARE * len(letters)


def recased(text: str, words: Sequence[Word]) -> str:
    """`text` with its words in the case that English gives them; its length does not change."""
    short = frozenset(_bracketed(text, words))
    made, after = list(text), False
    for word, named in zip(words, _names(text, words), strict=True):
        form = word.span.of(text)
        new = _written(form, named, word.opens, after, short)
        # A few letters have no lower case of one character ("İ"): such a word is left as it is.
        if len(new) == len(form):
            made[word.span.start : word.span.end] = new
        after = named
    return "".join(made)


def _names(text: str, words: Sequence[Word]) -> list[bool]:
    """Which words are names: those always written so, else what the reader takes most of a form's uses for.

    A word beside a name in the name of a body belongs to it: "United Nations", "Foreign Ministry".
    """
    forms = [word.span.of(text).lower() for word in words]
    read = [word.upos == "PROPN" or word.mention == "nationality" for word in words]
    uses, named = Counter(forms), Counter(form for form, name in zip(forms, read, strict=True) if name)
    found = [
        word.upos in _OPEN and (form in capitals().always or 2 * named[form] + name > uses[form])
        for word, form, name in zip(words, forms, read, strict=True)
    ]
    for at, (word, following) in reversed(list(enumerate(pairwise(words)))):
        body = word.upos in _JOINED and word.mention == following.mention and word.mention in _BODIES
        if found[at + 1] and (body or forms[at] in capitals().leading):
            found[at] = True
    return found


@dataclass(frozen=True, slots=True)
class Capitals:
    """Words always written with a capital, and those written so before a name; in lower case."""

    always: frozenset[str]
    leading: frozenset[str]


@cache
def capitals() -> Capitals:
    """The shipped lists (`data/capitals.toml`)."""
    table = tomllib.loads((files("claimtrail.reader") / "data" / "capitals.toml").read_text(encoding="utf-8"))
    leading = frozenset(table.pop("leading").split())
    return Capitals(frozenset(word for words in table.values() for word in words.split()), leading)


def _written(form: str, named: bool, opens: bool, after: bool, short: Set[str]) -> str:
    """A word as it is written: a name with a capital, an abbreviation in capitals, a particle inside a name without."""
    if _ORDINAL.fullmatch(form):
        return form.lower()
    if any(character.isdigit() for character in form) or form in short or form == "I":
        return form
    low = form.lower()
    if low in _PARTICLES and len(low) > 1 and named:
        return low if after else _titled(form)
    if named or _ROMAN.fullmatch(form):
        return form if _abbreviates(form) else _titled(form)
    return low[:1].upper() + low[1:] if opens else low


def _abbreviates(form: str) -> bool:
    """Whether a name is written in capitals: initials, and letters that nobody could say as a word."""
    dotted = form.count(".") > 1 or (len(form) == _SHORT and form.endswith("."))
    return dotted or len(form) <= _SHORT or not _VOWELS.intersection(form) or _ROMAN.fullmatch(form) is not None


def _titled(form: str) -> str:
    return _PART.sub(lambda part: part[0][:1] + part[0][1:].lower(), form)


def _bracketed(text: str, words: Sequence[Word]) -> Iterator[str]:
    """The names that stand alone in brackets somewhere, as abbreviations do after what they stand for: "[ABC]"."""
    for word in words:
        start, end = word.span.start, word.span.end
        around = text[max(0, start - 1) : start] + text[end : end + 1]
        if around in ("[]", "()") and word.upos in _ABBREVIATED and word.mention != "location" and end - start <= 6:
            yield word.span.of(text)
