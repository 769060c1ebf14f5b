"""The forms of simple time expressions: a pattern each, and the reader that tells what it means."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from re import Match

from claimtrail.claims.time_feasts import FEASTS
from claimtrail.claims.time_meanings import Base, Calendar, Clock, Meaning, Night, Shift, Since, Vague
from claimtrail.claims.time_readers import (
    read_ago,
    read_day_month,
    read_day_of_told,
    read_day_only,
    read_decade,
    read_decade_word,
    read_feast,
    read_group_date,
    read_holiday,
    read_iso,
    read_month_day,
    read_month_of_told,
    read_month_year,
    read_numeric,
    read_opening,
    read_part,
    read_past_units,
    read_quarter,
    read_same,
    read_season,
    read_step_month,
    read_step_unit,
    read_step_weekday,
    read_told_month,
    read_told_season,
    read_week_of,
    read_weekday,
    read_weekday_number,
    read_weekend,
    read_within,
    read_year_ago,
    read_year_in_words,
    read_years,
)
from claimtrail.claims.time_vocabulary import (
    AMPM,
    DD,
    DECADES,
    HOLIDAYS,
    JOIN,
    MONTH,
    NTH,
    NUMBER,
    ONES,
    ORDINAL,
    PART_OF_DAY,
    SEASONS,
    SHORT_YEAR,
    STEP,
    TEENS,
    UNIT,
    WAY,
    WEEKDAY,
    WORDS,
    YEAR,
    YEAR_IN_WORDS,
    ZONE,
    either,
)

_Build = Callable[[Match[str]], Meaning | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern, the reader of its matches, and whether it names a time of day (`minute`: to the minute)."""

    pattern: re.Pattern[str]
    build: _Build
    clock: bool = False
    minute: bool = False


def _fixed(meaning: Meaning) -> _Build:
    return lambda match: meaning


def _rule(pattern: str, build: _Build, *, clock: bool = False, minute: bool = False) -> Rule:
    return Rule(re.compile(pattern), build, clock, minute)


