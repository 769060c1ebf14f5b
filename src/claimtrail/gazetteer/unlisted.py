"""Places that no gazetteer lists: a street, a mosque, a small village; each stands within a named place beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from claimtrail.gazetteer.context import demonym
from claimtrail.gazetteer.lookup import Gazetteer
from claimtrail.gazetteer.names import Name, inside, span_of
from claimtrail.gazetteer.page import Page
from claimtrail.gazetteer.people import is_people, is_told_person
from claimtrail.gazetteer.words import words
from claimtrail.model.span import Span

_LONGEST = 5
# How likely a name alone must mean a place for another to be put into it before all others.
_LIKELY = 0.4
# Between a facility and the place that it stands in.
_TIED = re.compile(r"(?:,? (?:in|of|at|near)(?: the)?(?: (?:town|city|village) of)? |, )")
_STOP = re.compile(r"[.!?]\s|\n")


def unlisted(page: Page, found: Sequence[Name], locations: Sequence[Span], gazetteer: Gazetteer) -> list[Name]:
    """The reader's locations without a known name in them, and facilities and settlements told by their grammar.

    Each is placed within the nearest name of the same sentence, those before it first, else within the last name
    before it; without any it has no container.
    """
    taken = [name.span for name in found]
    names = [name for name in _mentioned(page, locations) if not inside(name.span, taken)]
    names = [name for name in names if not is_people(name.text, gazetteer)]
    taken += [name.span for name in names]
    names += [name for name in _facilities(page) if not inside(name.span, taken)]
    return [_contained(page, name, found) for name in names]


def _mentioned(page: Page, locations: Sequence[Span]) -> Iterator[Name]:
    for span in locations:
        held = [i for i, word in enumerate(page.words) if span.start <= word.start and word.end <= span.end]
        if held and page.capital(held[0]) and not is_told_person(page, held[0], held[-1] + 1, well_known=False):
            yield Name(held[0], held[-1] + 1, span, span.of(page.text), None)


def _facilities(page: Page) -> Iterator[Name]:
    """Names that end in a facility ("Sahloul Hospital"), or that stand beside a settlement ("village of Qizan")."""
    i = 0
    while i < len(page.words):
        last = _run(page, i) if page.opens(i) else i + 1
        if page.opens(i) and _is_facility(page, i, last) and not _is_person(page, i):
            yield Name(i, last, span_of(page, i, last), page.slice(i, last), None)
        i = max(last, i + 1)


def _run(page: Page, first: int) -> int:
    """The end of the capitalised words that begin at `first`."""
    last = first + 1
    while last - first < _LONGEST and page.linked(last - 1) and (page.capital(last) or page.opens(last)):
        last += 1
    return last


def _is_facility(page: Page, first: int, last: int) -> bool:
    lists = words()
    if last - first > 1 and page.lower(last - 1) in lists.facility and page.lower(first) not in lists.common:
        return True
    if page.begins(first) or page.lower(first) in lists.common or demonym(page.slice(first, last)):
        return False
    after = page.lower(last) if page.joined(last - 1) else ""
    before = page.lower(first - 2) if page.lower(first - 1) == "of" and page.joined(first - 1) else ""
    return after in lists.settlement or before in lists.settlement


def _is_person(page: Page, first: int) -> bool:
    return page.lower(first) in words().title or page.lower(first - 1) in words().title


def _contained(page: Page, name: Name, found: Sequence[Name]) -> Name:
    before = [other for other in found if other.span.end <= name.span.start]
    after = [other for other in found if other.span.start >= name.span.end]
    near = [other for other in reversed(before) if not _parted(page, other.span.end, name.span.start)]
    near += [other for other in after if not _parted(page, name.span.end, other.span.start)]
    own = [other for other in found if len(other.text) > 3 and name.text.startswith(f"{other.text} ")]
    tied = [other for other in after[:1] if _TIED.fullmatch(page.text[name.span.end : other.span.start])]
    ordered = (*tied, *own, *near, *reversed(before))
    likely = (other for other in ordered if other.best and other.best.score >= _LIKELY)
    chosen = next(likely, next((other for other in ordered if other.best), None))
    return replace(name, within=(chosen.text,)) if chosen else name


def _parted(page: Page, start: int, end: int) -> bool:
    """Whether a sentence ends between two characters; a full stop after a short word may be an abbreviation's."""
    return any(
        len(page.text[start : m.start() + start].split(" ")[-1]) > 3 for m in _STOP.finditer(page.text[start:end])
    )
