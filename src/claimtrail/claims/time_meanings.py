"""What time expressions mean, before anything is known of when they were written."""

from dataclasses import dataclass
from enum import StrEnum

from claimtrail.model.span import Span
from claimtrail.model.time import Precision


class Base(StrEnum):
    """The day that a relative time counts from: that of publication, or the day last told of."""

    PUBLISHED = "published"
    NARRATIVE = "narrative"


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as far as it is given: "12 May 2014", "May", "Thursday, 1 June", "September last year" (`years` -1).

    `told` is the date of the year last told of: "that June", "October of the same year".
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    years: int | None = None
    told: bool = False


@dataclass(frozen=True, slots=True)
class Months:
    """`length` whole months from `month`, a season or quarter; without a year the latest, or `step` ("this" 0) on.

    With a `base` in what is told they are those told of ("that winter"), or `step` before or after. `years` counts from
    the year of publication: "last year's third quarter".
    """

    month: int
    length: int
    year: int | None = None
    step: int | None = None
    base: Base = Base.PUBLISHED
    years: int | None = None


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week: the latest one, the next (`ahead`), or, with `weeks`, that of so many weeks from this.

    "Last Friday" (`last`) is the latest, but neither today nor yesterday.
    """

    day: int
    weeks: int | None = None
    ahead: bool = False
    last: bool = False


@dataclass(frozen=True, slots=True)
class Weekend:
    """Saturday and Sunday: the latest, or, with `weeks`, those of so many weeks from this."""

    weeks: int | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """The whole day, week, month, year or decade so many away: "yesterday", "last month", "three days later".

    With `ago` it is counted ("a year ago"), not named ("last year").
    """

    unit: str
    amount: int
    base: Base = Base.PUBLISHED
    ago: bool = False


@dataclass(frozen=True, slots=True)
class Window:
    """So many units up to the base (negative), or from it on: "the past 24 hours", "within a week"."""

    unit: str
    amount: int
    base: Base = Base.PUBLISHED


@dataclass(frozen=True, slots=True)
class Rest:
    """From publication to the end of the running week, month or year."""

    unit: str


@dataclass(frozen=True, slots=True)
class Night:
    """The night up to the base day."""

    base: Base = Base.PUBLISHED


@dataclass(frozen=True, slots=True)
class NightOf:
    """As in "the night of 11 April": the night begun that day, or, told on that very day, the one ended on it."""

    day: "Meaning"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day alone: the day last told of, else that of publication."""

    minute: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a time: its `first` to its `last` day, from 0, or back from its end (`last` None: to the end)."""

    of: "Meaning"
    first: int
    last: int | None


@dataclass(frozen=True, slots=True)
class Stage:
    """The early or the late days of a month, months of a year; `end` where it is the end."""

    of: "Meaning"
    late: bool
    end: bool = False


@dataclass(frozen=True, slots=True)
class Away:
    """A shift from a day that is named: "the day before last Tuesday"."""

    shift: Shift
    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Apart:
    """An event's day, told beside that of the sentence: "on 12 May, six days after the town fell" is 6 May."""

    shift: Shift


@dataclass(frozen=True, slots=True)
class Feast:
    """A holiday that moves, by its name in `time_feasts`; without a year the latest."""

    name: str
    year: int | None = None


@dataclass(frozen=True, slots=True)
class UpTo:
    """So many days up to a time: "24 hours to Thursday noon"."""

    days: int
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Until:
    """A deadline: "by Friday", "before Christmas"."""

    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Since:
    """From a time until publication."""

    start: "Meaning"


@dataclass(frozen=True, slots=True)
class Between:
    """From the first day of one time to the last day of another."""

    first: "Meaning"
    last: "Meaning"


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that no day can be given to: `past`, `present`, `future`, or a mere `duration`."""

    reference: str


Meaning = (
    Calendar
    | Months
    | Weekday
    | Weekend
    | Shift
    | Window
    | Rest
    | Night
    | NightOf
    | Clock
    | Part
    | Stage
    | Away
    | Apart
    | Feast
    | UpTo
    | Until
    | Since
    | Between
    | Vague
)


@dataclass(frozen=True, slots=True)
class TimePhrase:
    """A time expression and what it means: `clock` is the precision of a time of day, `future` that it is to come."""

    span: Span
    meaning: Meaning
    clock: Precision | None = None
    future: bool = False
