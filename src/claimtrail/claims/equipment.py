"""What kind of weapon, aircraft, vehicle or vessel a phrase names (`data/equipment.toml`)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache

from claimtrail.claims.lemmas import singulars
from claimtrail.claims.lexicon import lexicon
from claimtrail.gazetteer.fold import fold

WORD = re.compile(r"[^\W_]+(?:['’/.-][^\W_]+)*")
LONGEST = 6
DEEP = 4
# What follows tells what the thing is full of, or whose it is.
COMPLEMENT = re.compile(
    r"\s(?:of|in|from|with|for|at|on|aboard|near|who|that|which|belonging|carrying|laden|packed|loaded|filled|full)\s"
)
# Words behind a name that do not change what it names: "a Grad system".
STUFF = frozenset("system launcher type variant model class series complex unit battery bomber fighter".split())


def equipment_of(phrase: str) -> tuple[str, ...]:
    """The kinds a phrase names, narrowest first: `("tank", "armoured_vehicle", "vehicle")`; empty where none."""
    joint = COMPLEMENT.search(phrase)
    words = WORD.findall(phrase[: joint.start()] if joint else phrase)
    broad, narrow = _by_words(words), _by_name(words)
    if broad and narrow and broad not in _path(narrow) and not _vague(broad, narrow):
        return _path(broad)
    kind = narrow or broad
    return _path(kind) if kind else ()


def _vague(broad: str, narrow: str) -> bool:
    """Whether a noun such as "gun" tells less than the name before it: "ZU-23 gun"."""
    return len(_path(broad)) < len(_path(narrow)) < DEEP and _path(broad)[-1] == _path(narrow)[-1]


def _path(kind: str) -> tuple[str, ...]:
    path = [kind]
    while above := lexicon("equipment")[path[-1]]["is"]:
        path.append(above)
    return tuple(path)


def _by_words(words: Sequence[str]) -> str | None:
    """The kind of the longest entry that ends the words."""
    plain = [part for word in words for part in fold(word).split()]
    for size in range(min(LONGEST, len(plain)), 0, -1):
        start = plain[len(plain) - size :]
        for last in singulars(start[-1]):
            if found := _entries("words").get(" ".join([*start[:-1], last])):
                return found
    return None


def _by_name(words: Sequence[str]) -> str | None:
    """The kind of a proper name or designation that the phrase ends with, or has before the noun of its kind."""
    plain = [fold(word) for word in words]
    for at in range(len(words) - 1, -1, -1):
        if not (words[at][0].isupper() or words[at][0].isdigit()):
            continue
        for end in range(len(words), at, -1):
            kind = _named(" ".join(plain[at:end]))
            if kind and (all(word.rstrip("s") in STUFF for word in plain[end:]) or _by_words(words[end:])):
                return kind
    return None


def _named(name: str) -> str | None:
    """The kind of exactly this folded name, or of a designation: a mark and a number behind it."""
    for form in singulars(name):
        if found := _entries("names").get(form):
            return found
    parts = name.split(" ")
    if len(parts) > 3 or not any(letter.isdigit() for letter in name):
        return None
    for size in range(len(name), 0, -1):
        rest = name[size:]
        if (found := _entries("marks").get(name[:size])) and re.fullmatch(r"(?: ?\d\w*(?: \w{1,2})*)?", rest):
            return found
    return None


@cache
def _entries(table: str) -> Mapping[str, str]:
    """Entry to kind; the first kind that lists an entry has it."""
    found: dict[str, str] = {}
    for kind, entries in lexicon("equipment").items():
        for entry in entries.get(table, ()):
            found.setdefault(entry, kind)
    return found
