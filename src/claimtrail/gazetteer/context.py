"""What an article says, before any name is resolved, of where it is set: its peoples and its institutions."""

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise
from types import MappingProxyType
from urllib.parse import urlsplit

from claimtrail.gazetteer.fold import fold
from claimtrail.gazetteer.tables import split, table
from claimtrail.gazetteer.words import words

_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")

# What a country's institution weighs beside a naming of its people, and the most that either may weigh.
_INSTITUTION = 0.5
_MOST = 3.0
# What it weighs that the outlet is of the country: it may write of others.
_OUTLET = 1.0


@dataclass(frozen=True, slots=True)
class Context:
    """Evidence for the resolver: how much speaks for each country (ISO 3166-1 alpha-2) beside the place names."""

    countries: Mapping[str, float] = field(default_factory=lambda: MappingProxyType({}))

    @classmethod
    def of(cls, text: str, url: str | None = None) -> "Context":
        """The context that the demonyms and the institutions in `text` give, and the country of the page's address."""
        found = _WORD.findall(text)
        pairs = [f"{first} {second}" for first, second in pairwise(found)]
        peoples = Counter(code for word in (*found, *pairs) if word[0].isupper() and (code := demonym(word)))
        bodies = Counter(code for word in (*found, *pairs) if (code := _institutions().get(word.casefold())))
        weights = {code: min(_MOST, peoples[code]) + min(_MOST, _INSTITUTION * bodies[code])
                   for code in sorted(peoples | bodies)}  # fmt: skip
        if home := outlet_country(url):
            weights[home] = weights.get(home, 0.0) + _OUTLET
        return cls(MappingProxyType(weights))


def demonym(word: str) -> str | None:
    """The country whose people or things `word` names ("Syrian" and "Syrians" give "SY"); None for other words."""
    return _demonyms().get(fold(word))


def outlet_country(url: str | None) -> str | None:
    """The country that the address of a page ends in ("example.co.uk" gives "GB"); None where the ending tells none."""
    try:
        ending = (urlsplit(url or "").hostname or "").rpartition(".")[2].upper()
    except ValueError:
        return None
    code = {"UK": "GB"}.get(ending, ending)
    return code if code in _codes() and code.casefold() not in words().sold else None


@cache
def _codes() -> frozenset[str]:
    return frozenset(row["iso"] for row in table("countries"))


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for row in table("countries"):
        for name in split(row["demonyms"]):
            found.setdefault(fold(name), row["iso"])
            found.setdefault(fold(name) + "s", row["iso"])
    return found


@cache
def _institutions() -> dict[str, str]:
    return {word.casefold(): row["iso"] for row in table("institutions") for word in split(row["words"])}
