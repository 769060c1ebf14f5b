"""The word lists that tell place names from other capitalised words."""

import tomllib
from dataclasses import dataclass
from functools import cache

from claimtrail.gazetteer.tables import DATA


@dataclass(frozen=True, slots=True)
class Words:
    """The lists of `words.toml`, in lower case."""

    locative: frozenset[str]
    title: frozenset[str]
    institution: frozenset[str]
    part: frozenset[str]
    feature: frozenset[str]
    facility: frozenset[str]
    settlement: frozenset[str]
    speech: frozenset[str]
    common: frozenset[str]
    given: frozenset[str]
    dweller: frozenset[str]
    sold: frozenset[str]
    people: frozenset[str]
    link: frozenset[str]
    article: frozenset[str]
    arabic: frozenset[str]
    dropped: frozenset[str]


@cache
def words() -> Words:
    """The lists, read once."""
    lists = tomllib.loads((DATA / "words.toml").read_text("utf-8"))
    return Words(**{name: frozenset(text.split()) for name, text in lists.items()})
