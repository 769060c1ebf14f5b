"""Looks a name up: exact folded, loosely folded, without its generic word, and last, only for long names, fuzzily."""

import os
import sqlite3
import threading
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Self

from rapidfuzz.distance import OSA

from claimtrail.errors import GazetteerError
from claimtrail.gazetteer.fold import ENGLISH, abbreviation, core, fold, loosen
from claimtrail.gazetteer.tables import DEFAULT
from claimtrail.gazetteer.words import words
from claimtrail.model.claim import Candidate

SCHEMA_VERSION = 1
# The names of a few hundred articles: most are looked up again and again.
_REMEMBERED = 20_000

# What a way of finding the name leaves of the prior: preferred, alternate, loose; then fuzzy.
_TRUST = (1.0, 0.87, 0.65)
_FUZZY_TRUST = 0.55
_FUZZY_LENGTH = 7
_LETTERS_AN_EDIT = 6

# What is left to a place of the name without its generic word where a place bears the name with it.
_LOOSELY, _SHADOWED = 0.2, 0.7

_DIVISIONS = {"ADM1", "ADM2", "RGN"}

_QUERY = """
SELECT alias.name, kind, id, place.name, lat, lon, country, admin, feature, population, prior
FROM alias JOIN place ON place.id = alias.place WHERE alias.name IN (?, ?)
"""
_NEIGHBOURS = "SELECT DISTINCT name FROM alias WHERE name >= ? AND name < ? AND length(name) BETWEEN ? AND ?"


class Gazetteer:
    """Names to places. Read-only; one value may be shared by threads, sent to processes and kept over a fork."""

    def __init__(self, path: Path) -> None:
        self.__setstate__({"path": path})

    @classmethod
    def open(cls, path: Path | None = None) -> Self:
        """The gazetteer at `path`, or the installed one. Raises GazetteerError where it is missing or unusable."""
        gazetteer = cls(path or DEFAULT)
        gazetteer._check()
        return gazetteer

    def candidates(self, name: str) -> list[Candidate]:
        """The places that `name` may mean, likeliest first; `score` is the likelihood before any context (0 to 1).

        Falls back from the name to the name without its generic word ("Kunduz province", which then prefers the
        division), and from there, for names of seven letters and more, to one edit in six letters.
        """
        return list(self._remembered(fold(name)))

    def _candidates(self, folded: str) -> tuple[Candidate, ...]:
        found = self._exact(folded)
        bare = core(folded)
        if bare and bare.name:
            found = _ordered(_with_generic(found, self._exact(bare.name), bare.feature))
        return tuple(found or self._fuzzy(folded))

    def abbreviated(self, short: str) -> list[Candidate]:
        """The state or province that an abbreviation of news style stands for ("Ill.", "N.Y.", "TX"), if any."""
        rows = self._connection().execute(_QUERY, (abbreviation(short), ""))
        return [_candidate(place, _TRUST[kind]) for _, kind, *place in rows]

    def knows(self, name: str) -> bool:
        """Whether some place has this very name; a name with an Arabic article may be known without it."""
        folded = fold(name)
        query = "SELECT 1 FROM alias WHERE (name = ? AND kind < 2) OR name = ? LIMIT 1"
        without = loosen(folded) if folded.split(" ")[0] in words().arabic else folded
        row = self._connection().execute(query, (folded, "" if without == folded else without)).fetchone()
        return row is not None

    def __getstate__(self) -> dict[str, Path]:
        return {"path": self.path}

    def __setstate__(self, state: dict[str, Path]) -> None:
        self.path = state["path"]
        self._local = threading.local()
        self._remembered = lru_cache(_REMEMBERED)(self._candidates)

    def _exact(self, folded: str) -> list[Candidate]:
        loose = loosen(folded)
        found = []
        for key, kind, *place in self._connection().execute(_QUERY, (folded, loose)):
            trust = _TRUST[kind] if key == folded else _TRUST[2]
            found.append(_candidate(place, trust))
        return _ordered(found)

    def _fuzzy(self, folded: str) -> list[Candidate]:
        if len(folded) < _FUZZY_LENGTH or not folded.isascii():
            return []
        edits = len(folded) // _LETTERS_AN_EDIT
        head = folded[:3]
        span = (head, head + "~", len(folded) - edits, len(folded) + edits)
        names = [name for (name,) in self._connection().execute(_NEIGHBOURS, span)]
        measured = [(OSA.distance(folded, name, score_cutoff=edits), name) for name in names]
        best = min((distance for distance, _ in measured), default=edits + 1)
        if best > edits:
            return []
        found = [c for distance, name in measured if distance == best for c in self._exact(name)]
        found = [c for c in found if c.country not in ENGLISH]
        return _ordered([replace(c, score=c.score * _FUZZY_TRUST) for c in found])

    def _connection(self) -> sqlite3.Connection:
        if getattr(self._local, "owner", None) != os.getpid():
            uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
            self._local.connection = sqlite3.connect(uri, uri=True)
            self._local.owner = os.getpid()
        connection: sqlite3.Connection = self._local.connection
        return connection

    def _check(self) -> None:
        remedy = "run `claimtrail gazetteer build`"
        if not self.path.is_file():
            raise GazetteerError(str(self.path), "there is no gazetteer", remedy)
        try:
            (version,) = self._connection().execute("PRAGMA user_version").fetchone()
        except sqlite3.DatabaseError as error:
            raise GazetteerError(str(self.path), "is not a gazetteer", remedy) from error
        if version != SCHEMA_VERSION:
            raise GazetteerError(str(self.path), f"has layout {version}, not {SCHEMA_VERSION}", remedy)


def _candidate(place: list[object], trust: float) -> Candidate:
    id_, name, lat, lon, country, admin, feature, population, prior = place
    path = tuple(str(admin).split("\t")) if admin else ()
    return Candidate(id_, name, lat, lon, country, path, feature, population, prior * trust)  # type: ignore[arg-type,operator]


def _with_generic(whole: list[Candidate], bare: list[Candidate], feature: str) -> Iterable[Candidate]:
    """The places of a name with its generic word ("Kansas City"), and those of the name alone.

    Where a place of that kind bears the whole name, it is unlikely that another one is meant.
    """
    known = {c.id for c in whole}
    rival = max((c.score for c in bare if c.feature == feature and c.id not in known), default=_LOOSELY)
    named = any(c.feature == feature and c.score > rival for c in whole)
    yield from (_hinted(c, feature) for c in whole)
    for candidate in (_hinted(c, feature) for c in bare if not (named and c.feature == "PCLI")):
        yield replace(candidate, score=candidate.score * (_SHADOWED if named else 1.0))


def _hinted(candidate: Candidate, feature: str) -> Candidate:
    """The candidate of a name that stood with a generic word: likelier where its feature is what the word says."""
    if candidate.feature == feature:
        gain = 0.35 if feature.startswith("ADM") else 0.05
    else:
        gain = 0.25 if {candidate.feature, feature} <= _DIVISIONS else -0.15
    return replace(candidate, score=max(0.01, min(1.0, candidate.score + gain)))


def _ordered(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates, likeliest first, each place once."""
    best: dict[int | None, Candidate] = {}
    for candidate in sorted(candidates, key=lambda c: (-c.score, -c.population, c.id or 0)):
        best.setdefault(candidate.id, candidate)
    return list(best.values())
