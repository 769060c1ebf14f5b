"""When an article was published, as its own text tells: by dateline, release number or title (gold guidelines)."""

import re
from dataclasses import replace
from datetime import date

from claimtrail.claims.time_grammar import Atom, atoms
from claimtrail.claims.time_meanings import Calendar
from claimtrail.model.time import Dated, Precision

# A dateline, a release number and a date line stand at the head of a text.
_HEAD = 1500
_LINE = 160
PLACE = r"(?:[A-Z][A-Z.'’-]+(?:\s[A-Z][A-Z.'’-]+){0,4})(?:[,/]\s?[A-Z][\w.'’-]*(?:\s[A-Z][\w.'’-]*){0,3}){0,3}"
_DATELINE = re.compile(
    rf"(?<!\w){PLACE}(?:\s\([A-Z][\w. /-]{{1,24}}\))?(?:\s?\(|,\s|(?<=\))\s)"
    r"(?=(?:[A-Z][a-z]{2,8}|[A-Z]{3,9}|\d{1,2}|\d{4})[.\s-])"
)
_SHORT_YEAR = re.compile(r"\s(\d\d)(?=\s?(?:\(|\[|--|[—–]|-\s))")
# A year of two digits is of the last century from this one on, as POSIX has it.
_CENTURY, _PIVOT = 1900, 69
_RELEASE = re.compile(r"(?<![\w-])((?:19|20)\d\d)[-–/](0[1-9]|1[0-2])[-–/](?:[A-Z]{1,4}[-–/])?\d{2,5}(?![\w-])")
_DATED_LINE = re.compile(
    r"(?im)^[^\n]{0,80}?(?:published|posted|issued|released?|dated?|updated|update|report|bulletin|summary|communiqu[eé])\b[\s:,–-]*"
)


def dateline(text: str) -> Dated | None:
    """The day that the dateline at the head of `text` states ("KABUL, Afghanistan (Jan. 4, 2012)"), with its year.

    None where there is no dateline, or none with a year; the year may come from a release number beside it.
    """
    day = _dateline(text)
    if day is None:
        return None
    year = day.year or _year_beside(text, day.month)
    return _dated(replace(day, year=year), "dateline") if year else None


def publication_evidence(text: str, title: str | None) -> Dated | None:
    """The best that text and title say of publication: dateline, date in the title or a heading, release number."""
    return dateline(text) or _in_title(title) or _in_heading(text) or _release(text)


def _dateline(text: str) -> Calendar | None:
    for match in _DATELINE.finditer(text, 0, min(len(text), _HEAD)):
        atom = _atom_at(text, match.end())
        if atom and isinstance(atom.meaning, Calendar) and atom.meaning.day is not None:
            return atom.meaning if atom.meaning.year else replace(atom.meaning, year=_short_year(text, atom.end))
    return None


def _short_year(text: str, start: int) -> int | None:
    """The year of two digits that follows day and month in a wire's dateline: "LIMA, 4 JAN 88 (EFE) --"."""
    year = _SHORT_YEAR.match(text, start)
    return int(year[1]) + (_CENTURY if int(year[1]) >= _PIVOT else _CENTURY + 100) if year else None


def _date_at(text: str, start: int) -> Calendar | None:
    """The date that begins at `start`."""
    atom = _atom_at(text, start)
    return atom.meaning if atom and isinstance(atom.meaning, Calendar) else None


def _atom_at(text: str, start: int) -> Atom | None:
    atom = next(atoms(text, start, min(len(text), start + 40)), None)
    return atom if atom and atom.start == start else None


def _year_beside(text: str, month: int | None) -> int | None:
    """The year of the release number at the head; a January release may bear a December number, and the reverse."""
    release = _RELEASE.search(text, 0, min(len(text), _HEAD))
    if release is None:
        heading = _in_heading(text)
        return int(heading.value[:4]) if heading else None
    year, numbered = int(release[1]), int(release[2])
    return year + {(12, 1): 1, (1, 12): -1}.get((numbered, month or numbered), 0)


def _in_title(title: str | None) -> Dated | None:
    """A full date in the title, else a month and year."""
    found = [atom.meaning for atom in atoms(title or "", 0, len(title or ""))]
    dates = [meaning for meaning in found if isinstance(meaning, Calendar) and meaning.year and meaning.month]
    return _dated(max(dates, key=lambda meaning: meaning.day is not None), "title") if dates else None


def _in_heading(text: str) -> Dated | None:
    """A full date after "Published:", in "Operational Update, Jan. 10, 2011", or alone on one of the first lines."""
    for match in _DATED_LINE.finditer(text, 0, min(len(text), _HEAD)):
        day = _date_at(text, match.end())
        if day is not None and day.year and day.day:
            return _dated(day, "heading")
    for line in text[:_HEAD].split("\n")[:8]:
        stripped = line.strip()
        atom = next(atoms(stripped, 0, len(stripped)), None) if 0 < len(stripped) < _LINE else None
        if atom is None or atom.end - atom.start < len(stripped) - 2 or not isinstance(atom.meaning, Calendar):
            continue
        if atom.meaning.year and atom.meaning.day:
            return _dated(atom.meaning, "heading")
    return None


def _release(text: str) -> Dated | None:
    """The month of a release number such as "2011-01-CA-015"."""
    found = _RELEASE.search(text, 0, min(len(text), _HEAD))
    return Dated(f"{found[1]}-{found[2]}", Precision.MONTH, "release number") if found else None


def _dated(day: Calendar, found: str) -> Dated | None:
    if day.year is None or day.month is None:
        return None
    if day.day is None:
        return Dated(f"{day.year:04}-{day.month:02}", Precision.MONTH, found)
    try:
        return Dated(date(day.year, day.month, day.day).isoformat(), Precision.DAY, found)
    except ValueError:
        # 31 February: a misprint tells nothing.
        return None
