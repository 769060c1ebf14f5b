"""The grammar of simple time expressions: a pattern for each form, and what it means."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import Match

from claimtrail.claims.lexicon import lexicon
from claimtrail.claims.numerals import numeral_at, words_of
from claimtrail.claims.time_meanings import (
    Base,
    Between,
    Calendar,
    Clock,
    Meaning,
    Months,
    Night,
    Part,
    Rest,
    Shift,
    Since,
    Vague,
    Weekday,
    Weekend,
    Window,
)

_WORDS = lexicon("time_words")
_MONTHS: dict[str, int] = {name.lower(): number for name, number in _WORDS["months"].items()}
_WEEKDAYS: dict[str, int] = {name.lower(): number for name, number in _WORDS["weekdays"].items()}
_ORDINALS: dict[str, int] = _WORDS["ordinals"]
_SEASONS: dict[str, int] = _WORDS["seasons"]
_UNITS: dict[str, str] = _WORDS["units"]
_HOLIDAYS: dict[str, list[int]] = _WORDS["holidays"]
_STEPS = {"last": -1, "past": -1, "previous": -1, "preceding": -1, "this": 0, "current": 0, "next": 1, "coming": 1, "following": 1}
_TOLD = frozenset({"previous", "preceding", "following"})


@dataclass(frozen=True, slots=True)
class Atom:
    """A simple time expression at `text[start:end]`; `clock` where it names a time of day, `minute` where to the minute."""

    start: int
    end: int
    meaning: Meaning
    clock: bool = False
    minute: bool = False


def _either(words: object) -> str:
    """A pattern for any of the words, longest first."""
    assert isinstance(words, (dict, list, frozenset))
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + ")"


def _named(names: dict[str, int]) -> str:
    """Capitalised names and, in capitals, headlines; an abbreviation may end in a full stop."""
    both = {form: 0 for name in names for form in (name, name.upper())}
    short = {name: 0 for name in both if len(name) <= 5}
    return f"(?:{_either(both)}(?![a-zA-Z])|{_either(short)}\\.)"


_MONTH = _named(_WORDS["months"]) + r"\.?"
_WEEKDAY = rf"(?:{_named(_WORDS['weekdays'])}(?![a-z]))"
_YEAR = r"(?:1[5-9]|20)\d\d(?!\d|,\d|[.]\d)"
_DD = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_ORDINAL = rf"(?i:{_either(_ORDINALS)})"
_JOIN = r"(?:\s?[-–—/]\s?|,?\s+(?:to|and|or|through|until)\s+|,\s)"
_ONES = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_NUMBER = rf"(?:\d{{1,3}}|{_either(_TENS)}(?:[- ]{_either(_ONES)})?|{_either(_TEENS + _ONES)}|an?|several|a few|few|a couple of|couple of)"
_UNIT = "(?:seconds?|minutes?|hours?|days?|nights?|weeks?|fortnights?|months?|quarters?|years?|decades?|centur(?:y|ies))"
_STEP = "(?:last|past|previous|preceding|this|current|next|coming|following)"
_PART_OF_DAY = _either(_WORDS["parts"]["alone"] + _WORDS["parts"]["beside"])

_Build = Callable[[Match[str]], Meaning | None]


@dataclass(frozen=True, slots=True)
class _Rule:
    pattern: re.Pattern[str]
    build: _Build
    clock: bool = False
    minute: bool = False


def _year(text: str | None) -> int | None:
    """The year in two or four digits; two digits mean 1930 to 2029."""
    if not text:
        return None
    number = int(text)
    if len(text) == 2:
        return number + (2000 if number < 30 else 1900)
    return number


def _day(text: str) -> int:
    digits = text.rstrip("stndrh")
    return int(digits) if digits.isdigit() else _ORDINALS[text.lower()]


def _month(text: str) -> int:
    return _MONTHS[text.rstrip(".").lower()]


def _number(text: str) -> int | None:
    """The number that a number word stands for; None where it is vague."""
    if text.lower() in ("several", "few", "a few", "couple of", "a couple of"):
        return 2 if "couple" in text.lower() else None
    found = numeral_at(words_of(text, 0, len(text)), 0)
    return found.value if found else None


def _unit(text: str) -> str:
    return _UNITS["century" if text.lower().startswith("centur") else text.lower().rstrip("s")]


def _day_month(match: Match[str]) -> Meaning | None:
    """"12 May 2014", "6 to 12 February", "sixth of September"."""
    month, year = _month(match["month"]), _year(match["year"])
    last = Calendar(year, month, _day(match["day"]))
    return Between(Calendar(year, month, _day(match["from"])), last) if match["from"] else last


def _month_day(match: Match[str]) -> Meaning | None:
    """"May 12, 2014", "November 7-8", "Jan. 4 to 9"."""
    month, year = _month(match["month"]), _year(match["year"])
    first = Calendar(year, month, _day(match["day"]))
    return Between(first, Calendar(year, month, _day(match["to"]))) if match["to"] else first


def _iso(match: Match[str]) -> Meaning | None:
    return _valid(int(match["y"]), int(match["m"]), int(match["d"]))


def _numeric(match: Match[str]) -> Meaning | None:
    """"24.02.2022", "21-03-2024", "10/25/1989"; the day comes first wherever it can."""
    first, second, year = int(match["a"]), int(match["b"]), _year(match["y"])
    american = second > 12 or (match["sep"] == "/" and len(match["y"]) == 2 and first <= 12)
    day, month = (second, first) if american else (first, second)
    return _valid(year, month, day)


def _valid(year: int | None, month: int, day: int) -> Meaning | None:
    return Calendar(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _group_date(match: Match[str]) -> Meaning | None:
    """A military date-time group, "151200Z JAN 12"."""
    return Calendar(_year(match["year"]), _month(match["month"]), int(match["d"]))


def _month_year(match: Match[str]) -> Meaning | None:
    years = {"last": -1, "this": 0, "next": 1}.get((match["rel"] or "").lower())
    return Calendar(_year(match["year"]), _month(match["month"]), years=years)


def _years(match: Match[str]) -> Meaning | None:
    """"1990-91", "1980-1988"."""
    first = int(match["a"])
    last = int(match["b"]) if len(match["b"]) == 4 else first - first % 100 + int(match["b"])
    return Between(Calendar(first), Calendar(last)) if first < last else None


def _decade(match: Match[str]) -> Meaning | None:
    first = int(match["decade"])
    return Between(Calendar(first), Calendar(first + 9))


def _season(match: Match[str]) -> Meaning | None:
    step = _STEPS.get((match["step"] or "this").lower(), 0)
    return Months(_SEASONS[match["season"].lower()], 3, _year(match["year"]), step)


def _quarter(match: Match[str]) -> Meaning | None:
    number = {"1": 1, "2": 2, "3": 3, "4": 4}.get(match["n"][0]) or _ORDINALS[match["n"].lower()]
    return Months(3 * number - 2, 3, _year(match["year"]))


def _ago(match: Match[str]) -> Meaning | None:
    """"two weeks ago", "three days later", "a day earlier"."""
    amount, unit, way = _number(match["n"]), _unit(match["unit"]), match["way"].lower()
    if amount is None:
        return Vague("past")
    if way in ("ago", "from now"):
        return Shift(unit, -amount if way == "ago" else amount)
    return Shift(unit, -amount if way in ("earlier", "before", "previously") else amount, Base.NARRATIVE)


def _past_units(match: Match[str]) -> Meaning | None:
    """"the past 24 hours", "the last three days", "the past day"."""
    ahead = match["way"].lower() in ("next", "coming")
    amount = _number(match["n"]) if match["n"] else 1
    if amount is None:
        return Vague("future" if ahead else "past")
    unit = _unit(match["unit"])
    return Window(unit, amount if ahead else -amount, Base.PUBLISHED)


def _within(match: Match[str]) -> Meaning | None:
    if match["n"] is None or match["n"].lower() == "the":
        return Rest(_unit(match["unit"])) if _unit(match["unit"]) in ("week", "month", "year") else Window("hour", 1)
    amount = _number(match["n"])
    return Window(_unit(match["unit"]), amount) if amount else Vague("future")


def _step_unit(match: Match[str]) -> Meaning | None:
    """"last week", "this month", "the following day", "the previous week"."""
    word, unit = match["step"].lower(), _unit(match["unit"])
    told = word in _TOLD or (word == "next" and unit == "day")
    return Shift(unit, _STEPS[word], Base.NARRATIVE if told else Base.PUBLISHED)


def _step_weekday(match: Match[str]) -> Meaning | None:
    step = _STEPS[match["step"].lower()]
    return Weekday(_WEEKDAYS[match["day"].rstrip(".").lower()], step or None)


def _step_month(match: Match[str]) -> Meaning | None:
    step = _STEPS[match["step"].lower()]
    return Months(_month(match["month"]), 1, None, step)


def _weekday(match: Match[str]) -> Meaning | None:
    return Weekday(_WEEKDAYS[match["day"].rstrip(".").lower()])


def _weekend(match: Match[str]) -> Meaning | None:
    step = (match["step"] or "").lower()
    return Weekend({"last": None, "past": None, "next": 1, "coming": 1, "following": 1}.get(step))


def _part(match: Match[str]) -> Meaning | None:
    """"first week of November", "second half of 2020", "end of the month"."""
    which = match["which"].lower()
    whole: Meaning = Shift(_unit(match["unit"]), 0) if match["unit"] else _month_or_year(match["month"], match["year"])
    if match["piece"].lower() == "week":
        number = _ORDINALS[which]
        return Part(whole, 7 * number - 7, 7 * number - 1)
    middle = 15 if match["month"] else 181
    return Part(whole, 0, middle - 1) if which == "first" else Part(whole, middle, None)


def _month_or_year(month: str | None, year: str | None) -> Meaning:
    return Calendar(_year(year), _month(month) if month else None)


def _holiday(match: Match[str]) -> Meaning | None:
    month, day = _HOLIDAYS[match["holiday"]]
    return Calendar(_year(match["year"]), month, day)


def _same(match: Match[str]) -> Meaning | None:
    return Shift(_unit(match["unit"]) if match["unit"].lower() in _UNITS else "day", 0, Base.NARRATIVE)


def _fixed(meaning: Meaning) -> _Build:
    return lambda match: meaning


def _rule(pattern: str, build: _Build, *, clock: bool = False, minute: bool = False) -> _Rule:
    return _Rule(re.compile(pattern), build, clock, minute)


_YESTERDAY, _TODAY, _TOMORROW = Shift("day", -1), Shift("day", 0), Shift("day", 1)
_AMPM = r"(?i:[ap]\.?\s?m\b\.?|o['’]clock)"
_ZONE = r"(?i:\s?(?:hours|hrs|GMT|UTC|local(?:\stime)?|LT|EST|EDT|CET|Z)\b)"

_DIGIT_RULES = (
    _rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", _iso),
    _rule(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d./-]?\d)", _numeric),
    _rule(rf"(?:(?P<from>{_DD}){_JOIN})?(?P<day>{_DD})(?:\s+of)?\s?-?(?P<month>{_MONTH})(?:,?\s(?P<year>{_YEAR}))?", _day_month),
    _rule(rf"(?P<d>\d\d)\d{{4}}Z?\s?(?P<month>{_MONTH})\s?(?P<year>\d{{4}}|\d\d)(?!\d)", _group_date),
    _rule(rf"\d{{1,2}}(?::\d\d){{1,2}}(?:\s?{_AMPM})?{_ZONE}?", _fixed(Clock(True)), clock=True, minute=True),
    _rule(rf"\d{{1,2}}[.:]\d\d\s?{_AMPM}{_ZONE}?", _fixed(Clock(True)), clock=True, minute=True),
    _rule(rf"\d{{1,2}}\s?{_AMPM}{_ZONE}?", _fixed(Clock()), clock=True),
    _rule(rf"[012]\d[0-5]\d{_ZONE}", _fixed(Clock(True)), clock=True, minute=True),
    _rule(r"(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", _decade),
    _rule(rf"(?P<a>{_YEAR})\s?[-–/]\s?(?P<b>{_YEAR}|\d\d)(?![\d-])", _years),
    _rule(rf"(?P<y>{_YEAR})(?![-\w])", lambda match: Calendar(int(match["y"]))),
    _rule(rf"(?i:(?P<n>{_NUMBER})\s(?P<unit>{_UNIT})\s(?P<way>ago|earlier|later|before|after|from now))\b", _ago),
    _rule(r"(?P<n>[1-4])(?:st|nd|rd|th)[- ]quarter(?: of (?P<year>\d{4}))?", _quarter),
    _rule(rf"(?i:(?P<n>{_NUMBER})[- ](?P<unit>{_UNIT}))(?![-\w])", _fixed(Vague("duration"))),
)
_MONTH_RULES = (
    _rule(rf"(?P<month>{_MONTH})\s?(?P<day>{_DD})(?:{_JOIN}(?P<to>{_DD})(?!\s?[:%]))?(?:,?\s(?P<year>{_YEAR}))?(?![:%\w])", _month_day),
    _rule(rf"(?P<month>{_MONTH}),?(?:\sof)?\s?(?:(?P<year>{_YEAR})|(?P<rel>(?i:last|this|next))\s(?i:year))\b", _month_year),
    _rule(rf"(?P<month>{_MONTH})(?P<year>(?!))?(?P<rel>(?!))?", _month_year),
)
_WEEKDAY_RULES = (_rule(rf"(?P<day>{_WEEKDAY})(?:['’]s)?", _weekday),)
_WORD_RULES = tuple(
    _rule(rf"(?i:{pattern})(?![-\w])", build, clock=clock)
    for pattern, build, clock in (
        (r"to-?day", _fixed(_TODAY), False),
        (r"tonight", _fixed(_TODAY), True),
        (r"yesterday", _fixed(_YESTERDAY), False),
        (r"tomorrow", _fixed(_TOMORROW), False),
        (r"(?:the )?day before yesterday", _fixed(Shift("day", -2)), False),
        (r"(?:the )?day after tomorrow", _fixed(Shift("day", 2)), False),
        (r"last ?(?:night|evening)", _fixed(_YESTERDAY), True),
        (r"this (?:morning|afternoon|evening|noon)", _fixed(_TODAY), True),
        (r"overnight|(?:in the course of|during|in|through|throughout) the night", _fixed(Night()), False),
        (r"(?:the |that )?same (?P<unit>day|night|morning|afternoon|evening|week|month|year)", _same, False),
        (r"that (?P<unit>day|night|morning|afternoon|evening|week|month|year)", _same, False),
        (r"(?:the )?(?:day|night) (?:before|earlier)", _fixed(Shift("day", -1, Base.NARRATIVE)), False),
        (r"(?:the )?week (?:before|earlier)", _fixed(Shift("week", -1, Base.NARRATIVE)), False),
        (r"(?:the )?(?:day) after", _fixed(Shift("day", 1, Base.NARRATIVE)), False),
        (r"(?:the )?(?:next|following) (?:day|night|morning|afternoon|evening)", _fixed(Shift("day", 1, Base.NARRATIVE)), False),
        (r"(?:the )?(?:previous|preceding) (?:day|night|morning|afternoon|evening)", _fixed(Shift("day", -1, Base.NARRATIVE)), False),
        (r"(?:hours|minutes) (?:earlier|later|before|after)", _fixed(Shift("day", 0, Base.NARRATIVE)), False),
        (rf"(?:the )?(?P<step>{_STEP}) (?P<unit>week|fortnight|month|quarter|year|decade|century)(?:['’]s)?", _step_unit, False),
        (rf"(?:the )?(?:(?P<step>last|past|this|next|coming|following) )?weekend", _weekend, False),
        (rf"(?:the )?(?P<way>last|past|previous|next|coming) (?:(?P<n>{_NUMBER}) )?(?P<unit>days?|hours?|minutes?)", _past_units, False),
        (rf"(?:the )?(?P<way>last|past|previous|next|coming) (?P<n>{_NUMBER}) (?P<unit>{_UNIT})", _past_units, False),
        (rf"(?:the )?(?P<way>past) (?:(?P<n>{_NUMBER}) )?(?P<unit>{_UNIT})", _past_units, False),
        (rf"(?P<n>{_NUMBER}) (?P<unit>{_UNIT}) (?P<way>ago|earlier|later|before|after|from now)", _ago, False),
        (rf"within (?P<n>the|{_NUMBER}) (?P<unit>{_UNIT})", _within, False),
        (r"before the end of (?P<n>the) (?P<unit>week|month|year)", _within, False),
        (rf"(?:(?P<step>last|past|this|next|coming) )?(?P<season>{_either(_SEASONS)})(?: of|,)? ?(?P<year>{_YEAR})?", _season, False),
        (rf"(?:(?:the )?(?P<n>first|second|third|fourth)[- ]quarter)(?: of (?P<year>{_YEAR}))?", _quarter, False),
        (
            rf"(?P<which>first|second|third|fourth|latter) (?P<piece>week|half) of "
            rf"(?:the (?P<unit>month|year)|(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?)",
            _part,
            False,
        ),
        (rf"(?:the )?(?P<from>(?!))?(?P<day>{_ORDINAL}) (?:of )?(?P<month>{_MONTH})(?:,? (?P<year>{_YEAR}))?", _day_month, False),
        (r"the (?P<day>\d{1,2})(?:st|nd|rd|th)(?=[,.;:)]| (?:and|when|as|at|by|to|in|the|a|they|he|it|was|were)\b|$)", None, False),
        (r"the (?P<day>\d{1,2}|first)(?:st|nd|rd|th)? of (?:the|this) month", None, False),
        (r"since then", _fixed(Since(Shift("day", 0, Base.NARRATIVE))), False),
        (rf"{_PART_OF_DAY}", _fixed(Clock()), True),
        (rf"{_NUMBER} o['’]clock", _fixed(Clock()), True),
        (rf"{_either(_TEENS + _ONES)} in the (?:morning|afternoon|evening)", _fixed(Clock()), True),
        (rf"(?P<n>{_NUMBER})[- ](?P<unit>{_UNIT})", _fixed(Vague("duration")), False),
        (_either(_WORDS["vague"]["present"]), _fixed(Vague("present")), False),
        (_either(_WORDS["vague"]["past"]), _fixed(Vague("past")), False),
        (_either(_WORDS["vague"]["future"]), _fixed(Vague("future")), False),
    )
    for build in (build or (lambda match: Calendar(day=_day(match["day"].lower()))),)
) + (
    _rule(rf"(?P<holiday>{_either(_HOLIDAYS)})(?: (?P<year>{_YEAR}))?(?!\w)", _holiday),
    _rule(rf"(?i:(?P<step>{_STEP})) (?P<day>{_WEEKDAY})", _step_weekday),
    _rule(rf"(?i:(?P<step>last|past|this|next)) (?P<month>{_MONTH})(?!\s\d)", _step_month),
)

_FIRST_WORDS = (
    "today to-day tonight yesterday tomorrow the day last lastnight this overnight in during through throughout that same night week next "
    "following previous preceding hours minutes current coming past weekend within before spring summer autumn fall winter first second third "
    "fourth since one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen "
    "twenty thirty forty fifty sixty seventy eighty ninety a an several few couple latter"
).split()
_ALL_FIRST = {
    *_FIRST_WORDS,
    *(word.split()[0] for word in _WORDS["parts"]["alone"] + _WORDS["parts"]["beside"]),
    *(phrase.split()[0] for phrases in _WORDS["vague"].values() for phrase in phrases),
    *(name.split()[0].lower() for name in _HOLIDAYS),
    *_ORDINALS,
}
_TRIGGER = re.compile(
    rf"(?<![\w.,-])(?:(?P<digit>\d)|(?P<month>{_MONTH})|(?P<weekday>{_WEEKDAY})|(?P<word>(?i:{_either(frozenset(_ALL_FIRST))})(?!\w)))"
)
_RULES = {"digit": _DIGIT_RULES, "month": _MONTH_RULES, "weekday": _WEEKDAY_RULES, "word": _WORD_RULES}


def atoms(text: str, start: int, end: int) -> Iterator[Atom]:
    """The simple time expressions of `text[start:end]`, in order, without overlap, each the longest at its place."""
    at = start
    while trigger := _TRIGGER.search(text, at, end):
        atom = _longest(text, trigger, end)
        if atom is None:
            at = _past(text, trigger, end)
            continue
        yield atom
        at = atom.end


_RUN = re.compile(r"\w+")


def _past(text: str, trigger: Match[str], end: int) -> int:
    """The end of the word or run of digits at the trigger."""
    run = _RUN.match(text, trigger.start(), end)
    return run.end() if run else trigger.end()


def _longest(text: str, trigger: Match[str], end: int) -> Atom | None:
    best: Atom | None = None
    for rule in _RULES[trigger.lastgroup or "word"]:
        match = rule.pattern.match(text, trigger.start(), end)
        if match is None or (best is not None and match.end() <= best.end):
            continue
        meaning = rule.build(match)
        if meaning is not None:
            best = Atom(match.start(), match.end(), meaning, rule.clock, rule.minute)
    return best
