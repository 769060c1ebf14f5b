"""Tells apart the places that share a name, by all the names of an article together.

Every name spreads its weight over its candidates; candidates are judged by how likely they are alone, by the
countries and divisions that the other names favour, by nearness to what the others favour, and by what the text says
contains what ("Rabiyah, Iraq"); then the weights are spread anew. A few rounds settle it. Pure, given a gazetteer.
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from claimtrail.gazetteer.context import Context
from claimtrail.gazetteer.fold import fold
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.model.claim import Candidate, Place, PlacePrecision, Relation
from claimtrail.model.span import Span

_ROUNDS = 6
_KEEP = 40
_TEMPERATURE = 0.12
_COUNTRY, _DIVISION, _NEAR, _CONTAINED, _CONTAINS = 0.6, 0.45, 0.6, 0.8, 0.6
# What a sea or region of no one country gets in place of a country's share.
_STATELESS = 0.5
_NEAR_KM = 120.0
_FAVOURED = 0.05
_HELD = 0.85
# How far the middle of a container may be from a place in it, where only distances can tell.
_REACH_KM = {"ADM1": 500.0, "ADM2": 80.0, "RGN": 600.0, "VAL": 150.0, "CONT": 5000.0}
_REGIONS = ("RGN", "CONT", "STM", "VAL", "MTS", "SEA", "OCN", "GULF", "FRST", "PRK")
_PRECISION = {
    "PCLI": PlacePrecision.COUNTRY,
    "PCLH": PlacePrecision.COUNTRY,
    "ADM1": PlacePrecision.ADMIN1,
    "ADM2": PlacePrecision.ADMIN2,
    **dict.fromkeys(_REGIONS, PlacePrecision.REGION),
}
_WIDE = frozenset({"PCLI", "PCLH", "CONT"})
_MODEST = 0.4
# A candidate this little known, in an article with this much evidence of a setting, needs this much support.
_LITTLE_KNOWN, _SETTING, _SUPPORT = 0.43, 2.0, 0.1
# The share of belief in namesakes, and how far away they lie, from which on a place is doubtful.
_DOUBT, _ELSEWHERE_KM = 0.35, 50.0
# From how many inhabitants on a place is likely the one that its bare name means.
_KNOWN_TO_MANY = 50_000


@dataclass(frozen=True, slots=True)
class Toponym:
    """A place name in a text.

    `text` is the name to look up: the characters of `span`, with the generic word beside it ("Kunduz province"), or
    a state's name for its abbreviation. `within` lists, innermost first, the toponyms that the text says contain it.
    """

    span: Span
    text: str
    relation: Relation = Relation.IN
    distance_km: float | None = None
    bearing: str | None = None
    within: tuple[str, ...] = ()


@dataclass(slots=True)
class _Name:
    """One name of the article (one sense per discourse): its candidates, what containment gives each, their scores."""

    text: str
    within: tuple[str, ...]
    candidates: list[Candidate]
    grounds: list[float] = field(default_factory=list)
    scores: list[float] = field(default_factory=list)

    def weights(self) -> list[float]:
        """The present scores as shares of one."""
        top = max(self.scores, default=0.0)
        raw = [math.exp((score - top) / _TEMPERATURE) for score in self.scores]
        total = sum(raw)
        return [value / total for value in raw]


def resolve(mentions: Sequence[Toponym], gazetteer: Gazetteer, context: Context) -> list[Place]:
    """The place of each mention, in order; `resolved` is None where nothing is known of the name or its containers,
    and where all that is known is some small place far from all that the article speaks of.

    A name that the gazetteer lacks, inside a known container, keeps its own name, without an id, at the container's
    coordinates, and its precision is the container's. A candidate's `score` is its share of the belief, 0 to 1.
    """
    index, names = _names(mentions, gazetteer)
    heads = {fold(name.text): name for name in names}
    _ground(names, heads)
    for _ in range(_ROUNDS):
        evidence = _Evidence(names, context)
        for fresh, name in [(evidence.scores(i), name) for i, name in enumerate(names)]:
            name.scores = fresh
    evidence = _Evidence(names, context)
    astray = [evidence.astray(i) for i in range(len(names))]
    doubtful = [evidence.doubtful(i) for i in range(len(names))]
    return [
        _place(mention, names[i], heads, astray[i], doubtful[i]) for mention, i in zip(mentions, index, strict=True)
    ]


def _kilometres(a: Candidate, b: Candidate) -> float:
    """The distance of two places, exact enough below a thousand kilometres and fast."""
    x = ((b.lon - a.lon + 180) % 360 - 180) * math.cos(math.radians((a.lat + b.lat) / 2))
    return 111.2 * math.hypot(x, b.lat - a.lat)


def contains(outer: Candidate, inner: Candidate) -> bool:
    """Whether `inner` lies in `outer`, as far as codes and distances tell."""
    if outer.id == inner.id:
        return False
    if outer.feature == "PCLI":
        return outer.country == inner.country
    if outer.country and outer.country != inner.country:
        return False
    if outer.feature == "ADM1" and inner.admin:
        return outer.admin[:1] == inner.admin[:1] and inner.feature != "ADM1"
    return _kilometres(outer, inner) <= _REACH_KM.get(outer.feature or "", 30.0)


def _names(mentions: Sequence[Toponym], gazetteer: Gazetteer) -> tuple[list[int], list[_Name]]:
    """The distinct names, and which of them each mention bears; containers given once hold for the whole article."""
    given: dict[str, tuple[str, ...]] = {}
    for mention in mentions:
        if mention.within:
            given.setdefault(fold(mention.text), mention.within)
    keys = [(m.text, m.within or given.get(fold(m.text), ())) for m in mentions]
    spare = [(container, given.get(fold(container), ())) for _, within in keys for container in within]
    order: dict[tuple[str, tuple[str, ...]], int] = {}
    names: list[_Name] = []
    for text, within in keys + spare:
        if (fold(text), within) not in order:
            order[fold(text), within] = len(names)
            names.append(_Name(text, within, gazetteer.candidates(text)[:_KEEP]))
    return [order[fold(text), within] for text, within in keys], names


def _ground(names: Sequence[_Name], heads: Mapping[str, _Name]) -> None:
    """Sets what each candidate has for itself: its likelihood alone, and containment, stated either way."""
    held: dict[str, list[_Name]] = defaultdict(list)
    for name in names:
        for container in name.within:
            held[fold(container)].append(name)
    for name in names:
        outers = [heads[fold(container)].candidates for container in name.within]
        inners = [c for inner in held[fold(name.text)] for c in inner.candidates]
        name.grounds = [c.score + _containment(c, outers, inners) for c in name.candidates]
        name.scores = name.grounds


def _containment(candidate: Candidate, outers: Sequence[Sequence[Candidate]], inners: Sequence[Candidate]) -> float:
    held = sum(any(contains(o, candidate) for o in outer) for outer in outers)
    holds = any(contains(candidate, inner) for inner in inners)
    return _CONTAINED * held / max(1, len(outers)) + _CONTAINS * holds


class _Evidence:
    """What the names favour at present: weight by country and by division, and the places themselves."""

    def __init__(self, names: Sequence[_Name], context: Context) -> None:
        self.names = names
        self.weights = [name.weights() for name in names]
        self.countries: dict[str, float] = defaultdict(float, context.countries)
        self.divisions: dict[tuple[str | None, str], float] = defaultdict(float)
        self.own: list[dict[object, float]] = [defaultdict(float) for _ in names]
        self.cells: dict[tuple[int, int], list[tuple[int, Candidate, float]]] = defaultdict(list)
        for index, (name, weights) in enumerate(zip(names, self.weights, strict=True)):
            pairs = [(c, w) for c, w in zip(name.candidates, weights, strict=True) if w > _FAVOURED]
            self._count(pairs, self.own[index])
            for candidate, weight in pairs:
                if candidate.feature not in _WIDE:
                    self.cells[_cell(candidate)].append((index, candidate, weight))

    def _count(self, pairs: Sequence[tuple[Candidate, float]], own: dict[object, float]) -> None:
        for candidate, weight in pairs:
            if candidate.country:
                self.countries[candidate.country] += weight
                own[candidate.country] += weight
            if candidate.admin:
                self.divisions[candidate.country, candidate.admin[0]] += weight
                own[candidate.country, candidate.admin[0]] += weight

    def scores(self, index: int) -> list[float]:
        """The scores of one name's candidates in the light of all other names."""
        name = self.names[index]
        return [ground + self._support(index, candidate)
                for ground, candidate in zip(name.grounds, name.candidates, strict=True)]  # fmt: skip

    def astray(self, index: int) -> bool:
        """Whether a name's best candidate is little known and an article with a clear setting does not support it."""
        name, weights = self.names[index], self.weights[index]
        if name.within or not weights or sum(self.countries.values()) < _SETTING:
            return False
        best = max(range(len(weights)), key=weights.__getitem__)
        candidate = name.candidates[best]
        return candidate.score < _LITTLE_KNOWN and self._support(index, candidate) < _SUPPORT

    def doubtful(self, index: int) -> bool:
        """Whether a namesake elsewhere is not much less likely than a name's best candidate, or whether nothing in the
        article but the name itself speaks for a place of few people, which may have namesakes in no list."""
        name, weights = self.names[index], self.weights[index]
        if not weights:
            return False
        best = max(range(len(weights)), key=weights.__getitem__)
        chosen = name.candidates[best]
        elsewhere = [w for c, w in zip(name.candidates, weights, strict=True) if _elsewhere(c, chosen)]
        if sum(elsewhere) > _DOUBT:
            return True
        obscure = chosen.feature == "PPL" and chosen.population < _KNOWN_TO_MANY
        return obscure and not name.within and self._support(index, chosen) < _SUPPORT

    def _support(self, index: int, candidate: Candidate) -> float:
        """What the other names do for a candidate; a name's candidates do nothing for each other."""
        own = self.own[index]
        country = _share(self.countries, candidate.country, own)
        if candidate.country is None:
            return _STATELESS
        if candidate.feature in _WIDE:
            return _COUNTRY * country
        division = _share(self.divisions, (candidate.country, candidate.admin[0]), own) if candidate.admin else 0.0
        return _COUNTRY * country + _DIVISION * division + _NEAR * (1.0 - math.exp(-self._near(index, candidate)))

    def _near(self, index: int, candidate: Candidate) -> float:
        """How many other names are near: of each, the best of its favoured candidates in the cells around.

        Near a first-order division is what lies in it.
        """
        if candidate.feature == "ADM1":
            key = candidate.country, candidate.admin[0]
            return _HELD * max(0.0, self.divisions[key] - self.own[index].get(key, 0.0))
        row, column = _cell(candidate)
        best: dict[int, float] = defaultdict(float)
        for cell in [(r, c) for r in (row - 1, row, row + 1) for c in (column - 1, column, column + 1)]:
            for other, place, weight in self.cells.get(cell, ()):
                if other != index:
                    best[other] = max(best[other], weight * _nearness(candidate, place))
        return sum(best.values())


