"""Half-open character ranges."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """The characters `text[start:end]` of an article, `0 <= start <= end`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a range: {self.start}..{self.end}")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The characters of `text` in this range."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two ranges share a character."""
        return max(self.start, other.start) < min(self.end, other.end)

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this range."""
        return self.start <= other.start and other.end <= self.end
