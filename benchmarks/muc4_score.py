"""The MUC-4 scorer: templates paired one to one by best match in a message, fills judged right, partly right or wrong.

Rules of the Proceedings of the Fourth Message Understanding Conference (1992), "MUC-4 evaluation metrics": recall is
(COR + PAR / 2) / POS, precision (COR + PAR / 2) / ACT, over all fills of all templates. A key template that is
optional, and a fill that is, is never missing; a template that none pairs with has all its fills missing, or spurious.
A fill that is about a target or an organisation ("3: "PEASANTS"") is no better than the phrase it is about. No human
judges near matches of strings here: a string that shares a content word with a fill is partly right.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

SLOTS = {
    "INCIDENT: DATE": "inc_date",
    "INCIDENT: LOCATION": "inc_loc",
    "INCIDENT: TYPE": "inc_type",
    "INCIDENT: STAGE OF EXECUTION": "inc_stage",
    "INCIDENT: INSTRUMENT ID": "inc_instr_id",
    "INCIDENT: INSTRUMENT TYPE": "inc_instr_type",
    "PERP: INCIDENT CATEGORY": "perp_inc_cat",
    "PERP: INDIVIDUAL ID": "perp_ind_id",
    "PERP: ORGANIZATION ID": "perp_org_id",
    "PERP: ORGANIZATION CONFIDENCE": "perp_org_conf",
    "PHYS TGT: ID": "phys_tgt_id",
    "PHYS TGT: TYPE": "phys_tgt_type",
    "PHYS TGT: NUMBER": "phys_tgt_number",
    "PHYS TGT: FOREIGN NATION": "phys_tgt_nation",
    "PHYS TGT: EFFECT OF INCIDENT": "phys_tgt_effect",
    "PHYS TGT: TOTAL NUMBER": "phys_tgt_total",
    "HUM TGT: NAME": "hum_tgt_name",
    "HUM TGT: DESCRIPTION": "hum_tgt_desc",
    "HUM TGT: TYPE": "hum_tgt_type",
    "HUM TGT: NUMBER": "hum_tgt_number",
    "HUM TGT: FOREIGN NATION": "hum_tgt_nation",
    "HUM TGT: EFFECT OF INCIDENT": "hum_tgt_effect",
    "HUM TGT: TOTAL NUMBER": "hum_tgt_total",
}
# A pairing needs a type that is at least partly right, and one of these.
TOLD = ("PHYS TGT: ID", "HUM TGT: NAME", "HUM TGT: DESCRIPTION", "PERP: INDIVIDUAL ID", "PERP: ORGANIZATION ID")
STRINGS = frozenset({*TOLD, "INCIDENT: INSTRUMENT ID"})
ABOUT = ("HUM TGT: TYPE", "HUM TGT: NUMBER", "HUM TGT: FOREIGN NATION", "HUM TGT: EFFECT OF INCIDENT")
NUMBERS = frozenset(slot for slot in SLOTS if slot.endswith("NUMBER"))

# What stands above a set fill: one is partly right where the key has the other.
_ABOVE = {
    "BOMBING": "ATTACK", "ARSON": "ATTACK", "KIDNAPPING": "ATTACK", "HIJACKING": "ATTACK", "ROBBERY": "ATTACK",
    "FORCED WORK STOPPAGE": "ATTACK", "MACHINE GUN": "GUN", "MORTAR": "GUN", "HANDGUN": "GUN", "RIFLE": "GUN",
    "BOMB": "EXPLOSIVE", "GRENADE": "EXPLOSIVE", "MOLOTOV COCKTAIL": "EXPLOSIVE", "MINE": "EXPLOSIVE",
    "DYNAMITE": "EXPLOSIVE", "VEHICLE BOMB": "BOMB", "LETTER BOMB": "BOMB", "AERIAL BOMB": "BOMB",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "SUSPECTED OR ACCUSED", "DESTROYED": "SOME DAMAGE",
    "NO INJURY": "NO INJURY OR DEATH", "NO DEATH": "NO INJURY OR DEATH",
    "FORMER GOVERNMENT OFFICIAL": "CIVILIAN", "FORMER ACTIVE MILITARY": "CIVILIAN",
}  # fmt: skip
_SMALL = frozenset("A AN THE OF AND OR IN ON AT BY FOR FROM TO WITH HIS HER THEIR ITS SOME".split())
_WORD = re.compile(r"[A-Z0-9]+(?:'[A-Z]+)?")
_DAY = re.compile(r"(\d\d) ([A-Z]{3}) (\d\d)")
_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()

Fill = dict[str, Any]
Slots = Mapping[str, Sequence[Fill] | None]


@dataclass(slots=True)
class Tally:
    """Fills of one slot by outcome."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    spurious: int = 0
    missing: int = 0

    def add(self, other: "Tally") -> None:
        """Count another tally in."""
        for name in self.__slots__:
            setattr(self, name, getattr(self, name) + getattr(other, name))

    @property
    def possible(self) -> int:
        """The fills that the key asks for."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """The fills that were given."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def points(self) -> float:
        """What is right, a fill that is partly right by half."""
        return self.correct + self.partial / 2

    def rates(self) -> tuple[float, float, float]:
        """Recall, precision, F."""
        recall, precision = self.points / max(1, self.possible), self.points / max(1, self.actual)
        return recall, precision, 2 * self.points / max(1, self.possible + self.actual)


