"""Times with the precision they were given in."""

from dataclasses import dataclass
from enum import StrEnum

from claimtrail.model.span import Span


class Precision(StrEnum):
    """How precisely a time is known, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


class Anchor(StrEnum):
    """What a time was resolved against."""

    EXPLICIT = "explicit"
    PUBLISHED = "published"
    NARRATIVE = "narrative"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True)
class Dated:
    """A moment stated of an article: ISO 8601 value, precision, and where it was found ("json-ld", "meta", "given")."""

    value: str
    precision: Precision
    found: str

    @property
    def day(self) -> str | None:
        """The ISO date, or None where the value is coarser than a day."""
        return self.value[:10] if len(self.value) >= 10 else None


@dataclass(frozen=True, slots=True)
class TimeRange:
    """When something happened: first and last ISO day, both None where the words cannot be resolved."""

    span: Span
    start: str | None
    end: str | None
    precision: Precision | None
    anchor: Anchor
