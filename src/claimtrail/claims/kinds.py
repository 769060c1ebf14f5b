"""What a noun phrase names: a kind of person or thing, and the category of loss above it (`data/kinds.toml`)."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from claimtrail.claims.lemmas import singulars
from claimtrail.claims.lexicon import lexicon
from claimtrail.model import Category

WORD = re.compile(r"[^\W_]+(?:[’'./][^\W_]+)*")
COMPLEMENT = re.compile(
    r"\s(?:of|in|from|with|for|at|on|aboard|near|who|that|which|belonging|carrying|known|named|called|aged|identified)\s"
)
CATEGORIES = frozenset(Category)
PEOPLE = frozenset({Category.PERSON, Category.CIVILIAN, Category.COMBATANT})
LONGEST = 6
# The crews of these fight.
MANNED = frozenset({"tank", "aircraft", "artillery"})


def kind_of(phrase: str) -> tuple[str, ...]:
    """The kinds a phrase names, narrowest first: `("tank", "vehicle")`; empty where the words do not tell."""
    kind = _kind(phrase)
    return _path(kind) if kind else ()


def category_of(phrase: str) -> Category | None:
    """The category of what a phrase names; None where the words do not tell (a bare number, an unknown name)."""
    return next((Category(kind) for kind in kind_of(phrase) if kind in CATEGORIES), None)


@cache
def _tables() -> Mapping[str, Any]:
    return lexicon("kinds")


def _kinds() -> list[tuple[str, Mapping[str, Any]]]:
    """The tables of kinds; the rest are lists of words that name none."""
    return [(kind, table) for kind, table in _tables().items() if "is" in table]


@cache
def _listed(name: str) -> frozenset[str]:
    return frozenset(_tables()[name]["words"])


@cache
def _words() -> Mapping[str, str]:
    """Lexicon phrase to kind; the first kind that lists a phrase has it."""
    found: dict[str, str] = {}
    for kind, table in _kinds():
        for phrase in [*table.get("words", ()), *table.get("names", ())]:
            found.setdefault(phrase.replace("-", " "), kind)
    return found


@cache
def _marks() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for kind, table in _kinds():
        for mark in table.get("marks", ()):
            found.setdefault(mark.replace("-", " "), kind)
    return found


@cache
def _groups() -> frozenset[str]:
    return frozenset(_tables()["combatant"]["groups"])


def _path(kind: str) -> tuple[str, ...]:
    path = [kind]
    while above := _tables()[path[-1]]["is"]:
        path.append(above)
    return tuple(path)


def _kind(phrase: str) -> str | None:
    head, complement = _split(phrase.replace("’", "'").replace("-", " "))
    words = WORD.findall(head)
    while len(words) > 1 and words[-1].lower() in _listed("stuff"):
        words.pop()
    kind = _by_suffix(words)
    marked = _by_mark(words)
    if marked and (kind is None or _path(kind)[-1] == "combatant"):
        return marked
    if words and complement and (kind is None or words[-1].lower() in _listed("measure")):
        return _kind(complement) or kind
    if kind is None:
        return _by_title(words)
    if complement and words[-1].lower() == "crew" and (manned := _kind(complement)) and _path(manned)[0] in MANNED:
        return "soldier"
    if kind == "person":
        return _side(words[:-1]) or (_side(WORD.findall(complement)) if complement else None) or kind
    return kind


def _split(phrase: str) -> tuple[str, str]:
    """The part that holds the head noun, and what follows its first preposition or clause."""
    joint = COMPLEMENT.search(phrase)
    return (phrase[: joint.start()], phrase[joint.end() :]) if joint else (phrase, "")


def _by_suffix(words: list[str]) -> str | None:
    """The kind of the longest entry that ends the phrase."""
    for size in range(min(LONGEST, len(words)), 0, -1):
        start = [word.lower() for word in words[len(words) - size :]]
        for last in singulars(start[-1]):
            found = _words().get(" ".join([*start[:-1], last]))
            if found:
                return found
    return None


def _by_title(words: list[str]) -> str | None:
    """The kind of the first entry in a phrase that ends in a name: "Sergeant Lund", "steamer Aurora"."""
    for at in range(len(words) - 1):
        for last in singulars(words[at].lower()):
            if words[-1][0].isupper() and (found := _words().get(last)):
                return (_side(words[:at]) or found) if found == "person" else found
    return None


def _by_mark(words: list[str]) -> str | None:
    """The kind of a designation such as MiG-29, T-72B3 or ZU-23-2 in the phrase, the last one first."""
    for at in range(len(words) - 1, -1, -1):
        joined = re.fullmatch(r"([A-Za-z/]+)(\d+[A-Za-z]*\d*)s?", words[at])
        mark, whole = (joined[1], joined[0]) if joined else (words[at], "")
        numbered = joined or (at + 1 < len(words) and words[at + 1][0].isdigit())
        if not mark[0].isupper() or not (numbered or sum(map(str.isupper, mark)) > 2):
            continue
        found = _marks().get(whole.lower()) or _marks().get(mark.lower())
        if found:
            return found
    return None


def _side(words: list[str]) -> str | None:
    """Whether modifiers make a person a combatant ("Taliban leader") or a civilian ("civilian casualties")."""
    lower = [word.lower() for word in words]
    for size in (4, 3, 2, 1):
        for at in range(len(lower) - size + 1):
            run = [" ".join([*lower[at : at + size - 1], last]) for last in singulars(lower[at + size - 1])]
            if any(each in _groups() for each in run):
                return "combatant"
            if size == 1 and any(_words().get(each) == "civilian" for each in run):
                return "civilian"
    return None
