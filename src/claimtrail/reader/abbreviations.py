"""Abbreviations of English news, and the words that open sentences (`data/abbreviations.toml`)."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """The lists of `data/abbreviations.toml`; `openers` are in lower case."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    within: frozenset[str]
    openers: frozenset[str]

    def __contains__(self, word: str) -> bool:
        """Whether a word, its full stop included, is an abbreviation whatever follows it."""
        return word in self.before_name or word in self.within


# Letters with a full stop each: initials, "U.S.", "a.m.", "Ph.D.".
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.){2,}|[^\W\d_]\.")


@cache
def abbreviations() -> Abbreviations:
    """The shipped lists."""
    table = tomllib.loads((files("claimtrail.reader") / "data" / "abbreviations.toml").read_text(encoding="utf-8"))
    kinds = {kind: frozenset(table[kind]) for kind in ("before_name", "before_number", "within", "openers")}
    return Abbreviations(**kinds)
