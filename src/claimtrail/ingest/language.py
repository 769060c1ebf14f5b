"""Whether a text is English: by its script, and by function words that most sentences have."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from claimtrail.model import Block, BlockKind

_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W\d_]{2,}")  # single letters are mostly the "s" of "child's"
_LATIN = re.compile(r"[A-Za-zÀ-ɏḀ-ỿ]")
_SAMPLE = 20_000  # characters; a language shows in far fewer
_LEAST = 3  # foreign function words: below them a text is too short to tell
_SHARE = 0.08  # of all words; running text of the languages listed has twice as many and more
_OUTWEIGH = 3  # foreign function words for each English one
_LETTERS_PER_WORD = 50  # letters of another script that one English function word makes up for


def has_words(text: str) -> bool:
    """Whether there is a single letter in `text`, of any script."""
    return _LETTER.search(text) is not None


def english(text: str, blocks: Sequence[Block] = ()) -> bool:
    """False where the article's own words (comments aside) are clearly in another language; True in doubt.

    A text without function words, such as a list of names, figures or places, is in doubt.
    """
    own = [block.span.of(text) for block in blocks if block.kind is not BlockKind.COMMENT]
    sample = ("\n".join(own) or text)[:_SAMPLE]
    listed, others = _words()
    words = [word.lower() for word in _WORD.findall(sample)]
    ours = sum(word in listed for word in words)
    letters, latin = len(_LETTER.findall(sample)), len(_LATIN.findall(sample))
    if letters - latin > latin:
        return ours * _LETTERS_PER_WORD >= letters - latin
    theirs = sum(word in others for word in words)
    return theirs < max(_LEAST, _SHARE * len(words)) or theirs < _OUTWEIGH * ours


@cache
def _words() -> tuple[frozenset[str], frozenset[str]]:
    table = tomllib.loads((files(__package__) / "data/languages.toml").read_text(encoding="utf-8"))
    return frozenset(table["english"].split()), frozenset(table["others"].split())
