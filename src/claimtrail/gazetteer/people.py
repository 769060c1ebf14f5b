"""Tells names of people from names of places: many a surname or given name is a town's name too."""

import re

from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.names import COARSE
from claimtrail.gazetteer.page import Page
from claimtrail.gazetteer.words import words

# An age after a name: ", 44," or " (44)".
_AGE = re.compile(r"(?:, (?:aged? )?\d{1,2}(?=[,.;]|, of| of )| \(\d{1,2}\))")
# A name's end in a run of capitals: the words of one name, with initials.
# An adjective or a people's name made from a place's, and what the place's name may have had at its end.
_ADJECTIVE = re.compile(r"(?P<stem>.{3,}?)(?:ian|an|n|i|ese|ite|er|ish)s?")
_ENDS = ("", "a", "ia", "o", "e", "y", "as")
_CITY = 200_000
_LONGEST = 3
# The words of a full name.
_FULL = 2
_RUN = re.compile(r"(?:[ \u00a0](?:[A-Z]\.|[^\W\d_a-z][\w’'-]+)){0,3}")


def is_person(page: Page, first: int, last: int) -> bool:
    """Whether capitals beside the name make it a part of another name: a person's, mostly."""
    lists = words()
    left = page.lower(first - 1) if page.joined(first - 1) or page.gap(first - 1) == ". " else ""
    if left in lists.title and page.capital(first - 1):
        return True
    given = left in lists.given and page.lower(first - 2) not in lists.locative
    if page.capital(first - 1) and page.joined(first - 1) and given and last - first == 1:
        return True
    if _is_titled(page, first):
        return True
    named = page.joined(first - 1) and page.capital(first - 1) and not page.begins(first - 1)
    if named and not (left in lists.part | lists.institution | lists.common or demonym(left)):
        return True
    if not (page.joined(last - 1) and page.capital(last)) or last - first > 1:
        return False
    right = page.lower(last)
    if right in lists.institution or demonym(right):
        return False
    initial = len(right) == 1 and page.gap(last).startswith(".")
    patrol = page.lower(last + 1) == "patrol"
    return page.lower(first) in lists.given or (right in lists.feature and not patrol) or initial


def is_told_person(page: Page, first: int, last: int, well_known: bool) -> bool:
    """Whether the words around a name say outright that a person bears it: an age, or an office ("the mayor, X Y,").

    The name may be one of several words ("Paris Lindqvist, 44,"); a well-known place must be. What a reader's mentions
    say of such a name does not count.
    """
    if _is_titled(page, first):
        return True
    left, run = _run(page, first, last)
    size = last - left - 1 + len(run.group().split())
    end = run.end()
    spoke = page.lower(last + 1) in words().speech and page.joined(last - 1) and page.joined(last)
    if size == _FULL and spoke and page.capital(last) and not _is_many(page.lower(last)):
        return not (page.lower(last) in words().institution | words().facility or demonym(page.words[last].text))
    final = run.group().split()[-1].casefold() if run.group().strip() else page.lower(last - 1)
    if final in words().facility | words().institution or page.lower(left) in words().locative:
        return False
    if _AGE.match(page.text, end):
        return size > 1 or not well_known
    office = page.lower(left) in words().title and not page.capital(left)
    apart = page.gap(left).startswith(",") and page.text[end : end + 1] == ","
    return office and (apart or (size > 1 and page.gap(left) == " "))


def _is_titled(page: Page, first: int) -> bool:
    """Whether a title and a first name stand before a name: "Sen. Ann …"."""
    lists, left = words(), page.lower(first - 1)
    named = page.capital(first - 1) and page.joined(first - 1) and left not in lists.institution | lists.title
    return named and page.lower(first - 2) in lists.title and page.capital(first - 2)


def _run(page: Page, first: int, last: int) -> tuple[int, re.Match[str]]:
    """The word before the capitals that the name stands in, and the capitals after it."""
    left = first - 1
    while left >= 0 and first - left < _LONGEST and page.capital(left) and page.joined(left) and not page.begins(left):
        left -= 1
    run = _RUN.match(page.text, page.words[last - 1].end)
    assert run is not None
    return left, run


def _is_many(word: str) -> bool:
    """Whether a word is a plural by its look: a team's name, not a person's."""
    return word.endswith("s") and not word.endswith("ss")


def is_people(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a name that no place has is that of a people or the adjective of a place ("Dagestani", "Londoners")."""
    if demonym(name) or name.casefold() in words().people or gazetteer.knows(name):
        return demonym(name) is not None or name.casefold() in words().people
    return any(_is_big(home, gazetteer) for home in _homes(name))


def _homes(name: str) -> list[str]:
    """The place names from which an adjective may be made."""
    match = _ADJECTIVE.fullmatch(name)
    return [match["stem"] + end for end in _ENDS] if match else []


def _is_big(name: str, gazetteer: Gazetteer) -> bool:
    best = next(iter(gazetteer.candidates(name)), None) if gazetteer.knows(name) else None
    return best is not None and (best.feature in COARSE | {"ISL"} or best.population >= _CITY)