_YESTERDAY, _TODAY, _TOMORROW = Shift("day", -1), Shift("day", 0), Shift("day", 1)
_QUARTER = Shift("quarter", 0, Base.NARRATIVE)
# "The 17th" is a day where it stands alone or a verb or a new subject follows; before a noun it counts something.
_ALONE = rf"(?=[,.;:)”\"’]|\s[–—-]|\s(?:{either(WORDS['context']['after_day'])}|\w+ed)\b|\s*$|\n)"
_DIGIT_RULES = (
    _rule(rf"(?:(?<=\()|(?<=\n)|(?<=\bon )|(?<=\bOn ))(?P<day>{NTH}){_ALONE}", read_day_only),
    _rule(r"(?P<y>\d{4})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])", read_iso),
    _rule(r"(?P<a>\d{1,2})(?P<sep>[./-])(?P<b>\d{1,2})(?P=sep)(?P<y>\d{4}|\d\d)(?![\d./-]?\d)", read_numeric),
    _rule(
        rf"(?:(?P<from>{DD}){JOIN})?(?P<day>{DD})(?:\s+of)?\s?-?(?P<month>{MONTH})(?:,?\s(?P<year>{YEAR}))?",
        read_day_month,
    ),
    _rule(rf"(?P<day>{DD})(?:\sof)?\s(?P<month>{MONTH}) (?i:(?:of )?(?:that|the same) year)", read_month_of_told),
    _rule(rf"(?P<d>\d\d)\d{{4}}Z?\s?(?P<month>{MONTH})\s?(?P<year>\d{{4}}|\d\d)(?!\d)", read_group_date),
    _rule(rf"\d{{1,2}}(?::\d\d){{1,2}}(?:\s?{AMPM})?{ZONE}?", _fixed(Clock(True)), clock=True, minute=True),
    _rule(rf"\d{{1,2}}[.:]\d\d\s?{AMPM}{ZONE}?", _fixed(Clock(True)), clock=True, minute=True),
    _rule(rf"\d{{1,2}}\s?{AMPM}{ZONE}?", _fixed(Clock()), clock=True),
    _rule(rf"[012]\d[0-5]\d{ZONE}", _fixed(Clock(True)), clock=True, minute=True),
    _rule(r"(?P<decade>(?:1[5-9]|20)\d0)['’]?s\b", read_decade),
    _rule(r"(?<=['’])(?P<decade>\d0)['’]?s\b", read_decade),
    _rule(rf"(?P<a>{YEAR})\s?[-–/]\s?(?P<b>{YEAR}|\d\d)(?![\d-])", read_years),
    _rule(rf"(?P<y>{YEAR})(?![-\w])", lambda match: Calendar(int(match["y"]))),
    _rule(
        rf"(?i:(?P<n>{NUMBER})\s(?P<unit>{UNIT})\s(?P<way>{WAY}))\b",
        read_ago,
    ),
    _rule(r"(?P<n>[1-4])(?:st|nd|rd|th)[- ]quarter(?: of (?P<year>\d{4}))?", read_quarter),
    _rule(rf"(?i:(?P<n>{NUMBER})[- ](?P<unit>{UNIT}))(?![-\w])", _fixed(Vague("duration"))),
)
_MONTH_RULES = (
    _rule(
        rf"(?P<month>{MONTH})\s?(?P<day>{DD})(?:{JOIN}(?P<to>{DD})(?!\s?[:%]))?(?:,?\s(?P<year>{YEAR}))?(?!:\d|%|\w)",
        read_month_day,
    ),
    _rule(
        rf"(?P<month>{MONTH}),?(?:\sof)?\s?(?:(?P<year>{SHORT_YEAR})|(?P<rel>(?i:last|this|next))\s(?i:year))\b",
        read_month_year,
    ),
    _rule(rf"(?P<month>{MONTH})(?i:\sof)?\s(?P<year>(?i:{YEAR_IN_WORDS}))(?P<rel>(?!))?", read_month_year),
    _rule(rf"(?P<month>{MONTH})(?P<year>(?!))?(?P<rel>(?!))?", read_month_year),
    _rule(rf"(?P<month>{MONTH}) (?:(?P<day>{DD}) )?(?i:(?:of )?(?:that|the same) year)", read_month_of_told),
)
_WEEKDAY_RULES = (
    _rule(
        rf"(?P<weekday>{WEEKDAY}),? (?:the )?(?P<day>{NTH}|(?:3[01]|[12]\d|[1-9])(?=[:.]?\s+[-–—]|[:.]\s))"
        rf"(?!\s(?:of\s)?{MONTH})",
        read_weekday_number,
    ),
    _rule(rf"(?P<day>{WEEKDAY})(?:['’]s)?", read_weekday),
)
# "In the last week" is told from now, "in the last week of May" is not.
_WHOLE = rf"(?! of (?:the (?:month|year)|{MONTH}))"
_PHRASES: tuple[tuple[str, _Build], ...] = (
    (r"to-?day", _fixed(_TODAY)),
    (r"yesterday", _fixed(_YESTERDAY)),
    (r"tomorrow", _fixed(_TOMORROW)),
    (r"(?:the )?day before yesterday", _fixed(Shift("day", -2))),
    (r"(?:the )?day after tomorrow", _fixed(Shift("day", 2))),
    (r"overnight|(?:in the course of|during|in|through|throughout) the night", _fixed(Night())),
    (r"(?:the |that )?same (?P<unit>day|night|morning|afternoon|evening|week|month|year)", read_same),
    (r"that (?:very )?(?P<unit>day|night|morning|afternoon|evening|week|month|year)", read_same),
    (r"(?:the )?(?:day|night) (?:before|earlier)", _fixed(Shift("day", -1, Base.NARRATIVE))),
    (r"the (?:same |comparable )?quarter(?! of)|that quarter|the (?:latest )?period", _fixed(_QUARTER)),
    (r"the latest quarter", _fixed(Shift("quarter", -1))),
    (
        r"(?:the )?(?:comparable )?year-(?:ago|earlier)"
        r"(?:[- ](?:(?P<n>first|second|third|fourth)[- ])?(?:quarter|period))?",
        read_year_ago,
    ),
    (rf"(?:the year )?(?P<year>{YEAR_IN_WORDS})", read_year_in_words),
    (rf"the (?P<decade>{either(DECADES)})", read_decade_word),
    (
        rf"(?:the )?week of (?:(?P<month>{MONTH}) (?P<day>{DD})|(?:the )?(?P<day2>{DD}) (?P<month2>{MONTH}))",
        read_week_of,
    ),
    (
        rf"(?:the )?(?P<which>first|last|final|closing|opening) (?P<piece>days?) of (?:the (?P<unit>month|year)"
        rf"|(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?)",
        read_part,
    ),
    (rf"(?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL}) of (?:that|the same) month", read_day_of_told),
    (rf"(?P<step>that|the previous|the preceding|the following) (?P<season>{either(SEASONS)})", read_told_season),
    (r"(?:the )?week (?:before|earlier)", _fixed(Shift("week", -1, Base.NARRATIVE))),
    (r"(?:the )?(?:day) after", _fixed(Shift("day", 1, Base.NARRATIVE))),
    (r"(?:the )?(?:next|following) (?:day|night|morning|afternoon|evening)", _fixed(Shift("day", 1, Base.NARRATIVE))),
    (
        r"(?:the )?(?:previous|preceding) (?:day|night|morning|afternoon|evening)",
        _fixed(Shift("day", -1, Base.NARRATIVE)),
    ),
    (r"(?:hours|minutes) (?:earlier|later|before|after)", _fixed(Shift("day", 0, Base.NARRATIVE))),
    (
        rf"(?:the )?(?P<step>{STEP}) (?P<unit>week|fortnight|month|quarter|year|decade|century)(?:['’]s)?",
        read_step_unit,
    ),
    (r"(?:the )?(?:(?P<step>last|past|this|next|coming|following) )?week-?end", read_weekend),
    (
        rf"(?:the )?(?P<way>last|past|previous|next|coming) (?:(?P<n>{NUMBER}) )?(?P<unit>days?|hours?|minutes?)",
        read_past_units,
    ),
    (rf"(?:the )?(?P<way>last|past|previous|next|coming) (?P<n>{NUMBER}) (?P<unit>{UNIT}){_WHOLE}", read_past_units),
    (rf"(?:the )?(?P<way>past) (?:(?P<n>{NUMBER}) )?(?P<unit>{UNIT}){_WHOLE}", read_past_units),
    (
        rf"(?:in|over|during|within) the (?P<way>last|past) (?:(?P<n>{NUMBER}) )?(?P<unit>{UNIT}){_WHOLE}",
        read_past_units,
    ),
    (r"(?:the )?(?:first|start|beginning) of the (?P<unit>year|month|week)", read_opening),
    (
        rf"(?P<n>{NUMBER}) (?P<unit>{UNIT}) (?P<way>{WAY})",
        read_ago,
    ),
    (rf"within (?P<n>the|{NUMBER}) (?P<unit>{UNIT})", read_within),
    (r"(?:by|before|until|till) the end of (?P<n>the) (?P<unit>week|month|year)", read_within),
    (r"(?:by|before) (?:the )?(?P<unit>week|month|year)(?:['’]s |-| )end(?P<n>(?!))?", read_within),
    (r"before the (?P<unit>week|month|year) is out(?P<n>(?!))?", read_within),
    (
        r"(?:(?<=of )|(?<=for )|(?<=in ))(?<!end of )(?<!half of )(?<!start of )(?<!beginning of )(?<!middle of )"
        r"the (?:full |fiscal )?year(?! (?:of|to|that|when|before|after|\d))",
        _fixed(Shift("year", 0)),
    ),
    (
        rf"(?:(?P<step>last|past|this|next|coming) )?(?P<season>{either(SEASONS)})(?:(?: of|,)? (?P<year>{YEAR}))?",
        read_season,
    ),
    (rf"(?:(?:the )?(?P<n>first|second|third|fourth)[- ]quarter)(?: of (?P<year>{YEAR}))?", read_quarter),
    (
        rf"(?:the )?(?P<which>first|second|third|fourth|latter|last|final) (?P<piece>week|half) of "
        rf"(?:the (?P<unit>month|year)|(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?)",
        read_part,
    ),
    (rf"(?:the )?(?P<from>(?!))?(?P<day>{ORDINAL}) (?:of )?(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?", read_day_month),
    (rf"the (?P<day>{NTH}){_ALONE}", read_day_only),
    (rf"(?:(?<=night of )|(?<=morning of )|(?<=evening of )|(?<=afternoon of ))the (?P<day>{NTH})", read_day_only),
    (rf"(?:the )?(?P<day>\d{{1,2}}(?:st|nd|rd|th)?|{ORDINAL}) of (?:the|this) month", read_day_only),
    (
        r"(?:earlier|later) (?:in |on )?(?:the|that|in the) day|(?:during|throughout) the day"
        r"|all (?:day|morning|afternoon|evening|night)",
        _fixed(Clock()),
    ),
    (r"(?:earlier|later) in the (?P<unit>week|month|year)", lambda match: Shift(match["unit"].lower(), 0)),
    (r"since then", _fixed(Since(Shift("day", 0, Base.NARRATIVE)))),
    (rf"(?P<n>{NUMBER})[- ](?P<unit>{UNIT})", _fixed(Vague("duration"))),
    (either(WORDS["vague"]["present"]), _fixed(Vague("present"))),
    (either(WORDS["vague"]["past"]), _fixed(Vague("past"))),
    (r"(?<!as )" + either(WORDS["vague"]["future"]) + r"(?! after)", _fixed(Vague("future"))),
)
_CLOCKS: tuple[tuple[str, _Build], ...] = (
    (r"tonight", _fixed(_TODAY)),
    (r"(?<!the )last ?(?:night|evening)", _fixed(_YESTERDAY)),
    (r"this (?:morning|afternoon|evening|noon)", _fixed(_TODAY)),
    (rf"{PART_OF_DAY}", _fixed(Clock())),
    (rf"{NUMBER} o['’]clock", _fixed(Clock())),
    (rf"{either(TEENS + ONES)} in the (?:morning|afternoon|evening)", _fixed(Clock())),
)
_NAMES = (
    _rule(rf"(?P<holiday>{either(HOLIDAYS)})(?: (?P<year>{YEAR}))?(?!\w)", read_holiday),
    _rule(rf"(?P<feast>{either(FEASTS)})(?: (?P<year>{YEAR}))?(?!\w)", read_feast),
    _rule(rf"(?i:(?P<step>{STEP}|past)) (?P<day>{WEEKDAY})", read_step_weekday),
    _rule(rf"(?i:(?P<step>last|past|this|next)) (?P<month>{MONTH})(?!\.?\s?\d)", read_step_month),
    _rule(
        rf"(?i:(?P<step>that|(?:the )?(?:previous|preceding|following))) (?P<month>{MONTH})(?!\.?\s?\d)",
        read_told_month,
    ),
)
_WORD_RULES = (
    *(_rule(rf"(?i:{pattern})(?![-\w])", build) for pattern, build in _PHRASES),
    *(_rule(rf"(?i:{pattern})(?![-\w])", build, clock=True) for pattern, build in _CLOCKS),
    *_NAMES,
)
# By what the expression begins with.
RULES: dict[str, tuple[Rule, ...]] = {
    "digit": _DIGIT_RULES,
    "month": _MONTH_RULES,
    "weekday": _WEEKDAY_RULES,
    "word": _WORD_RULES,
}
# All forms that begin with a word as one pattern: most words that may begin a time begin none, and one look tells.
ANY_WORD_RULE = re.compile("|".join(re.sub(r"\(\?P<\w+>", "(?:", rule.pattern.pattern) for rule in _WORD_RULES))
