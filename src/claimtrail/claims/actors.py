"""Conflict actors: the bodies and armed groups that news names (`data/actors.tsv`), and their many spellings."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from rapidfuzz import fuzz

from claimtrail.claims.words import Word, reach, words_of
from claimtrail.gazetteer.fold import fold
from claimtrail.gazetteer.tables import split, table

DATA = Path(__file__).parent / "data"
ANYWHERE = "*"
# Consonants that a name needs before its vowels and doubled letters may differ, and how like it must still be.
LEAST = 5
ALIKE = 80
NEAR_WORDS = 4
SHORT = 3
LIKE = str.maketrans("qcjzw", "kkgsv")
SLACK = 1
"""Years by which the first year of an actor may be wrong."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A body that takes part in or speaks of wars; `party` is the side it belongs to, None for one that has none.

    `countries` are where it acts (`*`: anywhere), `first` and `last` its years, None where open or unsure;
    `ucdp` and `wikidata` what others call it, where that is certain.
    """

    id: str
    name: str
    party: str | None
    kind: str
    countries: frozenset[str] = frozenset({ANYWHERE})
    first: int | None = None
    last: int | None = None
    ucdp: str | None = None
    wikidata: str | None = None

    @property
    def anywhere(self) -> bool:
        """Whether it acts in no one country."""
        return ANYWHERE in self.countries

    def begun(self, year: int | None) -> bool:
        """Whether news of a year may name it: a group has no name before it is there."""
        return year is None or self.first is None or self.first - SLACK <= year

    def active(self, year: int | None) -> bool:
        """Whether it was active in a year, as far as is known."""
        return self.begun(year) and (year is None or self.last is None or year <= self.last + SLACK)


@dataclass(frozen=True, slots=True)
class Alias:
    """A name of an actor; one that is `shared` with others or with plain words counts only where the rest fits."""

    actor: Actor
    name: str
    shared: bool


NEUTRAL = frozenset({"monitor", "aid organisation", "UN body", "intergovernmental organisation"})


@cache
def actors() -> tuple[Actor, ...]:
    """All actors of the table, in its order."""
    return tuple(actor for actor, _ in _rows())


@cache
def _rows() -> tuple[tuple[Actor, tuple[str, ...]], ...]:
    return tuple((_actor(row), (row["name"], *split(row["aliases"]))) for row in table("actors", DATA))


def _actor(row: dict[str, str]) -> Actor:
    name, kind = row["name"], row["kind"]
    return Actor(
        id=fold(name).replace(" ", "-"),
        name=name,
        party=row["party"] or (None if kind in NEUTRAL else name),
        kind=kind,
        countries=frozenset(split(row["countries"])),
        first=int(row["first"]) if row["first"] else None,
        last=int(row["last"]) if row["last"] else None,
        ucdp=row["ucdp"] or None,
        wikidata=row["wikidata"] or None,
    )


def called(key: str, year: int | None) -> Actor | None:
    """The one actor active in a year that a folded name means; None where there is none or more."""
    found = {alias.actor for alias in _names().get(key, ()) if not alias.shared and alias.actor.active(year)}
    return found.pop() if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class Standing:
    """Words `first` to, not including, `last` of a text, and the aliases that they may be."""

    first: int
    last: int
    aliases: tuple[Alias, ...]


def standings(words: Sequence[Word]) -> Iterator[Standing]:
    """Every run of words that is a name of the table, from each word the longest; spelt as there or nearly so."""
    for at, word in enumerate(words):
        if word.bound or not (word.text[0].isupper() or word.text[0].isdigit()):
            continue
        found = next(_longest(words, at), None)
        if found is not None:
            yield found


def _longest(words: Sequence[Word], at: int) -> Iterator[Standing]:
    """The names that begin at a word, those spelt as in the table first, longer ones before shorter."""
    begins = {words[at].key, words[at].stem} & _firsts()
    for last in range(reach(words, at, _most()), at, -1) if begins else ():
        run = words[at:last]
        same = tuple(alias for key in _keys(run) for alias in _names().get(key, ()) if _cased(alias.name, run))
        if same:
            yield Standing(at, last, same)
    boned = skeleton(words[at].stem, 0) in _first_skeletons()
    for last in range(reach(words, at, NEAR_WORDS), at, -1) if boned else ():
        near = _near(words[at:last])
        if near:
            yield Standing(at, last, near)


def _keys(run: Sequence[Word]) -> list[str]:
    """The keys of a run: as it stands, and without the possessive of its last word."""
    whole = " ".join(word.key for word in run)
    bare = " ".join([*(word.key for word in run[:-1]), run[-1].stem])
    return list(dict.fromkeys((whole, bare)))


def _cased(name: str, run: Sequence[Word]) -> bool:
    """Whether a run has the capitals of a name's abbreviations; that its first word has one is seen before."""
    spelt = [word.text for word in words_of(name)]
    plain = [word.text.removesuffix("'s").removesuffix("’s") for word in run]
    return all(each.upper() == each or each == own for own, each in zip(spelt, plain, strict=True) if _capital(own))