@dataclass(slots=True)
class Score:
    """A tally a slot, and how many templates were paired, given and asked for."""

    slots: dict[str, Tally] = field(default_factory=lambda: {slot: Tally() for slot in SLOTS})
    templates: Counter[str] = field(default_factory=Counter)

    def add(self, response: Sequence[Slots], key: Sequence[dict[str, Any]]) -> None:
        """Count one message."""
        response = [known(slots) for slots in response]
        key = [template | {"slots": known(template["slots"])} for template in key]
        paired = pairs(response, [template["slots"] for template in key])
        for one, other in paired:
            self._count(response[one], key[other]["slots"])
        self.templates["paired"] += len(paired)
        for at, slots in enumerate(response):
            if at not in {one for one, _ in paired}:
                self._count(slots, {})
                self.templates["spurious"] += 1
        for at, template in enumerate(key):
            if at not in {other for _, other in paired} and not template["optional"]:
                self._count({}, template["slots"])
                self.templates["missing"] += 1

    def total(self) -> Tally:
        """All slots together."""
        total = Tally()
        for tally in self.slots.values():
            total.add(tally)
        return total

    def _count(self, response: Slots, key: Slots) -> None:
        for slot, tally in self.slots.items():
            tally.add(compared(slot, response.get(slot) or (), key.get(slot) or ()))


def known(slots: Slots) -> Slots:
    """A template whose fills about a named person also tell what the person is described as."""
    described = [(fill["of"], fill["alternatives"]) for fill in slots.get("HUM TGT: DESCRIPTION") or ()]
    made = dict(slots)
    for slot in ABOUT:
        made[slot] = [
            fill | {"of": [*fill["of"], *(d for of, ds in described if set(of) & set(fill["of"]) for d in ds)]}
            for fill in slots.get(slot) or ()
        ]
    return made


