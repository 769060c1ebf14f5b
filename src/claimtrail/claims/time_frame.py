"""Days as first and last, and what is known where a time expression stands."""

from dataclasses import dataclass
from datetime import date, timedelta

from claimtrail.claims.time_meanings import Base
from claimtrail.model.time import Anchor, Precision

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day (either None where open), how precisely they are given, and what they rest on."""

    first: date | None
    last: date | None
    precision: Precision
    anchor: Anchor

    @property
    def single(self) -> date | None:
        """The day, where it is one day."""
        return self.first if self.first == self.last else None


@dataclass(frozen=True, slots=True)
class Frame:
    """What is known where a time expression stands: the day of publication, and what was told before it.

    `written` is the day that a dateline gives, where it is not that of publication: "today" means that one. `narrative`
    is the day last told of, `beside` the same where it stands in the same sentence. `told` is the time last told of,
    however precise; `running` the date that tells in which year and month the passage is; `period` the first day of the
    quarter last told of. `future` says that the event is still to come; False that it is over; None that nothing tells.
    """

    published: date | None = None
    written: date | None = None
    narrative: date | None = None
    beside: date | None = None
    told: Days | None = None
    running: Days | None = None
    period: date | None = None
    future: bool | None = None

    @property
    def today(self) -> date | None:
        """The day that "today" means."""
        return self.written or self.published

    def base(self, base: Base) -> tuple[date | None, Anchor]:
        """The day that a relative time counts from."""
        if base is Base.NARRATIVE:
            return self.narrative, Anchor.NARRATIVE
        return self.today, Anchor.PUBLISHED


def months_from(first: date, anchor: Anchor, length: int = 1) -> Days:
    """So many whole months from the first day of one."""
    precision = {1: Precision.MONTH, 12: Precision.YEAR}.get(length, Precision.SEASON)
    return Days(first, add_months(first, length) - DAY, precision, anchor)


def add_months(first: date, months: int) -> date:
    """The first day of the month so many months away."""
    index = first.year * 12 + first.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)
