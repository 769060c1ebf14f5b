"""The days on which the parts of a text were written, where their datelines tell: "today" is that day."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from claimtrail.claims.time_frame import Frame
from claimtrail.claims.time_grammar import Atom, atoms
from claimtrail.claims.time_meanings import Calendar, Weekday
from claimtrail.claims.time_published import PLACE
from claimtrail.claims.time_resolve import resolve

# A report is printed at most so many days after it was written.
_DELAY = 7
_HEAD = 600
_DATELINE = re.compile(rf"(?m)^\W?{PLACE}(?:\s?\(|,\s)(?=[A-Z\d])")
# "..., May 18:", "..., June 13 (Agency) --", "... (Jan. 4, 2012) —".
_AFTER = re.compile(r"[.,)]{0,2}\s?(?:\([^)\n]{2,40}\))?[.)]?\s?(?:[-–—_:]|\Z)")
_LINE = re.compile(r"(?m)^[^\n]{3,120}$")
_CLOSED = re.compile(r"[\s\d:.,;()A-Z–—-]*$")


class Written:
    """The days that datelines give, each from its place in the text on."""

    def __init__(self, text: str, published: date | None) -> None:
        found = sorted(_days(text, published)) if published else []
        self._starts = [start for start, _ in found]
        self._days = [day for _, day in found]

    def at(self, position: int) -> date | None:
        """The day on which the text around `position` was written; None where it is that of publication."""
        index = bisect_right(self._starts, position)
        return self._days[index - 1] if index else None


def _days(text: str, published: date) -> Iterator[tuple[int, date]]:
    for start, atom in _dated_lines(text):
        days = resolve(atom.meaning, Frame(published))
        if days is not None and days.single is not None and 0 <= (published - days.single).days <= _DELAY:
            yield start, days.single


def _dated_lines(text: str) -> Iterator[tuple[int, Atom]]:
    """Where datelines and dated headings begin, and their dates."""
    for match in _DATELINE.finditer(text):
        atom = next(atoms(text, match.end(), min(len(text), match.end() + 40)), None)
        is_date = atom is not None and atom.start == match.end() and isinstance(atom.meaning, Calendar | Weekday)
        if atom is not None and is_date and _AFTER.match(text, atom.end):
            yield match.start(), atom
    for line in _LINE.finditer(text, 0, min(len(text), _HEAD)):
        for atom in atoms(text, line.start(), line.end()):
            if (
                isinstance(atom.meaning, Calendar)
                and atom.meaning.day
                and _CLOSED.fullmatch(text, atom.end, line.end())
            ):
                yield line.start(), atom