def pairs(response: Sequence[Slots], key: Sequence[Slots]) -> list[tuple[int, int]]:
    """Which response template goes with which key template: the pair with the most points first, each once."""
    found: list[tuple[float, int, int]] = []
    for one, given in enumerate(response):
        for other, asked in enumerate(key):
            if _may_pair(given, asked):
                tallies = [compared(slot, given.get(slot) or (), asked.get(slot) or ()) for slot in SLOTS]
                found.append((sum(tally.points for tally in tallies), one, other))
    kept: list[tuple[int, int]] = []
    for _, one, other in sorted(found, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if all(one != o and other != k for o, k in kept):
            kept.append((one, other))
    return kept


def _may_pair(given: Slots, asked: Slots) -> bool:
    if not compared("INCIDENT: TYPE", given.get("INCIDENT: TYPE") or (), asked.get("INCIDENT: TYPE") or ()).points:
        return False
    return any(compared(slot, given.get(slot) or (), asked.get(slot) or ()).points for slot in TOLD)


def compared(slot: str, response: Sequence[Fill], key: Sequence[Fill]) -> Tally:
    """The fills of one slot of a pair of templates: each goes with the one it matches best."""
    grades = [(grade(slot, r, k), i, j) for i, r in enumerate(response) for j, k in enumerate(key)]
    left, asked, tally = set(range(len(response))), set(range(len(key))), Tally()
    for points, i, j in sorted(grades, key=lambda each: -each[0]):
        if points and i in left and j in asked:
            left.discard(i)
            asked.discard(j)
            tally.correct += points == 1
            tally.partial += points < 1
    owed = sum(not key[j]["optional"] for j in asked)
    tally.incorrect = min(len(left), owed)
    tally.spurious = len(left) - tally.incorrect
    tally.missing = owed - tally.incorrect
    return tally


def grade(slot: str, response: Fill, key: Fill) -> float:
    """1 where a fill is right, 0.5 where it is partly, 0 where it is wrong."""
    best = max((_value(slot, given, asked) for given in response["alternatives"] for asked in key["alternatives"]),
               default=0.0)  # fmt: skip
    told = [(a, b) for a in response["of"] for b in key["of"] if a != "-" and b != "-"]
    return min(best, max(_string(a, b) for a, b in told)) if told and best else best


def _value(slot: str, given: str, asked: str) -> float:
    if given == asked:
        return 1.0
    if slot in STRINGS:
        return _string(given, asked)
    if slot in NUMBERS:
        return _number(given, asked)
    if slot == "INCIDENT: DATE":
        return _date(given, asked)
    if slot == "INCIDENT: LOCATION":
        return _location(given, asked)
    return 0.5 if given in _above(asked) or asked in _above(given) else 0.0


def _above(fill: str) -> Iterator[str]:
    while fill in _ABOVE:
        fill = _ABOVE[fill]
        yield fill


@cache
def content(string: str) -> tuple[str, ...]:
    """The words of a string that mean something."""
    return tuple(word.removesuffix("'S") for word in _WORD.findall(string) if word not in _SMALL)


def _string(given: str, asked: str) -> float:
    one, other = content(given), content(asked)
    if one == other:
        return 1.0
    return 0.5 if set(one) & set(other) else 0.0


def _number(given: str, asked: str) -> float:
    one, other = given.strip("~- "), asked.strip("~- ")
    if one == other:
        return 0.5
    many = [number for number in (one, other) if number != "1"]
    return 0.5 if "PLURAL" in (one, other) and len(many) == 2 else 0.0


def _date(given: str, asked: str) -> float:
    one, other = _days(given), _days(asked)
    if not one or not other:
        return 0.0
    return 0.5 if set(one) & set(other) else 0.0


def _days(fill: str) -> tuple[int, int] | None:
    """First and last day of a date fill, in no calendar's count; "- X" is any day up to X."""
    days = [int(d) + 31 * (_MONTHS.index(m) + 12 * int(y)) for d, m, y in _DAY.findall(fill) if m in _MONTHS]
    if not days:
        return None
    return (0 if fill.startswith("-") else days[0]), days[-1]


def _location(given: str, asked: str) -> float:
    one, other = _chain(given), _chain(asked)
    if one == other:
        return 1.0
    return 0.5 if one & other else 0.0


def _chain(fill: str) -> frozenset[str]:
    """The names of a location fill, without what they are."""
    names = re.split(r":| - ", re.sub(r"\([^)]*\)", "", fill))
    return frozenset(" ".join(name.split()) for name in names if name.strip())