def _capital(word: str) -> bool:
    """Whether a word of a name has capitals within, as abbreviations do: "PKK", "LeT"."""
    return not word[1:].islower() and word[1:] != "" and word[0].isupper()


def _near(run: Sequence[Word]) -> tuple[Alias, ...]:
    """The aliases whose consonants a run has, where they are of one actor: "Hezballah" for "Hezbollah"."""
    if any(word.text.isupper() for word in run):
        return ()
    name = " ".join([*(word.key for word in run[:-1]), run[-1].stem])
    found = tuple(alias for alias in _skeletons().get(skeleton(name), ()) if _alike(alias.name, name))
    return found if len({alias.actor for alias in found}) == 1 else ()


def _alike(known: str, name: str) -> bool:
    """Whether names of one skeleton differ only within long words that begin alike and are of like length."""
    pairs = list(zip(known.split(), name.split(), strict=True))
    return all(one == other or _varies(one, other) for one, other in pairs)


def _varies(one: str, other: str) -> bool:
    alike = skeleton(one[0], 0) == skeleton(other[0], 0) and abs(len(one) - len(other)) <= 1
    return alike and len(skeleton(one, 0)) >= LEAST - 1 and fuzz.ratio(one, other) >= ALIKE


@cache
def skeleton(folded: str, least: int = LEAST) -> str:
    """The consonants of a folded name as transliterations share them; empty where they tell too little."""
    plain = folded.translate(LIKE).replace("kh", "k").replace("gh", "g").replace("dh", "d").replace("th", "t")
    letters = [letter for letter in plain if letter not in "aeiouy"]
    kept = [letter for at, letter in enumerate(letters) if at == 0 or letter != letters[at - 1] or letter == " "]
    return "".join(kept) if sum(letter != " " for letter in kept) >= least else ""


@cache
def _names() -> dict[str, tuple[Alias, ...]]:
    """Key of a name to the aliases that it may be."""
    found: dict[str, list[Alias]] = {}
    for actor, aliases in _rows():
        for written in aliases:
            alias = _alias(actor, written, f"~{actor.name}" in aliases)
            key = " ".join(word.key for word in words_of(alias.name))
            if all(other.actor is not actor for other in found.setdefault(key, [])):
                found[key].append(alias)
    return {key: tuple(each) for key, each in found.items()}


def _alias(actor: Actor, written: str, common: bool) -> Alias:
    """An alias as the table writes it, without the brackets of its name; short abbreviations are always shared."""
    name = written.removeprefix("~")
    plain = name.partition(" (")[0] if name == actor.name and name.endswith(")") else name
    short = plain.isupper() and len(plain) <= SHORT
    shared = short or written.startswith("~") or plain != name or (common and name == actor.name)
    return Alias(actor, plain, shared)


@cache
def _firsts() -> frozenset[str]:
    return frozenset(key.partition(" ")[0] for key in _names())


@cache
def _first_skeletons() -> frozenset[str]:
    return frozenset(bones.partition(" ")[0] for bones in _skeletons())


@cache
def _most() -> int:
    return max(key.count(" ") + 1 for key in _names())


@cache
def _skeletons() -> dict[str, tuple[Alias, ...]]:
    found: dict[str, list[Alias]] = {}
    for key, aliases in _names().items():
        for alias in aliases:
            if not alias.shared and not alias.name.isupper() and (bones := skeleton(key)):
                found.setdefault(bones, []).append(Alias(alias.actor, key, alias.shared))
    return {bones: tuple(each) for bones, each in found.items()}
