"""Tells names of people from names of places: many a surname or given name is a town's name too."""

import re

from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.page import Page
from claimtrail.gazetteer.words import words

# An age after a name: ", 44," or " (44)".
_AGE = re.compile(r"(?:, (?:aged? )?\d{1,2}(?=[,.;]|, of| of )| \(\d{1,2}\))")
# A name's end in a run of capitals: the words of one name, with initials.
_RUN = re.compile(r"(?:[ \u00a0](?:[A-Z]\.|[^\W\d_a-z][\w’'-]+)){0,3}")


def is_person(page: Page, first: int, last: int) -> bool:
    """Whether capitals beside the name make it a part of another name: a person's, mostly."""
    lists = words()
    left = page.lower(first - 1) if page.joined(first - 1) or page.gap(first - 1) == ". " else ""
    if left in lists.title and page.capital(first - 1):
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



def is_told_person(page: Page, first: int, last: int) -> bool:
    """Whether the words around a name say outright that a person bears it: an age, a title, or a title and a comma.

    The name may be the first of several ("The mayor, Paris Lindqvist, fled"); a reader's doubt does not count then.
    """
    lists = words()
    run = _RUN.match(page.text, page.words[last - 1].end)
    end = run.end() if run else page.words[last - 1].end
    if _AGE.match(page.text, end):
        return True
    left = first - 1
    while left >= 0 and page.capital(left) and page.joined(left) and first - left < 3 and not page.begins(left):
        left -= 1
    office = page.lower(left) in lists.title and not page.capital(left)
    return office and page.gap(left) in (", ", " ") and page.text[end : end + 1] in (",", "") and last - left > 2