def _elsewhere(other: Candidate, chosen: Candidate) -> bool:
    """Whether taking one place for the other would be a fault worth a word: far away, and not one in the other."""
    return _kilometres(other, chosen) > _ELSEWHERE_KM and not contains(other, chosen) and not contains(chosen, other)


def _cell(candidate: Candidate) -> tuple[int, int]:
    """The cell of the earth, four degrees high and eight wide, that holds a place."""
    return int(candidate.lat // 4), int(candidate.lon // 8)


def _share(weights: Mapping[Any, float], key: object, own: Mapping[object, float]) -> float:
    """The part of all other names' weight that lies on `key`; one more weight keeps few names from deciding all."""
    others = max(0.0, weights.get(key, 0.0) - own.get(key, 0.0))
    return others / (max(0.0, sum(weights.values()) - sum(own.get(each, 0.0) for each in weights)) + 1.0)


def _nearness(a: Candidate, b: Candidate) -> float:
    if a.id == b.id:
        return 0.0
    return math.exp(-_kilometres(a, b) / _NEAR_KM)


def _place(mention: Toponym, name: _Name, heads: Mapping[str, _Name], astray: bool, doubtful: bool) -> Place:
    ranked = _ranked(name)
    outer = next((top[0] for container in name.within if (top := _ranked(heads[fold(container)]))), None)
    modest = all(candidate.score < _MODEST for candidate in name.candidates)
    if outer and modest and not (ranked and contains(outer, ranked[0])):
        stand_in = replace(outer, id=None, name=mention.text, feature=None, population=0, score=outer.score / 2)
        return _made(mention, stand_in, _PRECISION.get(outer.feature or "", PlacePrecision.NEAR_TOWN), ranked[:3])
    if astray or not ranked:
        return _made(mention, None, PlacePrecision.UNRESOLVED, ranked[:3])
    best = ranked[0]
    at = mention.relation is Relation.IN and mention.distance_km is None
    fine = PlacePrecision.EXACT if at else PlacePrecision.NEAR_TOWN
    return _made(mention, best, _PRECISION.get(best.feature or "", fine), ranked[1:4], doubtful)


def _ranked(name: _Name) -> list[Candidate]:
    weighed = [replace(c, score=round(w, 4)) for c, w in zip(name.candidates, name.weights(), strict=True)]
    return sorted(weighed, key=lambda c: -c.score)


def _made(
    mention: Toponym,
    best: Candidate | None,
    precision: PlacePrecision,
    others: Sequence[Candidate],
    doubtful: bool = False,
) -> Place:
    measured = mention.distance_km, mention.bearing
    return Place(mention.span, mention.relation, best, precision, *measured, tuple(others), doubtful)
