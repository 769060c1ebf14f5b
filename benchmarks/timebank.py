"""Time expressions against TimeBank and AQUAINT: where they are, and which dates they mean (TempEval-3, task A)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.common import arguments, articles, report, show
from claimtrail.claims.time_grammar import Atom, atoms
from claimtrail.claims.time_meanings import Between, Calendar, Rest, Stage, Vague
from claimtrail.claims.time_passage import calendar_of
from claimtrail.claims.times import TimePhrase, find_times, resolve_times
from claimtrail.model.span import Span
from claimtrail.model.time import Precision, TimeRange

_SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
_REFERENCES = {"past": "PAST_REF", "present": "PRESENT_REF", "future": "FUTURE_REF"}


def value(phrase: TimePhrase, found: TimeRange) -> str | None:
    """The TIMEX3 value of a date: as precise as it is given ("1998-01-09", "1998-W02", "1998-Q1", "1998")."""
    if isinstance(phrase.meaning, Vague):
        return _REFERENCES.get(phrase.meaning.reference)
    if found.start is None:
        return None
    if isinstance(phrase.meaning, Stage) and (named := calendar_of(phrase.meaning)) is not None:
        # "Early May" has the value of the month; that it is early is another attribute.
        return found.start[: 7 if named.month else 4]
    if isinstance(phrase.meaning, Rest):
        return found.start[: {"year": 4, "month": 7}.get(phrase.meaning.unit, 10)]
    first, last = date.fromisoformat(found.start), date.fromisoformat(found.end or found.start)
    if found.precision is Precision.WEEK:
        return first.strftime("%G-W%V")
    if found.precision is Precision.MONTH:
        return found.start[:7]
    if found.precision is Precision.YEAR:
        return found.start[:4]
    if found.precision is Precision.SEASON:
        return f"{first.year}-{_SEASONS.get(first.month) or f'Q{(first.month + 2) // 3}'}"
    if (first.month, first.day, last.year - first.year) == (1, 1, 9):
        return found.start[:3]
    return _weekend(first, last) or found.start


def _weekend(first: date, last: date) -> str | None:
    return first.strftime("%G-W%V-WE") if first.weekday() == 5 and (last - first).days == 1 else None


def score(folder: Path, part: str | None) -> dict[str, float]:
    """Relaxed span F1 over all expressions but lengths and sets that no date belongs to, and value F1 over dates."""
    gold: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for timex in articles(folder / "timexes.jsonl"):
        gold[timex["id"]].append(timex)
    hits = dict.fromkeys(("gold", "found", "span", "dates", "claimed", "value"), 0)
    for article in articles(folder / "articles.jsonl"):
        if part is None or article.get("set") == part:
            _add(hits, article, gold[article["id"]])
    return {
        "span_f1": 2 * hits["span"] / max(1, hits["gold"] + hits["found"]),
        "value_f1": 2 * hits["value"] / max(1, hits["dates"] + hits["claimed"]),
    }


def _add(hits: dict[str, int], article: dict[str, Any], timexes: list[dict[str, Any]]) -> None:
    """Count one article: each expression is matched once, by overlap, in reading order."""
    text = article["text"]
    phrases = find_times(text, Span(0, len(text)), durations=True, nested=True)
    resolved = zip(phrases, resolve_times(phrases, article["published"], text), strict=True)
    pairs = [end for pair in _marked(resolved) for end in _ends(text, *pair)]
    hits["gold"] += len(timexes)
    hits["found"] += len(pairs)
    hits["dates"] += sum(timex["type"] == "DATE" for timex in timexes)
    used: set[int] = set()
    for phrase, found in pairs:
        match = next((t for t in timexes if id(t) not in used and _overlap(t, found.span)), None)
        hits["span"] += match is not None
        # An expression of another type is no false date: lengths, sets and times of day are not scored for value.
        hits["claimed"] += phrase.meaning != Vague("duration") and (match is None or match["type"] == "DATE")
        if match is not None:
            used.add(id(match))
            hits["value"] += match["type"] == "DATE" and match["value"] == value(phrase, found)


def _marked(pairs: Iterable[tuple[TimePhrase, TimeRange]]) -> list[tuple[TimePhrase, TimeRange]]:
    """The expressions as the corpus marks them: the date of "since March" and "by Friday", not the stretch of time."""
    kept: list[tuple[TimePhrase, TimeRange]] = []
    for phrase, found in pairs:
        if kept and kept[-1][1].span.covers(found.span):
            kept.pop()
        kept.append((phrase, found))
    return kept


def _ends(text: str, phrase: TimePhrase, found: TimeRange) -> list[tuple[TimePhrase, TimeRange]]:
    """The two dates that the corpus marks where a range names both ("from 1991 to 1997"); else the one expression."""
    dates = [atom for atom in atoms(text, found.span.start, found.span.end) if isinstance(atom.meaning, Calendar)]
    if not isinstance(phrase.meaning, Between) or len(dates) != 2 or not found.start or not found.end:
        return [(phrase, found)]
    return [
        _end(atom, replace(found, start=day, end=day))
        for atom, day in zip(dates, (found.start, found.end), strict=True)
    ]


def _end(atom: Atom, found: TimeRange) -> tuple[TimePhrase, TimeRange]:
    """One end of a range, as precise as its own words."""
    match atom.meaning:
        case Calendar(month=None):
            precision = Precision.YEAR
        case Calendar(day=None):
            precision = Precision.MONTH
        case _:
            precision = Precision.DAY
    span = Span(atom.start, atom.end)
    return TimePhrase(span, atom.meaning), replace(found, span=span, precision=precision)


def _overlap(timex: dict[str, Any], span: Span) -> bool:
    return bool(max(timex["start"], span.start) < min(timex["end"], span.end))


def main() -> None:
    """Run the benchmark from the command line."""
    given = arguments("timebank", "Time expressions against TimeBank and AQUAINT (TempEval-3, task A).")
    figures = score(given.folder, given.part)
    show([("figure", "score"), *((name, f"{rate:.4f}") for name, rate in figures.items())])
    report(figures, given.json)


if __name__ == "__main__":
    main()
